"""copyMessage, copyMessages, forwardMessage."""

from collections import Counter
from itertools import pairwise

from bot.sandbox.chats import Message
from bot.sandbox.methods.sending import deliver
from bot.sandbox.refusals import Refusal, bad_request
from bot.sandbox.rights import known_chat, known_message
from bot.sandbox.texts import CAPTIONED, caption_content
from bot.sandbox.wire import Wire
from bot.sandbox.world import World

CONTENT = (
    "text",
    "entities",
    "link_preview_options",
    "photo",
    "document",
    "voice",
    "video",
    "sticker",
    "contact",
    "location",
    "venue",
    "poll",
    "caption",
    "caption_entities",
)
"""The fields that say what a message holds; a message without any of them is a service message."""

_CAPTION = ("caption", "caption_entities")
_MOST_AT_ONCE = 100


def copy_message(world: World, params: Wire) -> Wire:
    """Content without any trace of who wrote it first."""
    chat = known_chat(world, params["from_chat_id"])
    source = known_message(chat, params["message_id"], "message to copy not found")
    content = _copied(source)
    if "caption" in params and not CAPTIONED.isdisjoint(content):
        content = _without_caption(content) | caption_content(params, strict=world.strict)
    return {"message_id": deliver(world, params, content).id}


def copy_messages(world: World, params: Wire) -> list[Wire]:
    """Those that cannot be copied are passed over; albums stay albums, but one part alone is none."""
    ids = params["message_ids"]
    if not 1 <= len(ids) <= _MOST_AT_ONCE:
        raise bad_request("too many messages to copy" if ids else "message identifiers are not specified")
    if any(first >= second for first, second in pairwise(ids)):
        raise bad_request("message identifiers must be in a strictly increasing order")
    chat = known_chat(world, params["from_chat_id"])
    sources = [chat.messages[number] for number in ids if number in chat.messages]
    copies = [(source, content) for source in sources if (content := _content(source))]
    if not copies:
        raise bad_request("there are no messages to copy")
    sizes = Counter(source.wire.get("media_group_id") for source, _ in copies)
    albums = {group: world.album() for group, size in sizes.items() if group is not None and size > 1}
    return [_next_copy(world, params, copy, albums) for copy in copies]


def forward_message(world: World, params: Wire) -> Wire:
    chat = known_chat(world, params["from_chat_id"])
    source = known_message(chat, params["message_id"], "message to forward not found")
    if source.wire.get("has_protected_content") or not _content(source):
        raise bad_request("message can't be forwarded")
    first = {"type": "user", "sender_user": source.wire["from"], "date": source.wire["date"]}
    origin = source.wire.get("forward_origin", first)
    return deliver(world, params, _content(source) | {"forward_origin": origin}).wire


def _next_copy(world: World, params: Wire, copy: tuple[Message, Wire], albums: dict[str, str]) -> Wire:
    source, content = copy
    if params.get("remove_caption"):
        content = _without_caption(content)
    album = albums.get(source.wire.get("media_group_id", ""))
    extra = {} if album is None else {"media_group_id": album}
    return {"message_id": deliver(world, params, content | extra).id}


def _copied(source: Message) -> Wire:
    content = _content(source)
    if not content or source.wire.get("has_protected_content"):
        raise _uncopyable()
    return content


def _uncopyable() -> Refusal:
    return bad_request("message can't be copied")


def _content(source: Message) -> Wire:
    return {name: source.wire[name] for name in CONTENT if name in source.wire}


def _without_caption(content: Wire) -> Wire:
    return {name: value for name, value in content.items() if name not in _CAPTION}
