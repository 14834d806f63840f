"""The conversation: one small value per chat, loaded whole, saved whole. No name, no text, no point on a map."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Conversation:
    """All that Udha remembers of a chat.

    `place` is a municipality, `subject` the topic last shown, `unsure` how many answers in a row missed.
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


@dataclass(frozen=True)
class Count:
    """One thing that happened, for the anonymous statistics: never who, never what was written."""

    kind: str
    subject: str = ""
