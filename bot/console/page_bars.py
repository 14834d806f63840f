"""For a glance: rows that say how far something has come, as bars; rows of people as large numbers."""

from dataclasses import dataclass
from typing import Final

from bot.console.page_table import SaidCell, said
from bot.language.phrases import Speaker
from bot.reports.report import Cell, Section, Share

FACTS: Final = 2
"""How many numbers stand with a bar; all others are in the table."""


@dataclass(frozen=True)
class Bar:
    """`heading` is the column of `progress`; `filled` is 0 to 100, None where nothing can be drawn.

    `facts` are the cells before it by their columns, such as how many so far, and the target.
    """

    title: str
    heading: str
    progress: SaidCell | None
    filled: int | None
    facts: tuple[tuple[str, SaidCell], ...]


@dataclass(frozen=True)
class Tile:
    """A large number and whose it is."""

    title: str
    number: SaidCell


def bars(section: Section, say: Speaker) -> list[Bar]:
    """One for each row. How far it has come stands in the column that is drawn."""
    return [_bar(section, row, section.drawn[0], say) for row in section.rows]


def tiles(section: Section, say: Speaker) -> list[Tile]:
    """One for each row: its number is in the second column."""
    return [Tile(said(row[0], say).text, said(row[1], say)) for row in section.rows]


def _bar(section: Section, row: tuple[Cell, ...], at: int, say: Speaker) -> Bar:
    cell = row[at]
    filled = round(100 * min(max(cell.value, 0), 1)) if isinstance(cell, Share) else None
    before = range(max(1, at - FACTS), at)
    facts = tuple((section.columns[n].title, said(row[n], say)) for n in before if row[n] is not None)
    progress = None if cell is None else said(cell, say)
    return Bar(said(row[0], say).text, section.columns[at].title, progress, filled, facts)
