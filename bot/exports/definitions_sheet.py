"""The last sheet of a workbook: what each column counts, and how the signs in the tables are to be read."""

from collections.abc import Iterator
from typing import Any, Final

from bot.exports.flat import flat
from bot.exports.legend import explained
from bot.exports.sizes import make_room
from bot.exports.styles import Styles
from bot.language.phrases import Speaker
from bot.reports.report import Report

WIDTHS: Final = (190, 210, 600)
"""In pixels: of the table, the word, and what it means. Together they fill the page."""


def write_definitions(page: Any, looks: Styles, report: Report, say: Speaker) -> None:
    head = (say.gettext("Table"), say.gettext("Word"), say.gettext("What it means"))
    for at, (title, width) in enumerate(zip(head, WIDTHS, strict=True)):
        page.set_column_pixels(at, at, width)
        page.write_string(0, at, title, looks.head)
    for row, words in enumerate(_words(report, say), start=1):
        make_room(page, row, words, WIDTHS)
        for at, text in enumerate(words):
            page.write_string(row, at, text, looks.text)
    page.freeze_panes(1, 0)
    page.repeat_rows(0)


def _words(report: Report, say: Speaker) -> Iterator[tuple[str, str, str]]:
    """What holds for all tables comes first: it is what a reader asks about who opens the file."""
    everywhere = say.gettext("all tables")
    for term, meaning in (*explained(say), *report.definitions):
        yield everywhere, term, meaning
    for section in report.sections:
        for column in flat(section, say).columns:
            if column.meaning:
                yield section.title, column.title, column.meaning
