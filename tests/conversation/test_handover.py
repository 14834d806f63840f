"""A person takes part: with consent, from opening to close, and nothing of it stays where the client wants it gone."""

from typing import get_args

import pytest

from bot.conversation.actions import CloseCase, CopyToClient, CopyToDesk, Forget, OpenCase, Show, TellDesk
from bot.conversation.events import (
    CommandGiven,
    CounsellorClosed,
    CounsellorReplied,
    Event,
    MediaSent,
    Medium,
    MessageEdited,
)
from bot.conversation.state import Count
from bot.conversation.turn import Turn
from bot.conversation.views import Menu, Notice
from tests.builders import a_conversation
from tests.conversation.playing import MESSAGE, after, show_of, tapping, the_town, view_of

IN_CASE = a_conversation(case="open")


@pytest.mark.parametrize("event", [tapping("talk"), CommandGiven("counsellor")])
def test_before_a_person_reads_along_the_client_is_asked(event: Event) -> None:
    turn = after(event, a_conversation(awaiting="place"))
    assert view_of(turn) == Notice("consent")
    assert turn.conversation == a_conversation()
    assert turn.counts == (Count("person_asked"),)


def test_without_a_desk_nobody_is_promised() -> None:
    for event in (tapping("talk"), tapping("accept"), CommandGiven("counsellor")):
        turn = after(event, knowledge=the_town(desk=False))
        assert view_of(turn) == Notice("no_desk")
        assert turn.conversation.case == "none"


def test_with_consent_a_case_is_opened_and_the_counsellor_knows_no_more_than_is_needed() -> None:
    before = a_conversation(
        "en", place="kukes", country="AL", subject="asylum-facts", signal="held", awaiting="place", unsure=2
    )
    turn = after(tapping("accept"), before)
    assert turn.actions == (
        Show(Notice("case_opened"), "en", MESSAGE),
        OpenCase("en", "kukes", "asylum-facts", "held"),
    )
    assert turn.conversation == a_conversation("en", place="kukes", country="AL", subject="asylum-facts", case="open")
    assert turn.counts == (Count("case_opened", "asylum-facts"),)


def test_a_case_about_no_subject_is_counted_without_one() -> None:
    assert after(tapping("accept")).counts == (Count("case_opened", ""),)


def test_agreeing_twice_opens_one_case() -> None:
    for event in (tapping("accept"), tapping("talk"), CommandGiven("counsellor")):
        turn = after(event, IN_CASE)
        assert turn == Turn(IN_CASE, (Show(Notice("case_open"), "sq", show_of(turn).replaces),))


def test_the_client_can_end_the_case() -> None:
    turn = after(tapping("end"), IN_CASE)
    assert turn.actions == (Show(Notice("case_ended"), "sq", MESSAGE), TellDesk("ended_by_client"), CloseCase())
    assert turn.conversation == a_conversation()
    assert turn.counts == (Count("case_closed"),)


def test_ending_a_case_that_is_over_leads_to_the_menu() -> None:
    turn = after(tapping("end"))
    assert turn == Turn(a_conversation(), (Show(Menu(), "sq", MESSAGE),))


def test_deleting_forgets_all_but_the_language_of_the_last_sentence() -> None:
    turn = after(tapping("erase"), a_conversation("en", place="kukes", country="AL", subject="asylum-facts", unsure=2))
    assert turn.actions == (Show(Notice("deleted"), "en", MESSAGE), Forget())
    assert turn.conversation == a_conversation("en")
    assert turn.counts == (Count("deleted"),)


def test_deleting_ends_an_open_case_first() -> None:
    turn = after(tapping("erase"), IN_CASE)
    assert turn.actions == (
        TellDesk("deleted_by_client"),
        CloseCase(),
        Show(Notice("deleted"), "sq", MESSAGE),
        Forget(),
    )
    assert turn.conversation.case == "none"


@pytest.mark.parametrize("medium", get_args(Medium))
def test_what_we_cannot_look_at_is_said_so(medium: Medium) -> None:
    turn = after(MediaSent(medium, MESSAGE))
    hint = {"photo": "photo", "video": "photo", "voice": "voice", "audio": "voice", "video_note": "voice"}
    view = view_of(turn)
    assert isinstance(view, Menu)
    assert view.hint == hint.get(medium, "media")
    assert turn.counts == (Count("media", medium),)


@pytest.mark.parametrize("medium", get_args(Medium))
def test_in_a_case_a_person_gets_whatever_was_sent(medium: Medium) -> None:
    assert after(MediaSent(medium, MESSAGE), IN_CASE) == Turn(IN_CASE, (CopyToDesk(MESSAGE),))


def test_a_message_that_was_changed_is_not_read_again() -> None:
    assert view_of(after(MessageEdited(MESSAGE))) == Menu("edited")


def test_in_a_case_the_counsellor_sees_what_the_message_says_now() -> None:
    assert after(MessageEdited(MESSAGE), IN_CASE) == Turn(IN_CASE, (TellDesk("edited"), CopyToDesk(MESSAGE)))


def test_what_a_counsellor_replies_reaches_the_client() -> None:
    turn = after(CounsellorReplied(7), IN_CASE)
    assert turn == Turn(IN_CASE, (CopyToClient(7),), (Count("counsellor_replied"),))


def test_when_a_counsellor_closes_the_client_is_told_and_the_desk_too() -> None:
    turn = after(CounsellorClosed(), a_conversation("en", case="open"))
    assert turn.actions == (Show(Notice("case_closed"), "en"), TellDesk("closed"), CloseCase())
    assert turn.conversation == a_conversation("en")
    assert turn.counts == (Count("case_closed"),)


@pytest.mark.parametrize("event", [CounsellorReplied(7), CounsellorClosed()])
def test_a_closed_case_takes_nothing_any_more(event: Event) -> None:
    assert after(event) == Turn(a_conversation(), (TellDesk("closed"),))
