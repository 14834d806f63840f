"""The square that a camera reads: a QR code, as stripes of black that any printer draws sharply."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

import segno

ERROR: Final = "q"
"""A quarter of the square may be torn, wet or covered (ISO/IEC 18004, level Q): posters hang in the street."""

QUIET: Final = 4
"""Modules of white around it, without which cameras do not find it (the same standard)."""


@dataclass(frozen=True)
class Stripe:
    """Black modules side by side, counted from the upper left corner."""

    x: int
    y: int
    width: int


@dataclass(frozen=True)
class Square:
    """`size` is how many modules it is wide, with the white around it."""

    size: int
    stripes: tuple[Stripe, ...]


def square(link: str) -> Square:
    code = segno.make_qr(link, error=ERROR)
    rows = tuple(code.matrix_iter(border=QUIET))
    return Square(len(rows), tuple(stripe for y, row in enumerate(rows) for stripe in _stripes(y, row)))


def _stripes(y: int, row: Iterable[int]) -> Iterator[Stripe]:
    x = 0
    for black, modules in groupby(row):
        width = len(list(modules))
        if black:
            yield Stripe(x, y, width)
        x += width
