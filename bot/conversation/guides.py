"""Guides as they are played: opened, asked step by step, gone back in, left, taken up again."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final, TypeAlias

from bot.conversation import danger, guide_results
from bot.conversation.guide_views import GuideExplained, GuideIntro, GuideNotice, GuideQuestion, Guides
from bot.conversation.knowledge import Knowledge
from bot.conversation.state import Conversation, Half
from bot.conversation.turn import Turn, show
from bot.conversation.views import Menu
from bot.guides.playing import SEEN, Playing, has_step, next_step, path
from bot.packs.assets import Guide
from bot.packs.guide_schema import GuideFile, GuideStep

Known: TypeAlias = tuple[Knowledge, datetime]


@dataclass(frozen=True)
class Given:
    """An answer to a step; none of several is "don't know"."""

    step: GuideStep
    values: tuple[str, ...]


TYPED: Final = frozenset({"number", "date", "place", "stays"})
"""Kinds of steps that are answered in words."""


def overview(conversation: Conversation, section: str, known: Known, tapped: int | None = None) -> Turn:
    """Every guide that may be shown, or those of one section."""
    knowledge, now = known
    guides = (guide for guide in knowledge.packs.guides.values() if guide.freshness(now.date()) != "withheld")
    names = tuple(guide.name for guide in guides if section in {"", guide.facts.section})
    return show(conversation, Guides(names), tapped, awaiting="nothing")


def opened(conversation: Conversation, name: str, known: Known, tapped: int | None = None) -> Turn:
    """What the guide is for, and the ways into it."""
    guide = found(name, known)
    if guide is None:
        return show(conversation, Menu("button"), tapped)
    if guide.freshness(known[1].date()) == "withheld":
        return show(conversation, GuideNotice(name, "withheld"), tapped).counting("withheld", name)
    playing = conversation.guide
    view = GuideIntro(
        name,
        under_way=playing is not None and playing.guide == name,
        listed=conversation.list_of(name) is not None,
        second=_half(conversation, guide) is not None,
    )
    return show(conversation, view, tapped, awaiting="nothing").counting("guide_opened", name)


def found(name: str, known: Known) -> Guide | None:
    return known[0].packs.guides.get(name)


def _half(conversation: Conversation, guide: Guide) -> Half | None:
    """The first half of this quiz; that of another version asked something else."""
    half = conversation.half_of(guide.name)
    return half if half is not None and half.version == guide.facts.version else None


def begun(conversation: Conversation, guide: Guide, known: Known, tapped: int | None = None) -> Turn:
    """From its first question; whatever guide was under way is gone."""
    if guide.freshness(known[1].date()) == "withheld":
        return opened(conversation, guide.name, known, tapped)
    half = _half(conversation, guide)
    told = half.told if half else ()
    form = _form(guide.facts, half, known)
    playing = Playing(guide.name, guide.facts.version, form, told, tuple(name for name, _ in told))
    turn = asked(replace(conversation, guide=playing), guide, known, tapped)
    return turn.counting("guide_begun", f"{guide.name}:{guide.facts.version}")


def _form(guide: GuideFile, half: Half | None, known: Known) -> str:
    """Which half of a quiz comes first changes from minute to minute, so that neither is always the easier one."""
    if not guide.has_forms:
        return ""
    first = "ab"[known[1].minute % 2]
    return {"a": "b", "b": "a"}[half.form] if half else first


def gone_on(conversation: Conversation, guide: Guide, known: Known, tapped: int | None = None) -> Turn:
    """Taken up where it was interrupted; where its questions mean something else by now, kindly from the beginning."""
    playing = conversation.guide
    if playing is None or playing.guide != guide.name:
        return show(conversation, GuideNotice(guide.name, "over"), tapped)
    if playing.version != guide.facts.version:
        return show(replace(conversation, guide=None), GuideNotice(guide.name, "changed"), tapped)
    return asked(conversation, guide, known, tapped)


def back(conversation: Conversation, guide: Guide, known: Known, tapped: int) -> Turn:
    """One question back; from the first one to the beginning."""
    playing = conversation.guide
    if not _plays(conversation, guide) or playing is None:
        return gone_on(conversation, guide, known, tapped)
    last = playing.last
    step = next((each for each in guide.facts.steps if each.id == last), None)
    if step is not None and step.right:
        return show(conversation, GuideExplained(guide.name, step.id, playing.by_step[step.id][0]), tapped)
    before = playing.without_last()
    changed = replace(conversation, guide=before)
    return (
        opened(changed, guide.name, known, tapped)
        if before.answers == playing.answers
        else asked(changed, guide, known, tapped)
    )


def left(conversation: Conversation, guide: Guide, tapped: int) -> Turn:
    """The client leaves it: the answers are gone at once."""
    under_way = conversation.guide
    kept = under_way if under_way and under_way.guide != guide.name else None
    turn = show(replace(conversation, guide=kept), GuideNotice(guide.name, "left"), tapped, awaiting="nothing")
    return turn.counting("guide_left", guide.name) if under_way != kept else turn


def _plays(conversation: Conversation, guide: Guide) -> bool:
    playing = conversation.guide
    return playing is not None and (playing.guide, playing.version) == (guide.name, guide.facts.version)


def asked(conversation: Conversation, guide: Guide, known: Known, tapped: int | None = None, **how: Any) -> Turn:
    """The next question, or the result; `how` are fields of the view."""
    playing = conversation.guide
    step = next_step(playing, guide.facts) if playing else None
    if playing is None or step is None:
        return guide_results.finished(conversation, guide, known, tapped)
    steps = [each.id for each in path(playing, guide.facts) if each.id not in playing.told]
    view = GuideQuestion(
        guide.name,
        step.id,
        steps.index(step.id) + 1,
        len(steps),
        playing.draft if step.ask in {"several", "stays"} else (),
        town=conversation.place if step.ask == "place" else None,
        overheard=conversation.in_case and step.ask in TYPED,
    )
    return show(conversation, replace(view, **how), tapped, awaiting="guide" if step.ask in TYPED else "nothing")


def answered(conversation: Conversation, guide: Guide, given: Given, known: Known, tapped: int | None) -> Turn:
    """An answer to the step that is asked now, or to one before: then what came after it is asked anew."""
    playing, step = conversation.guide, given.step
    if not _plays(conversation, guide) or playing is None:
        return gone_on(conversation, guide, known, tapped)
    if not has_step(playing, step.id, guide.facts):
        return asked(conversation, guide, known, tapped)
    # Of a quiz the first answer counts: whoever has read what is right can no longer be asked.
    again = step.id in playing.by_step if step.right else playing.by_step.get(step.id) == given.values
    after = playing if again else playing.answered(step.id, given.values, guide.facts)
    changed = replace(conversation, guide=after)
    if step.right:
        explained = GuideExplained(guide.name, step.id, after.by_step[step.id][0])
        return show(changed, explained, tapped, awaiting="nothing")
    signal = _signal(step, given.values, known)
    # The same tap once more goes on: who has read the number must not be held up by it.
    return asked(changed, guide, known, tapped) if again or not signal else _in_danger(changed, signal, known)


def _signal(step: GuideStep, values: tuple[str, ...], known: Known) -> str | None:
    """The danger that one of the answers tells of."""
    told = (step.signal(value) for value in values)
    return next((kind for kind in told if kind in known[0].packs.signals), None)


def _in_danger(conversation: Conversation, kind: str, known: Known) -> Turn:
    """Below the question, which stays; the guide can be gone on with. A tap leaves less doubt than words do."""
    alarming = known[0].packs.signals[kind].facts.alert_desk
    return danger.met(conversation, kind, known, conversation.language, alarming=alarming)


def drafted(conversation: Conversation, guide: Guide, draft: tuple[str, ...], known: Known, tapped: int | None) -> Turn:
    """What is ticked or written so far in the step that is asked now."""
    if conversation.guide is None:
        return gone_on(conversation, guide, known, tapped)
    return asked(replace(conversation, guide=replace(conversation.guide, draft=draft)), guide, known, tapped)


def done(conversation: Conversation, guide: Guide, step: GuideStep, known: Known, tapped: int) -> Turn:
    """On from this step: a piece of information was read, several were ticked, every stay is told."""
    playing = conversation.guide
    if not _plays(conversation, guide) or playing is None:
        return gone_on(conversation, guide, known, tapped)
    current = next_step(playing, guide.facts)
    if current is None or current.id != step.id:  # an explanation that was read, or an old button
        return asked(conversation, guide, known, tapped)
    if step.ask == "info":
        return answered(conversation, guide, Given(step, (SEEN,)), known, tapped)
    if step.ask == "stays" and playing.draft and playing.draft[-1].endswith("/"):
        return asked(conversation, guide, known, tapped, missed="days")
    if step.ask in {"several", "stays"}:
        return answered(conversation, guide, Given(step, playing.draft), known, tapped)
    return asked(conversation, guide, known, tapped)
