"""A counsellor is told what the client was shown last: topics, services, and what to do in danger."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.events import Started
from bot.conversation.shown import KEPT, SIGNAL, having_seen
from bot.conversation.views import Danger, HelpersFor, Services, TopicShown
from bot.search.answer import Found, Match
from bot.search.signals import SignalFound
from tests.builders import a_conversation, a_topic, some_packs
from tests.conversation.playing import after, tapping, view_of, writing
from tests.fakes import Canned

NAMES = st.sampled_from(["asylum-facts", "work-germany", "al_office", "signal:held", "entry-ban"])


@given(st.lists(NAMES))
def test_the_last_three_are_known_each_once_and_the_newest_last(names: list[str]) -> None:
    conversation = a_conversation()
    for name in names:
        conversation = having_seen(conversation, name)
    newest_first = list(dict.fromkeys(reversed(names)))
    assert conversation.shown == tuple(reversed(newest_first[:KEPT]))


def test_a_topic_is_known_to_have_been_shown_whether_asked_for_tapped_or_opened_by_a_link() -> None:
    asked = Canned({"azil?": Found("answer", (Match("asylum-facts", 0.9),))})
    for event in (writing("azil?"), tapping("topic", "asylum-facts"), Started("asylum-facts")):
        turn = after(event, knowledge=asked.knowledge())
        assert isinstance(view_of(turn), TopicShown)
        assert turn.conversation.shown == ("asylum-facts",)


def test_its_parts_are_the_same_topic() -> None:
    first = after(tapping("topic", "asylum-facts")).conversation
    assert after(tapping("more", "asylum-facts"), first).conversation.shown == ("asylum-facts",)


def test_a_topic_that_was_withheld_was_not_shown() -> None:
    day = date(2020, 1, 1)
    old = a_topic(reviewed=day, review_by=day, withhold_after=day)
    turn = after(tapping("topic", "asylum-facts"), knowledge=Canned().knowledge(some_packs([old])))
    assert turn.conversation.shown == ()


def test_the_card_of_a_service_is_known_to_have_been_shown() -> None:
    before = a_conversation(shown=("asylum-facts",))
    assert after(tapping("service", "al_office"), before).conversation.shown == ("asylum-facts", "al_office")


def test_what_to_do_in_danger_is_known_to_have_been_shown() -> None:
    canned = Canned(signals={"ndihme": (SignalFound("held", "now"),)})
    turn = after(writing("ndihme"), a_conversation(shown=("asylum-facts",)), canned.knowledge())
    assert isinstance(view_of(turn), Danger)
    assert turn.conversation.shown == ("asylum-facts", f"{SIGNAL}held")


def test_a_list_of_services_is_none_of_them() -> None:
    there = a_conversation(place="kukes", country="AL")
    nearby, helpers = after(writing("Kukës")), after(tapping("who", "asylum-facts"), there)
    assert isinstance(view_of(nearby), Services)
    assert isinstance(view_of(helpers), HelpersFor)
    assert nearby.conversation.shown == helpers.conversation.shown == ()
