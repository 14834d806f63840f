"""What the core knows besides the conversation: read-only, built once at start."""

from dataclasses import dataclass
from functools import cached_property

from bot.language import identify
from bot.language.columns import Columns
from bot.language.folding import folded
from bot.language.identify import Identifier
from bot.packs.assets import Packs
from bot.packs.terms import Courtesy
from bot.search.finder import Finder, indexes
from bot.search.resemblance import resemblances
from bot.search.signals import SignalFinder


def learnt(packs: Packs) -> Columns:
    """All that takes long to make of the packs: a few seconds for the whole content."""
    return Columns.of({"topics": indexes(packs), "signals": resemblances(packs), "languages": identify.learnt(packs)})


@dataclass(frozen=True)
class Knowledge:
    """Packs and what was made of them; `desk` says whether a person can be reached at all."""

    packs: Packs
    finder: Finder
    identifier: Identifier
    signals: SignalFinder
    desk: bool

    @classmethod
    def of(cls, packs: Packs, columns: Columns | None = None, *, desk: bool) -> "Knowledge":
        """`columns` are those that `learnt` made of the same packs, if that was done already."""
        learnt_of = learnt(packs) if columns is None else columns
        finder, signals = Finder(packs, learnt_of.part("topics")), SignalFinder(packs, learnt_of.part("signals"))
        return cls(packs, finder, Identifier(packs, learnt_of.part("languages")), signals, desk)

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
