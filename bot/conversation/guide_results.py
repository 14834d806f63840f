"""What a guide comes to: shown, opened part by part, passed on, and told to a counsellor only where the client agrees.

The answers are gone by then. All that a result says stands in its own buttons, so nothing of it is kept.
"""

from dataclasses import replace
from datetime import datetime
from typing import Literal, TypeAlias

from bot.conversation import checklists, handover
from bot.conversation.actions import Show, TellOutcome
from bot.conversation.guide_views import AskTell, GuideNotice, GuideResult, GuideText
from bot.conversation.knowledge import Knowledge
from bot.conversation.quizzes import quizzed
from bot.conversation.state import Conversation, Count
from bot.conversation.taps import Tap
from bot.conversation.turn import Turn, show
from bot.directory.wish import Wish
from bot.guides.ninety_days import reckoned, stay_of
from bot.guides.outcome import Outcome, outcome, packed, reckoned_of, unpacked
from bot.guides.playing import Playing
from bot.packs.assets import Guide
from bot.packs.guide_schema import UNSAID

Known: TypeAlias = tuple[Knowledge, datetime]


def finished(conversation: Conversation, guide: Guide, known: Known, tapped: int | None) -> Turn:
    """The guide is through: its result is shown and counted, its answers are forgotten."""
    playing = conversation.guide
    if playing is None:
        return show(conversation, GuideNotice(guide.name, "over"), tapped)
    came = outcome(playing, guide.facts, _reckoned(playing, guide, known))
    through = replace(conversation, guide=None)
    counted = (_result(guide, came), *_needs(conversation, playing, guide))
    if came.facts(guide.facts).lists == "checklist":
        through = checklists.made(through, guide, came.items)
    quiz = quizzed(through, playing, guide, came.points)
    view = _view(quiz.conversation, guide, replace(came, before=quiz.before), known)
    turn = show(quiz.conversation, view, tapped, awaiting="nothing")
    return replace(turn, counts=(*turn.counts, *counted, *quiz.counts))


def _reckoned(playing: Playing, guide: Guide, known: Known) -> tuple[int, ...]:
    if guide.facts.reckon is None:
        return ()
    told = (value for step in guide.facts.steps if step.ask == "stays" for value in playing.by_step.get(step.id, ()))
    stays = [stay for value in told if value != UNSAID and (stay := stay_of(value))]
    return reckoned_of(reckoned(stays, known[1].date()), guide.facts)


def _result(guide: Guide, came: Outcome) -> Count:
    return Count("guide_result", f"{guide.name}:{came.version}:{came.result}")


def _needs(conversation: Conversation, playing: Playing, guide: Guide) -> tuple[Count, ...]:
    """How many in a municipality need what: counters, and nothing that holds two needs of one person together."""
    place = conversation.place or "-"
    steps = (step for step in guide.facts.steps if step.counted == "need")
    told = (value for step in steps for value in playing.by_step.get(step.id, ()))
    return tuple(Count("need", f"{value}:{place}") for value in told if value != UNSAID)


def _view(conversation: Conversation, guide: Guide, came: Outcome, known: Known, part: str = "") -> GuideResult:
    nearest = _nearest(conversation, guide, came, known)
    half = conversation.half_of(guide.name) is not None and came.before is None
    return GuideResult(guide.name, packed(came, guide.facts), part, conversation.place, nearest, half, came.before)


def _nearest(conversation: Conversation, guide: Guide, came: Outcome, known: Known) -> tuple[tuple[str, str], ...]:
    """For each line of a plan the service that comes first in the client's town."""
    if conversation.place is None or came.facts(guide.facts).lists != "plan":
        return ()
    lines = [item for item in guide.facts.items if item.id in came.items and item.service]
    founds = ((item.id, _there(conversation, Wish(item.service or ""), known)) for item in lines)
    return tuple((item, service) for item, service in founds if service)


def _there(conversation: Conversation, wish: Wish, known: Known) -> str | None:
    """The first that helps with this; no neighbouring municipality's office, and none that only leads on."""
    knowledge, now = known
    found = knowledge.directory.near(conversation.somewhere, wish, knowledge.open_at(now))
    services = (knowledge.packs.services[offer.service] for offer in found.offers if not found.farther)
    ours = (one.id for one in services if one.place == conversation.place or one.reach != "local")
    return next(ours, None)


def pressed(conversation: Conversation, guide: Guide, tap: Tap, tapped: int, known: Known) -> Turn:
    """A button of a result; of an older version of the guide it leads to its beginning."""
    text, _, part = tap.detail.rpartition(".")
    came = unpacked(text, guide.facts)
    if came is None:
        return show(conversation, GuideNotice(guide.name, "over"), tapped)
    if guide.freshness(known[1].date()) == "withheld":
        return show(conversation, GuideNotice(guide.name, "withheld"), tapped)
    if part == "text":
        return _kept(conversation, guide, came, known)
    # A yes to show it in a case opens none: where that was closed meanwhile, it is asked for again.
    if part == "open" or (part == "told" and conversation.in_case):
        return _told(conversation, guide, came, known, tapped)
    if part in {"desk", "told"}:
        return _asked(conversation, guide, text, known, tapped)
    return show(conversation, _view(conversation, guide, came, known, part), tapped, awaiting="nothing")


def _kept(conversation: Conversation, guide: Guide, came: Outcome, known: Known) -> Turn:
    """A message of its own, to be passed on or kept."""
    view = _view(conversation, guide, came, known)
    what: Literal["share", "plan"] = "share" if came.facts(guide.facts).share else "plan"
    texts = (
        GuideText(guide.name, view.outcome, what, view.place, view.nearest, screen)
        for screen in range(1, (came.screens if what == "plan" else 1) + 1)
    )
    shown = tuple(Show(text, conversation.language) for text in texts)
    return Turn(conversation, shown).counting("guide_kept", guide.name)


def _asked(conversation: Conversation, guide: Guide, text: str, known: Known, tapped: int) -> Turn:
    """Whether a counsellor may see it."""
    if not known[0].desk:
        return handover.asked(conversation, known[0], tapped)
    return show(conversation, AskTell(guide.name, text, opens=not conversation.in_case), tapped)


def _told(conversation: Conversation, guide: Guide, came: Outcome, known: Known, tapped: int) -> Turn:
    """The client agreed; where no case is open, one is opened for it."""
    if not known[0].desk:
        return handover.asked(conversation, known[0], tapped)
    # The result stays where it was: what it says to do is wanted now more than ever.
    back = Show(_view(conversation, guide, came, known), conversation.language, tapped or None)
    if conversation.in_case:
        turn = show(conversation, GuideNotice(guide.name, "told"))
    else:
        turn = handover.accepted(conversation, known[0], None)
    turn = replace(turn, actions=(back, *turn.actions))
    return turn.then(TellOutcome(guide.name, packed(came, guide.facts))).counting("guide_told", guide.name)
