"""Where and when a count is kept: no finer than it may be."""

from datetime import UTC, date, datetime

import pytest

from bot.conversation.state import Count
from bot.usage.tally import Tally, hour_of
from tests.builders import a_conversation, a_place, a_signal, a_topic, some_packs

NOW = datetime(2026, 11, 22, 22, 30, tzinfo=UTC)
TALLY = Tally(
    some_packs(
        topics=[a_topic("asylum-facts"), a_topic("trafficking")],
        places=[a_place("kukes", country="AL")],
        signals=[a_signal("held", topics=["trafficking"])],
    )
)


def area(count: Count, **where: str) -> object:
    (row,) = TALLY.rows([count], a_conversation(**where), NOW)
    return row["area"]


def test_a_subject_is_counted_for_the_municipality() -> None:
    assert area(Count("topic", "asylum-facts"), place="kukes", country="AL") == "kukes"


def test_where_only_the_country_is_known_it_is_counted_for_that() -> None:
    assert area(Count("topic", "asylum-facts"), country="DE") == "DE"
    assert area(Count("topic", "asylum-facts")) == ""


@pytest.mark.parametrize(
    "count",
    [Count("topic", "trafficking"), Count("danger", "held"), Count("service", "al_office"), Count("rating", "yes")],
)
def test_what_is_about_danger_or_an_office_is_counted_for_the_country_only(count: Count) -> None:
    assert area(count, place="kukes", country="AL") == "AL"


@pytest.mark.parametrize("kind", ["quiz_half", "quiz_item", "quiz_gain", "quiz_gain_by"])
def test_a_quiz_is_counted_nowhere(kind: str) -> None:
    assert area(Count(kind, "know:gender=woman:+2"), place="kukes", country="AL") == ""


def test_a_municipality_that_has_left_the_packs_is_counted_for_its_country() -> None:
    assert area(Count("topic", "asylum-facts"), place="gone", country="XK") == "XK"


def test_people_and_hours_are_counted_by_the_month_and_all_else_by_the_day() -> None:
    kinds = ("people", "hour", "quiz_gain_by", "topic", "danger")
    days = [row["day"] for row in TALLY.rows([Count(kind) for kind in kinds], a_conversation(), NOW)]
    assert days == [date(2026, 11, 1)] * 3 + [date(2026, 11, 22)] * 2


def test_the_campaign_is_that_of_the_turn() -> None:
    rows = TALLY.rows([Count("started"), Count("topic", "asylum-facts")], a_conversation(), NOW, "asylum-facts_kukes")
    assert {row["campaign"] for row in rows} == {"asylum-facts_kukes"}


def test_the_hour_is_that_of_albania_and_kosovo() -> None:
    assert hour_of(NOW) == "23"
    assert hour_of(datetime(2026, 7, 1, 22, 30, tzinfo=UTC)) == "00", "in summer"
