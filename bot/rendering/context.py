"""What every text is made from besides the view: content, phrases, the hour, and whether there is a desk."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from bot.language.phrases import Phrases, Speaker
from bot.packs.assets import Packs


@dataclass(frozen=True)
class Context:
    """`desk` is whether there is a desk at all: without one, no person is offered.

    `keep_days` is for how many days after a talk a counsellor can still find its client.
    """

    packs: Packs
    phrases: Phrases
    now: datetime
    desk: bool
    keep_days: int = 14

    @classmethod
    def on(cls, packs: Packs, phrases: Phrases, day: date, *, desk: bool) -> "Context":
        """At noon of a day, for what does not depend on the hour."""
        return cls(packs, phrases, datetime.combine(day, time(12), UTC), desk)

    @property
    def today(self) -> date:
        return self.now.date()


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
