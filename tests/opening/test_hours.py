"""Is it open: by a fixed clock, at midnight, on holidays, when the clocks change; and against a slow definition."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.opening.hours import Opening, opening

TIRANE = ZoneInfo("Europe/Tirane")
INDEPENDENCE, LIBERATION = date(2026, 11, 28), date(2026, 11, 29)  # a Saturday and a Sunday
HOLIDAYS = frozenset({INDEPENDENCE, LIBERATION, date(2026, 11, 30), date(2026, 12, 1)})
"""As the law has it: the two working days after them are off."""

OFFICE = "Mo-Fr 08:00-16:00"


def at(text: str, *, second_time: bool = False) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=TIRANE, fold=int(second_time))


def asked(hours: str | None, text: str, holidays: Iterable[date] = HOLIDAYS) -> Opening:
    return opening(hours, at(text), TIRANE, frozenset(holidays))


def is_open(until: str | None) -> Opening:
    return Opening("open", at(until) if until else None)


def is_closed(until: str | None, *, holiday: bool = False) -> Opening:
    return Opening("closed", at(until) if until else None, holiday)


@pytest.mark.parametrize(
    ("now", "found"),
    [
        ("2026-11-23T07:59:59", is_closed("2026-11-23T08:00")),
        ("2026-11-23T08:00", is_open("2026-11-23T16:00")),
        ("2026-11-23T15:59:59", is_open("2026-11-23T16:00")),
        ("2026-11-23T16:00", is_closed("2026-11-24T08:00")),
        ("2026-11-20T17:00", is_closed("2026-11-23T08:00")),
        ("2026-11-21T10:00", is_closed("2026-11-23T08:00")),
    ],
)
def test_an_office_opens_and_closes_on_the_minute_and_rests_at_the_weekend(now: str, found: Opening) -> None:
    assert asked(OFFICE, now) == found


def test_the_time_is_the_one_where_the_service_is() -> None:
    noon = datetime(2026, 11, 23, 15, 30, tzinfo=UTC)
    assert opening(OFFICE, noon, TIRANE).state == "closed"
    assert opening(OFFICE, noon, ZoneInfo("Europe/London")) == Opening(
        "open", datetime(2026, 11, 23, 16, tzinfo=ZoneInfo("Europe/London"))
    )


def test_a_break_at_noon_closes_it() -> None:
    hours = "Mo-Fr 08:00-12:00,13:00-16:00, Sa 09:00-11:00"
    assert asked(hours, "2026-11-23T11:00") == is_open("2026-11-23T12:00")
    assert asked(hours, "2026-11-23T12:30") == is_closed("2026-11-23T13:00")
    assert asked(hours, "2026-11-21T09:00") == is_open("2026-11-21T11:00")


def test_what_touches_is_one_span() -> None:
    assert asked("Mo-Fr 08:00-12:00,12:00-16:00", "2026-11-23T11:00") == is_open("2026-11-23T16:00")
    assert asked("Mo 20:00-24:00; Tu 00:00-03:00", "2026-11-23T23:00") == is_open("2026-11-24T03:00")


@pytest.mark.parametrize("hours", ["Fr 20:00-02:00; Sa 10:00-14:00", "Fr 20:00-26:00; Sa 10:00-14:00"])
def test_a_night_goes_on_into_a_day_that_has_hours_of_its_own(hours: str) -> None:
    assert asked(hours, "2026-11-20T23:59") == is_open("2026-11-21T02:00")
    assert asked(hours, "2026-11-21T00:00") == is_open("2026-11-21T02:00")
    assert asked(hours, "2026-11-21T02:00") == is_closed("2026-11-21T10:00")


def test_midnight_as_an_end_is_the_end_of_the_day() -> None:
    for hours in ("Mo-Fr 10:00-24:00", "Mo-Fr 10:00-00:00"):
        assert asked(hours, "2026-11-23T23:59") == is_open("2026-11-24T00:00")
        assert asked(hours, "2026-11-24T00:00") == is_closed("2026-11-24T10:00")


def test_hours_taken_away_at_noon_leave_the_night_alone() -> None:
    assert asked("Mo-Su 10:00-02:00; We 12:00-13:00 off", "2026-11-26T01:00") == is_open("2026-11-26T02:00")
    assert asked("Mo-Su 10:00-02:00; We 12:00-13:00 off", "2026-11-25T12:30") == is_closed("2026-11-25T13:00")
    assert asked("Mo-Su 10:00-02:00; We off", "2026-11-25T01:00") == is_open("2026-11-25T02:00")
    assert asked("Mo-Su 10:00-02:00; We 23:00-01:00 off", "2026-11-26T00:30") == is_closed("2026-11-26T01:00")


def test_a_public_holiday_closes_it_and_so_does_the_day_that_stands_for_one() -> None:
    assert asked(OFFICE, "2026-11-30T10:00") == is_closed("2026-12-02T08:00", holiday=True)
    assert asked(OFFICE, "2026-11-27T17:00") == is_closed("2026-12-02T08:00")


def test_on_a_day_that_is_closed_anyway_the_holiday_is_not_the_reason() -> None:
    assert asked(OFFICE, "2026-11-28T10:00") == is_closed("2026-12-02T08:00")


def test_a_night_goes_on_into_a_holiday_and_none_begins_on_it() -> None:
    hours = "Mo-Su 20:00-02:00"
    assert asked(hours, "2026-11-27T23:00") == is_open("2026-11-28T02:00")
    assert asked(hours, "2026-11-28T01:00") == is_open("2026-11-28T02:00")
    assert asked(hours, "2026-11-28T02:00") == is_closed("2026-12-02T20:00", holiday=True)
    assert asked(hours, "2026-12-02T01:00") == is_closed("2026-12-02T20:00")


@pytest.mark.parametrize(
    ("hours", "found"),
    [
        ("Mo-Fr 08:00-16:00; PH off", is_closed("2026-12-02T08:00", holiday=True)),
        ("Mo-Fr 08:00-16:00; PH 09:00-12:00", is_open("2026-11-30T12:00")),
        ("PH,Mo-Fr 08:00-16:00", is_open("2026-11-30T16:00")),
        ("Mo-Fr,PH 08:00-16:00", is_open("2026-11-30T16:00")),
        ("Mo-Fr 08:00-16:00; PH Mo 10:00-11:00", is_open("2026-11-30T11:00")),
        ("Mo-Fr 08:00-16:00; PH Su 10:00-11:00", is_open("2026-11-30T16:00")),
        ("24/7; PH off", is_closed("2026-12-02T00:00", holiday=True)),
        ("PH 09:00-12:00", is_open("2026-11-30T12:00")),
    ],
)
def test_what_the_hours_say_of_holidays_themselves_holds(hours: str, found: Opening) -> None:
    assert asked(hours, "2026-11-30T10:00") == found


def test_hours_for_holidays_only_mean_nothing_on_other_days() -> None:
    assert asked("PH 09:00-12:00", "2026-11-25T10:00") == is_closed("2026-11-28T09:00")
    assert asked("Mo-Fr 08:00-16:00; PH 09:00-12:00", "2026-11-30T13:00") == is_closed("2026-12-01T09:00")


@pytest.mark.parametrize("hours", ["24/7", "Mo-Su 00:00-24:00", "00:00-24:00"])
def test_day_and_night_has_no_end_and_no_holiday(hours: str) -> None:
    found = asked(hours, "2026-11-28T03:00")
    assert found == is_open(None)
    assert found.always
    assert opening(hours, at("2026-11-28T03:00"), None).always


def test_seasons_have_hours_of_their_own_and_may_be_far_away() -> None:
    hours = "Jun-Aug Mo-Fr 08:00-14:00; Sep-May Mo-Fr 08:00-16:00"
    assert asked(hours, "2026-07-01T13:00") == is_open("2026-07-01T14:00")
    assert asked(hours, "2026-11-23T13:00") == is_open("2026-11-23T16:00")
    assert asked("Jun-Aug Mo-Fr 08:00-14:00", "2026-11-23T13:00") == is_closed("2027-06-01T08:00")
    assert asked("Nov-Dec 00:00-24:00", "2026-11-10T13:00", ()) == is_open("2027-01-01T00:00")


def test_what_never_opens_is_closed_without_an_end() -> None:
    assert asked("off", "2026-11-23T13:00") == is_closed(None)


@pytest.mark.parametrize(
    ("now", "second_time", "found"),
    [
        ("2026-03-29T01:59", False, is_open("2026-03-29T03:00")),
        ("2026-03-29T03:00", False, is_closed("2026-03-29T22:00")),
        ("2026-10-25T02:29", False, is_open("2026-10-25T02:30")),
        ("2026-10-25T02:30", False, is_closed("2026-10-25T22:00")),
        ("2026-10-25T02:15", True, is_closed("2026-10-25T22:00")),
    ],
)
def test_a_night_ends_once_when_the_clocks_change(now: str, *, second_time: bool, found: Opening) -> None:
    assert opening("22:00-02:30", at(now, second_time=second_time), TIRANE) == found


def test_the_day_after_the_clocks_change_opens_by_the_new_clock() -> None:
    for evening, morning in (("2026-03-28T20:00", "2026-03-29T06:00"), ("2026-10-24T20:00", "2026-10-25T07:00")):
        found = asked("08:00-16:00", evening)
        assert found.until is not None
        assert found.until.astimezone(UTC) == datetime.fromisoformat(morning).replace(tzinfo=UTC)


def test_hours_that_the_clocks_skip_do_not_open_it() -> None:
    assert asked("Su 02:10-02:50", "2026-03-28T20:00") == is_closed("2026-04-05T02:10")


@pytest.mark.parametrize(
    "hours",
    [
        None,
        "",
        " ",
        "by appointment",
        '"by appointment"',
        'Mo-Fr 08:00-16:00 "call first"',
        "Mo-Fr 08:00-16:00 || unknown",
        "Mo-Fr 09:00+",
        "Mo-Fr sunrise-sunset",
        "Mo-Fr 08.00-16.00",
        "Mo-Fr 08:00-16:00; SH off",
        "Mo-Fr 08:00-16:00; PH -1 day off",
        "Mo-Fr",
        "open",
        "Mo-Fr 08:00-99:00",
        "Mo-Fr 08:00-16:00;",
    ],
)
def test_what_is_not_known_or_cannot_be_read_is_unknown(hours: str | None) -> None:
    assert asked(hours, "2026-11-23T10:00") == Opening("unknown")


def test_hours_that_call_themselves_unknown_are_so_while_they_last() -> None:
    hours = "Mo 08:00-12:00 unknown; Tu 08:00-16:00"
    assert asked(hours, "2026-11-23T10:00") == Opening("unknown")
    assert asked(hours, "2026-11-23T13:00") == is_closed("2026-11-24T08:00")


def test_without_a_zone_only_day_and_night_is_known() -> None:
    assert opening(OFFICE, at("2026-11-23T10:00"), None) == Opening("unknown")


STEP = timedelta(minutes=5)
MONDAY = date(2026, 11, 2)
DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
Week = dict[int, list[tuple[int, int]]]
"""By day of the week: when it opens, and how long it stays open; in steps from midnight."""

minutes = st.integers(0, 24 * 12 - 1)
weeks = st.dictionaries(
    st.integers(0, 6), st.lists(st.tuples(minutes, st.integers(1, 24 * 12)), min_size=1, max_size=2), min_size=1
)
holidays = st.frozensets(st.integers(0, 20).map(lambda days: MONDAY + timedelta(days)), max_size=4)
moments = st.integers(0, 7 * 24 * 12 - 1).map(lambda steps: datetime.combine(MONDAY, time()) + steps * STEP)


def written(week: Week) -> str:
    """Each day as a rule, with ends past midnight as people write them."""

    def clock(steps: int) -> str:
        return f"{steps // 12 % 24:02}:{steps % 12 * 5:02}"

    rules = (
        f"{DAYS[day]} " + ",".join(f"{clock(begins)}-{clock(begins + length)}" for begins, length in spans)
        for day, spans in week.items()
    )
    return "; ".join(rules)


def slowly(week: Week, moment: datetime, closed: frozenset[date]) -> bool:
    """Whether it has opened on this day or the one before, and is not closed again."""
    for day in (moment.date(), moment.date() - timedelta(days=1)):
        if day in closed:
            continue
        for begins, length in week.get(day.weekday(), []):
            opened = datetime.combine(day, time()) + begins * STEP
            if opened <= moment < opened + length * STEP:
                return True
    return False


@given(weeks, moments, holidays)
@example(
    {0: [(240, 96)], 1: [(0, 12)]}, datetime.combine(MONDAY, time(2)) + timedelta(1), frozenset({date(2026, 11, 3)})
)
def test_a_week_with_holidays_is_what_its_slow_definition_says(
    week: Week, moment: datetime, closed: frozenset[date]
) -> None:
    found = opening(written(week), moment.replace(tzinfo=TIRANE), TIRANE, closed)
    now, change, limit = slowly(week, moment, closed), moment, moment + timedelta(days=8)
    while change < limit and slowly(week, change, closed) == now:
        change += STEP
    assert found.state == ("open" if now else "closed")
    if change < limit:
        assert found.until == change.replace(tzinfo=TIRANE)
    else:
        assert found.until is None or found.until >= limit.replace(tzinfo=TIRANE)


CHANGES = (datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC))


@given(weeks, st.sampled_from(CHANGES), st.integers(-36 * 12, 36 * 12))
def test_what_is_said_to_end_has_ended_then_and_not_before_also_when_the_clocks_change(
    week: Week, change: datetime, steps: int
) -> None:
    hours, now = written(week), change + steps * STEP
    found = opening(hours, now, TIRANE)
    if found.until is not None:
        assert now < found.until.astimezone(UTC)
        assert opening(hours, found.until, TIRANE).state != found.state
        last = max(now, found.until.astimezone(UTC) - timedelta(minutes=1))
        assert opening(hours, last, TIRANE).state == found.state


PIECES = st.sampled_from([
    "Mo", "Fr", "PH", "SH", "Jun", "2026", "08:00", "16:00", "02:00", "26:00", "24/7", "off", "unknown", "open",
    "week 3", "-", ",", ";", " ", "||", '"', "[1]", "+", "easter", "sunset", "(", ":", "Nov 28", "/2",
])  # fmt: skip


@given(st.one_of(st.text(), st.lists(PIECES).map("".join), st.lists(PIECES).map(" ".join)))
def test_no_opening_hours_make_it_fail(hours: str) -> None:
    assert asked(hours, "2026-11-30T10:00").state in ("open", "closed", "unknown")
