"""Did this answer help? Under which answers it is asked, and what a thumb says back: of which words it speaks."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from bot.conversation.knowledge import Knowledge
from bot.conversation.shown import SIGNAL
from bot.conversation.state import Conversation
from bot.conversation.taps import Tap
from bot.conversation.views import Part

LETTERS: Final[Mapping[Part, str]] = {"summary": "s", "details": "d", "steps": "t"}
"""The parts of a topic that are an answer, as a button names them."""

LONGEST: Final = 32
"""Characters of a slug that a button has room for beside all that a thumb says; under a longer one nobody is asked."""

RATED: Final = "rated"
"""What the other buttons under a rated answer say too: what they open does not ask again."""

AGAIN: Final = "again"
"""A thumb that was counted already."""

UNSAID: Final = "-"
"""Whoever gives no reason."""

NUMBERS: Final = frozenset({"emergency-numbers", "helplines"})
"""Topics that tell whom to call: whoever opens one has something better to do than to rate it."""


def asked(conversation: Conversation, slug: str, knowledge: Knowledge) -> bool:
    """Never beside danger, nor while a counsellor has the case: they see for themselves whether it helps."""
    frightened = any(name.startswith(SIGNAL) for name in conversation.shown)
    about = slug in knowledge.packs.about_danger or slug in NUMBERS
    return not (frightened or about or conversation.case == "held")


@dataclass(frozen=True)
class Thumb:
    """Which words were rated: those of a part of a topic, at a version (`bot.packs.topic_version`).

    `before` is the language spoken before this answer, so that the way back to it is not lost.
    """

    slug: str
    version: str
    part: Part
    before: str | None = None

    def tap(self, name: Literal["helpful", "unhelpful", "because"], more: str = "") -> Tap:
        """`more` is a `Reason`, or `UNSAID`; `AGAIN` where a thumb only says what it has said."""
        return Tap(name, self.slug, ".".join((self.version, LETTERS[self.part], self.before or "", more)).rstrip("."))

    def of(self, said: str) -> str:
        """As the subject of a counter: what was said of it, "yes", a `Reason`, or `UNSAID`."""
        return f"{self.slug}@{self.version}:{said}"


def unpacked(tap: Tap) -> tuple[Thumb, str]:
    """The thumb of a button, and what more it says; one that nobody of us made is of no version that there is."""
    version, letter, before, more = (*tap.detail.split("."), "", "", "", "")[:4]
    part = next((part for part, known in LETTERS.items() if known == letter), None)
    return Thumb(tap.argument, version if part else "", part or "summary", before or None), more
