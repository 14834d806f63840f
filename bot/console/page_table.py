"""A section of a report as a table on a page: numbers as the reader writes them, and what is hidden named as such."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from bot.exports.wording import cell_text
from bot.language.phrases import Speaker
from bot.reports.report import Cell, Column, Section, Share
from bot.reports.table import Suppressed

SHORT: Final = 12
"""Rows: a table that is longer is folded up where a picture says the same at a glance."""
SAID: Final = 4096
"""Cells that are remembered, some hundred bytes each: to write a number for a reader takes longer than all the rest."""


@dataclass(frozen=True)
class SaidCell:
    """`beside` is what stands small after it, such as an interval; `mark` is hidden, unknown or nothing."""

    text: str
    beside: str = ""
    mark: str = ""


@dataclass(frozen=True)
class SaidRow:
    """The first cell names the row; the others stand with their columns."""

    head: SaidCell
    cells: tuple[tuple[Column, SaidCell], ...]


@lru_cache(maxsize=SAID)
def said(cell: Cell, say: Speaker) -> SaidCell:
    """A single cell, in the speaker's language."""
    if isinstance(cell, Share) and cell.low is not None and cell.high is not None:
        low, high = (cell_text(Share(bound), say) for bound in (cell.low, cell.high))
        return SaidCell(cell_text(Share(cell.value), say), beside=f"{low}\N{EN DASH}{high}")
    mark = "hidden" if isinstance(cell, Suppressed) else "unknown" if cell is None else ""
    return SaidCell(cell_text(cell, say), mark=mark)


def rows(section: Section, say: Speaker) -> list[SaidRow]:
    """All rows of a section, ready to be set."""
    others = section.columns[1:]
    return [
        SaidRow(said(head, say), tuple((column, said(cell, say)) for column, cell in zip(others, rest, strict=True)))
        for head, *rest in section.rows
    ]
