"""What is typed is a figure, or comes back with a sentence by each field that is wrong."""

from datetime import date

import pytest

from bot.reports.figures import Figure, checked, source_hint
from tests.contexts import the_phrases
from tests.reports.indicating import WOMEN, an_indicator, by_hand

TODAY = date(2026, 11, 22)
TYPED = {"indicator": "income", "day": "2026-09-30", "n": "24", "having": "", "known": "", "source": "List of a course"}
SHARED = by_hand("women", minimum_share=WOMEN)
KNOWN = {one.id: one for one in (by_hand(), SHARED, an_indicator("own"))}
DATED = {"dated": by_hand("dated", **{"from": date(2026, 1, 1), "to": date(2026, 6, 30)})}


def told(**changes: str) -> object:
    return checked(TYPED | changes, KNOWN | DATED, TODAY, the_phrases().speak("en"))


def test_what_is_right_is_a_figure() -> None:
    assert told() == Figure("income", date(2026, 9, 30), 24, "List of a course")
    with_share = told(indicator="women", having="9", known="20")
    assert with_share == Figure("women", date(2026, 9, 30), 24, "List of a course", 9, 20)
    assert told(n=" 0 ", source="  A  \n list\0 ") == Figure("income", date(2026, 9, 30), 0, "A list")


def test_today_is_a_day_and_tomorrow_is_none() -> None:
    assert isinstance(told(day="2026-11-22"), Figure)
    assert told(day="2026-11-23") == {"day": "This day is still to come. Please enter what has happened already."}


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("indicator", ""),
        ("indicator", "own"),
        ("indicator", "other"),
        ("day", ""),
        ("day", "yesterday"),
        ("day", "2026-02-30"),
        ("n", ""),
        ("n", "-1"),
        ("n", "2.5"),
        ("n", "100001"),
        ("n", "²"),
        ("source", " "),
        ("source", "x" * 201),
    ],
)
def test_what_is_missing_or_wrong_is_told_beside_its_field(field: str, text: str) -> None:
    faults = told(**{field: text})
    assert isinstance(faults, dict)
    assert set(faults) == {field}


def test_all_that_is_wrong_is_told_at_once() -> None:
    faults = checked({}, KNOWN, TODAY, the_phrases().speak("en"))
    assert isinstance(faults, dict)
    assert set(faults) == {"indicator", "day", "n", "source"}


@pytest.mark.parametrize(
    ("having", "known", "field"),
    [("9", "", "known"), ("", "20", "having"), ("21", "20", "having"), ("9", "25", "known"), ("x", "20", "having")],
)
def test_a_share_has_both_its_numbers_and_they_fit(having: str, known: str, field: str) -> None:
    faults = told(indicator="women", having=having, known=known)
    assert isinstance(faults, dict)
    assert set(faults) == {field}


def test_an_indicator_without_a_share_takes_none() -> None:
    assert told(having="9", known="20") == {"having": "This indicator asks for no share. Please leave this empty."}


def test_a_day_outside_the_programme_is_told_with_the_programme_s_days() -> None:
    faults = told(indicator="dated")
    assert faults == {"day": "The programme's days are from 01/01/2026 to 30/06/2026. Please give one of them."}


@pytest.mark.parametrize(
    "source",
    [
        "Told by arta@example.org",
        "From Arta, +355 69 123 4567",
        "From Arta, 069 123 4567",
        "From @arta_k in Telegram",
        "See t.me/arta",
        "See https://www.facebook.com/arta",
    ],
)
def test_a_source_that_leads_to_a_person_is_refused(source: str) -> None:
    faults = told(source=source)
    assert isinstance(faults, dict)
    assert set(faults) == {"source"}


@pytest.mark.parametrize(
    "source",
    [
        "List of participants, Kukës, 30.9.2026",
        "Report of 2026-09-30, page 12, law 96/2017",
        "Workshops of 2025-2026: 14 + 10 people",
    ],
)
def test_a_source_with_days_and_numbers_is_none_that_leads_to_a_person(source: str) -> None:
    assert isinstance(told(source=source), Figure)


def test_beside_the_source_it_says_that_no_names_belong_there() -> None:
    assert "No names of people" in source_hint(the_phrases().speak("en"))
