"""Finds signs of danger said in words of one's own: more like what people in danger type than like anything else."""

from collections.abc import Iterator, Sequence
from math import exp
from typing import Final, NamedTuple

from bot.language.columns import Columns
from bot.packs.search_schema import DangerSureness
from bot.search.postings import Postings
from bot.search.space import Space, Vector

WINDOW: Final = 45
"""Words looked at together. One sentence about danger must not drown in a long story."""

STEP: Final = WINDOW // 2
"""Words from one window to the next, so that nothing is cut in two."""

KNOWN: Final = 0.4
"""Share of a window that must be known. What is less so is in another language: of 1,200 Albanian and English texts not
one in a hundred was known less than 0.6 in its own, and half of the Albanian ones less than 0.35 in English."""

FEWEST: Final = 3
"""Words that a text must have. Two are like many things; where they say enough, they are a phrase of the packs."""


class Bearing(NamedTuple):
    """What a window of words resembles.

    The kind of danger that is nearest and how near, how much nearer than anything harmless, and the log odds that the
    words which decide are on the side of danger.
    """

    kind: str
    cosine: float
    margin: float
    leaning: float
    known: float
    """Share of the words that is known in this language."""


class Resemblance:
    """Pools of each kind, against their negatives and all that people ask about, in one language.

    A wrong guess at the language must not hide a danger, so every text is looked at in each language of the packs. One
    space for all of them, without stems, saw 3 of 100 fewer.
    """

    def __init__(self, language: str, columns: Columns) -> None:
        """Over the columns that `bot.learning` made for this language."""
        self._kinds = tuple(columns.words["kinds"])
        self._space = Space(language, columns.part("space"))
        self._postings = Postings(columns.part("pools"))
        self._weights = columns.real("leaning/weights")
        self._constant = columns.real("leaning/constant")[0]

    def bearings(self, said: Sequence[str]) -> Iterator[Bearing]:
        """One for each window of folded words."""
        for window in _windows(said) if self._kinds and len(said) >= FEWEST else ():
            asked = self._space.asked(window)
            known = sum(share * share for share in asked.values())
            if known < KNOWN:
                continue
            cosines = self._postings.products(asked)
            dangers, others = cosines[: len(self._kinds)], cosines[len(self._kinds) :]
            most = max(dangers)
            kind = self._kinds[dangers.index(most)]
            yield Bearing(kind, most, most - max(others, default=0.0), self._leaning(asked), known)

    def _leaning(self, asked: Vector) -> float:
        weights = self._weights
        return self._constant + sum(share * weights[row] for row, share in asked.items())


def likelihood(bearing: Bearing, sureness: DangerSureness) -> float:
    """From 0 to 1, how likely the words tell of danger."""
    alike = sureness.cosine * bearing.cosine + sureness.margin * bearing.margin
    return 1 / (1 + exp(-(sureness.constant + alike + sureness.leaning * bearing.leaning)))


def _windows(said: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, max(1, len(said) - WINDOW + STEP), STEP):
        yield said[start : start + WINDOW]
