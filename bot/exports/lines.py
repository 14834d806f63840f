"""Words set in columns of letters, as a terminal shows them."""

import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Final
from unicodedata import category, combining, east_asian_width, normalize

ROOM: Final = 100
"""How wide a line may be."""
GAP: Final = "  "
RULE: Final = "-"
SPACE: Final = re.compile(r"[ \t\n\v\f\r]+")
"""Where a line may be broken: not at the narrow or hard spaces within a number."""


def plain(text: str) -> str:
    """On one line and without signs that a terminal obeys: some words of a report were written by people."""
    composed = normalize("NFC", SPACE.sub(" ", text).strip())
    return "".join(letter for letter in composed if not category(letter).startswith("C"))


def wide(text: str) -> int:
    """How many columns a plain text takes up."""
    return sum(_columns(letter) for letter in text)


def _columns(letter: str) -> int:
    if combining(letter):
        return 0
    return 2 if east_asian_width(letter) in "FW" else 1


def broken(text: str, width: int = ROOM) -> list[str]:
    """The lines of a paragraph; an empty one has one line."""
    return textwrap.wrap(plain(text), width) or [""]


def ruled(widths: Sequence[int]) -> str:
    return GAP.join(RULE * width for width in widths)


def row(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> Iterator[str]:
    """The lines of one row of a table: each cell broken where its column ends, on the right if it is a number."""
    columns = [broken(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for line in zip_longest(*columns, fillvalue=""):
        yield GAP.join(map(_padded, line, widths, right)).rstrip()


def _padded(text: str, width: int, right: bool) -> str:  # noqa: FBT001 -- it goes with `map`
    air = " " * (width - wide(text))
    return air + text if right else text + air


def narrowed(wanted: Iterable[int], least: Sequence[int], room: int = ROOM) -> list[int]:
    """The widths of columns that stand side by side: the widest give way first, none below its least."""
    widths = list(wanted)
    while sum(widths) + len(GAP) * (len(widths) - 1) > room:
        widest = max(range(len(widths)), key=lambda at: (widths[at] > least[at], widths[at]))
        if widths[widest] <= least[widest]:
            break
        widths[widest] -= 1
    return widths
