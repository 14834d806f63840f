"""The end of a case: who may close it, what stays possible, and that afterwards nobody is written to."""

from typing import get_args

import pytest

from bot.conversation.actions import EndCase
from bot.conversation.case_views import Notice
from bot.conversation.state import Count
from bot.desk.actions import Announce, ChangeThread
from bot.desk.advance import client_did
from bot.desk.case import Case, Colleague, FollowUp, Outcome
from bot.desk.events import ThreadClosed, ThreadReopened, TimePassed
from bot.desk.turn import CaseTurn
from bot.desk.views import ChooseOutcome, Sentence
from bot.desk.waiting import due
from tests.desk.playing import (
    BESNIK,
    DAY,
    HOUR,
    MIRA,
    NOW,
    SAID,
    TAPPED,
    a_case,
    after,
    at_desk,
    closed,
    commanding,
    has_card_again,
    held,
    known,
    pressing,
    saying,
    shown_at_desk,
    to_client,
    told,
    words_to_client,
)

SOON, LATE = FollowUp("al_shelter", NOW + 7 * DAY), FollowUp("al_line", NOW + 15 * DAY)


def ending(case: Case, deed: EndCase) -> CaseTurn:
    turn = client_did(case, deed, known())
    assert turn is not None
    return turn


@pytest.mark.parametrize("outcome", get_args(Outcome))
def test_the_holder_closes_the_case_with_what_came_of_it_and_the_client_is_told(outcome: str) -> None:
    turn = after(pressing("close", outcome), held(snoozed=NOW + HOUR))
    assert turn.case == closed(outcome=outcome)
    assert to_client(turn) == [Notice("case_closed")]
    assert at_desk(turn) == [Sentence("closed_by", "Mira")]
    assert ChangeThread("close") in turn.actions
    assert has_card_again(turn)
    assert turn.counts == (Count("case_closed", outcome), Count("outcome", outcome))
    assert turn.deeds == ("closed",)


@pytest.mark.parametrize("event", [pressing("close"), pressing("close", "forged"), commanding("close")])
def test_without_an_outcome_it_is_asked_for(event: object) -> None:
    turn = after(event, held())  # type: ignore[arg-type]  # every one of them is an event
    apart = event == commanding("close")
    assert (turn.case, at_desk(turn)) == (held(), [ChooseOutcome(apart=apart)])


@pytest.mark.parametrize("by", [MIRA, BESNIK])
def test_a_case_that_nobody_has_can_be_closed_by_anybody(by: Colleague) -> None:
    assert not after(pressing("close", "other"), a_case(), by).case.is_open
    assert at_desk(after(commanding("close"), a_case(), by)) == [ChooseOutcome(apart=True)]


def test_nobody_closes_a_case_that_somebody_else_has() -> None:
    pressed = after(pressing("close", "other"), held(), BESNIK)
    assert (pressed.case, pressed.actions, pressed.toast) == (held(), (), Sentence("not_yours", "Mira"))
    typed = after(commanding("close"), held(), BESNIK)
    assert (typed.case, at_desk(typed)) == (held(), [Sentence("not_yours", "Mira")])


def test_a_thread_that_is_closed_by_hand_closes_the_case_whoever_did_it() -> None:
    for by in (MIRA, BESNIK, None):
        turn = after(ThreadClosed(), held(), by)
        assert (turn.case.status, turn.case.ended) == ("closed", "counsellor")
        assert Count("outcome", "unknown") in turn.counts


def test_that_we_close_and_open_the_thread_ourselves_brings_nothing_more() -> None:
    assert after(ThreadClosed(), closed(), None) == CaseTurn(closed())
    assert after(ThreadReopened(), held(), None) == CaseTurn(held())
    shut_again = after(ThreadReopened(), closed(), None)
    assert (told(shut_again), shut_again.actions[-1]) == (["anonymous"], ChangeThread("close"))


def test_what_a_counsellor_closed_can_be_opened_again_and_the_client_hears_of_it() -> None:
    for event in (pressing("reopen"), ThreadReopened()):
        turn = after(event, closed(hinted=True), BESNIK)
        assert turn.case == held(BESNIK)
        assert to_client(turn) == [Notice("case_reopened")]
        assert told(turn) == ["reopened_by"]
        assert turn.deeds == ("reopened",)
        assert due(turn.case, 5) is None


@pytest.mark.parametrize("ended", ["client", "left"])
def test_what_the_client_has_ended_is_not_opened_again(ended: str) -> None:
    case = closed(ended=ended)
    turn = after(pressing("reopen"), case, BESNIK)
    assert (turn.case, turn.actions, turn.deeds) == (case, (), ())
    assert turn.toast == Sentence("ended_by_client" if ended == "client" else "left_by_client")


@pytest.mark.parametrize("ended", ["client", "left"])
def test_a_thread_that_was_opened_by_hand_for_nothing_is_shut_again_and_it_is_said_why(ended: str) -> None:
    case = closed(ended=ended)
    turn = after(ThreadReopened(), case, BESNIK)
    assert (turn.case, told(turn), turn.deeds) == (case, [f"{ended if ended == 'left' else 'ended'}_by_client"], ())
    assert turn.actions[-1] == ChangeThread("close")


def test_what_no_longer_leads_to_anybody_is_not_opened_again() -> None:
    turn = after(pressing("reopen"), closed(erase=None), BESNIK)
    assert (turn.case.status, turn.actions, turn.toast) == ("closed", (), Sentence("no_case"))


def test_the_client_can_end_it_and_the_counsellor_knows() -> None:
    turn = ending(held(), EndCase("client"))
    assert turn.case == closed(ended="client")
    assert told(turn) == ["ended_by_client"]
    assert ChangeThread("close") in turn.actions
    assert not to_client(turn)
    assert turn.deeds == ("closed",)


def test_a_case_that_waits_can_be_ended_by_the_client_too() -> None:
    turn = ending(a_case(snoozed=NOW + HOUR), EndCase("client"))
    assert turn.case == closed(ended="client", holder=None)
    assert due(turn.case, 5) == NOW + 14 * DAY


@pytest.mark.parametrize("case", [a_case(), held(), closed(), closed(ended="left")])
def test_when_the_client_wants_it_all_gone_nothing_is_left_to_be_done_but_deleting(case: Case) -> None:
    turn = ending(case, EndCase("deleted"))
    assert turn.actions == (ChangeThread("delete"), Announce(Sentence("deleted_by_client"), "sq"))
    assert turn.deeds == ("erased",)
    assert not turn.case.is_open
    assert due(turn.case, 5) is None


@pytest.mark.parametrize("case", [a_case(follow_ups=(SOON,)), held(follow_ups=(SOON,)), closed(follow_ups=(SOON,))])
def test_whoever_leaves_in_a_hurry_is_never_written_to_again(case: Case) -> None:
    turn = ending(case, EndCase("left"))
    assert (turn.case.status, turn.case.ended, turn.case.follow_ups) == ("closed", "left", ())
    assert due(turn.case, 5) == NOW + 14 * DAY
    later = after(TimePassed(), turn.case, None, known(NOW + 8 * DAY))
    assert later == CaseTurn(turn.case)


def test_a_counsellor_who_is_there_learns_that_the_client_left() -> None:
    assert told(ending(held(), EndCase("left"))) == ["left_by_client"]
    assert told(ending(closed(), EndCase("left"))) == []


def test_ending_what_is_over_changes_nothing() -> None:
    assert ending(closed(), EndCase("client")) == CaseTurn(closed())


def test_a_closed_case_asks_of_a_referral_only_as_long_as_it_leads_to_the_client() -> None:
    turn = after(pressing("close", "referred"), held(follow_ups=(SOON, LATE)))
    assert turn.case.follow_ups == (SOON,)


def test_how_long_a_closed_case_leads_to_its_client_is_a_setting() -> None:
    turn = after(pressing("close", "other"), held(), MIRA, known(keep=2 * DAY))
    assert due(turn.case, 5) == NOW + 2 * DAY
    erased = after(TimePassed(), turn.case, None, known(NOW + 2 * DAY))
    assert (erased.actions, erased.deeds) == ((ChangeThread("delete"),), ("erased",))
    assert due(erased.case, 5) is None


def test_the_command_to_close_what_is_closed_says_so() -> None:
    turn = after(commanding("close"), closed())
    assert turn.actions == tuple(shown_at_desk(turn))
    assert at_desk(turn) == [Sentence("closed")]


@pytest.mark.parametrize(
    "event",
    [
        saying(),
        commanding("undo"),
        pressing("send", str(SAID)),
        pressing("give", "reply", "greeting"),
        pressing("refer", "al_shelter"),
        pressing("close", "other"),
        pressing("snooze", "4"),
        pressing("urgent", "on"),
    ],
)
def test_in_a_closed_case_an_old_button_does_nothing_and_leaves_the_card_as_it_is_now(event: object) -> None:
    turn = after(event, closed())  # type: ignore[arg-type]  # every one of them is an event
    assert turn.case == closed()
    assert not words_to_client(turn)
    assert not to_client(turn)
    assert turn.toast == Sentence("closed") or told(turn) == ["closed"]


def test_closing_asks_in_place_of_the_button() -> None:
    assert [each.replaces for each in shown_at_desk(after(pressing("close"), held()))] == [TAPPED]
