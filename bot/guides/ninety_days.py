"""How long one may stay in the Schengen area without a visa: 90 days in any 180 days."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Final

ALLOWED: Final = 90
PERIOD: Final = 180
"""Regulation (EU) 2016/399 (Schengen Borders Code), Article 6(1): no more than 90 days in any 180-day period, which
entails considering the 180-day period preceding each day of stay. Each day is the last of its own period; Article 6(2):
the day of entry is the first day of stay, the day of exit the last."""

BETWEEN: Final = "/"
STILL: Final = "now"


@dataclass(frozen=True)
class Stay:
    """From the day of entry to the day of exit, both included; `last` is None for somebody who is still there.

    It has no days if it ends before it begins, as does an open one that begins after today.
    """

    first: date
    last: date | None


@dataclass(frozen=True)
class NinetyDays:
    """What the rule means for somebody's stays, all of them, once they are over.

    `used` are the days of stay in the 180 days that end on the last day of them all, or today if that is later. `over`
    are the days, in any of the stays, on which nobody would have been allowed to be there any more. `left` are the days
    that may follow at once, without a break. `next` is the first day on which one may be there again, and `until` the
    last if one goes in on that day and stays.
    """

    used: int
    left: int
    over: int
    next: date
    until: date


def ninety_days(stays: Sequence[Stay], today: date) -> NinetyDays:
    """Stays may stand in any order, overlap, and lie in the future.

    Days spent with a residence permit or a long-stay visa do not count (Article 6(2)): leave them out.
    """
    days = _days(stays, today)
    end = max((today.toordinal(), *days[-1:]))
    start = end + (end in days[-1:])
    first = _first_allowed(days, start)
    length = _days_in_a_row(days, first)
    return NinetyDays(
        used=_within(days, end),
        left=length if first == start else 0,
        # On a day of stay, 90 other ones before it are one too many if the first of them still lies in its period.
        over=sum(day - earlier < PERIOD for earlier, day in zip(days, days[ALLOWED:], strict=False)),
        next=date.fromordinal(first),
        until=date.fromordinal(first + length - 1),
    )


def reckoned(stays: Sequence[Stay], today: date) -> dict[str, int | date]:
    """The same by name, in the order in which the packs list it (`DAYS_RECKONED`, `DATES_RECKONED`)."""
    return asdict(ninety_days(stays, today))


def _days(stays: Sequence[Stay], today: date) -> list[int]:
    """Each day of stay once, as an ordinal, from the earliest to the latest."""
    lasts = [(stay.first, today if stay.last is None else stay.last) for stay in stays]
    return sorted({day for first, last in lasts for day in range(first.toordinal(), last.toordinal() + 1)})


def _within(days: Sequence[int], end: int) -> int:
    """How many of the days lie in the period that ends on this day; none may lie after it."""
    return len(days) - bisect_left(days, end - PERIOD + 1)


def _first_allowed(days: Sequence[int], start: int) -> int:
    """The 90th day from the end has to be out of the period before a new one may come in."""
    return max(start, days[-ALLOWED] + PERIOD) if len(days) >= ALLOWED else start


def _days_in_a_row(days: Sequence[int], first: int) -> int:
    """How long one may be there from this day on.

    A day more adds one and takes one away at most: once they are too many, they stay too many.
    """
    return sum(length + _within(days, first + length - 1) <= ALLOWED for length in range(1, ALLOWED + 1))


def written(stay: Stay) -> str:
    """As it stands in an answer: 2026-03-01/2026-04-20, or 2026-03-01/now."""
    return f"{stay.first.isoformat()}{BETWEEN}{stay.last.isoformat() if stay.last else STILL}"


def stay_of(text: str) -> Stay | None:
    """The stay that was written so; None for anything else, and for a stay that ends before it begins."""
    first, between, last = text.partition(BETWEEN)
    entry, leaving = _day(first), _day(last)
    if not between or entry is None or (leaving is None and last != STILL):
        return None
    return Stay(entry, leaving) if leaving is None or leaving >= entry else None


def entered(first: date) -> str:
    """A day of entry whose exit has not been told yet, as it stands in an answer: 2026-03-01/."""
    return f"{first.isoformat()}{BETWEEN}"


def pending(text: str) -> date | None:
    """The day of an entry whose exit has not been told yet; None for anything else."""
    first, between, last = text.partition(BETWEEN)
    return _day(first) if between and not last else None


def _day(text: str) -> date | None:
    """Python reads other forms of ISO 8601 as well: nothing here writes them."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.isoformat() == text else None
