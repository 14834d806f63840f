"""A text or a caption on its way in: read, trimmed, measured."""

from bot.sandbox.detecting import with_detected
from bot.sandbox.formatting import parse_html
from bot.sandbox.refusals import bad_request
from bot.sandbox.units import units
from bot.sandbox.wire import Wire

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
CAPTIONED = frozenset({"photo", "document", "voice", "video"})
"""What can have a caption."""


def text_content(params: Wire, *, strict: bool) -> Wire:
    """`text` and its `entities` for a message; Telegram's limits hold after the entities are read."""
    text, entities = _read(params["text"], params.get("parse_mode"), params.get("entities"), strict=strict)
    if not text:
        raise bad_request("text must be non-empty")
    if units(text) > TEXT_LIMIT:
        raise bad_request("message is too long")
    return {"text": text} | ({"entities": entities} if entities else {})


def caption_content(params: Wire, *, strict: bool) -> Wire:
    """`caption` and its `caption_entities`, or nothing."""
    mode, given = params.get("parse_mode"), params.get("caption_entities")
    text, entities = _read(params.get("caption", ""), mode, given, strict=strict)
    if units(text) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    if not text:
        return {}
    return {"caption": text} | ({"caption_entities": entities} if entities else {})


def marked_up(source: str, mode: str | None, given: list[Wire] | None, *, strict: bool) -> tuple[str, list[Wire]]:
    """Plain text and the entities that were meant, by mark-up or beside the text."""
    if mode is None:
        return source, list(given or [])
    if mode.lower() == "html":
        return parse_html(source, strict=strict)
    raise bad_request("unsupported parse_mode")


def _read(source: str, mode: str | None, given: list[Wire] | None, *, strict: bool) -> tuple[str, list[Wire]]:
    text, entities = _trimmed(*marked_up(source, mode, given, strict=strict))
    return text, with_detected(text, entities)


def _trimmed(text: str, entities: list[Wire]) -> tuple[str, list[Wire]]:
    """Telegram cuts white space off both ends, and the entities with it."""
    body = text.strip()
    cut = units(text[: len(text) - len(text.lstrip())])
    end = units(body)
    kept = []
    for entity in entities:
        first = max(entity["offset"] - cut, 0)
        last = min(entity["offset"] + entity["length"] - cut, end)
        if first < last:
            kept.append({**entity, "offset": first, "length": last - first})
    return body, kept
