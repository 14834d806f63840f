"""One thing that happened to a case: the whole of what the desk's rules decide. Pure; time is in what is known."""

from dataclasses import replace
from typing import assert_never

from bot.conversation.actions import AnswerReferral, CaseDeed, EndCase, OpenCase, TellDesk, TellOutcome
from bot.desk import ending, offering, relaying, taking, waiting
from bot.desk.actions import ChangeThread
from bot.desk.case import Case, Colleague
from bot.desk.events import (
    Commanded,
    DeskEvent,
    Pressed,
    Rewritten,
    Said,
    ThreadClosed,
    ThreadReopened,
    TimePassed,
)
from bot.desk.known import DeskKnown
from bot.desk.pressing import pressed
from bot.desk.turn import CaseTurn, not_theirs
from bot.desk.views import CaseMenu, ChooseOutcome, Sentence


def advance(case: Case, event: DeskEvent, by: Colleague | None, known: DeskKnown) -> CaseTurn:  # noqa: C901 -- one line an event is the plainest form of this table
    """The turn that something at the desk makes of this case; `by` is None for an anonymous administrator."""
    if case.held_by(by):
        case = replace(case, holder=by)  # who may have chosen another language since
    match event:
        case Said():
            return relaying.said(case, event, by, known)
        case Rewritten():
            return relaying.rewritten(case, event, by, known)
        case Commanded():
            return _commanded(case, event, by, known)
        case Pressed():
            return pressed(case, event, by, known)
        case ThreadClosed():
            return ending.closed(case, by, "", known) if case.is_open else CaseTurn(case)
        case ThreadReopened():
            return _reopened_by_hand(case, by, known)
        case TimePassed():
            return waiting.time_passed(case, known)
        case _:
            assert_never(event)


def client_did(case: Case | None, deed: CaseDeed, known: DeskKnown) -> CaseTurn | None:  # noqa: C901 -- one line a deed
    """What comes of what the client did; None where there is no case that it could concern."""
    if isinstance(deed, OpenCase):
        return waiting.opened(deed, known) if case is None else waiting.opened_again(case, deed, known)
    if case is None:
        return None
    match deed:
        case EndCase():
            return ending.ended(case, deed, known)
        case TellDesk():
            return _told(case, deed, known)
        case AnswerReferral():
            return offering.answered(case, deed, known)
        case TellOutcome():
            return offering.told(case, deed)
        case _:
            assert_never(deed)


def _reopened_by_hand(case: Case, by: Colleague | None, known: DeskKnown) -> CaseTurn:
    """A thread that somebody opened whose case may not be opened is shut again, and they are told why."""
    if case.is_open:
        return CaseTurn(case)
    turn = ending.reopened(case, by, known) if by else CaseTurn(case, toast=Sentence("anonymous"))
    return turn if turn.toast is None else CaseTurn(case).saying(turn.toast).then(ChangeThread("close"))


def _told(case: Case, deed: TellDesk, known: DeskKnown) -> CaseTurn:
    """Danger in an open case makes it urgent; again where it has been put off since."""
    turn = CaseTurn(case).saying(Sentence(deed.what, about=deed.about))
    calm = case.is_open and (not case.urgent or case.snoozed is not None)
    return _urgent(turn, known) if deed.what == "danger" and calm else turn


def _urgent(turn: CaseTurn, known: DeskKnown) -> CaseTurn:
    marked = taking.urgent(turn.case, known, on=True)
    return CaseTurn(marked.case, (*turn.actions, *marked.actions), deeds=marked.deeds)


def _commanded(case: Case, event: Commanded, by: Colleague | None, known: DeskKnown) -> CaseTurn:
    """Commands that need a case; those that need none never come here."""
    holds = case.held_by(by)
    match event.command:
        case "undo":
            return relaying.taken_back(case, event, by)
        case "find":
            return offering.found(case, event.rest, known, event.message_id)
        case "close" if case.is_open and (holds or case.status == "waiting"):
            return CaseTurn(case).saying(ChooseOutcome(apart=True), reply_to=event.message_id)
        case "close" if case.is_open:
            return CaseTurn(case).saying(not_theirs(case), reply_to=event.message_id)
        case "close":
            return CaseTurn(case).saying(Sentence("closed"), reply_to=event.message_id)
        case _:
            return CaseTurn(case).saying(CaseMenu(case, holds), reply_to=event.message_id)
