from datetime import date
from typing import Any

import pytest

from bot.packs.standing import months_later, standing
from tests.builders import TODAY, a_service

CALLED = {"on": date(2026, 11, 1), "how": "call", "by_role": "counsellor"}
RECHECK = date(2027, 5, 1)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 11, 22), 6, date(2027, 5, 22)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 6, 30), 6, date(2026, 12, 30)),
        (date(2026, 12, 31), 24, date(2028, 12, 31)),
        (date(2028, 2, 29), 24, date(2030, 2, 28)),
    ],
)
def test_a_month_later_is_the_same_day_or_the_last_one(day: date, months: int, later: date) -> None:
    assert months_later(day, months) == later


@pytest.mark.parametrize("how", ["call", "visit", "provider"])
def test_whoever_asked_confirms_and_a_source_does_not(how: str) -> None:
    asked = CALLED | {"how": how}
    assert standing(a_service(verified=asked, recheck_by=RECHECK), TODAY) == "confirmed"
    assert standing(a_service(verified=CALLED | {"how": "source"}, recheck_by=RECHECK), TODAY) == "unconfirmed"


@pytest.mark.parametrize(
    ("status", "expected"), [("confirmed", "confirmed"), ("unconfirmed", "unconfirmed"), ("hidden", "confirmed")]
)
def test_a_number_that_is_shown_must_have_been_called(status: str, expected: str) -> None:
    service = a_service(verified=CALLED, recheck_by=RECHECK, phones=["129"], phone_status=status)
    assert standing(service, TODAY) == expected


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (RECHECK, "confirmed"),
        (date(2027, 5, 2), "unconfirmed"),
        (date(2028, 11, 1), "unconfirmed"),
        (date(2028, 11, 2), "stale"),
    ],
)
def test_a_check_holds_until_the_next_and_proves_nothing_after_two_years(today: date, expected: str) -> None:
    assert standing(a_service(verified=CALLED, recheck_by=RECHECK), today) == expected


def test_an_emergency_number_is_never_taken_away() -> None:
    changes: dict[str, Any] = {"category": "emergency", "phones": ["112"], "phone_status": "unconfirmed"}
    assert standing(a_service(**changes), date(2036, 1, 1)) == "unconfirmed"
