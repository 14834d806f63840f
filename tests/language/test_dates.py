import re
from datetime import date, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.language.dates import days_in
from bot.language.formats import date_range, long_date, short_date
from tests.builders import TODAY

LANGUAGES = st.sampled_from(("sq", "en"))
YEARS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
"""Those that people can be asked about."""


def read(text: str, language: str = "sq", today: date = TODAY) -> str | None:
    """The days as text; nothing for a day that there is not."""
    days = days_in(text, language, today)
    return None if days is None else " ".join(map(str, days))


@pytest.mark.parametrize(
    "text",
    [
        "12.03.2026", "12.3.2026", "12.3.26", "12/3/26", "12/03/2026", "12-03-2026", "12-3-26", "2026-03-12",
        "2026/3/12", "2026.03.12", "12 03 2026", "12. 3. 2026", "12 / 3 / 2026", "12.03.2026.", " 12.03.2026\n",
        "12.03", "12.3.", "12/3", "12-3", "12 3", "12 mars 2026", "12 Mars", "12 MARS 26", "12. mars 2026",
        "12.mars.2026", "12-mars-2026", "12/mars/26", "12mars2026", "mars 12", "12 mar", "12 marsi", "12 të marsit",
        "12 i marsit 2026", "12 te marsit '26", "më 12 mars 2026", "me 12.03.2026", "n'12 mars", "që nga 12 marsi",
        "datë 12.03.2026", "dt. 12.3.26", "prej 12 marsit", "12 mars?", "12 mars!", "(12 mars)", "deri më 12 mars",
        "12 March 2026", "12 march", "12th March", "12th of March, 2026", "March 12 2026", "March 12, 2026",
        "March 12th", "mar 12", "on the 12th of March", "on 12 Mar. 2026", "until 12 March", "since 12/3/26",
        "\uff11\uff12.\uff10\uff13.2026", "12\u201103\u20112026",
    ],
)  # fmt: skip
@pytest.mark.parametrize("language", ["sq", "en"])
def test_a_day_is_read_however_it_is_written_and_in_either_language(text: str, language: str) -> None:
    assert read(text, language) == "2026-03-12"


@pytest.mark.parametrize(
    ("names", "month"),
    [
        ("janar janari jan januar january 1 01", 1),
        ("shkurt shkurti shkurtit shk shkur februar february feb", 2),
        ("mars marsit mar march", 3),
        ("prill pril prilli prillit pri april apr", 4),
        ("maj maji majit mai may", 5),
        ("qershor qershorit qersh qer cershor juni june jun", 6),
        ("korrik korik korriku korrikut korr kor juli july jul", 7),
        ("gusht gushtit gush august aug", 8),
        ("shtator shtatori shtat sht september septembër sep sept", 9),
        ("tetor tetorit tet oktobër october oct okt", 10),
        ("nëntor nentor NËNTOR nëntorit nen nëndor nandor nanduer november nov", 11),
        ("dhjetor djetor dhetor dhjetorit dhj december dec", 12),
    ],
)
def test_months_have_many_names(names: str, month: int) -> None:
    for name in names.split():
        assert read(f"5 {name} 2025") == f"2025-{month:02}-05", name


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("sot SOT today tani tash now", "2026-11-22"),
        ("dje yesterday", "2026-11-21"),
        ("nesër neser tomorrow", "2026-11-23"),
        ("pardje", "2026-11-20"),
        ("pasnesër", "2026-11-24"),
    ],
)
def test_days_are_told_from_today(words: str, day: str) -> None:
    assert [read(word) for word in words.split()] == [day] * len(words.split())
    assert read("deri sot") == "2026-11-22"


@pytest.mark.parametrize(
    "text",
    [
        "12.3.2026 - 20.4.2026", "12.3 - 20.4.2026", "12.03.-20.04.2026", "12.3.2026-20.4.2026", "12/3/26-20/4/26",
        "12/3 - 20/4", "12-3-2026 - 20-4-2026", "12-3 20-4", "2026-03-12/2026-04-20", "2026-03-12 to 2026-04-20",
        "12.3.26 20.4.26", "12 3 20 4 2026", "12.3. 20.4.2026", "12 03 2026 20 04 2026",
        "nga 12 mars deri më 20 prill 2026", "12 mars \N{EN DASH} 20 prill", "12 mars \N{EM DASH} 20 prill",
        "12 mars -- 20 prill", "prej 12 marsit deri 20 prillit", "12 mars e 20 prill", "12 mars, 20 prill",
        "12 mars 20 prill 2026", "12 mars 26 20 prill 26", "12 mars 2026\n20 prill 2026", "prej 12.3 gjer me 20.4",
        "nga dt. 12.03 deri dt. 20.04", "from 12 March to 20 April 2026", "March 12 until April 20",
        "12 March 2026 through 20 April", "between 12th March and 20th April",
    ],
)  # fmt: skip
def test_two_days_are_read_in_the_order_in_which_they_stand(text: str) -> None:
    assert read(text) == "2026-03-12 2026-04-20"


@pytest.mark.parametrize(
    "text", ["12-20 mars", "12 - 20 mars 2026", "12-20.3.2026", "12. \N{EN DASH} 20.3.26", "nga 12 deri më 20 mars"]
)
def test_a_month_may_be_told_once_for_both_days(text: str) -> None:
    assert read(text) == "2026-03-12 2026-03-20"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("20.4.2026 - 12.3.2026", "2026-04-20 2026-03-12"),
        ("20.4.2026 - 12.3", "2026-04-20 2027-03-12"),
        ("12.12 - 20.1.2026", "2025-12-12 2026-01-20"),
        ("12.12.2025 - 20.1", "2025-12-12 2026-01-20"),
        ("12.3.2025 - 20.4", "2025-03-12 2025-04-20"),
        ("12.12 - 20.1", "2026-12-12 2027-01-20"),
        ("1.11 - 28.2", "2025-11-01 2026-02-28"),
        ("1 shtator - sot", "2026-09-01 2026-11-22"),
        ("24 nëntor - sot", "2025-11-24 2026-11-22"),
        ("sot - 20.1", "2026-11-22 2027-01-20"),
        ("dje - nesër", "2026-11-21 2026-11-23"),
        ("29.2 - 10.3.2028", "2028-02-29 2028-03-10"),
    ],
)
def test_a_year_that_stands_at_one_day_holds_for_the_other(text: str, days: str) -> None:
    assert read(text) == days


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("22.11", "2026-11-22"),
        ("23.11", "2026-11-23"),
        ("21.1", "2027-01-21"),
        ("22.1", "2026-01-22"),
        ("29.2", "2024-02-29"),
        ("12.3.46", "2046-03-12"),
        ("12.3.47", "1947-03-12"),
    ],
)
def test_a_year_that_is_left_out_or_written_short_is_the_one_that_is_meant(text: str, day: str) -> None:
    assert read(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "31.02", "31.02.2026", "29.2.2027", "31 qershor", "12.13.2026", "0.0", "32.1", "12 mars 2126", "1.1.0026",
        "12.3 - 31.4", "31.2 - 12.3", "29.2 - 10.3.2027", "29.2.2028 - 28.2 31.1",
        "5", "2026", "12 - 20", "mars", "mars 2026", "mars - prill", "2026 mars 12", "deri në mars",
        "1.3 5.4 6.7", "12.3.2026 - 20.4.2026, 1.5.2026 - 3.6.2026", "sot dje nesër",
        "1.2.2026 - 3.4.2026, 5.6.2026 - 7.8.2026, 9.10.2026 - 11.11.2026",
        "1-2-03-4-05", "28-3 mars", "12 - sot", "12 mars-20", "mars 12-20", "12-3 - 20", "3-20-4-26", "1/2 - 3",
    ],
)  # fmt: skip
def test_what_looks_like_a_day_and_is_none_that_we_can_be_sure_of_gives_no_days(text: str) -> None:
    assert read(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "?", "-", "deri", "nga deri më", "the", "nuk e di", "e hënë", "para dy muajsh", "12.3.2026 3 muaj",
        "erdha më 12 mars", "dola më 20 prill", "I came on 12 March", "pas 12 marsit", "112", "129", "069 20 12 345",
        "1.500", "120 euro", "12032026", "14:03", "12 mars 14:30", "12_03_2026", "12 mars 👍", "12.3.2026 a",
        "12.3.2026?!*", "ndihmë sot", "help now", "12 mars viti i kaluar",
    ],
)  # fmt: skip
def test_what_says_anything_else_is_a_sentence(text: str) -> None:
    assert read(text) is None


def test_another_language_brings_its_own_names_and_one_that_unicode_does_not_know_none() -> None:
    assert read("12. März 2026", "de") == read("12 marzo 2026", "it") == "2026-03-12"
    assert read("12 marzo 2026", "sq") is None
    assert read("12 mars 2026", "rom") == "2026-03-12"


def test_the_beginning_of_two_months_is_no_month() -> None:
    assert read("12 jui 2026", "fr") is None
    assert read("12 juin 2026", "fr") == "2026-06-12"


@settings(deadline=None)
@given(YEARS, LANGUAGES)
def test_what_we_write_ourselves_is_read(day: date, language: str) -> None:
    plain = f"{day.day}.{day.month}.{day.year}"
    for text in (plain, day.isoformat(), short_date(day, language), long_date(day, language)):
        assert days_in(text, language, TODAY) == (day,)


@settings(deadline=None)
@given(YEARS, YEARS, LANGUAGES)
def test_two_days_are_read_as_we_write_them(one: date, other: date, language: str) -> None:
    first, last = sorted((one, other))
    assume(first != last)
    written = [f"{write(first, language)} - {write(last, language)}" for write in (short_date, long_date)]
    for text in (*written, date_range(first, last, language), f"{first}/{last}", f"{first} {last}"):
        assert days_in(text, language, TODAY) == (first, last)


@settings(deadline=None)
@given(YEARS, YEARS)
def test_without_a_year_it_is_the_latest_such_day_that_is_not_far_ahead(day: date, today: date) -> None:
    days = days_in(f"{day.day}.{day.month}", "sq", today) or ()
    (found,) = days
    latest = today + timedelta(days=60)
    while (latest.day, latest.month) != (day.day, day.month):
        latest -= timedelta(days=1)
    assert found == latest


@settings(deadline=None)
@given(YEARS, YEARS)
def test_a_first_day_without_a_year_comes_before_the_second_and_less_than_a_year_before(day: date, last: date) -> None:
    assume((day.day, day.month) != (29, 2))
    days = days_in(f"{day.day}/{day.month} - {last}", "sq", TODAY) or ()
    assert days[1:] == (last,)
    assert (days[0].day, days[0].month) == (day.day, day.month)
    assert timedelta(0) <= last - days[0] < timedelta(days=366)


PIECES = ["1", "3", "12", "31", "26", "2026", "00", "mars", "prill", "May", "sot", "deri", "të", "th", *" .-/~?,\u2013"]


@settings(deadline=None)
@given(st.text() | st.lists(st.sampled_from(PIECES)).map("".join), LANGUAGES, YEARS)
def test_no_text_makes_it_fail(text: str, language: str, today: date) -> None:
    days = days_in(text, language, today)
    assert days is None or len(days) <= 2
    assert not days or re.search(r"\d|sot|dje|nes|today|tomorrow|now|tani|tash", text, re.IGNORECASE)
