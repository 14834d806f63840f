"""A table in which every cell is one value: a share that was estimated stands in three columns, not in one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from bot.language.phrases import Speaker
from bot.reports.report import AtLeast, Cell, Column, Section, Share
from bot.reports.table import Suppressed

Value: TypeAlias = str | int | float | date | AtLeast | Suppressed | None
"""A float is a share, 0 to 1."""


@dataclass(frozen=True)
class Flat:
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]


def flat(section: Section, say: Speaker) -> Flat:
    """The table with the bounds of its shares beside them, so that a program can reckon with them."""
    bounded = {at for row in section.rows for at, cell in enumerate(row) if _has_bounds(cell)}
    columns = tuple(
        each
        for at, column in enumerate(section.columns)
        for each in (_three(column, say) if at in bounded else (column,))
    )
    rows = tuple(
        tuple(value for at, cell in enumerate(row) for value in _values(cell, three=at in bounded))
        for row in section.rows
    )
    return Flat(columns, rows)


def _has_bounds(cell: Cell) -> bool:
    return isinstance(cell, Share) and (cell.low is not None or cell.high is not None)


def _three(column: Column, say: Speaker) -> tuple[Column, Column, Column]:
    meaning = say.gettext("One end of the 95 % confidence interval of “{column}”.").format(column=column.title)
    low = say.gettext("{column}, lower bound").format(column=column.title)
    high = say.gettext("{column}, upper bound").format(column=column.title)
    return column, Column(low, "share", meaning), Column(high, "share", meaning)


def _values(cell: Cell, *, three: bool) -> Iterator[Value]:
    """What is hidden is hidden in all three."""
    if isinstance(cell, Share):
        yield from (cell.value, cell.low, cell.high) if three else (cell.value,)
        return
    yield cell
    if three:
        yield from (cell, cell) if isinstance(cell, Suppressed) else (None, None)
