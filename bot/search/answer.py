"""What the search says of a question."""

from dataclasses import dataclass
from typing import Literal

Decision = Literal["answer", "choose", "unsure"]


@dataclass(frozen=True)
class Match:
    """A topic and how sure we are of it, from 0 to 1."""

    slug: str
    score: float


@dataclass(frozen=True)
class Found:
    """Topics, best first, and what to do with them; `language` is the one whose words matched."""

    decision: Decision
    matches: tuple[Match, ...]
    language: str | None = None


@dataclass(frozen=True)
class Reason:
    """Words of a text (two where it is their order that counts), and their share in what a topic resembles it."""

    words: str
    share: float
