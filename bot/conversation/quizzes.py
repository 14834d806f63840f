"""Quizzes in two halves: matched within the conversation, counted as "before and after", of nobody in particular."""

from dataclasses import dataclass, replace
from typing import Final, Literal

from bot.conversation.state import Conversation, Count, Half
from bot.guides.playing import Playing
from bot.packs.assets import Guide
from bot.packs.guide_schema import UNSAID

MOST_GAINED: Final = 3
"""Points: beside what was told of the person a gain is counted up to this: one that is rare could be known again."""
GAINS: Final = tuple(f"{points:+}" for points in range(-1, MOST_GAINED + 1))
"""The gains that are told apart, from fewer points on."""


@dataclass(frozen=True)
class Quizzed:
    """`before` is how many points the first half had, after the second."""

    conversation: Conversation
    counts: tuple[Count, ...] = ()
    before: int | None = None


def quizzed(conversation: Conversation, playing: Playing, guide: Guide, points: int) -> Quizzed:
    """After a half of a quiz; any other guide changes nothing. After the second half nothing of the first is kept."""
    if not playing.form:
        return Quizzed(conversation)
    counts = _items(playing, guide)
    before = conversation.half_of(guide.name)
    others = tuple(half for half in conversation.halves if half.guide != guide.name)
    if before is None or before.version != playing.version or before.form == playing.form:
        told = _told(playing, guide)
        half = Half(guide.name, playing.version, playing.form, points, told)
        first = Count("quiz_half", f"{guide.name}:{playing.version}:{playing.form}:{points}")
        return Quizzed(replace(conversation, halves=(*others, half)), (*counts, first))
    gain = _gain(before, playing, guide, points)
    return Quizzed(replace(conversation, halves=others), (*counts, *gain), before=before.points)


def _told(playing: Playing, guide: Guide) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What was said of the person, left unsaid or not: it is asked once."""
    steps = {step.id for step in guide.facts.steps if step.counted == "person"}
    return tuple((name, said) for name, said in playing.answers if name in steps)


def _items(playing: Playing, guide: Guide) -> tuple[Count, ...]:
    """How each question was answered: right, wrong, or not at all."""
    questions = (step for step in guide.facts.steps if step.right and step.id in playing.by_step)
    asked = ((step, playing.by_step[step.id][0]) for step in questions)
    quiz = f"{guide.name}:{playing.version}"
    return tuple(Count("quiz_item", f"{quiz}:{step.id}:{_answered(value, step.right)}") for step, value in asked)


def _answered(value: str, right: str | None) -> Literal["right", "wrong", "unsaid"]:
    if value == UNSAID:
        return "unsaid"
    return "right" if value == right else "wrong"


def _gain(before: Half, playing: Playing, guide: Guide, points: int) -> tuple[Count, ...]:
    """The pair by itself, and beside each thing told of the person alone: never two of them together."""
    pair = f"{guide.name}:{playing.version}:{before.points}>{points}"
    gain = gain_of(before.points, points)
    told = (f"{guide.name}:{name}={value}:{gain}" for name, said in before.told for value in said)
    return (Count("quiz_gain", f"{pair}:{before.form}"), *(Count("quiz_gain_by", each) for each in told))


def gain_of(before: int, after: int) -> str:
    """One of GAINS, of the points in the first half and in the second."""
    return GAINS[max(0, min(after - before, MOST_GAINED) + 1)]
