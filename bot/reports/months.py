"""Months by their names, as 2026-10, and the quarters that they make."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from bot.reports.quarters import days_of, quarter_of


def month_of(day: date) -> str:
    return f"{day.year}-{day.month:02}"


def days_of_month(month: str) -> tuple[date, date]:
    """Its first and its last day."""
    first = date.fromisoformat(f"{month}-01")
    return first, _next(first) - timedelta(days=1)


@cache
def months_of(quarter: str) -> tuple[str, ...]:
    """The three of a quarter, in order."""
    first, last = days_of(quarter)
    return tuple(months_between(first, last))


@cache
def quarter_with(month: str) -> str:
    """The quarter that a month is of."""
    return quarter_of(days_of_month(month)[0])


def months_between(first: date, last: date) -> Iterator[str]:
    """Every month of which a day lies between these two, both included, in order."""
    begins = first.replace(day=1)
    while begins <= last:
        yield month_of(begins)
        begins = _next(begins)


def days_of_period(period: str) -> tuple[date, date]:
    """The first and last day of a month or a quarter."""
    return days_of(period) if "Q" in period else days_of_month(period)


def _next(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)
