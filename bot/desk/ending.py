"""The end of a case: closed, ended by the client, opened again, and at last unlinked from everybody."""

from dataclasses import replace
from typing import Final, get_args

from bot.conversation.actions import EndCase, Show
from bot.conversation.case_views import Notice
from bot.desk.actions import Announce, ChangeThread
from bot.desk.cards import card_again
from bot.desk.case import DESK_LANGUAGE, Case, Colleague, Ended, Outcome
from bot.desk.known import DeskKnown
from bot.desk.turn import CaseTurn
from bot.desk.views import Sentence, Told

OUTCOMES: Final[tuple[Outcome, ...]] = get_args(Outcome)
TOLD: Final[dict[str, Told]] = {"client": "ended_by_client", "left": "left_by_client"}


def closed(
    case: Case, by: Colleague | None, outcome: str, known: DeskKnown, *, replaces: int | None = None
) -> CaseTurn:
    """A counsellor closes the case; the client may say how it was. `replaces` is the message that asked."""
    if not case.is_open:
        return CaseTurn(case).saying(Sentence("closed"))
    over = _over(case, "counsellor", known, outcome)
    told = Show(Notice("case_closed"), known.spoken)
    turn = CaseTurn(over, (told,)).saying(Sentence("closed_by", by.name if by else ""), replaces=replaces)
    turn = turn.then(card_again(over), ChangeThread("close")).noting("closed")
    return turn.counting("case_closed", outcome).counting("outcome", outcome or "unknown")


def ended(case: Case, deed: EndCase, known: DeskKnown) -> CaseTurn:
    """The client ends it, leaves in a hurry, or wants all of it deleted: also when it was closed long ago."""
    if deed.why == "deleted":
        return erased(replace(case, ended="deleted"))
    if not case.is_open:
        # Whoever leaves in a hurry must not be written to, not even in some days.
        return CaseTurn(replace(case, ended="left", follow_ups=()) if deed.why == "left" else case)
    over = _over(case, deed.why, known)
    turn = CaseTurn(over).saying(Sentence(TOLD[deed.why]))
    return turn.then(card_again(over), ChangeThread("close")).noting("closed")


def reopened(case: Case, by: Colleague, known: DeskKnown) -> CaseTurn:
    """A counsellor opens a closed case again: only one that the client has not ended."""
    if case.is_open or case.erase is None:
        return CaseTurn(case, toast=Sentence("no_case"))
    if case.ended != "counsellor":
        return CaseTurn(case, toast=Sentence(TOLD.get(case.ended, "closed")))
    again = replace(case, status="held", holder=by, ended="", closed=None, erase=None, begins=known.now, hinted=False)
    turn = CaseTurn(again, (Show(Notice("case_reopened"), known.spoken), ChangeThread("reopen"), card_again(again)))
    return turn.saying(Sentence("reopened_by", by.name)).noting("reopened")


def erased(case: Case) -> CaseTurn:
    """Unlinked from everybody, and the thread deleted; the trail keeps that it was so."""
    over = replace(case, status="closed", erase=None, follow_ups=(), snoozed=None)
    what: Told = "deleted_by_client" if case.ended == "deleted" else "erased"
    turn = CaseTurn(over, (ChangeThread("delete"),)).noting("erased")
    return turn.then(Announce(Sentence(what), DESK_LANGUAGE)) if case.ended == "deleted" else turn


def _over(case: Case, why: Ended, known: DeskKnown, outcome: str = "") -> Case:
    erase = known.now + known.keep
    asked = () if why == "left" else tuple(each for each in case.follow_ups if each.at < erase)
    over = replace(case, status="closed", ended=why, outcome=outcome, closed=known.now, erase=erase)
    return replace(over, follow_ups=asked, snoozed=None)
