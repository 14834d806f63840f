"""What a picture draws of a section: how large each cell is, and what is written beside it."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.console.ink import SERIES
from bot.exports.wording import cell_text
from bot.language.phrases import Speaker
from bot.reports.errors import ReportError
from bot.reports.report import AtLeast, Cell, Section, Share
from bot.reports.table import SUPPRESSED

MOST_SERIES: Final = len(SERIES)


@dataclass(frozen=True)
class Mark:
    """One cell. `amount` is None where there is no number that may be drawn; a share's is 0 to 1.

    `text` is all that it says, `short` the same without its bounds.
    """

    amount: float | None
    text: str
    short: str
    hidden: bool = False


@dataclass(frozen=True)
class Row:
    """`label` names it, `marks` are the drawn columns, in their order."""

    label: str
    marks: tuple[Mark, ...]


def rows(section: Section, say: Speaker) -> list[Row]:
    """All of them, in the order of the table.

    Raises ReportError for a section that no picture can be made of: too many columns to tell apart, or words in them.
    """
    if not 1 <= len(section.drawn) <= MOST_SERIES:
        raise ReportError(f"{section.name}: one to {MOST_SERIES} columns are drawn, not {len(section.drawn)}.")
    return [
        Row(_legible(cell_text(row[0], say)), tuple(_mark(row[column], section, say) for column in section.drawn))
        for row in section.rows
    ]


def nothing_known(drawn: Sequence[Row]) -> bool:
    """Whether there is neither a number nor one that is hidden."""
    return all(mark.amount is None and not mark.hidden for row in drawn for mark in row.marks)


def titles(section: Section) -> tuple[str, ...]:
    """Those of the drawn columns."""
    return tuple(section.columns[column].title for column in section.drawn)


def largest(drawn: Sequence[Row]) -> float:
    """The largest amount of all; 0 if none is shown."""
    return max((mark.amount for row in drawn for mark in row.marks if mark.amount is not None), default=0)


def _legible(text: str) -> str:
    """Without signs that nobody sees: some of them may not stand in XML at all."""
    return "".join(letter for letter in text if not unicodedata.category(letter).startswith("C"))


def _mark(cell: Cell, section: Section, say: Speaker) -> Mark:
    if isinstance(cell, str | date):
        raise ReportError(f"{section.name}: '{cell}' cannot be drawn. Let `drawn` name columns of numbers only.")
    short = Share(cell.value) if isinstance(cell, Share) else cell
    return Mark(_amount(cell), cell_text(cell, say), cell_text(short, say), hidden=cell is SUPPRESSED)


def _amount(cell: Cell) -> float | None:
    match cell:
        case AtLeast():
            return cell.n
        case Share():
            return cell.value
        case int():
            return cell
        case _:
            return None
