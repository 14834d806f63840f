"""What every text is made from besides the view: content, phrases, the day, and whether there is a desk."""

from dataclasses import dataclass
from datetime import date

from bot.language.phrases import Phrases, Speaker
from bot.packs.assets import Packs


@dataclass(frozen=True)
class Context:
    """`desk` is whether there is a desk at all: without one, no person is offered."""

    packs: Packs
    phrases: Phrases
    today: date
    desk: bool


@dataclass(frozen=True)
class Reader:
    """Whom a text is for: a language, and the context it is made in."""

    language: str
    context: Context

    @property
    def packs(self) -> Packs:
        return self.context.packs

    @property
    def say(self) -> Speaker:
        return self.context.phrases.speak(self.language)
