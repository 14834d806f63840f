"""A case that waits: the desk is called again and again, and the client is never left in silence."""

from dataclasses import replace
from typing import Final

from bot.conversation.actions import OpenCase, Show
from bot.conversation.case_views import CaseWaits, ReferralReached
from bot.desk.actions import ChangeThread
from bot.desk.case import Case
from bot.desk.ending import erased
from bot.desk.known import DeskKnown
from bot.desk.turn import CaseTurn
from bot.desk.views import CaseCard, Sentence

MINUTE: Final = 60
CALLS: Final = 3
"""A second call, the colleague on duty by name, and then the lines of partners for the client."""
SIGNS: Final = (15, 60, 180)
"""Minutes of waiting after which the client reads, without a sound, that they are not forgotten."""


def opened(deed: OpenCase, known: DeskKnown) -> CaseTurn:
    """A new case; outside the hours of the desk the calls begin when it opens, unless somebody is in danger."""
    urgent = deed.signal is not None
    shut = known.opens if known.opens is not None and not urgent else None
    told = deed.place, deed.country, deed.subject, deed.signal, deed.minor, deed.shown
    case = Case(
        deed.language, known.now, *told, urgent=urgent, since=known.now, begins=shut or known.now, at_desk=known.at_desk
    )
    waits = Show(CaseWaits(known.before, known.opens), deed.language, deed.replaces)
    return CaseTurn(case, (waits,)).saying(CaseCard(case)).noting("opened")


def opened_again(case: Case, deed: OpenCase, known: DeskKnown) -> CaseTurn:
    """The same person asks again while the closed case still leads to them: the same thread, and nothing to retell."""
    again = opened(deed, known)
    case = replace(again.case, opened=case.opened, follow_ups=case.follow_ups)
    turn = CaseTurn(case, (again.actions[0], ChangeThread("reopen"))).noting("reopened")
    return turn.saying(CaseCard(case)).saying(Sentence("back_again"))


def due(case: Case, minutes: int) -> int | None:
    """When the next thing of this case is due; None for never."""
    moments = [follow_up.at for follow_up in case.follow_ups]
    moments += [at for at in (case.snoozed, case.erase) if at is not None]
    if case.status == "waiting" and case.snoozed is None:
        moments += [at for at in (_call_at(case, minutes), _sign_at(case)) if at is not None]
    return min(moments, default=None)


def time_passed(case: Case, known: DeskKnown) -> CaseTurn:
    """Everything that is due by now, each once; after a long stop of the program only the last call of several."""
    if case.erase is not None and case.erase <= known.now:
        return erased(case)
    turn = _followed_up(CaseTurn(case), known)
    if case.snoozed is not None:
        return _awake(turn, known) if case.snoozed <= known.now else turn
    if case.status != "waiting":
        return turn
    return _signed(_called(turn, known), known)


def _followed_up(turn: CaseTurn, known: DeskKnown) -> CaseTurn:
    asked = [each for each in turn.case.follow_ups if each.at <= known.now]
    later = tuple(each for each in turn.case.follow_ups if each.at > known.now)
    shown = (Show(ReferralReached(each.service), known.spoken, silent=True) for each in asked)
    return replace(turn, case=replace(turn.case, follow_ups=later)).then(*shown)


def _awake(turn: CaseTurn, known: DeskKnown) -> CaseTurn:
    """What was put off comes back; a case that nobody has is called for anew."""
    case = replace(turn.case, snoozed=None, begins=known.now, called=0)
    name = case.holder.name if case.holder else ""
    return replace(turn, case=case).saying(Sentence("awake", name))


def _pace(case: Case, minutes: int) -> int:
    """Seconds between the calls: in danger half as long."""
    return max(1, minutes // 2 if case.urgent else minutes) * MINUTE


def _call_at(case: Case, minutes: int) -> int | None:
    return case.begins + _pace(case, minutes) * (case.called + 1) if case.called < CALLS else None


def _sign_at(case: Case) -> int | None:
    return case.begins + SIGNS[case.signs] * MINUTE if case.signs < len(SIGNS) else None


def _called(turn: CaseTurn, known: DeskKnown) -> CaseTurn:
    case = turn.case
    passed = (known.now - case.begins) // _pace(case, known.minutes)
    if passed <= case.called or case.called >= CALLS:
        return turn
    calls, waited = min(passed, CALLS), (known.now - case.since) // MINUTE
    turn = replace(turn, case=replace(case, called=calls)).noting("called")
    if calls == 1:
        return turn.saying(Sentence("second_call", number=waited))
    mentions = tuple(each.number for each in known.on_duty)
    names = "\n".join(each.name for each in known.on_duty)
    turn = turn.saying(Sentence("on_duty", names, number=waited, mentions=mentions))
    if calls < CALLS:
        return turn
    lines = Show(CaseWaits(known.before, known.opens, lines=True), known.spoken)
    return turn.then(lines).saying(Sentence("partner"))


def _signed(turn: CaseTurn, known: DeskKnown) -> CaseTurn:
    case = turn.case
    given = sum(1 for minutes in SIGNS if case.begins + minutes * MINUTE <= known.now)
    if given <= case.signs:
        return turn
    given_now = replace(turn, case=replace(case, signs=given))
    if any(isinstance(action, Show) for action in turn.actions):
        return given_now  # the client hears of us just now
    return given_now.then(Show(CaseWaits(known.before, known.opens, sign=True), known.spoken, silent=True))
