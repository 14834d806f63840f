"""CSV, for programs: one file for the whole report.

Each record begins with what it is of: the id of a section, whose first record is the titles of its columns, or _report,
_notes or _definitions, which no section can be called; then the second field says of which section. All records have
as many fields (RFC 4180, 2.4). A number is plain, a share is from 0 to 1, a day is 2026-10-01; what is hidden is the
word for it, a sum of which some parts are hidden is "≥ 12", and where there is no number there is nothing.
"""

import csv
from collections.abc import Iterator
from datetime import date
from io import StringIO
from typing import Final

from bot.exports.flat import Value, flat
from bot.exports.formula import like_a_formula
from bot.exports.legend import explained
from bot.exports.wording import NO_LESS, hidden
from bot.language.phrases import Speaker
from bot.reports.report import AtLeast, Report, Section

PLACES: Final = 4
"""Of a share: a hundredth of a per cent."""

Fields = tuple[str, ...]


def written(report: Report, say: Speaker) -> bytes:
    """The file. It begins with the mark of UTF-8, without which Excel takes ë for two letters."""
    records = list(_records(report, say))
    width = max(len(record) for record in records)
    file = StringIO(newline="")
    csv.writer(file).writerows((*map(_guarded, record), *[""] * (width - len(record))) for record in records)
    return file.getvalue().encode("utf-8-sig")


def _records(report: Report, say: Speaker) -> Iterator[Fields]:
    for key, value in (
        ("name", report.name),
        ("title", report.title),
        ("first", report.first.isoformat()),
        ("last", report.last.isoformat()),
        ("made", report.made.isoformat()),
        ("language", report.language),
    ):
        yield ("_report", key, value)
    yield from (("_notes", report.name, note) for note in report.notes)
    for section in report.sections:
        yield from _section(section, say)
    yield from (("_definitions", report.name, *each) for each in (*report.definitions, *explained(say)))


def _section(section: Section, say: Speaker) -> Iterator[Fields]:
    """Its table, what has to be known of it, and what its columns count."""
    table = flat(section, say)
    yield (section.name, *(column.title for column in table.columns))
    for row in table.rows:
        yield (section.name, *(_text(value, say) for value in row))
    yield from (("_notes", section.name, note) for note in section.notes)
    yield from (("_definitions", section.name, each.title, each.meaning) for each in table.columns if each.meaning)


def _text(value: Value, say: Speaker) -> str:
    match value:
        case None:
            return ""
        case str() | int():
            return str(value)
        case float():
            return f"{value:.{PLACES}f}"
        case date():
            return value.isoformat()
        case AtLeast():
            return f"{NO_LESS} {value.n}"
        case _:
            return hidden(say)


def _guarded(field: str) -> str:
    return f"'{field}" if like_a_formula(field) else field
