"""Quarters of a year by their names, as 2026-Q4: what a programme reports by."""

from datetime import date, timedelta

from babel.dates import format_skeleton

from bot.language.formats import locale_of


def quarter_of(day: date) -> str:
    return f"{day.year}-Q{(day.month + 2) // 3}"


def days_of(quarter: str) -> tuple[date, date]:
    """Its first and its last day."""
    year, _, number = quarter.partition("-Q")
    first = date(int(year), 3 * int(number) - 2, 1)
    return first, (first + timedelta(days=93)).replace(day=1) - timedelta(days=1)


def spoken(quarter: str, language: str) -> str:
    """Q4 2026, as a table has room for."""
    return format_skeleton("yQQQ", days_of(quarter)[0], locale=locale_of(language))
