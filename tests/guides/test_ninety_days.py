from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.guides.ninety_days import NinetyDays, Stay, entered, ninety_days, pending, reckoned, stay_of, written
from bot.packs.guide_schema import DATES_RECKONED, DAYS_RECKONED
from tests.builders import TODAY

DAY = timedelta(days=1)
PERIOD = [n * DAY for n in range(180)]
NEW_YEAR = date(2026, 1, 1)
END_OF_MARCH = date(2026, 3, 31)


def test_whoever_was_never_there_may_stay_ninety_days_from_today() -> None:
    assert ninety_days([], TODAY) == NinetyDays(used=0, left=90, over=0, next=TODAY, until=date(2027, 2, 19))


def test_ninety_days_in_a_row_are_followed_by_ninety_days_out() -> None:
    whole = [Stay(NEW_YEAR, END_OF_MARCH)]
    again = date(2026, 6, 30)
    assert ninety_days(whole, END_OF_MARCH) == NinetyDays(90, 0, 0, again, date(2026, 9, 27))
    assert again - END_OF_MARCH == 91 * DAY
    assert ninety_days(whole, again - DAY).left == 0
    assert ninety_days(whole, again).left == 90


def test_entry_and_exit_on_the_same_day_are_one_day() -> None:
    assert ninety_days([Stay(TODAY, TODAY)], TODAY) == NinetyDays(1, 89, 0, TODAY + DAY, date(2027, 2, 19))


def test_short_stays_add_up_whatever_their_order() -> None:
    """The short-stay calculator of Switzerland's State Secretariat for Migration, example 4: until 31 March."""
    stays = [
        Stay(date(2014, 1, 1), date(2014, 1, 30)),
        Stay(date(2013, 6, 1), date(2013, 7, 13)),
        Stay(date(2013, 8, 15), date(2013, 9, 30)),
    ]
    found = ninety_days(stays, date(2014, 1, 30))
    assert found == NinetyDays(used=77, left=60, over=0, next=date(2014, 1, 31), until=date(2014, 3, 31))


def test_who_stayed_too_long_has_to_wait_until_enough_days_are_long_ago() -> None:
    """The same, example 5: nine days too long; a return on 30 August is possible, for up to 50 days."""
    stays = [
        Stay(date(2013, 9, 1), date(2013, 9, 30)),
        Stay(date(2014, 2, 21), date(2014, 4, 20)),
        Stay(date(2014, 5, 1), date(2014, 6, 9)),
    ]
    found = ninety_days(stays, date(2014, 6, 9))
    assert found == NinetyDays(used=99, left=0, over=9, next=date(2014, 8, 29), until=date(2014, 10, 17))
    assert ninety_days(stays, date(2014, 8, 30)) == NinetyDays(88, 50, 9, date(2014, 8, 30), date(2014, 10, 18))
    returning = Stay(date(2014, 8, 30), date(2014, 10, 18))
    assert ninety_days([*stays, returning], TODAY).over == 9
    assert ninety_days([*stays, Stay(returning.first, date(2014, 10, 19))], TODAY).over == 10


def test_the_twenty_ninth_of_february_is_a_day_like_any_other() -> None:
    first = date(2028, 1, 1)
    assert ninety_days([Stay(first, date(2028, 3, 30))], date(2028, 3, 30)).next == date(2028, 6, 29)
    assert ninety_days([Stay(first, date(2028, 3, 31))], date(2028, 3, 31)).over == 1
    assert ninety_days([Stay(date(2027, 1, 1), date(2027, 3, 31))], date(2027, 3, 31)).over == 0


def test_a_day_that_two_stays_share_counts_once() -> None:
    march = [Stay(date(2026, 3, 10), END_OF_MARCH), Stay(date(2026, 3, 1), date(2026, 3, 20))]
    assert ninety_days(march, END_OF_MARCH).used == 31
    assert ninety_days(march * 2, END_OF_MARCH) == ninety_days(march, END_OF_MARCH)


def test_a_plan_is_reckoned_as_if_it_were_done() -> None:
    planned = [Stay(date(2026, 12, 1), date(2027, 3, 15))]
    found = ninety_days(planned, TODAY)
    assert found == NinetyDays(used=105, left=0, over=15, next=date(2027, 6, 14), until=date(2027, 9, 11))


def test_a_plan_after_an_earlier_stay_may_be_too_long_though_each_of_them_is_short() -> None:
    earlier, planned = Stay(date(2026, 7, 1), date(2026, 8, 29)), Stay(date(2026, 11, 23), date(2027, 1, 1))
    found = ninety_days([earlier, planned], TODAY)
    # 60 days in summer leave 30, so 22 December is the last one; of the 100 days, 1 to 5 July are out on 1 January.
    assert (found.used, found.over) == (95, 10)
    later = Stay(date(2026, 12, 1), planned.last)
    assert ninety_days([earlier, later], TODAY).over == 0


def test_whoever_is_still_there_has_used_today() -> None:
    found = ninety_days([Stay(date(2026, 9, 1), None)], TODAY)
    assert found == NinetyDays(used=83, left=7, over=0, next=date(2026, 11, 23), until=date(2026, 11, 29))


def test_days_too_many_are_not_forgotten_when_they_are_long_ago() -> None:
    found = ninety_days([Stay(date(2020, 1, 1), date(2020, 4, 9))], TODAY)
    assert found == NinetyDays(used=0, left=90, over=10, next=TODAY, until=date(2027, 2, 19))


@pytest.mark.parametrize("stay", [Stay(TODAY, TODAY - DAY), Stay(TODAY + DAY, None)])
def test_a_stay_that_ends_before_it_begins_has_no_days(stay: Stay) -> None:
    assert ninety_days([stay], TODAY) == ninety_days([], TODAY)


def test_what_was_reckoned_has_the_names_that_packs_use() -> None:
    found = reckoned([Stay(NEW_YEAR, END_OF_MARCH)], END_OF_MARCH)
    assert tuple(found) == (*DAYS_RECKONED["ninety-days"], *DATES_RECKONED["ninety-days"])
    assert list(found.values()) == [90, 0, 0, date(2026, 6, 30), date(2026, 9, 27)]


# The words of the regulation, one after the other, as slow as they are.


def days_of(stays: Sequence[Stay], today: date) -> set[date]:
    """The date of entry is the first day of stay, the date of exit the last."""
    found = set()
    for stay in stays:
        day = stay.first
        while day <= (stay.last or today):
            found.add(day)
            day += DAY
    return found


def in_its_period(day: date, days: set[date]) -> int:
    """The days of stay in the 180-day period that ends on this day."""
    return sum(day - before in days for before in PERIOD)


def row_from(day: date, days: set[date]) -> list[date]:
    """The days that one may be there from this day on, without a break."""
    row: list[date] = []
    while in_its_period(day, days | {*row, day}) <= 90:
        row.append(day)
        day += DAY
    return row


def by_the_words(stays: Sequence[Stay], today: date) -> NinetyDays:
    days = days_of(stays, today)
    reference = max({today} | days)
    start = reference + DAY if reference in days else reference
    first = start
    while not row_from(first, days):
        first += DAY
    return NinetyDays(
        used=in_its_period(reference, days),
        left=len(row_from(start, days)),
        over=sum(in_its_period(day, days) > 90 for day in days),
        next=first,
        until=row_from(first, days)[-1],
    )


@st.composite
def stays_within_some_years(draw: st.DrawFn) -> Stay:
    """From 2026 to 2029, with a 29 February; lengths around the bounds come often."""
    first = date(2026, 6, 1) + draw(st.integers(0, 1000)) * DAY
    length = draw(st.sampled_from([1, 2, 45, 89, 90, 91, 180]) | st.integers(1, 200))
    return Stay(first, draw(st.sampled_from([first + (length - 1) * DAY] * 4 + [None])))


@settings(deadline=None)
@given(st.lists(stays_within_some_years(), max_size=6), st.dates(date(2026, 6, 1), date(2029, 6, 1)))
def test_it_is_what_the_regulation_says(stays: list[Stay], today: date) -> None:
    assert ninety_days(stays, today) == by_the_words(stays, today)


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(1, 100), st.integers(1, 100)), min_size=2, max_size=12))
def test_it_is_so_for_those_who_come_and_go_too(in_and_out: list[tuple[int, int]]) -> None:
    stays, day = [], date(2027, 9, 1)
    for inside, outside in in_and_out:
        stays.append(Stay(day, day + (inside - 1) * DAY))
        day += (inside + outside) * DAY
    assert ninety_days(stays, stays[-1].first) == by_the_words(stays, stays[-1].first)


@settings(deadline=None)
@given(st.lists(stays_within_some_years(), max_size=6), st.dates(date(2026, 6, 1), date(2029, 6, 1)))
def test_staying_until_the_last_day_is_no_day_too_long_and_one_day_more_is(stays: list[Stay], today: date) -> None:
    told = [Stay(stay.first, stay.last or today) for stay in stays]
    found = ninety_days(told, today)
    assert ninety_days([*told, Stay(found.next, found.until)], today).over == found.over
    assert ninety_days([*told, Stay(found.next, found.until + DAY)], today).over == found.over + 1


@pytest.mark.parametrize(
    ("stay", "text"),
    [
        (Stay(date(2026, 3, 1), date(2026, 4, 20)), "2026-03-01/2026-04-20"),
        (Stay(date(2026, 3, 1), date(2026, 3, 1)), "2026-03-01/2026-03-01"),
        (Stay(date(2026, 3, 1), None), "2026-03-01/now"),
    ],
)
def test_a_stay_is_read_as_it_was_written(stay: Stay, text: str) -> None:
    assert written(stay) == text
    assert stay_of(text) == stay
    assert pending(text) is None


def test_an_entry_without_its_exit_is_no_stay_yet() -> None:
    assert entered(TODAY) == "2026-11-22/"
    assert pending(entered(TODAY)) == TODAY
    assert stay_of(entered(TODAY)) is None


@pytest.mark.parametrize(
    "text",
    [
        "", "/", "now", "/now", "now/", "unsaid", "2026-03-01", "2026-02-31/", "2026-04-20/2026-03-01", "20260301/now",
        "2026-03-01/later", "2026-03-01/2026-04-20/now", "2026-W10-7/now", "2026-02-31/now", " 2026-03-01/now",
    ],
)  # fmt: skip
def test_nothing_else_is_a_stay(text: str) -> None:
    assert stay_of(text) is None
    assert pending(text) is None


@given(st.text())
def test_no_text_makes_it_fail(text: str) -> None:
    assert stay_of(text) is None or pending(text) is None
