"""A topic is shown while it is fresh enough, and who helps with it stands beside it."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.advance import advance
from bot.conversation.events import CommandGiven, Started
from bot.conversation.state import Count
from bot.conversation.topics import SHOWN
from bot.conversation.views import HelpersFor, TopicShown, TopicWithheld
from bot.packs.assets import Packs
from tests.builders import a_conversation, a_topic, some_packs, some_town_and_its_services
from tests.conversation.playing import after, tapping, view_of
from tests.fakes import Canned

OLD = a_topic("old-rules", reviewed=date(2020, 1, 1), review_by=date(2021, 1, 1), withhold_after=date(2022, 1, 1))
DUE = a_topic("due-rules", reviewed=date(2020, 1, 1), review_by=date(2021, 1, 1), withhold_after=date(2030, 1, 1))
KNOWLEDGE = Canned().knowledge(some_packs(topics=[OLD, DUE]))


@pytest.mark.parametrize("event", [tapping("topic", "old-rules"), tapping("more", "old-rules"), Started("old-rules")])
def test_a_topic_past_its_last_day_is_never_shown(event: Started) -> None:
    turn = after(event, knowledge=KNOWLEDGE)
    assert view_of(turn) == TopicWithheld("old-rules")
    assert turn.conversation.subject is None
    assert Count("withheld", "old-rules") in turn.counts


def test_a_topic_whose_review_is_due_is_still_shown() -> None:
    assert view_of(after(tapping("topic", "due-rules"), knowledge=KNOWLEDGE)) == TopicShown("due-rules")


@given(st.dates(date(2019, 1, 1), date(2031, 1, 1)))
def test_the_last_day_itself_still_counts(today: date) -> None:
    now = datetime.combine(today, time(12))
    shown = view_of(advance(a_conversation(), tapping("topic", "due-rules"), KNOWLEDGE, now))
    assert isinstance(shown, TopicWithheld) == (today >= date(2030, 1, 1) + timedelta(days=1))


def test_who_helps_is_found_near_the_remembered_place() -> None:
    turn = after(tapping("who", "asylum-facts"), a_conversation(place="kukes", country="AL"))
    view = view_of(turn)
    assert isinstance(view, HelpersFor)
    assert view.place == "kukes"
    assert [offer.service for offer in view.offers] == ["al_office_door"]
    assert turn.conversation.subject == "asylum-facts"
    assert turn.counts == (Count("helpers", "asylum-facts"),)


def test_who_helps_is_no_longer_than_a_phone_screen() -> None:
    topic = a_topic(services=["helpline", "embassy", "employment_office", "legal_aid"])
    packs: Packs = some_packs([topic], list(some_town_and_its_services().services.values()))
    view = view_of(after(tapping("who", topic.slug), a_conversation(place="kukes"), Canned().knowledge(packs)))
    assert isinstance(view, HelpersFor)
    assert len(view.offers) == SHOWN


def test_a_subject_that_is_remembered_and_gone_disturbs_nothing() -> None:
    assert after(CommandGiven("menu"), a_conversation(subject="gone")).conversation.subject == "gone"
