"""Periods as people write them, and as a file is called."""

from datetime import date

import pytest

from bot.exports.errors import NoSuchReport
from bot.exports.period import Period


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-10-01", date(2026, 10, 1), date(2026, 10, 1)),
        ("2026-10", date(2026, 10, 1), date(2026, 10, 31)),
        ("2028-02", date(2028, 2, 1), date(2028, 2, 29)),
        ("2026-Q4", date(2026, 10, 1), date(2026, 12, 31)),
        (" 2026-q1 ", date(2026, 1, 1), date(2026, 3, 31)),
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_a_day_a_month_a_quarter_and_a_year_are_understood(text: str, first: date, last: date) -> None:
    assert Period.read(text) == Period(first, last)


@pytest.mark.parametrize(
    "text",
    ["", "26", "1999", "2026-13", "2026-00", "2026-Q5", "2026-Q", "2026-11-31", "2026-1-1", "2026-10-", "20261001",
     "2026-W01-1", "2026-10-01T00:00", "1.10.2026", "October", "٢٠٢٦"],
)  # fmt: skip
def test_what_is_no_date_is_answered_with_how_to_write_one(text: str) -> None:
    with pytest.raises(NoSuchReport, match=r"is no date that Udha knows\. Write a day as 2026-10-01"):
        Period.read(text)


@pytest.mark.parametrize(
    ("today", "name"),
    [
        (date(2026, 11, 22), "2026-Q3"),
        (date(2026, 10, 1), "2026-Q3"),
        (date(2026, 9, 30), "2026-Q2"),
        (date(2027, 1, 1), "2026-Q4"),
        (date(2027, 3, 31), "2026-Q4"),
    ],
)
def test_the_last_quarter_is_the_one_that_is_over(today: date, name: str) -> None:
    assert str(Period.before(today)) == name
    assert Period.before(today) == Period.read(name)


@pytest.mark.parametrize("name", ["2026", "2026-Q1", "2026-Q4", "2026-02", "2026-12", "2026-10-01", "2028-Q1"])
def test_what_is_written_shortly_is_said_shortly(name: str) -> None:
    assert str(Period.read(name)) == name


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2026, 2, 1), date(2026, 4, 30)),
        (date(2026, 4, 1), date(2027, 3, 31)),
        (date(2026, 1, 1), date(2026, 6, 30)),
        (date(2026, 10, 2), date(2026, 10, 31)),
    ],
)
def test_any_other_period_is_called_by_both_its_days(first: date, last: date) -> None:
    assert str(Period(first, last)) == f"{first.isoformat()}_{last.isoformat()}"
