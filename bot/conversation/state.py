"""The conversation: one small value per chat, loaded whole, saved whole. No name, no text, no point on a map."""

from dataclasses import dataclass, replace
from typing import Any, Literal

from bot.directory.finding import Somewhere
from bot.directory.wish import ANYTHING, Wish, from_whole
from bot.guides.playing import Playing


@dataclass(frozen=True)
class KeptList:
    """A list that the client ticks off: which items it has, and which of them are done."""

    guide: str
    items: tuple[str, ...]
    ticked: tuple[str, ...] = ()


@dataclass(frozen=True)
class Half:
    """The first half of a quiz, until the second is done: its form and points, and what was said of the person."""

    guide: str
    version: int
    form: str
    points: int
    told: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True)
class Conversation:
    """All that Udha remembers of a chat.

    `country` and `place` (a municipality) are where someone is, `home` is the country whose rules they asked to read,
    `subject` the topic or service last shown, `unsure` how many answers in a row missed.
    """

    language: str
    country: str | None = None
    place: str | None = None
    subject: str | None = None
    signal: str | None = None
    awaiting: Literal["nothing", "place", "guide"] = "nothing"
    unsure: int = 0
    case: Literal["none", "open", "held"] = "none"
    """Open while it waits for a counsellor, held while one has it."""
    reachable: bool = True
    home: str | None = None
    alerted: int = 0
    """The hour (since 1970, UTC) in which the desk last heard of danger here: it need not hear it twice."""
    wish: str = ""
    """What the client looked for when we asked where they are: a need, a stroke, and the letters of `Wish`."""
    minor: bool = False
    """Whether the client has said that they are under age."""
    shown: tuple[str, ...] = ()
    """What was shown last, newest last; see `bot/conversation/shown.py`."""
    guide: Playing | None = None
    """The guide that is under way, with its answers; nothing once it is through."""
    lists: tuple[KeptList, ...] = ()
    halves: tuple[Half, ...] = ()
    quarter: str = ""
    """The quarter (as 2026-Q4) that `did` speaks of; nothing that was done in another one is remembered."""
    did: tuple[str, ...] = ()
    """What was counted of this chat in the quarter and is not to count again: see `bot/counting.py`."""

    @property
    def in_case(self) -> bool:
        """Whether a counsellor reads along, or will."""
        return self.case != "none"

    def changed(self, **changes: Any) -> "Conversation":
        return replace(self, **changes)

    def list_of(self, guide: str) -> KeptList | None:
        return next((each for each in self.lists if each.guide == guide), None)

    def half_of(self, guide: str) -> Half | None:
        return next((each for each in self.halves if each.guide == guide), None)

    @property
    def wished(self) -> Wish:
        """What a place that is told now is told for; after anything else in between it is forgotten."""
        return from_whole(self.wish) if self.awaiting == "place" else ANYTHING

    @property
    def somewhere(self) -> Somewhere:
        return Somewhere(self.place, self.country)

    @property
    def rules_of(self) -> str | None:
        """The country whose version of a topic is shown; never the one whose numbers to call in danger."""
        return self.home or self.country


@dataclass(frozen=True)
class Count:
    """One thing that happened, for the anonymous statistics: never who, never what was written."""

    kind: str
    subject: str = ""
