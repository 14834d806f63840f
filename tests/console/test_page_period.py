"""Which months a page is about, and how they are called."""

from collections.abc import Mapping
from datetime import date
from typing import Final

import pytest

from bot.console.page_catalogue import Page
from bot.console.page_period import choice, months_name, not_over, quarter_name, shortcuts
from bot.console.page_span import month_before, month_of, query, span
from bot.exports.period import Period
from bot.language.phrases import Phrases
from bot.settings import ROOT

SAY: Final = Phrases.load(ROOT / "locales").speak("en")
TODAY: Final = date(2026, 11, 22)
QUARTERS: Final = tuple(Period.read(f"2026-Q{n}") for n in (1, 2, 3, 4))
MONTHLY: Final = Page("use", "usage", by="month")
QUARTERLY: Final = Page("needs", "needs")
WHOLE: Final = Page("indicators", "indicators", whole=True)


def months(page: Page, asked: Mapping[str, str], today: date = TODAY) -> tuple[str, str]:
    found = choice(page, QUARTERS, asked, today)
    assert found is not None
    return found.query["from"], found.query["to"]


@pytest.mark.parametrize(
    ("page", "expected"),
    [(MONTHLY, ("2026-Q3", "2026-Q3")), (QUARTERLY, ("2026-Q3", "2026-Q3")), (WHOLE, ("2026-Q1", "2026-Q3"))],
)
def test_without_a_choice_it_is_the_last_quarter_or_all_of_the_programme(page: Page, expected: tuple[str, str]) -> None:
    assert months(page, {}) == expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"from": "2026-Q1", "to": "2026-Q2"}, ("2026-Q1", "2026-Q2")),
        ({"from": "2026-Q2", "to": "2026-Q1"}, ("2026-Q1", "2026-Q2")),
        ({"from": "2026-Q2"}, ("2026-Q2", "2026-Q2")),
        ({"to": "2026-Q1"}, ("2026-Q1", "2026-Q1")),
        ({"from": "2026-08", "to": "2026-08"}, ("2026-Q3", "2026-Q3")),
        ({"from": "2020-Q1", "to": "2026-Q1"}, ("2026-Q1", "2026-Q1")),
        ({"from": "2020-Q1", "to": "2020-Q1"}, ("2026-Q3", "2026-Q3")),
        ({"from": "nonsense", "to": "2026-13"}, ("2026-Q3", "2026-Q3")),
    ],
    ids=[
        "two",
        "the wrong way round",
        "one end",
        "other end",
        "a month",
        "too early a start",
        "none there",
        "no months",
    ],
)
def test_an_address_asks_for_quarters(asked: Mapping[str, str], expected: tuple[str, str]) -> None:
    assert months(QUARTERLY, asked) == expected


def test_the_running_quarter_can_be_chosen_once_a_month_of_it_is_over_but_not_where_quarters_are_published() -> None:
    asked = {"from": "2026-Q4", "to": "2026-Q4"}
    assert months(MONTHLY, asked) == ("2026-Q4", "2026-Q4")
    assert months(MONTHLY, asked, date(2026, 10, 31)) == ("2026-Q3", "2026-Q3")
    assert months(QUARTERLY, asked) == ("2026-Q3", "2026-Q3")
    assert months(QUARTERLY, asked, date(2027, 1, 1)) == ("2026-Q4", "2026-Q4")


def test_before_anything_is_published_there_is_nothing_to_choose() -> None:
    assert choice(MONTHLY, (), {"from": "2026-Q3"}, TODAY) is None
    assert choice(QUARTERLY, QUARTERS[3:], {}, TODAY) is None


def test_the_first_months_of_all_are_shown_before_their_quarter_is_over() -> None:
    found = choice(MONTHLY, QUARTERS[3:], {}, TODAY)
    assert found is not None
    assert found.months == QUARTERS[3]
    assert not found.by_hand


def test_shortcuts_lead_only_where_one_is_not_yet() -> None:
    found = choice(MONTHLY, QUARTERS, {}, TODAY)
    assert found is not None
    assert shortcuts(found, TODAY, SAY) == [
        ("A year", {"from": "2026-Q1", "to": "2026-Q3"}),
        ("All that there is", {"from": "2026-Q1", "to": "2026-Q4"}),
    ]
    only = choice(QUARTERLY, QUARTERS[:1], {}, TODAY)
    assert only is not None
    assert shortcuts(only, TODAY, SAY) == []


@pytest.mark.parametrize(
    ("first", "last", "language", "name"),
    [
        ("2026-07", "2026-09", "en", "July\N{EN DASH}September 2026"),
        ("2026-07", "2026-09", "sq", "korrik\N{EN DASH}shtator 2026"),
        ("2026-10", "2026-10", "sq", "tetor 2026"),
        ("2025-10", "2026-03", "en", "October 2025 \N{EN DASH} March 2026"),
    ],
)
def test_months_have_names(first: str, last: str, language: str, name: str) -> None:
    assert months_name(Period(Period.read(first).first, Period.read(last).last), language) == name


def test_a_quarter_that_is_not_over_says_so() -> None:
    assert quarter_name(QUARTERS[2], TODAY, SAY) == "July\N{EN DASH}September 2026"
    assert quarter_name(QUARTERS[3], TODAY, SAY) == "October\N{EN DASH}December 2026, so far"


@pytest.mark.parametrize(
    ("page", "today", "months", "day"),
    [
        (MONTHLY, TODAY, "November 2026", "1 December 2026"),
        (QUARTERLY, TODAY, "October\N{EN DASH}December 2026", "1 January 2027"),
        (MONTHLY, date(2026, 12, 31), "December 2026", "1 January 2027"),
    ],
)
def test_what_is_not_over_is_said_with_the_day_on_which_its_numbers_come(
    page: Page, today: date, months: str, day: str
) -> None:
    assert not_over(page, today, SAY) == (
        f"Not over yet: {months}. Its numbers come on {day}, so that nobody can be found by comparing days."
    )


def test_the_month_before_is_the_last_that_is_over() -> None:
    assert month_before(date(2026, 11, 1)) == Period.read("2026-10")
    assert month_before(date(2027, 1, 31)) == Period.read("2026-12")
    assert month_of(date(2028, 2, 29)) == Period.read("2028-02")


def test_months_come_back_from_an_address_as_they_went_into_it() -> None:
    year = Period(date(2026, 1, 1), date(2026, 12, 31))
    assert query(year) == {"from": "2026-01", "to": "2026-12"}
    assert span(query(year)) == year
    assert span({"from": "2026-Q3", "to": "2026-10"}) == Period(date(2026, 7, 1), date(2026, 10, 31))
    assert span({"from": "", "to": "x"}) is None
