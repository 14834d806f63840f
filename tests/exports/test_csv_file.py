"""The report as CSV."""

import csv
from io import StringIO

import pytest

from bot.exports.csv_file import written
from bot.reports.report import Report
from tests.exports.reporting import GAIN, LANGUAGES, TOPICS, a_report, a_table, speaker


def records(report: Report, language: str = "en") -> list[list[str]]:
    """As a program reads them, with the empty fields at the end of a record left out."""
    text = written(report, speaker(language)).decode("utf-8-sig")
    found = list(csv.reader(StringIO(text, newline=""), strict=True))
    assert len({len(record) for record in found}) == 1
    return [record[: len(record) - [not field for field in reversed(record)].index(False)] for record in found]


def test_it_begins_with_the_mark_by_which_excel_knows_its_letters() -> None:
    content = written(a_report(TOPICS), speaker())
    assert content.startswith(b"\xef\xbb\xbf_report,name,usage")
    assert "Ditët e para" in content.decode("utf-8")


def test_every_record_ends_as_rfc_4180_says() -> None:
    content = written(a_report(TOPICS, GAIN), speaker())
    assert content.endswith(b"\r\n")
    assert content.count(b"\n") == content.count(b"\r\n")


def test_it_says_which_report_it_is_and_over_which_time() -> None:
    assert records(a_report())[:6] == [
        ["_report", "name", "usage"],
        ["_report", "title", "Use of Udha"],
        ["_report", "first", "2026-07-01"],
        ["_report", "last", "2026-09-30"],
        ["_report", "made", "2026-11-22"],
        ["_report", "language", "en"],
    ]


def test_each_section_stands_with_its_id_and_its_numbers_are_plain() -> None:
    assert [record for record in records(a_report(TOPICS)) if record[0] == "topics"] == [
        ["topics", "Topic", "July", "Both", "Share", "Since"],
        ["topics", "Ditët e para", "1234", "≥ 1240", "0.4212", "2026-07-15"],
        ["topics", "Azili", "hidden", "hidden", "hidden", "2026-08-01"],
        ["topics", "Kredia", "0"],
    ]


def test_the_bounds_of_a_share_are_fields_of_their_own() -> None:
    assert [record for record in records(a_report(GAIN)) if record[0] == "gain"] == [
        ["gain", "Gender", "Strengthened", "Strengthened, lower bound", "Strengthened, upper bound"],
        ["gain", "women", "0.6100", "0.5200", "0.6900"],
        ["gain", "men", "hidden", "hidden", "hidden"],
        ["gain", "not told"],
    ]


def test_notes_and_definitions_say_what_they_are_of() -> None:
    found = records(a_report(TOPICS))
    assert ["_notes", "usage", "November is not over."] in found
    assert ["_notes", "topics", "Opened, not read."] in found
    assert ["_definitions", "topics", "July", "How often it was opened in July."] in found
    assert ["_definitions", "usage", "people", "Different chats in a quarter."] in found
    assert any(record[:3] == ["_definitions", "usage", "hidden"] for record in found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_hidden_is_said_in_the_language_of_the_report(language: str) -> None:
    found = [record for record in records(a_report(TOPICS), language) if record[:2] == ["topics", "Azili"]]
    assert found[0][2] == speaker(language).gettext("hidden")


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\0=1", "\N{FULLWIDTH EQUALS SIGN}1"]
)
def test_a_text_that_looks_like_a_formula_stays_a_text(text: str) -> None:
    section = a_table((text, 12), title=text)
    found = written(a_report(section, title=text), speaker()).decode("utf-8-sig")
    fields = [field for record in csv.reader(StringIO(found, newline="")) for field in record]
    assert f"'{text}" in fields
    assert text not in fields


def test_a_number_is_no_text_and_needs_no_guard() -> None:
    assert ["table", "a = b", "0"] in records(a_report(a_table(("a = b", 0))))


def test_commas_quotation_marks_and_lines_come_back_as_they_were() -> None:
    text = 'one, "two"\nthree'
    assert ["table", text, "12"] in records(a_report(a_table((text, 12))))
