"""sendPhoto, sendDocument, sendVoice, sendVideo, sendSticker, getFile."""

from bot.sandbox.attachments import media_content
from bot.sandbox.files import StoredFile, Upload
from bot.sandbox.methods.sending import deliver
from bot.sandbox.refusals import Refusal, bad_request
from bot.sandbox.texts import caption_content
from bot.sandbox.wire import Wire
from bot.sandbox.world import World

_UPLOAD_LIMIT = 50 * 1024 * 1024
_PHOTO_LIMIT = 10 * 1024 * 1024
_DOWNLOAD_LIMIT = 20 * 1024 * 1024


def send_photo(world: World, params: Wire) -> Wire:
    return _send(world, params, "photo")


def send_document(world: World, params: Wire) -> Wire:
    return _send(world, params, "document")


def send_voice(world: World, params: Wire) -> Wire:
    return _send(world, params, "voice")


def send_video(world: World, params: Wire) -> Wire:
    return _send(world, params, "video")


def send_sticker(world: World, params: Wire) -> Wire:
    return _send(world, params, "sticker")


def get_file(world: World, params: Wire) -> Wire:
    try:
        stored = world.files.by_id(params["file_id"])
    except Refusal:
        raise bad_request("invalid file_id") from None
    if len(stored.upload.content) > _DOWNLOAD_LIMIT:
        raise bad_request("file is too big")
    return stored.wire() | {"file_path": stored.path}


def _send(world: World, params: Wire, kind: str) -> Wire:
    caption = caption_content(params, strict=world.strict)
    content = media_content(_file(world, kind, params[kind]), params)
    return deliver(world, params, content | caption).wire


def _file(world: World, kind: str, given: Upload | str) -> StoredFile:
    if isinstance(given, str):
        return _known(world, kind, given)
    size = len(given.content)
    if size == 0:
        raise bad_request("file must be non-empty")
    if size > (_PHOTO_LIMIT if kind == "photo" else _UPLOAD_LIMIT):
        raise Refusal(413, "Request Entity Too Large")
    return world.files.store(kind, given)


def _known(world: World, kind: str, file_id: str) -> StoredFile:
    stored = world.files.by_id(file_id)
    if kind not in {stored.kind, "document"}:
        raise bad_request(f"type of file mismatch: can't use file of type {stored.kind} as {kind}")
    return stored
