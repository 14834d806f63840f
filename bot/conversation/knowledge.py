"""What the core knows besides the conversation: read-only, built once at start."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from bot.conversation.age import Ages
from bot.directory.asked import Asking
from bot.directory.finding import Directory
from bot.directory.traits import has
from bot.directory.wish import LETTERS, SPOKEN
from bot.language.columns import Columns
from bot.language.folding import folded
from bot.language.identify import Identifier
from bot.opening.hours import opening
from bot.opening.zones import zone_of
from bot.packs.assets import Packs
from bot.packs.service_schema import Service
from bot.packs.terms import Courtesy
from bot.search.finder import Finder
from bot.search.signals import SignalFinder


@dataclass(frozen=True)
class Knowledge:
    """Packs and what was made of them; `desk` says whether a person can be reached at all."""

    packs: Packs
    finder: Finder
    identifier: Identifier
    signals: SignalFinder
    desk: bool

    @classmethod
    def of(cls, packs: Packs, columns: Columns, *, desk: bool) -> "Knowledge":
        """`columns` are those that `bot.learning` made of the same packs."""
        finder, signals = Finder(packs, columns.part("topics")), SignalFinder(packs, columns.part("signals"))
        return cls(packs, finder, Identifier(packs, columns.part("languages")), signals, desk)

    @cached_property
    def courtesies(self) -> dict[str, Courtesy]:
        """Every folded greeting and thanks."""
        return {folded(said).strip(): kind for said, kind in self.packs.courtesies.items()}

    @cached_property
    def ages(self) -> Ages:
        """How people say that they are under age."""
        return Ages(self.packs)

    @cached_property
    def directory(self) -> Directory:
        return Directory(self.packs)

    @cached_property
    def asking(self) -> Asking:
        return Asking(self.packs)

    def open_at(self, now: datetime) -> Callable[[Service], bool]:
        """Whether a service is surely open at that moment."""
        holidays = self.packs.holidays

        def is_open(service: Service) -> bool:
            theirs = holidays.get(service.country, frozenset())
            return opening(service.hours, now, zone_of(service.country), theirs).state == "open"

        return is_open

    def traits_of(self, services: Sequence[Service], now: datetime) -> tuple[str, ...]:
        """What some of these, not all, are known to be like, as letters of a `Wish`; then the languages spoken."""
        is_open = self.open_at(now)
        known = (trait for trait in LETTERS if _divides([has(service, trait, is_open) for service in services]))
        spoken = dict.fromkeys(language for service in services for language in service.languages)
        told = (one for one in spoken if _divides([one in service.languages for service in services]))
        return (*(LETTERS[trait] for trait in known), *(SPOKEN + language for language in told))


def _divides(those: Sequence[bool]) -> bool:
    """True of some and not of all: what holds for each of them is nothing to choose by."""
    return any(those) and not all(those)
