"""What the core knows besides the conversation: read-only, built once at start."""

from dataclasses import dataclass
from functools import cached_property

from bot.language.columns import Columns
from bot.language.folding import folded
from bot.language.identify import Identifier
from bot.packs.assets import Packs
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
    def place_names(self) -> dict[str, str]:
        """Every folded spelling of a municipality, to its id; where two share one, the first pack has it."""
        names: dict[str, str] = {}
        for place in self.packs.places.values():
            for name in (place.name, place.name_en or place.name, *place.also):
                names.setdefault(folded(name).strip(), place.id)
        return names
