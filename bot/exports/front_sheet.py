"""The first sheet of a workbook: what the report is, over which time, what has to be known of it, and its sheets."""

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any, Final

from xlsxwriter.utility import quote_sheetname  # type: ignore[import-untyped]  # it comes without types

from bot.exports.sizes import make_room
from bot.exports.styles import Styles
from bot.exports.wording import period
from bot.language.phrases import Speaker
from bot.reports.report import Report

WIDTHS: Final = (150, 750)
"""Of labels and of what they are of, in pixels."""


def write_front(page: Any, looks: Styles, report: Report, names: Sequence[str], say: Speaker) -> None:
    """`names` are those of all sheets, this one first."""
    for at, width in enumerate(WIDTHS):
        page.set_column_pixels(at, at, width)
    page.write_string(0, 0, report.title, looks.title)
    page.write_string(2, 0, say.gettext("Period"), looks.label)
    page.write_string(2, 1, period(report, say), looks.note)
    page.write_string(3, 0, say.gettext("Made on"), looks.label)
    page.write_datetime(3, 1, datetime.combine(report.made, time()), looks.this_day)
    row = _list(page, 5, looks, say.gettext("Notes"), report.notes) if report.notes else 5
    titles = (*(section.title for section in report.sections), say.gettext("Definitions"))
    _contents(page, row, looks, say.gettext("Sheets"), list(zip(names[1:], titles, strict=True)))


def _list(page: Any, row: int, looks: Styles, heading: str, texts: Sequence[str]) -> int:
    """Where the next one begins."""
    page.write_string(row, 0, heading, looks.label)
    for at, text in enumerate(texts):
        page.write_string(row + at, 1, text, looks.note)
        make_room(page, row + at, [text], WIDTHS[1:])
    return row + len(texts) + 1


def _contents(page: Any, row: int, looks: Styles, heading: str, sheets: Sequence[tuple[str, str]]) -> None:
    page.write_string(row, 0, heading, looks.label)
    for at, (name, title) in enumerate(sheets):
        page.write_url(row + at, 1, f"internal:{quote_sheetname(name)}!A1", looks.link, title)
