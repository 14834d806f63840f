from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.formats import (
    all_of,
    any_of,
    country_name,
    date_range,
    distance,
    hours_for_people,
    language_in,
    language_name,
    long_date,
    number,
    partial_date,
    short_date,
    weekday,
)
from tests.contexts import the_phrases

DAY = date(2026, 11, 22)


def test_dates_are_written_as_the_reader_writes_them() -> None:
    assert long_date(DAY, "sq") == "22 nëntor 2026"
    assert long_date(DAY, "en") == "22 November 2026"
    assert short_date(DAY, "sq") == "22.11.2026"
    assert short_date(DAY, "en") == "22/11/2026"


@pytest.mark.parametrize(
    ("last", "albanian", "german"),
    [
        (DAY, "22 nëntor 2026", "22. November 2026"),
        (date(2026, 11, 24), "22-24 nëntor 2026", "22.-24. November 2026"),
        (date(2026, 12, 2), "22 nëntor - 2 dhjetor 2026", "22. November - 2. Dezember 2026"),
        (date(2027, 11, 24), "22 nëntor 2026 - 24 nëntor 2027", "22. November 2026 - 24. November 2027"),
    ],
)
def test_what_two_days_share_is_said_once(last: date, albanian: str, german: str) -> None:
    written = [date_range(DAY, last, language).replace("\N{EN DASH}", "-") for language in ("sq", "de")]
    assert written == [albanian, german]


def test_days_of_the_week_have_the_name_that_stands_alone() -> None:
    assert (weekday(DAY, "sq"), weekday(DAY, "en")) == ("e diel", "Sunday")


def test_a_language_that_unicode_does_not_know_gets_english_dates() -> None:
    assert long_date(DAY, "rom") == "22 November 2026"


@pytest.mark.parametrize(
    ("text", "written"),
    [("2024", "2024"), ("2025-03", "mars 2025"), ("2025-03-01", "1.3.2025"), ("2025-13", "2025-13")],
)
def test_the_date_of_a_source_is_as_exact_as_the_source(text: str, written: str) -> None:
    assert partial_date(text, "sq") == written


@pytest.mark.parametrize(
    ("km", "written"), [(0.2, "më pak se 1 km"), (1, "1 km"), (2.44, "2,4 km"), (9.97, "10 km"), (12.6, "13 km")]
)
def test_distances_are_rounded_to_what_matters_on_foot(km: float, written: str) -> None:
    assert distance(km, the_phrases().speak("sq")).replace("\N{NO-BREAK SPACE}", " ") == written


def test_numbers_have_the_marks_of_the_language() -> None:
    assert number(3200.5, "en") == "3,200.5"
    assert number(3200.5, "sq").replace("\N{NO-BREAK SPACE}", " ") == "3 200,5"


def test_countries_and_languages_have_their_names() -> None:
    assert country_name("XK", "sq") == "Kosovë"
    assert country_name("QQ", "sq") == "QQ"
    assert (language_name("sq"), language_name("en")) == ("Shqip", "English")
    assert language_in("en", "sq") == "anglisht"


def test_lists_end_as_people_end_them() -> None:
    assert any_of(("129", "112"), "sq") == "129 ose 112"
    assert all_of(("Albanian", "English"), "en") == "Albanian and English"


@pytest.mark.parametrize(
    ("hours", "read"),
    [
        ("24/7", "ditë e natë, çdo ditë"),
        ("Mo-Fr 08:00-16:00; Sa 09:00-12:00", "hën-pre 08:00-16:00; sht 09:00-12:00"),
        ("Mo,We-Fr 08:00-12:00,13:00-16:00", "hën, mër-pre 08:00-12:00, 13:00-16:00"),
        ("08:00-16:00", "çdo ditë 08:00-16:00"),
        ("Jun-Aug Mo-Fr 08:00-14:00; Sep 08:00-16:00", "qershor-gusht hën-pre 08:00-14:00; shtator 08:00-16:00"),
        ("Mo-Fr 08:00-12:00, 13:00-16:00, Sa 9:00-11:00", "hën-pre 08:00-12:00, 13:00-16:00; sht 9:00-11:00"),
    ],
)
def test_opening_hours_are_read_out(hours: str, read: str) -> None:
    said = hours_for_people(hours, the_phrases().speak("sq"))
    assert said.replace("\N{EN DASH}", "-") == read


@pytest.mark.parametrize("hours", ["Mo-Fr 08:00-16:00; Dec 24 off", "Mo-Fr 09:00+", "by appointment", ""])
def test_opening_hours_that_cannot_be_read_are_given_as_they_stand(hours: str) -> None:
    assert hours_for_people(hours, the_phrases().speak("sq")) == hours


def test_days_on_which_it_is_closed_are_told_and_so_are_public_holidays() -> None:
    say = the_phrases().speak("en")
    assert hours_for_people("We,PH off", say) == "Wed, public holidays closed"
    read = hours_for_people("PH 09:00-12:00; off", say)
    assert read.replace("\N{EN DASH}", "-") == "public holidays 09:00-12:00; every day closed"


@given(st.text())
def test_no_opening_hours_make_it_fail(hours: str) -> None:
    assert isinstance(hours_for_people(hours, the_phrases().speak("en")), str)
