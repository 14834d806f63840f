"""Text and entities as safe HTML, for the page."""

from html import escape

from bot.sandbox.formatting import in_order
from bot.sandbox.units import cut, units
from bot.sandbox.wire import Wire

_PLAIN = {"bold": "b", "italic": "i", "underline": "u", "strikethrough": "s", "code": "code", "pre": "pre"}
_BLOCKS = frozenset({"blockquote", "expandable_blockquote", "pre"})
_AFTER_NUMBER = str.maketrans("", "", " ()-")


def as_html(text: str, entities: list[Wire]) -> str:
    """Every character of the text is escaped; the only tags are those made here."""
    return _span(text, 0, units(text), in_order(entities))


def _span(text: str, start: int, end: int, entities: list[Wire]) -> str:
    """Draw the part between two UTF-16 places; an entity inside another one is drawn within it, and cut at its end."""
    parts, place = [], start
    while entities:
        first, entities = entities[0], entities[1:]
        left, right = max(first["offset"], place), min(first["offset"] + first["length"], end)
        if right <= left:
            continue
        inside = [other for other in entities if other["offset"] < right]
        entities = entities[len(inside) :]
        parts.append(escape(cut(text, place, left)))
        parts.append(_wrapped(first, _span(text, left, right, inside), cut(text, left, right)))
        place = right + _swallowed(text, right, first["type"])
    parts.append(escape(cut(text, min(place, end), end)))
    return "".join(parts)


def _swallowed(text: str, place: int, kind: str) -> int:
    """Count the line break after a block, which ends its line by itself."""
    return 1 if kind in _BLOCKS and cut(text, place, place + 1) == "\n" else 0


def _wrapped(entity: Wire, inner: str, plain: str) -> str:
    kind = entity["type"]
    if kind in _PLAIN:
        return f"<{_PLAIN[kind]}>{inner}</{_PLAIN[kind]}>"
    if kind in {"blockquote", "expandable_blockquote"}:
        return _quote(inner, expandable=kind != "blockquote")
    if kind == "spoiler":
        return f'<span class="spoiler" role="button" tabindex="0">{inner}</span>'
    if kind == "text_mention":
        return f'<span class="mention">{inner}</span>'
    if kind == "bot_command":
        return f'<a href="#" class="command" data-command="{escape(plain)}">{inner}</a>'
    href = _href(entity, plain)
    return inner if href is None else f'<a href="{escape(href)}" rel="noreferrer" target="_blank">{inner}</a>'


def _quote(inner: str, *, expandable: bool) -> str:
    if not expandable:
        return f"<blockquote>{inner}</blockquote>"
    return f'<blockquote class="expandable" role="button" tabindex="0" aria-expanded="false">{inner}</blockquote>'


def _href(entity: Wire, plain: str) -> str | None:
    match entity["type"]:
        case "url":
            return plain
        case "text_link" if str(entity["url"]).lower().startswith(("http://", "https://", "mailto:")):
            return str(entity["url"])
        case "email":
            return f"mailto:{plain}"
        case "phone_number":
            return f"tel:{plain.translate(_AFTER_NUMBER)}"
        case _:
            return None
