"""The line of a card that says whether a service is open."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.rendering.opening import opening_line
from tests.builders import a_service, some_packs
from tests.contexts import a_reader

TIRANE = ZoneInfo("Europe/Tirane")
HOLIDAYS = {"AL": frozenset({date(2026, 11, 23)})}
PHONE: dict[str, Any] = {"phones": ["+355 4 000 000"], "phone_status": "unconfirmed"}


def said(now: str, hours: str | None, **service: Any) -> str:
    reader = a_reader(replace(some_packs(), holidays=HOLIDAYS))
    return opening_line(a_service(hours=hours, **service), reader, datetime.fromisoformat(now).replace(tzinfo=TIRANE))


@pytest.mark.parametrize(
    ("now", "line"),
    [
        ("2026-11-24T10:00", "Open until 16:00"),
        ("2026-11-24T15:29", "Open until 16:00"),
        ("2026-11-24T15:30", "Closes soon, at 16:00"),
        ("2026-11-24T07:00", "Opens today at 08:00"),
        ("2026-11-24T16:00", "Opens tomorrow at 08:00"),
        ("2026-11-27T16:00", "Opens Monday, 08:00"),
        ("2026-11-20T16:00", "Opens Tuesday, 08:00"),
        ("2026-11-23T10:00", "Closed today: public holiday. Opens tomorrow at 08:00"),
    ],
)
def test_an_office_says_when_it_closes_or_opens(now: str, line: str) -> None:
    assert said(now, "Mo-Fr 08:00-16:00") == line


def test_what_opens_in_a_week_or_later_is_given_with_its_date() -> None:
    assert said("2026-11-24T12:00", "Tu 08:00-10:00") == "Opens 1 December 2026, 08:00"
    assert said("2026-11-25T12:00", "Tu 08:00-10:00") == "Opens Tuesday, 08:00"


def test_day_and_night_is_said_so_and_what_ends_far_ahead_with_its_day() -> None:
    assert said("2026-11-23T10:00", "24/7") == "Open day and night"
    assert said("2026-11-24T10:00", "Mo-Th 00:00-24:00; Fr-Su off") == "Open until Friday, 00:00"


def test_the_end_of_a_day_is_its_twenty_fourth_hour() -> None:
    assert said("2026-11-24T10:00", "Mo-Fr 08:00-24:00") == "Open until 24:00"
    assert said("2026-11-24T23:50", "Mo-Fr 08:00-24:00") == "Closes soon, at 24:00"


def test_what_never_opens_is_closed() -> None:
    assert said("2026-11-24T10:00", "off") == "Closed"


def test_a_holiday_of_one_country_closes_nothing_in_another() -> None:
    assert said("2026-11-23T10:00", "Mo-Fr 08:00-16:00", country="XK") == "Open until 16:00"


def test_the_day_is_the_one_where_the_service_is() -> None:
    assert said("2026-11-25T00:30", "Mo-Fr 08:00-16:00", country="GB") == "Opens tomorrow at 08:00"


def test_hours_that_are_not_known_send_people_to_the_telephone_if_there_is_one() -> None:
    assert said("2026-11-24T10:00", None) == "Hours not known"
    assert said("2026-11-24T10:00", None, **PHONE) == "Hours not known: call"
    assert said("2026-11-24T10:00", None, **PHONE | {"phone_status": "hidden"}) == "Hours not known"


def test_nobody_is_made_to_doubt_an_emergency_line() -> None:
    assert said("2026-11-24T10:00", None, category="emergency", **PHONE) == ""


def test_hours_that_we_cannot_work_out_are_no_unknown_hours() -> None:
    assert said("2026-11-24T10:00", "Mo-Fr") == ""
    assert said("2026-11-24T10:00", "Mo-Fr", **PHONE) == "Call to ask whether it is open now"
