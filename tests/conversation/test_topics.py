"""A topic is shown while it is fresh enough, and who helps with it stands beside it."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.advance import advance
from bot.conversation.events import CommandGiven, Started
from bot.conversation.state import Count
from bot.conversation.topics import SHOWN
from bot.conversation.views import HelpersFor, Menu, TopicShown, TopicWithheld
from bot.packs.assets import Packs
from tests.builders import a_conversation, a_service, a_topic, some_packs, some_town_and_its_services, with_versions
from tests.conversation.playing import after, tapping, view_of
from tests.fakes import Canned

OLD = a_topic("old-rules", reviewed=date(2020, 1, 1), review_by=date(2021, 1, 1), withhold_after=date(2022, 1, 1))
DUE = a_topic("due-rules", reviewed=date(2020, 1, 1), review_by=date(2021, 1, 1), withhold_after=date(2030, 1, 1))
ALBANIAN = Canned().knowledge(some_packs([with_versions(a_topic(), AL="In Albania.")]))
KNOWLEDGE = Canned().knowledge(some_packs(topics=[OLD, DUE]))


@pytest.mark.parametrize("event", [tapping("topic", "old-rules"), tapping("more", "old-rules"), Started("old-rules")])
def test_a_topic_past_its_last_day_is_never_shown(event: Started) -> None:
    turn = after(event, knowledge=KNOWLEDGE)
    assert view_of(turn) == TopicWithheld("old-rules")
    assert turn.conversation.subject is None
    assert Count("withheld", "old-rules") in turn.counts


def test_a_topic_whose_review_is_due_is_still_shown() -> None:
    assert view_of(after(tapping("topic", "due-rules"), knowledge=KNOWLEDGE)) == TopicShown("due-rules")


def test_a_topic_is_shown_as_it_holds_where_the_client_is() -> None:
    view = view_of(after(tapping("topic", "asylum-facts"), a_conversation(place="kukes", country="AL"), ALBANIAN))
    assert view == TopicShown("asylum-facts", home="AL")
    assert view_of(after(Started("asylum-facts"), a_conversation(country="XK"), ALBANIAN)) == TopicShown(
        "asylum-facts", home="XK"
    )


def test_a_chosen_country_holds_for_the_rules_and_not_for_where_someone_is() -> None:
    """Whoever reads the rules of Albania in Prizren still needs the police of Kosovo."""
    there = a_conversation(place="prizren", country="XK")
    turn = after(tapping("home", "AL", "asylum-facts"), there, ALBANIAN)
    assert view_of(turn) == TopicShown("asylum-facts", home="AL")
    assert turn.conversation == replace(there, home="AL", subject="asylum-facts", shown=("asylum-facts",))


def test_a_new_place_takes_the_rules_with_it() -> None:
    moved = after(tapping("place", "prizren"), a_conversation(home="AL"), ALBANIAN).conversation
    assert (moved.rules_of, moved.country) == ("XK", "XK")


def test_a_country_without_rules_of_its_own_leads_to_the_menu() -> None:
    assert view_of(after(tapping("home", "DE", "asylum-facts"), knowledge=ALBANIAN)) == Menu("button")


def test_a_version_past_its_last_day_is_withheld_where_it_holds() -> None:
    knowledge = Canned().knowledge(some_packs([replace(a_topic(), versions={"XK": replace(OLD, slug="asylum-facts")})]))
    there = a_conversation(country="XK")
    for event in (tapping("more", "asylum-facts"), Started("asylum-facts")):
        assert view_of(after(event, there, knowledge)) == TopicWithheld("asylum-facts")
        assert isinstance(view_of(after(event, knowledge=knowledge)), TopicShown)


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


ABROAD = some_packs(
    [a_topic(services=["helpline", "embassy"], help_in="abroad")],
    list(some_town_and_its_services().services.values()),
)


def helpers_of(view: object) -> HelpersFor:
    assert isinstance(view, HelpersFor)
    return view


@pytest.mark.parametrize("place", [None, "kukes"])
def test_who_helps_abroad_asks_for_the_country_and_names_what_holds_in_all_of_them(place: str | None) -> None:
    turn = after(tapping("who", "asylum-facts"), a_conversation(place=place), Canned().knowledge(ABROAD))
    view = helpers_of(view_of(turn))
    assert [offer.service for offer in view.offers] == ["eu_line"]
    assert view.countries == ("DE", "IT")


def test_who_helps_in_a_country_abroad_comes_in_the_order_of_the_needs() -> None:
    turn = after(tapping("abroad", "DE", "asylum-facts"), knowledge=Canned().knowledge(ABROAD))
    view = helpers_of(view_of(turn))
    assert [offer.service for offer in view.offers] == ["eu_line", "de_embassy", "de_embassy_branch"]
    assert (view.country, view.countries) == ("DE", ())


def test_a_country_where_we_know_nobody_is_asked_for_again() -> None:
    turn = after(tapping("abroad", "FR", "asylum-facts"), knowledge=Canned().knowledge(ABROAD))
    assert helpers_of(view_of(turn)).countries == ("DE", "IT")


def test_where_nobody_abroad_is_known_those_at_home_are_named() -> None:
    packs = some_packs(
        [a_topic(services=["legal_aid"], help_in="abroad")], list(some_town_and_its_services().services.values())
    )
    view = helpers_of(
        view_of(after(tapping("who", "asylum-facts"), a_conversation(place="kukes"), Canned().knowledge(packs)))
    )
    assert (view.countries, [offer.service for offer in view.offers]) == ((), ["al_office_door", "al_far_office"])


def test_the_lines_of_the_country_whose_rules_are_read_come_and_no_others() -> None:
    packs = some_packs([a_topic(services=["helpline"])], list(some_town_and_its_services().services.values()))
    view = helpers_of(
        view_of(after(tapping("who", "asylum-facts"), a_conversation(home="XK"), Canned().knowledge(packs)))
    )
    assert [offer.service for offer in view.offers] == ["xk_line"]


def test_the_lines_of_a_country_abroad_come_before_those_of_all_the_union() -> None:
    lines = [
        a_service("eu_line", category="helpline", country="EU", place=None, reach="national"),
        a_service("de_line", category="helpline", country="DE", place=None, reach="national"),
    ]
    packs = some_packs([a_topic(services=["helpline"], help_in="abroad")], lines)
    view = helpers_of(view_of(after(tapping("abroad", "DE", "asylum-facts"), knowledge=Canned().knowledge(packs))))
    assert [offer.service for offer in view.offers] == ["de_line", "eu_line"]
