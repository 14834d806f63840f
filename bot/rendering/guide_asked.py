"""A step as it is asked now: what the view says of it, what holds for it, and its words."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.conversation.guide_views import GuideQuestion
from bot.conversation.taps import Tap, TapName
from bot.language.phrases import Speaker
from bot.packs.guide_schema import NO, YES, GuideStep
from bot.packs.guide_words_schema import StepWords
from bot.rendering.context import Reader
from bot.rendering.guide_opened import Opened

EXAMPLE: Final = "%d.%m.%Y"
"""How people here write a day: the day first, with full stops."""


@dataclass(frozen=True)
class Asked:
    view: GuideQuestion
    step: GuideStep
    words: StepWords
    guide: Opened

    @property
    def reader(self) -> Reader:
        return self.guide.reader

    @property
    def say(self) -> Speaker:
        return self.guide.reader.say

    def tap(self, name: TapName, *rest: str) -> Tap:
        return Tap(name, self.view.guide, ".".join((self.view.step, *rest)))


def asked(view: GuideQuestion, guide: Opened) -> Asked | None:
    """None for a step that has left the packs."""
    step, words = guide.step(view.step), guide.words.steps.get(view.step)
    return Asked(view, step, words, guide) if step and words else None


def answer_label(name: str, step: GuideStep, words: StepWords, say: Speaker) -> str:
    """What stands on the button of an answer; nothing for one that has left the packs."""
    if step.ask == "yes_no":
        return {YES: say.gettext("Yes"), NO: say.gettext("No")}.get(name, "")
    said = words.answers.get(name)
    return (said.label or "") if said else ""


def example(day: date) -> str:
    return day.strftime(EXAMPLE)
