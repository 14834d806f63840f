from datetime import UTC, datetime

import pytest

from bot.rendering.moment import hour, moment
from tests.contexts import a_reader


def seconds(*when: int) -> int:
    return int(datetime(*when, tzinfo=UTC).timestamp())  # type: ignore[arg-type, misc]  # year, month, day, hour


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (seconds(2026, 11, 23, 7), "Monday, 23 November 2026, 08:00"),
        (seconds(2026, 7, 1, 6), "Wednesday, 1 July 2026, 08:00"),
    ],
)
def test_a_moment_is_said_by_the_clock_of_albania_in_winter_and_summer(at: int, said: str) -> None:
    assert moment(at, a_reader(language="en")) == said


def test_the_weekday_is_that_of_the_reader() -> None:
    assert moment(seconds(2026, 11, 23, 7), a_reader(language="sq")).startswith("e hënë, 23 nëntor 2026, ")


def test_today_the_hour_is_enough() -> None:
    assert hour(seconds(2026, 11, 22, 22, 30), a_reader()) == "23:30"
    assert hour(seconds(2026, 11, 22, 23, 30), a_reader()) == "23/11/2026, 00:30"
