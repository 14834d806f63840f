"""What a person sends: from the words of the people's API to the fields of a Message."""

import base64
from typing import Any

from bot.errors import SandboxError
from bot.sandbox.attachments import media_content
from bot.sandbox.files import Upload
from bot.sandbox.refusals import Refusal
from bot.sandbox.samples import sample
from bot.sandbox.texts import caption_content, text_content
from bot.sandbox.wire import Wire
from bot.sandbox.world import World

MEDIA = frozenset({"photo", "voice", "video", "sticker", "document"})
_NAMED = ("title", "address", "foursquare_id", "foursquare_type")


def spoken(world: World, said: Wire) -> Wire:
    """Make the content of one message; `said["kind"]` is text where it is not given."""
    kind = said.get("kind", "text")
    if kind in MEDIA:
        return _media(world, kind, said)
    maker = _MAKERS.get(kind)
    if maker is None:
        raise SandboxError(f"Nobody can send a {kind!r}; there are {', '.join(sorted([*_MAKERS, *MEDIA]))}.")
    return maker(world, said)


def album(world: World, said: Wire) -> list[Wire]:
    """Several pictures (or what `of` names) at once; each is a message of its own, and all have the same group."""
    group = {"media_group_id": world.album()}
    captions = [said.get("caption", "")] + [""] * (int(said.get("count", 2)) - 1)
    return [_media(world, said.get("of", "photo"), {"caption": caption}) | group for caption in captions]


def _media(world: World, kind: str, said: Wire) -> Wire:
    stored = world.files.store(kind, _upload(kind, said))
    return media_content(stored, said) | caption_content({"caption": said.get("caption", "")}, strict=world.strict)


def _upload(kind: str, said: Wire) -> Upload:
    """Take the file in `content` (base64), or a small one of this kind."""
    spare = sample(kind)
    if "content" not in said:
        return spare
    content = base64.b64decode(said["content"])
    return Upload(said.get("file_name", spare.name), said.get("mime_type", spare.mime), content)


def _text(world: World, said: Wire) -> Wire:
    try:
        return text_content({"text": said["text"], "entities": said.get("entities")}, strict=world.strict)
    except Refusal as refusal:
        raise SandboxError(refusal.description) from refusal


def _location(world: World, said: Wire) -> Wire:  # noqa: ARG001 -- every maker takes the same two
    return {"location": _point(said)}


def _venue(world: World, said: Wire) -> Wire:  # noqa: ARG001 -- every maker takes the same two
    about = {name: said[name] for name in _NAMED if name in said}
    return {"venue": {"title": "Place", "address": ""} | about | {"location": _point(said)}, "location": _point(said)}


def _contact(world: World, said: Wire) -> Wire:  # noqa: ARG001 -- every maker takes the same two
    contact: Wire = {"phone_number": said.get("phone_number", "+355690000000"), "first_name": said.get("name", "Ana")}
    return {"contact": contact | ({"user_id": said["user_id"]} if "user_id" in said else {})}


def _poll(world: World, said: Wire) -> Wire:
    number = world.album()
    told = {"total_voter_count": 0, "is_closed": False, "is_anonymous": True, "type": "regular"}
    cannot = dict.fromkeys(("allows_multiple_answers", "allows_revoting", "members_only"), False)
    options = [_option(place, text) for place, text in enumerate(said.get("options", ["1", "2"]))]
    return {"poll": {"id": number, "question": said.get("question", "?"), "options": options} | told | cannot}


def _option(place: int, text: str) -> Wire:
    return {"persistent_id": str(place), "text": text, "voter_count": 0}


def _point(said: Wire) -> dict[str, Any]:
    return {"latitude": float(said["latitude"]), "longitude": float(said["longitude"])}


_MAKERS = {"text": _text, "location": _location, "venue": _venue, "contact": _contact, "poll": _poll}
