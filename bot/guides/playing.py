"""A guide under way: what was answered, and what is asked next."""

from dataclasses import dataclass, replace
from functools import cached_property

from bot.guides.conditions import Facts, applies
from bot.packs.guide_schema import UNSAID, GuideFile, GuideStep

SEEN = "seen"
"""The answer to a piece of information."""


@dataclass(frozen=True)
class Playing:
    """`answers` by step, in the order of the file; `told` are steps answered in the first half of a quiz.

    It lives in the running conversation only, and is gone when the guide is.
    """

    guide: str
    version: int
    form: str = ""
    answers: tuple[tuple[str, tuple[str, ...]], ...] = ()
    told: tuple[str, ...] = ()
    draft: tuple[str, ...] = ()
    """What is ticked or written so far in the step that is asked now."""

    @cached_property
    def by_step(self) -> dict[str, tuple[str, ...]]:
        return dict(self.answers)

    def answered(self, step: str, values: tuple[str, ...], guide: GuideFile) -> "Playing":
        """With this answer, and without what was answered after it: those questions may no longer come."""
        order = [each.id for each in guide.steps]
        until = order.index(step)
        earlier = [(name, said) for name, said in self.answers if order.index(name) < until or name in self.told]
        kept = sorted((*earlier, (step, values or (UNSAID,))), key=lambda one: order.index(one[0]))
        return replace(self, answers=tuple(kept), draft=())

    @property
    def last(self) -> str | None:
        """The step that was answered last, but for what was told before this half."""
        own = [name for name, _ in self.answers if name not in self.told]
        return own[-1] if own else None

    def without_last(self) -> "Playing":
        """One question back, with what stood there; what was told before this half is not asked again."""
        draft = tuple(each for each in self.by_step.get(self.last or "", ()) if each not in {UNSAID, SEEN})
        return replace(self, answers=tuple(each for each in self.answers if each[0] != self.last), draft=draft)


def facts_of(playing: Playing, guide: GuideFile) -> Facts:
    """What conditions may ask about while it is played; the numbers that were given are among them."""
    given = {step.id: playing.by_step.get(step.id, ()) for step in guide.steps if step.ask == "number"}
    numbers = {name: int(said[0]) for name, said in given.items() if said and said[0] != UNSAID}
    return Facts(playing.by_step, numbers)


def comes(step: GuideStep, form: str, facts: Facts) -> bool:
    """Whether this step is one of this path."""
    return step.form in {None, form} and applies(step.when, step.unless, facts)


def next_step(playing: Playing, guide: GuideFile) -> GuideStep | None:
    """What is asked next; None at the end."""
    return next((step for step in path(playing, guide) if step.id not in playing.by_step), None)


def path(playing: Playing, guide: GuideFile) -> tuple[GuideStep, ...]:
    """The steps that come, as far as one can tell by now."""
    facts = facts_of(playing, guide)
    return tuple(step for step in guide.steps if comes(step, playing.form, facts))


def has_step(playing: Playing, step: str, guide: GuideFile) -> bool:
    """Whether this step was answered or is asked now: a button of it may then still be pressed."""
    current = next_step(playing, guide)
    return step in playing.by_step or (current is not None and current.id == step)
