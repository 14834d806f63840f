"""From which month to which: as an address says it, with the names of quarters and months."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date, timedelta
from typing import Final

from bot.exports.errors import NoSuchReport
from bot.exports.period import Period

ENDS: Final = ("from", "to")


def span(asked: Mapping[str, str]) -> Period | None:
    """Read from=2026-Q3&to=2026-10, the wrong way round too; None where nothing is asked for that can be meant.

    What of it is over, and whether it is a whole month, the reports see to.
    """
    found = []
    for end in ENDS:
        with suppress(NoSuchReport):
            found.append(Period.read(asked.get(end, "")))
    return Period(min(each.first for each in found), max(each.last for each in found)) if found else None


def query(months: Period) -> dict[str, str]:
    """As it stands in an address."""
    return dict(zip(ENDS, (f"{months.first:%Y-%m}", f"{months.last:%Y-%m}"), strict=True))


def month_of(day: date) -> Period:
    """The whole month in which this day is."""
    return Period.read(f"{day:%Y-%m}")


def month_before(day: date) -> Period:
    """The last month that is over on this day."""
    return month_of(day.replace(day=1) - timedelta(days=1))
