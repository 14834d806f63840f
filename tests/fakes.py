"""Stand-ins that give canned answers, for tests that are not about searching or telling languages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from bot.conversation.knowledge import Knowledge
from bot.language.folding import folded
from bot.language.identify import UNTOLD, Identified, Identifier
from bot.packs.assets import Packs
from bot.search.answer import Found
from bot.search.finder import Finder
from bot.search.signals import SignalFinder, SignalFound
from tests.builders import some_packs

NOTHING_FOUND = Found("unsure", ())
Answer = TypeVar("Answer")


def by_folded(canned: Mapping[str, Answer]) -> dict[str, Answer]:
    """The core folds a text before it asks anybody about it."""
    return {folded(text): answer for text, answer in canned.items()}


class CannedFinder(Finder):
    """Finds for each text ("azil?", or in one language only "en azil?") what it was told, and remembers being asked."""

    def __init__(self, canned: Mapping[str, Found]) -> None:
        self._canned = by_folded(canned)
        self.asked: list[tuple[str, str | None]] = []

    def find(self, text: str, language: str | None) -> Found:
        self.asked.append((text, language))
        plain = folded(text)
        return self._canned.get(f"{language} {plain}") or self._canned.get(plain, NOTHING_FOUND)

    def strange(self, text: str, language: str) -> tuple[str, ...]:  # noqa: ARG002 -- the real one's form
        """The words that begin with an x."""
        return tuple(word for word in folded(text).split() if word.startswith("x"))


class CannedIdentifier(Identifier):
    """Knows the language of the texts that it was told about."""

    def __init__(self, canned: Mapping[str, Identified]) -> None:
        self._canned = by_folded(canned)

    def identify(self, text: str) -> Identified:
        return self._canned.get(folded(text), UNTOLD)


class CannedSignals(SignalFinder):
    """Sees danger in the texts that it was told about."""

    def __init__(self, canned: Mapping[str, tuple[SignalFound, ...]]) -> None:
        self._canned = by_folded(canned)

    def find(self, text: str, language: str | None) -> tuple[SignalFound, ...]:  # noqa: ARG002 -- the real one's form
        return self._canned.get(folded(text), ())


@dataclass(frozen=True)
class Canned:
    """What a test's knowledge is to say of each text; of any other one it knows nothing."""

    found: Mapping[str, Found] = field(default_factory=dict)
    languages: Mapping[str, Identified] = field(default_factory=dict)
    signals: Mapping[str, tuple[SignalFound, ...]] = field(default_factory=dict)

    def knowledge(self, packs: Packs | None = None, *, desk: bool = True) -> Knowledge:
        return Knowledge(
            packs or some_packs(),
            CannedFinder(self.found),
            CannedIdentifier(self.languages),
            CannedSignals(self.signals),
            desk,
        )


class Clock:
    """Stands still until it is told to go on."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **by: float) -> None:
        self.now += timedelta(**by)


def a_clock() -> Clock:
    """The morning of the builders' TODAY."""
    return Clock(datetime(2026, 11, 22, 9, 0, tzinfo=UTC))
