"""Commands and buttons: each leads somewhere, and what is gone leads kindly to the menu."""

from typing import get_args

import pytest

from bot.conversation.actions import Show
from bot.conversation.case_views import Notice
from bot.conversation.events import ButtonPressed, Command, CommandGiven, Started
from bot.conversation.state import Count
from bot.conversation.taps import TapName, unpacked
from bot.conversation.views import (
    AskPlace,
    Choice,
    HelpersFor,
    Menu,
    Part,
    Section,
    Services,
    TopicShown,
    View,
    Welcome,
)
from tests.builders import a_conversation
from tests.conversation.playing import MESSAGE, after, show_of, tapping, view_of

TOPIC = "asylum-facts"


def test_first_contact_is_a_welcome() -> None:
    turn = after(Started())
    assert view_of(turn) == Welcome()
    assert turn.counts == (Count("started"),)


def test_a_link_leads_to_its_subject() -> None:
    turn = after(Started(TOPIC))
    assert view_of(turn) == TopicShown(TOPIC)
    assert turn.conversation.subject == TOPIC
    assert Count("started", TOPIC) in turn.counts


def test_a_link_to_a_subject_that_is_gone_is_a_welcome_and_is_not_counted_by_its_name() -> None:
    turn = after(Started("gone"))
    assert view_of(turn) == Welcome()
    assert turn.counts == (Count("started"),)


def test_starting_again_ends_what_we_waited_for_and_keeps_the_rest() -> None:
    before = a_conversation("en", place="kukes", country="AL", awaiting="place", unsure=3)
    assert after(Started(), before).conversation == a_conversation("en", place="kukes", country="AL")


@pytest.mark.parametrize(
    ("command", "view"),
    [
        ("menu", Menu()),
        ("unknown", Menu()),
        ("language", Notice("language")),
        ("help", Notice("help")),
        ("privacy", Notice("privacy")),
        ("delete", Notice("ask_delete")),
        ("counsellor", Notice("consent")),
        ("services", AskPlace()),
    ],
)
def test_a_command_shows_what_it_names(command: Command, view: View) -> None:
    assert view_of(after(CommandGiven(command))) == view


@pytest.mark.parametrize("command", get_args(Command))
def test_a_command_ends_the_waiting_for_a_place_unless_it_asks_for_one(command: Command) -> None:
    turn = after(CommandGiven(command), a_conversation(awaiting="place"))
    assert turn.conversation.awaiting == ("place" if command == "services" else "nothing")


def test_the_services_of_a_known_place_are_shown_without_asking() -> None:
    view = view_of(after(CommandGiven("services"), a_conversation(place="kukes", country="AL")))
    assert isinstance(view, Services)
    assert view.place == "kukes"


@pytest.mark.parametrize(
    ("name", "view"),
    [
        ("menu", Menu()),
        ("help", Notice("help")),
        ("privacy", Notice("privacy")),
        ("delete", Notice("ask_delete")),
        ("talk", Notice("consent")),
        ("end", Menu()),
        ("near", AskPlace()),
        ("none", Choice((), again=True)),
    ],
)
def test_a_button_shows_what_it_names_in_place_of_its_message(name: TapName, view: View) -> None:
    assert after(tapping(name)).actions[0] == Show(view, "sq", MESSAGE)


def test_a_button_whose_message_is_too_old_to_change_gets_a_new_message() -> None:
    assert show_of(after(ButtonPressed(tapping("menu").tap, 0))).replaces is None
    assert show_of(after(ButtonPressed(tapping("erase").tap, 0))).replaces is None


@pytest.mark.parametrize("tap", [ButtonPressed(None, MESSAGE), ButtonPressed(unpacked("close"), MESSAGE)])
def test_a_button_that_means_nothing_here_leads_to_the_menu(tap: ButtonPressed) -> None:
    assert view_of(after(tap)) == Menu("button")


@pytest.mark.parametrize("name", ["lang", "section", "topic", "more", "steps", "sources", "who", "home", "need", "map"])
def test_an_old_button_whose_subject_is_gone_leads_to_the_menu(name: TapName) -> None:
    turn = after(tapping(name, "gone"))
    assert turn.actions == (Show(Menu("button"), "sq", MESSAGE),)
    assert turn.conversation == a_conversation()
    assert turn.counts == ()


@pytest.mark.parametrize(
    ("name", "part", "kind"),
    [
        ("topic", "summary", "topic"),
        ("more", "details", "details"),
        ("steps", "steps", "steps"),
        ("sources", "sources", "sources"),
    ],
)
def test_each_part_of_a_topic_has_its_button(name: TapName, part: Part, kind: str) -> None:
    turn = after(tapping(name, TOPIC), a_conversation(awaiting="place"))
    assert view_of(turn) == TopicShown(TOPIC, part)
    assert turn.conversation == a_conversation(subject=TOPIC, shown=(TOPIC,))
    assert turn.counts == (Count(kind, TOPIC),)


def test_who_can_help_with_a_topic_has_its_button() -> None:
    view = view_of(after(tapping("who", TOPIC)))
    assert isinstance(view, HelpersFor)
    assert view.slug == TOPIC


def test_a_section_shows_its_subjects() -> None:
    turn = after(tapping("section", "risks"))
    assert view_of(turn) == Section("risks")
    assert turn.counts == (Count("section", "risks"),)


def test_another_language_is_spoken_from_that_button_on() -> None:
    turn = after(tapping("lang", "en"))
    assert show_of(turn) == Show(Welcome(), "en", MESSAGE)
    assert turn.conversation.language == "en"
    assert turn.counts == (Count("language", "en"),)


def test_a_topic_can_be_read_again_in_another_language() -> None:
    turn = after(tapping("lang", "en", TOPIC))
    assert show_of(turn) == Show(TopicShown(TOPIC), "en", MESSAGE)
    assert turn.conversation.language == "en"


def test_the_menu_button_ends_what_we_waited_for() -> None:
    assert after(tapping("menu"), a_conversation(awaiting="place", unsure=2)).conversation == a_conversation()
