"""What each button at the desk does; one that is old finds the case as it is now."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final, TypeAlias

from bot.conversation.actions import Show
from bot.desk import ending, offering, relaying, taking
from bot.desk.actions import CopyToClient
from bot.desk.cards import card_again
from bot.desk.case import Case, Colleague
from bot.desk.events import Pressed
from bot.desk.finding import GUIDES, every_guide, findings
from bot.desk.known import DeskKnown
from bot.desk.taps import DeskTap, DeskTapName
from bot.desk.turn import CaseTurn, not_theirs
from bot.desk.views import CaseCard, CaseMenu, ChooseOutcome, Sentence

Did: TypeAlias = Callable[[Case, DeskTap, Colleague, DeskKnown, int], CaseTurn]

OF_THE_HOLDER: Final = frozenset({"release", "hand", "give", "refer", "send", "keep"})
"""What only the one who has the case can do; closing and putting off too, once somebody has it."""
SENDS: Final = frozenset({"give", "refer", "send", "keep"})
"""What is done once for each message it stands under: a finger that taps twice must not send twice."""


def pressed(case: Case, event: Pressed, by: Colleague | None, known: DeskKnown) -> CaseTurn:
    """A button in the thread of a case."""
    tap = event.tap
    if by is None:
        return CaseTurn(case, toast=Sentence("anonymous"))
    if tap is None or tap.name not in DOES:
        return CaseTurn(case, (card_again(case),))
    if not case.is_open and tap.name not in OF_A_CLOSED_CASE:
        return CaseTurn(case, (card_again(case),), toast=Sentence("closed"))
    if _is_not_theirs(case, tap.name, by):
        return CaseTurn(case, toast=not_theirs(case))
    if tap.name in SENDS and event.tapped and event.tapped == case.settled:
        return CaseTurn(case, toast=Sentence("shared"))
    return _settled(DOES[tap.name](case, tap, by, known, event.tapped), event.tapped, tap.name)


def _is_not_theirs(case: Case, name: DeskTapName, by: Colleague) -> bool:
    if name in OF_THE_HOLDER:
        return not case.held_by(by)
    return name in {"close", "snooze"} and case.status == "held" and not case.held_by(by)


def _settled(turn: CaseTurn, tapped: int, name: DeskTapName) -> CaseTurn:
    if name not in SENDS or not any(isinstance(action, Show | CopyToClient) for action in turn.actions):
        return turn
    return replace(turn, case=replace(turn.case, settled=tapped))


def _claim(case: Case, _tap: DeskTap, by: Colleague, known: DeskKnown, _tapped: int) -> CaseTurn:
    return taking.claimed(case, by, known)


def _take(case: Case, tap: DeskTap, by: Colleague, known: DeskKnown, tapped: int) -> CaseTurn:
    return taking.taken_over(case, by, known, tap.argument, tapped)


def _release(case: Case, _tap: DeskTap, by: Colleague, known: DeskKnown, _tapped: int) -> CaseTurn:
    return taking.released(case, by, known)


def _hand(case: Case, tap: DeskTap, by: Colleague, known: DeskKnown, tapped: int) -> CaseTurn:
    return taking.handed(case, by, tap.argument, known, tapped)


def _urgent(case: Case, tap: DeskTap, _by: Colleague, known: DeskKnown, _tapped: int) -> CaseTurn:
    return taking.urgent(case, known, on=tap.argument != "off")


def _snooze(case: Case, tap: DeskTap, _by: Colleague, known: DeskKnown, tapped: int) -> CaseTurn:
    return taking.snoozed(case, tap.argument, known, tapped)


def _close(case: Case, tap: DeskTap, by: Colleague, known: DeskKnown, tapped: int) -> CaseTurn:
    if tap.argument not in ending.OUTCOMES:
        return CaseTurn(case).saying(ChooseOutcome(), replaces=tapped or None)
    return ending.closed(case, by, tap.argument, known, replaces=tapped if tap.detail else None)


def _reopen(case: Case, _tap: DeskTap, by: Colleague, known: DeskKnown, _tapped: int) -> CaseTurn:
    return ending.reopened(case, by, known)


def _sure(case: Case, tap: DeskTap, by: Colleague, known: DeskKnown, tapped: int) -> CaseTurn:
    return relaying.sure(case, tap, by, known, tapped)


def _card(case: Case, _tap: DeskTap, _by: Colleague, _known: DeskKnown, tapped: int) -> CaseTurn:
    return CaseTurn(case).saying(CaseCard(case), replaces=tapped or None)


def _case(case: Case, _tap: DeskTap, by: Colleague, _known: DeskKnown, tapped: int) -> CaseTurn:
    return CaseTurn(case).saying(CaseMenu(case, case.held_by(by)), replaces=tapped or None)


def _found(case: Case, tap: DeskTap, _by: Colleague, known: DeskKnown, tapped: int) -> CaseTurn:
    """Beside the card: in its place, what is sent then would leave the thread without one."""
    replaces = tapped if tap.argument else 0
    found = (
        every_guide(known.knowledge) if tap.argument == GUIDES else findings("", case.desk_language, known.knowledge)
    )
    return CaseTurn(case).saying(found, replaces=replaces or None)


def _look(case: Case, tap: DeskTap, by: Colleague, known: DeskKnown, tapped: int) -> CaseTurn:
    shown = offering.preview(tap, case, known, sends=case.held_by(by))
    return CaseTurn(case).saying(shown, replaces=tapped or None)


def _give(case: Case, tap: DeskTap, _by: Colleague, known: DeskKnown, tapped: int) -> CaseTurn:
    return offering.given(case, tap, known, tapped)


def _refer(case: Case, tap: DeskTap, _by: Colleague, known: DeskKnown, tapped: int) -> CaseTurn:
    return offering.referred(case, tap.argument, known, tapped)


DOES: Final[dict[DeskTapName, Did]] = {
    "claim": _claim,
    "take": _take,
    "release": _release,
    "hand": _hand,
    "urgent": _urgent,
    "snooze": _snooze,
    "close": _close,
    "reopen": _reopen,
    "send": _sure,
    "keep": _sure,
    "card": _card,
    "case": _case,
    "found": _found,
    "reply": _look,
    "topic": _look,
    "service": _look,
    "guide": _look,
    "give": _give,
    "refer": _refer,
}
OF_A_CLOSED_CASE: Final = frozenset({"reopen", "card", "case", "found", "reply", "topic", "service", "guide"})
