"""The forms together: what a page or a command asks for."""

from dataclasses import replace
from datetime import date

import pytest

from bot.exports.forms import FORMS, MEDIA_TYPES, SUFFIXES, Form, file_name, written
from tests.exports.reporting import GAIN, TOPICS, a_report, speaker

BEGINNINGS: dict[Form, bytes] = {"table": b"Use of Udha\n", "csv": b"\xef\xbb\xbf", "xlsx": b"PK", "json": b"{"}


@pytest.mark.parametrize("form", FORMS)
def test_a_report_can_be_had_in_every_form(form: Form) -> None:
    content = written(form, a_report(TOPICS, GAIN), speaker())
    assert content.startswith(BEGINNINGS[form])
    assert content == written(form, a_report(TOPICS, GAIN), speaker())


def test_every_form_has_a_suffix_and_a_media_type() -> None:
    assert set(FORMS) == SUFFIXES.keys() == MEDIA_TYPES.keys()


def test_the_name_of_a_file_says_what_when_and_in_which_language() -> None:
    report = a_report(TOPICS, language="sq")
    assert file_name("xlsx", report) == "udha-usage-2026-Q3-sq.xlsx"
    assert file_name("table", replace(report, last=date(2026, 7, 31))) == "udha-usage-2026-07-sq.txt"
    assert file_name("csv", replace(report, last=date(2026, 8, 31))) == "udha-usage-2026-07-01_2026-08-31-sq.csv"
