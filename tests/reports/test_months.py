"""Months and the quarters that they make."""

from datetime import date

import pytest

from bot.reports.months import days_of_month, days_of_period, month_of, months_between, months_of, quarter_with


def test_a_quarter_has_three_months_each_of_which_leads_back_to_it() -> None:
    assert months_of("2026-Q4") == ("2026-10", "2026-11", "2026-12")
    assert {quarter_with(month) for month in months_of("2027-Q1")} == {"2027-Q1"}


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2026-12", date(2026, 12, 1), date(2026, 12, 31)),
        ("2028-02", date(2028, 2, 1), date(2028, 2, 29)),
        ("2026-Q4", date(2026, 10, 1), date(2026, 12, 31)),
    ],
)
def test_a_period_goes_from_its_first_day_to_its_last(period: str, first: date, last: date) -> None:
    assert days_of_period(period) == (first, last)


def test_the_months_between_two_days_are_all_that_have_one_of_them() -> None:
    assert list(months_between(date(2026, 11, 30), date(2027, 1, 1))) == ["2026-11", "2026-12", "2027-01"]
    assert list(months_between(date(2026, 11, 2), date(2026, 11, 1))) == ["2026-11"]


def test_a_day_is_in_the_month_that_is_called_after_it() -> None:
    assert days_of_month(month_of(date(2026, 3, 31))) == (date(2026, 3, 1), date(2026, 3, 31))
