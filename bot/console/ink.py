"""Colours and letters of what is drawn beside the pages: those of console.css, and how wide a word will be."""

from typing import Final

INK: Final = "#1d2327"
QUIET: Final = "#57606a"
LINE: Final = "#8c959f"
HAIR: Final = "#d5dbe1"
PAPER: Final = "#fff"
WASH: Final = "#f5f7f9"
SERIES: Final = ("#0b57a4", "#a85f00", QUIET)
"""The blue of links, an amber that is darker than it, and grey: to the paper at least 4.5 to 1, and far enough apart
for who sees no red or no green. Lines of them differ in their DASHES as well."""
DASHES: Final = ("none", "6 4", "2 3")

FAMILY: Final = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif"
WIDTH: Final = 320
"""Pixels that a picture is wide: a telephone of 360 shows it nearly so, within the margins of a page."""
SIZE: Final = 13
"""Pixels of the letters: 12 where a picture is as narrow as 296, in a card on such a telephone."""

_NARROW: Final = frozenset("iljtfrI.,:;|!'()[]/ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}")
_BROAD: Final = frozenset("mwMW%@\N{HORIZONTAL ELLIPSIS}\N{EM DASH}")
_ELLIPSIS: Final = "\N{HORIZONTAL ELLIPSIS}"
_SHORTEST: Final = 0.6
"""How much of the room a label must fill that is cut between two words; else it is cut within one."""


def wide(text: str, *, bold: bool = False) -> float:
    """About how many pixels a line of text takes: the reader's font is not known here, so a little more than most."""
    return SIZE * (1.1 if bold else 1) * sum(map(_wide, text))


def cut(text: str, room: float) -> str:
    """As much of the text as fits into so many pixels, to the end of a word where that leaves enough of it."""
    if wide(text) <= room:
        return text
    kept = text
    while kept and wide(kept + _ELLIPSIS) > room:
        kept = kept[:-1]
    words = kept if text[len(kept) :][:1] == " " else kept.rpartition(" ")[0]
    return (words if wide(words) > _SHORTEST * room else kept).rstrip(" ,;:-") + _ELLIPSIS


def _wide(letter: str) -> float:
    """In parts of the size, after DejaVu Sans, which is broader than what telephones have."""
    if letter in _NARROW:
        return 0.33
    if letter in _BROAD:
        return 0.92
    return 0.72 if letter.isupper() else 0.61
