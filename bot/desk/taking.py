"""Who has a case: one winner, handed on by name, given back, put off."""

from dataclasses import replace
from typing import Final

from bot.conversation.actions import Show
from bot.conversation.case_views import Notice
from bot.desk.cards import card_again
from bot.desk.case import Case, Colleague
from bot.desk.known import DeskKnown
from bot.desk.spans import span
from bot.desk.turn import CaseTurn
from bot.desk.views import ChooseColleague, ChooseSnooze, ConfirmTaking, Sentence

HOUR: Final = 3600
HOURS: Final = ("1", "4", "24")
"""For how long a case can be put off."""


def claimed(case: Case, by: Colleague, known: DeskKnown) -> CaseTurn:
    """The first one who presses has it; who comes later is told whose it is."""
    if case.status == "held" and case.holder is not None:
        mine = case.held_by(by)
        return CaseTurn(case, toast=Sentence("claimed" if mine else "one_of", "" if mine else case.holder.name))
    if not case.is_open:
        return CaseTurn(case, toast=Sentence("closed"))
    turn = _taken(case, by, known).then(Show(Notice("case_held"), known.spoken))
    return replace(turn, toast=Sentence("claimed")).noting("claimed")


def taken_over(case: Case, by: Colleague, known: DeskKnown, sure_of: str, tapped: int) -> CaseTurn:
    """Somebody else takes it from its holder, after a second tap; `sure_of` is whom they were asked about."""
    if case.status != "held" or case.holder is None:
        return claimed(case, by, known)
    if case.held_by(by):
        return CaseTurn(case, toast=Sentence("claimed"))
    if sure_of != case.holder.key:
        asked = ConfirmTaking(case.holder.name, case.holder.key)
        return CaseTurn(case).saying(asked, replaces=tapped or None)
    said = Sentence("taken_over", f"{by.name}\n{case.holder.name}")
    turn = _taken(case, by, known).then(Show(Notice("case_passed"), known.spoken)).saying(said)
    return turn.noting("taken")


def released(case: Case, by: Colleague, known: DeskKnown) -> CaseTurn:
    """Back to the queue; the client is told, and the calls begin anew."""
    waiting = replace(case, status="waiting", holder=None, begins=known.now, called=0, signs=0, snoozed=None)
    waiting = replace(waiting, since=known.now, hinted=False)
    turn = CaseTurn(waiting, (card_again(waiting), Show(Notice("case_released"), known.spoken)))
    return turn.saying(Sentence("released", by.name)).noting("released")


def handed(case: Case, by: Colleague, to: str, known: DeskKnown, tapped: int) -> CaseTurn:
    """To a colleague by name; without one, ask which."""
    others = tuple(each for each in known.colleagues if each.key != by.key)
    chosen = next((each for each in others if each.key.startswith(to)), None) if to else None
    if chosen is None:
        return CaseTurn(case).saying(ChooseColleague(others), replaces=tapped or None)
    turn = _taken(case, chosen, known).then(Show(Notice("case_passed"), known.spoken))
    said = Sentence("handed", f"{by.name}\n{chosen.name}", mentions=(chosen.number,) if chosen.number else ())
    return turn.saying(said).noting("handed")


def urgent(case: Case, known: DeskKnown, *, on: bool) -> CaseTurn:
    """Anybody may say that it cannot wait, not even for the desk to open or as it was put off; or that it can."""
    marked = replace(case, urgent=on)
    if on and (case.snoozed is not None or case.begins > known.now):
        marked = replace(marked, snoozed=None, begins=known.now, called=0)
    turn = CaseTurn(marked, (card_again(marked),), toast=Sentence("urgent" if on else "not_urgent"))
    return turn.noting("urgent") if on else turn


def snoozed(case: Case, hours: str, known: DeskKnown, tapped: int) -> CaseTurn:
    """Put off for some hours; nobody is called for it meanwhile."""
    if hours not in HOURS:
        return CaseTurn(case).saying(ChooseSnooze(), replaces=tapped or None)
    later = replace(case, snoozed=known.now + int(hours) * HOUR)
    return CaseTurn(later, (card_again(later),), toast=Sentence("snoozed", number=int(hours)))


def _taken(case: Case, by: Colleague, known: DeskKnown) -> CaseTurn:
    held = replace(case, status="held", holder=by, snoozed=None, hinted=False, answered=False)
    turn = CaseTurn(held, (card_again(held),))
    return turn.counting("waited", span(known.now - case.since)) if case.status == "waiting" else turn
