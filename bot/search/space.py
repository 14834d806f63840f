"""Turns folded words into a vector whose angle to each document tells how alike they are (TF-IDF, cosine)."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import log, sqrt
from typing import Final, NamedTuple

from bot.language.columns import Columns
from bot.language.rows import Rows
from bot.search.features import APART, KEPT, pairs, stem_feature, sums

Vector = Mapping[int, float]
"""Weights by row; what is not there weighs nothing."""


STEM: Final = 1 + log(2)
"""How much more a stem counts than an n-gram: as something that is said twice."""


class _Word(NamedTuple):
    """The checksum of its stem, what is known of it by row, and the square of what is not."""

    stem: int
    known: dict[int, float]
    strange: float


class Space:
    """Knows the features of all documents and how rare each is."""

    def __init__(self, language: str, columns: Columns) -> None:
        self._language = language
        self._rows = Rows(columns.part("features"))
        self._rarity = columns.real("rarity")
        self._unknown = columns.real("unknown")[0]
        self._word = lru_cache(maxsize=KEPT)(self._looked_up)

    def knows(self, word: str) -> bool:
        return self._rows.get(stem_feature(word, self._language)) is not None

    def asked(self, said: Sequence[str]) -> Vector:
        """Folded words as a vector of length one, less what we do not know: the stranger, the less like anything.

        How often something is said in one text does not count: it changed nothing, and takes time.
        """
        known: dict[int, float] = {}
        strange = 0.0
        words = [self._word(word) for word in said]
        for word in words:
            known.update(word.known)
            strange += word.strange
        known.update(self._in_their_order([word.stem for word in words]))
        length = sqrt(strange + sum(weight * weight for weight in known.values()))
        return {row: weight / length for row, weight in known.items()}

    def parts(self, said: Sequence[str]) -> dict[str, frozenset[int]]:
        """The rows of each word and of each pair; a row that several share belongs to the first of them."""
        parts: dict[str, frozenset[int]] = {}
        taken: set[int] = set()
        stems = [self._word(word).stem for word in said]
        pairs_said = [
            f"{one} … {two}" if apart > 1 else f"{one} {two}"
            for apart in APART
            for one, two in zip(said, said[apart:], strict=False)
        ]
        rows = [frozenset(self._word(word).known) for word in said]
        rows += [
            frozenset((row,)) if (row := self._rows.at(pair)) is not None else frozenset() for pair in pairs(stems)
        ]
        for part, theirs in zip((*said, *pairs_said), rows, strict=True):
            parts[part] = parts.get(part, frozenset()) | theirs - taken
            taken |= theirs
        return parts

    def _looked_up(self, word: str) -> _Word:
        stem, *grams = sums(word, self._language)
        found = {each: self._rows.at(each) for each in grams} | {stem: self._rows.at(stem)}
        known = {row: self._rarity[row] for row in found.values() if row is not None}
        unknown = {each: self._unknown for each, row in found.items() if row is None}
        for weights, which in ((known, found[stem]), (unknown, stem)):
            if which in weights:
                weights[which] *= STEM
        return _Word(stem, known, sum(weight * weight for weight in unknown.values()))

    def _in_their_order(self, stems: Sequence[int]) -> dict[int, float]:
        """The pairs that we know; most are new to us, and that says nothing."""
        rows = (self._rows.at(pair) for pair in pairs(stems))
        return {row: self._rarity[row] for row in rows if row is not None}
