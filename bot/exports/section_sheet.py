"""A section of a report as a sheet: its table with real numbers, days and percentages, and its notes."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any, Final

from bot.exports.flat import Flat, Value, flat
from bot.exports.formula import like_a_formula
from bot.exports.legend import legend
from bot.exports.sizes import BOLD, fitted, make_room
from bot.exports.styles import Styles
from bot.exports.wording import cell_text, hidden, nothing
from bot.language.phrases import Speaker
from bot.reports.report import Column, Section
from bot.reports.table import Suppressed

HEAD: Final = 2
"""The row of the columns' titles; above it stand the title of the section and the period."""
PERIOD: Final = 28
"""Pixels of the row of the period: with air below it."""
ACROSS: Final = 700
"""Pixels over which a note may stretch: under a narrow table it would become a tower of words."""
SPARE: Final = 72
"""Pixels of a column that holds nothing."""


def write_section(page: Any, looks: Styles, section: Section, period: str, say: Speaker) -> None:
    """Onto an empty worksheet. The head stays in sight and is printed on every page."""
    page.write_string(0, 0, section.title, looks.title)
    page.write_string(1, 0, period, looks.quiet)
    page.set_row_pixels(1, PERIOD)
    table = flat(section, say)
    _write_table(page, looks, table, say)
    widths = fitted(table, say)
    make_room(page, HEAD, (column.title for column in table.columns), widths, BOLD)
    for row, texts in enumerate(table.rows, start=HEAD + 1):
        make_room(page, row, texts, widths)
    widths += [SPARE] * ((ACROSS - sum(widths)) // SPARE + 1)
    for at, width in enumerate(widths):
        page.set_column_pixels(at, at, width)
    notes = (*section.notes, *legend([section], say))
    below = HEAD + 2 + len(table.rows)
    _write_notes(page, looks, (below, notes if table.rows else (nothing(say), *notes)), widths)
    page.freeze_panes(HEAD + 1, 1)
    page.repeat_rows(0, HEAD)


def _write_table(page: Any, looks: Styles, table: Flat, say: Speaker) -> None:
    for at, column in enumerate(table.columns):
        page.write_string(HEAD, at, column.title, looks.head_of_numbers if _counts(column) else looks.head)
    for row, values in enumerate(table.rows, start=HEAD + 1):
        for at, value in enumerate(values):
            words = looks.words if _counts(table.columns[at]) else looks.text
            _write(page, (row, at), value, (looks, words), say)
    # Hours and years are words here; a green corner on each of them would say that something was wrong.
    page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})


def _counts(column: Column) -> bool:
    return column.kind in {"number", "share"}


def _write(page: Any, at: tuple[int, int], value: Value, style: tuple[Styles, Any], say: Speaker) -> None:
    """A number as a number, and everything else as a text: never as what it looks like."""
    looks, words = style
    match value:
        case float():
            page.write_number(*at, value, looks.share)
        case int():
            page.write_number(*at, value, looks.number)
        case date():
            page.write_datetime(*at, datetime.combine(value, time()), looks.day)
        case Suppressed():
            page.write_string(*at, hidden(say), looks.hidden)
        case str() if like_a_formula(value):
            page.write_string(*at, value, looks.apostrophe)
        case _:
            page.write_string(*at, cell_text(value, say), words)


def _write_notes(page: Any, looks: Styles, below: tuple[int, Sequence[str]], widths: Sequence[int]) -> None:
    """Each over all columns, from this row on."""
    first, notes = below
    for row, note in enumerate(notes, start=first):
        make_room(page, row, [note], [sum(widths)])
        page.merge_range(row, 0, row, len(widths) - 1, note, looks.note)
