"""Is it open, and until when."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby
from typing import Final, Literal
from zoneinfo import ZoneInfo

from opening_hours import OpeningHours, State

from bot.opening.rules import Asked, Rules, read

DAY: Final = timedelta(days=1)
MINUTE: Final = timedelta(minutes=1)

AHEAD: Final = (3, 9, 400)
"""Days looked at, from yesterday on: to tomorrow for most answers, a week for nearly all, a year for summer places."""

Span = tuple[datetime, datetime]
"""From its first moment to the first one after it."""


@dataclass(frozen=True)
class Opening:
    """`until` is when that ends, in the service's zone; None where it never does or nobody knows.

    `holiday` is whether it is closed for all of today because of a public holiday.
    """

    state: Literal["open", "closed", "unknown"]
    until: datetime | None = None
    holiday: bool = False

    @property
    def always(self) -> bool:
        """Day and night, without an end in sight."""
        return self.state == "open" and self.until is None


@dataclass(frozen=True)
class _Calendar:
    """The hours of one service in its zone."""

    rules: Rules
    zone: ZoneInfo
    holidays: AbstractSet[date]

    def asked(self, day: date) -> Asked:
        return self.rules.holiday if day in self.holidays else self.rules.other

    def spans(self, state: State, first: date, days: int) -> Iterator[Span]:
        """When it is in this state, in order and in UTC; what reaches the end of the last day may go on after it.

        Hours that the clocks skip altogether are gone.
        """
        pieces = (
            (_moment(begins, self.zone), _moment(ends, self.zone)) for begins, ends in self._pieces(state, first, days)
        )
        return _joined(sorted(piece for piece in pieces if piece[0] < piece[1]))

    def _pieces(self, state: State, first: date, days: int) -> Iterator[Span]:
        """By the service's clock, without the zone."""
        for _, alike in groupby((first + DAY * n for n in range(days)), key=self.holidays.__contains__):
            stretch = list(alike)
            asked = self.asked(stretch[0])
            yield from _in_state(asked.day, state, stretch)
            for begins, ends in _in_state(asked.overnight, state, stretch):
                yield begins + DAY, ends + DAY


def opening(
    hours: str | None, at: datetime, zone: ZoneInfo | None, holidays: AbstractSet[date] = frozenset()
) -> Opening:
    """Evaluate OpenStreetMap's opening_hours at an aware time, for a service in this zone with these public holidays.

    Where the expression says nothing of public holidays it is closed on them, unless it is open day and night; what
    began on the day before goes on past midnight. Hours that are not known or cannot be read are unknown, and so is
    everything but "day and night" where the zone is not known.
    """
    rules = read(hours) if hours else None
    if rules is not None and rules.always:
        return Opening("open")
    if rules is None or zone is None:
        return Opening("unknown")
    calendar = _Calendar(rules, zone, holidays)
    today = at.astimezone(zone).date()
    for days in AHEAD:
        found = _judged(calendar, at.astimezone(UTC), today - DAY, days)
        if found.until is not None:
            break
    return Opening("closed", found.until, _closed_for_it(calendar, today)) if found.state == "closed" else found


def _judged(calendar: _Calendar, at: datetime, first: date, days: int) -> Opening:
    """What these days say; an end that only their own end makes is none."""
    last = _moment(datetime.combine(first + days * DAY, time()), calendar.zone)
    begins, ends = next((span for span in calendar.spans(State.OPEN, first, days) if at < span[1]), (last, last))
    if begins <= at < ends:
        return Opening("open", ends.astimezone(calendar.zone) if ends < last else None)
    if any(begins <= at < ends for begins, ends in calendar.spans(State.UNKNOWN, first, days)):
        return Opening("unknown")
    return Opening("closed", begins.astimezone(calendar.zone) if begins < last else None)


def _closed_for_it(calendar: _Calendar, today: date) -> bool:
    """Whether it would open today, were it no holiday."""
    if today not in calendar.holidays:
        return False
    rules = calendar.rules
    as_usual, now = (any(_in_state(asked.day, State.OPEN, [today])) for asked in (rules.other, rules.holiday))
    return as_usual and not now


def _in_state(hours: OpeningHours, state: State, days: list[date]) -> Iterator[Span]:
    begins, ends = datetime.combine(days[0], time()), datetime.combine(days[-1] + DAY, time())
    return ((start, end) for start, end, is_, _ in hours.intervals(begins, ends) if is_ == state)


def _joined(spans: list[Span]) -> Iterator[Span]:
    """In order, with those that touch or overlap made one."""
    held: Span | None = None
    for begins, ends in spans:
        if held is None or begins > held[1]:
            if held:
                yield held
            held = begins, ends
        else:
            held = held[0], max(held[1], ends)
    if held:
        yield held


def _moment(wall: datetime, zone: ZoneInfo) -> datetime:
    """In UTC. A time that comes twice is meant the first time; one that the clocks skip is the first one after it."""
    while True:
        moment = wall.replace(tzinfo=zone).astimezone(UTC)
        if moment.astimezone(zone).replace(tzinfo=None) == wall:
            return moment
        wall += MINUTE
