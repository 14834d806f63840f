"""The conversation: one small value per chat, loaded whole, saved whole. No name, no text, no point on a map."""

from dataclasses import dataclass
from typing import Literal

from bot.directory.finding import Somewhere
from bot.directory.wish import ANYTHING, Wish, from_whole


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
    awaiting: Literal["nothing", "place"] = "nothing"
    unsure: int = 0
    case: Literal["none", "open"] = "none"
    reachable: bool = True
    home: str | None = None
    wish: str = ""
    """What the client looked for when we asked where they are: a need, a stroke, and the letters of `Wish`."""

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
