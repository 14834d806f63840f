"""The part of a message that a reply points at: the Bot API's TextQuote."""

from collections.abc import Iterator

from bot.sandbox.units import units
from bot.sandbox.wire import Wire

LONGEST = 1024
_KEPT = frozenset({"bold", "italic", "underline", "strikethrough", "spoiler", "custom_emoji", "date_time"})
"""Only these entities stand in a quote."""


def text_quote(answered: Wire, quote: str, entities: list[Wire] | None = None, near: int = 0) -> Wire | None:
    """Find the quote in the text or caption of the answered message, or nothing where it does not stand there.

    `entities` must be those of the message at this place; None takes them as they are. Of several places the one
    nearest to `near` counts, in UTF-16 units.
    """
    if not 1 <= units(quote) <= LONGEST:
        return None
    places = _places(answered, quote) if entities is None else _places_like(answered, quote, entities)
    position = min(places, key=lambda place: abs(place - near), default=None)
    if position is None:
        return None
    marked = _inside(answered, position, units(quote))
    return {"text": quote, "position": position, "is_manual": True} | ({"entities": marked} if marked else {})


def _places(answered: Wire, quote: str) -> Iterator[int]:
    text = answered.get("text") or answered.get("caption") or ""
    start = text.find(quote)
    while start >= 0:
        yield units(text[:start])
        start = text.find(quote, start + 1)


def _places_like(answered: Wire, quote: str, entities: list[Wire]) -> Iterator[int]:
    wanted = [entity for entity in entities if entity["type"] in _KEPT]
    return (place for place in _places(answered, quote) if _inside(answered, place, units(quote)) == wanted)


def _inside(answered: Wire, position: int, length: int) -> list[Wire]:
    """Entities of the message within this part of it, counted from its start."""
    found = []
    for entity in answered.get("entities") or answered.get("caption_entities") or []:
        first = max(entity["offset"] - position, 0)
        last = min(entity["offset"] + entity["length"] - position, length)
        if entity["type"] in _KEPT and first < last:
            found.append({**entity, "offset": first, "length": last - first})
    return found
