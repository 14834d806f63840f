"""What Telegram finds in a plain text by itself: commands, links, mentions, e-mail addresses, telephone numbers."""

import re

from bot.sandbox.formatting import in_order
from bot.sandbox.units import units
from bot.sandbox.wire import Wire

_FOUND = re.compile(
    r"(?P<bot_command>(?<![\w/])/[A-Za-z0-9_]{1,32}(?:@\w+)?(?![\w/]))"
    r"|(?P<email>[\w.+-]+@[\w-]+\.[\w.-]*\w)"
    r"|(?P<url>https?://[^\s<>\"]*[^\s<>\".,;:!?)])"
    r"|(?P<mention>(?<!\w)@[A-Za-z]\w{3,31})"
    r"|(?P<hashtag>(?<!\w)\#[^\W\d]\w*)"
    r"|(?P<phone_number>\+\d[\d ()-]{5,18}\d)"
)


def with_detected(text: str, entities: list[Wire]) -> list[Wire]:
    """Join the entities given and those Telegram adds where none of them stands."""
    taken = [(one["offset"], one["offset"] + one["length"]) for one in entities if one["type"] in _CLOSED]
    added = [one for one in _detected(text) if not _overlaps(one, taken)]
    return in_order(entities + added) if added else entities


_CLOSED = frozenset({"code", "pre", "text_link", "text_mention", "custom_emoji"})


def _detected(text: str) -> list[Wire]:
    return [
        {"type": found.lastgroup, "offset": units(text[: found.start()]), "length": units(found[0])}
        for found in _FOUND.finditer(text)
    ]


def _overlaps(one: Wire, taken: list[tuple[int, int]]) -> bool:
    start, end = one["offset"], one["offset"] + one["length"]
    return any(start < other_end and other_start < end for other_start, other_end in taken)
