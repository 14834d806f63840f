"""XLSX, to be read, printed and sent to a donor: a sheet about the report, one for each section, one of definitions."""

from datetime import datetime, time
from io import BytesIO
from typing import Final

import xlsxwriter  # type: ignore[import-untyped]  # it comes without types

from bot.exports.definitions_sheet import write_definitions
from bot.exports.front_sheet import write_front
from bot.exports.printing import set_up
from bot.exports.section_sheet import write_section
from bot.exports.sheet_names import sheet_names
from bot.exports.styles import FONT, styles
from bot.exports.wording import period
from bot.language.phrases import Speaker
from bot.reports.report import Report

AUTHOR: Final = "Udha"
"""Excel would show a person's name here."""


def written(report: Report, say: Speaker) -> bytes:
    """The workbook; the same report makes the same bytes.

    Texts are written as texts: nothing in it is a formula or leads out of the file, whatever it begins with.
    """
    file = BytesIO()
    # In memory: no copy is left in a temporary folder, and no time of day in the file.
    workbook = xlsxwriter.Workbook(file, {"in_memory": True, "default_format_properties": dict(FONT)})
    made = datetime.combine(report.made, time())
    workbook.set_properties(
        {"title": report.title, "subject": period(report, say), "author": AUTHOR, "created": made},
    )
    looks = styles(workbook, say.language)
    names = sheet_names([say.gettext("Report"), *(each.title for each in report.sections), say.gettext("Definitions")])
    first, *pages, last = [workbook.add_worksheet(name) for name in names]
    write_front(first, looks, report, names, say)
    for page, section in zip(pages, report.sections, strict=True):
        write_section(page, looks, section, period(report, say), say)
    write_definitions(last, looks, report, say)
    for page in workbook.worksheets():
        set_up(page, report, say)
    workbook.close()
    return file.getvalue()
