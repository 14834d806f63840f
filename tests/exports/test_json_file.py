"""The report as JSON: a program reads back what we wrote."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.exports.json_file import written
from bot.reports.report import AtLeast, Cell, Column, Report, Section, Share
from bot.reports.table import SUPPRESSED
from tests.exports.reporting import GAIN, LANGUAGES, TOPICS, a_report, a_table


def read(content: bytes) -> Report:
    """As somebody would who has read nothing but the description of the form."""
    found = json.loads(content)
    first, last, made = (date.fromisoformat(found[key]) for key in ("first", "last", "made"))
    sections = tuple(_section(each) for each in found["sections"])
    terms = tuple((each["term"], each["meaning"]) for each in found["definitions"])
    head = (found["name"], found["title"], first, last, made, found["language"])
    return Report(*head, sections, tuple(found["notes"]), terms)


def _section(found: dict[str, Any]) -> Section:
    columns = tuple(Column(each["title"], each["kind"], each["meaning"]) for each in found["columns"])
    rows = tuple(
        tuple(_cell(cell, column.kind) for cell, column in zip(row, columns, strict=True)) for row in found["rows"]
    )
    notes, places = tuple(found["notes"]), tuple(found["places"])
    return Section(found["name"], found["title"], columns, rows, notes, places=places)


def _cell(cell: Any, kind: str) -> Cell:
    match cell:
        case {"hidden": True}:
            return SUPPRESSED
        case {"at_least": n}:
            return AtLeast(n)
        case {"value": value, "low": low, "high": high}:
            return Share(value, low, high)
        case str() if kind == "day":
            return date.fromisoformat(cell)
    plain: Cell = cell
    return plain


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_written_is_read_back(language: str) -> None:
    by_place = replace(a_table(("Kukës", 12), ("Has", SUPPRESSED)), places=("kukes", "has"))
    report = a_report(TOPICS, GAIN, by_place, language=language)
    assert read(written(report)) == report


def test_what_is_hidden_has_no_number() -> None:
    found = json.loads(written(a_report(TOPICS)))
    assert found["sections"][0]["rows"][1] == ["Azili", *[{"hidden": True}] * 3, "2026-08-01"]


def test_a_sum_with_hidden_parts_says_what_was_shown_of_it() -> None:
    found = json.loads(written(a_report(TOPICS)))
    assert found["sections"][0]["rows"][0][2] == {"at_least": 1240}


def test_shares_are_numbers_and_have_all_their_keys() -> None:
    found = json.loads(written(a_report(TOPICS, GAIN)))
    assert found["sections"][0]["rows"][0][3] == {"value": 0.4212, "low": None, "high": None}
    assert found["sections"][1]["rows"][0][1] == {"value": 0.61, "low": 0.52, "high": 0.69}


def test_its_keys_are_the_same_in_every_language() -> None:
    albanian, english = (json.loads(written(a_report(TOPICS, language=each))) for each in LANGUAGES)
    assert albanian.keys() == english.keys()
    assert (albanian["format"], albanian["version"]) == ("udha-report", 1)


def test_letters_are_letters() -> None:
    assert "Ditët e para" in written(a_report(TOPICS)).decode()
