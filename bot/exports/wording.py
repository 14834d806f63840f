"""What stands in a cell: the same words in every form that people read."""

from datetime import date
from typing import Final

from babel.numbers import format_percent

from bot.language.formats import date_range, locale_of, number, short_date
from bot.language.phrases import Speaker
from bot.reports.report import AtLeast, Cell, Report, Share

NO_NUMBER: Final = "\N{EN DASH}"
"""Stands where nobody knows: an empty cell would look as if it had been forgotten."""
NO_LESS: Final = "\N{GREATER-THAN OR EQUAL TO}"
"""Stands before a sum of which some parts are hidden."""
PER_CENT: Final = "#,##0.0%"
"""One decimal: 29.6 % must not be read as a target of 30 % that was met."""


def cell_text(cell: Cell, say: Speaker) -> str:
    match cell:
        case None:
            return NO_NUMBER
        case str():
            return cell
        case AtLeast() | Share():
            return _sum_or_share(cell, say.language)
        case date():
            return short_date(cell, say.language)
        case int():
            return number(cell, say.language)
        case _:
            return hidden(say)


def hidden(say: Speaker) -> str:
    """What stands in the place of a number that is not shown."""
    return say.gettext("hidden")


def nothing(say: Speaker) -> str:
    """What stands under the head of a table without rows."""
    return say.gettext("There is nothing to show.")


def period(report: Report, say: Speaker) -> str:
    return date_range(report.first, report.last, say.language)


def per_cent(value: float, language: str) -> str:
    return format_percent(value, PER_CENT, locale_of(language))


def _sum_or_share(cell: AtLeast | Share, language: str) -> str:
    """A share that was estimated has its bounds behind it."""
    if isinstance(cell, AtLeast):
        return f"{NO_LESS} {number(cell.n, language)}"
    value = per_cent(cell.value, language)
    if cell.low is None or cell.high is None:
        return value
    return f"{value} ({per_cent(cell.low, language)}\N{EN DASH}{per_cent(cell.high, language)})"
