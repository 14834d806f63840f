"""What is on: right for the day, the place and the audience, a page at a time, and gone by itself when it is past."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.advance import advance
from bot.conversation.knowledge import Knowledge
from bot.conversation.state import Conversation, Count
from bot.conversation.taps import Tap
from bot.conversation.turn import Turn
from bot.conversation.views import Menu, WhatsOn
from bot.conversation.whats_on import NEAR, upcoming
from bot.directory.globe import Point, distance
from bot.packs.activity_schema import Activity
from bot.packs.assets import Packs
from tests.builders import TODAY, a_conversation, a_place, an_activity, some_packs, with_activities
from tests.conversation.playing import MESSAGE, NOW, show_of, tapping
from tests.fakes import Canned

KUKES = a_conversation(place="kukes", country="AL")
PLACES = (
    a_place(),
    a_place("has", name="Has", lat=42.2, lon=20.42),
    a_place("vlore", name="Vlorë", lat=40.4686, lon=19.4914),
    a_place("prizren", country="XK", name="Prizren", lat=42.2139, lon=20.7397),
)
WHERE = st.sampled_from([*((place.country, place.id) for place in PLACES), ("AL", None), ("XK", None), ("AL", "gone")])
AUDIENCES = st.sampled_from(("everyone", "leaving", "abroad", "returning", "parents", "young"))


@st.composite
def activities(draw: st.DrawFn) -> list[Activity]:
    """Around today, some of them past."""
    drawn = []
    for number in range(draw(st.integers(0, 8))):
        country, place = draw(WHERE)
        starts = TODAY + timedelta(days=draw(st.integers(-5, 5)))
        long = draw(st.none() | st.integers(0, 5))
        ends = None if long is None else starts + timedelta(days=long)
        audiences = draw(st.lists(AUDIENCES, min_size=1, max_size=3, unique=True))
        drawn.append(
            an_activity(f"a{number}", country=country, place=place, starts=starts, ends=ends, audiences=audiences)
        )
    return drawn


def town_with(*listed: Activity) -> Packs:
    return with_activities(some_packs(places=PLACES), *listed)


def knowing(*listed: Activity) -> Knowledge:
    return Canned().knowledge(town_with(*listed))


def ids(
    packs: Packs, place: str | None = "kukes", country: str | None = None, audience: str | None = None
) -> list[str]:
    return [one.id for one in upcoming(packs, place, country, audience, TODAY)]


def events(
    knowledge: Knowledge, audience: str = "", detail: str = "", conversation: Conversation = KUKES, now: datetime = NOW
) -> Turn:
    return advance(conversation, tapping("events", audience, detail), knowledge, now)


def whats_on(turn: Turn) -> WhatsOn:
    view = show_of(turn).view
    assert isinstance(view, WhatsOn)
    return view


def test_what_is_here_comes_before_what_is_near_and_that_before_the_whole_country() -> None:
    packs = town_with(
        an_activity("whole", place=None, starts=TODAY),
        an_activity("near", place="has", starts=TODAY),
        an_activity("here", starts=date(2027, 6, 1)),
        an_activity("far", place="vlore", starts=TODAY),
        an_activity("across", place="prizren", country="XK", starts=TODAY),
        an_activity("nowhere", place="gone", starts=TODAY),
    )
    assert ids(packs) == ["here", "near", "whole"]


def test_within_one_town_the_next_day_comes_first() -> None:
    packs = town_with(
        an_activity("later", starts=date(2027, 1, 10)),
        an_activity("call", starts=None, deadline=date(2026, 12, 1), kind="grant"),
        an_activity("running", starts=date(2026, 9, 1), ends=date(2026, 11, 25)),
    )
    assert ids(packs) == ["running", "call", "later"]


@pytest.mark.parametrize(
    ("country", "found"), [(None, ["al", "xk"]), ("AL", ["al"]), ("XK", ["xk"]), ("DE", ["al", "xk"])]
)
def test_without_a_place_there_is_what_is_for_whole_countries(country: str | None, found: list[str]) -> None:
    packs = town_with(
        an_activity("al", place=None), an_activity("xk", place=None, country="XK"), an_activity("kukes", place="kukes")
    )
    assert ids(packs, None, country) == found
    assert ids(packs, "gone", country) == found


@given(activities(), st.sampled_from((None, *(place.id for place in PLACES))), st.none() | AUDIENCES)
def test_upcoming_is_all_that_is_not_past_and_not_too_far_and_meant_for_them(
    listed: list[Activity], place_id: str | None, audience: str | None
) -> None:
    places = {place.id: place for place in PLACES}

    def belongs(one: Activity) -> bool:
        if one.last_day < TODAY or (audience and audience not in one.audiences):
            return False
        if place_id is None or (one.place is None and one.country == places[place_id].country):
            return one.place is None
        if one.place not in places or one.country != places[place_id].country:
            return False
        here, there = places[place_id], places[one.place]
        return distance(Point(here.lat, here.lon), Point(there.lat, there.lon)) <= NEAR

    found = upcoming(town_with(*listed), place_id, None, audience, TODAY)
    assert len(found) == len(set(found))
    assert {one.id for one in found} == {one.id for one in listed if belongs(one)}


@given(activities(), st.integers(0, 12))
def test_what_is_shown_today_is_gone_the_day_after_its_last(listed: list[Activity], later: int) -> None:
    day = TODAY + timedelta(days=later)
    shown = {one.id for one in upcoming(town_with(*listed), "kukes", "AL", None, day)}
    after = {one.id for one in upcoming(town_with(*listed), "kukes", "AL", None, day + timedelta(days=1))}
    assert after <= shown
    assert {one.id for one in listed if one.id in shown - after} == {
        one.id for one in listed if one.id in shown and one.last_day == day
    }


def test_the_button_shows_a_page_in_its_place_and_is_counted() -> None:
    knowledge = knowing(*(an_activity(f"a{number}") for number in range(4)))
    turn = events(knowledge)
    view = WhatsOn("kukes", None, ("a0", "a1", "a2"), ("parents",), 0, 4)
    assert (show_of(turn).view, show_of(turn).replaces) == (view, MESSAGE)
    assert turn.counts == (Count("events", ""),)
    assert whats_on(events(knowledge, detail="3")).activities == ("a3",)


@pytest.mark.parametrize("detail", ["4", "999", "-1", "x", "²", "9" * 40])
def test_a_page_that_is_none_is_the_first_one(detail: str) -> None:
    knowledge = knowing(*(an_activity(f"a{number}") for number in range(4)))
    assert whats_on(events(knowledge, detail=detail)).seen == 0


def test_one_can_narrow_down_to_an_audience_that_something_is_meant_for() -> None:
    knowledge = knowing(
        an_activity("for_all", audiences=["everyone"]), an_activity("camp", audiences=["young", "parents"])
    )
    turn = events(knowledge, "young")
    assert whats_on(turn) == WhatsOn("kukes", "young", ("camp",), ("parents", "young"), 0, 1)
    assert turn.counts == (Count("events", "young"),)


def test_an_audience_that_nobody_knows_is_the_menu_and_is_not_counted() -> None:
    turn = events(knowing(an_activity()), "gone")
    assert (show_of(turn).view, turn.counts) == (Menu("button"), ())


def test_an_old_button_to_what_is_past_shows_what_else_is_on_or_that_nothing_is() -> None:
    past = an_activity("past", starts=date(2026, 11, 21))
    assert whats_on(events(knowing(past), "parents")) == WhatsOn("kukes", None, ())
    fair = an_activity("fair", audiences=["everyone"])
    assert whats_on(events(knowing(past, fair), "parents")) == WhatsOn("kukes", None, ("fair",), total=1)


@pytest.mark.parametrize(
    ("hour", "minute", "found"), [(22, 59, ("al_meeting",)), (23, 0, ())], ids=["before midnight", "midnight"]
)
@pytest.mark.parametrize("conversation", [KUKES, a_conversation(place="prizren", country="XK"), a_conversation()])
def test_a_day_ends_at_midnight_where_somebody_is(
    conversation: Conversation, hour: int, minute: int, found: tuple[str, ...]
) -> None:
    place, country = (None, conversation.country or "AL")
    meeting = an_activity(place=place, country=country, starts=TODAY)
    now = datetime(TODAY.year, TODAY.month, TODAY.day, hour, minute, tzinfo=UTC)
    assert whats_on(events(knowing(meeting), conversation=conversation, now=now)).activities == found


def test_the_button_ends_what_we_waited_for() -> None:
    waiting = a_conversation(place="kukes", country="AL", awaiting="place", wish="health/")
    assert events(knowing(), conversation=waiting).conversation == KUKES


def test_every_button_of_what_is_on_fits_its_limit() -> None:
    assert len(Tap("events", "returning", "9999").packed()) < 64
