"""Weighs features by rarity, so that texts can be compared by the angle between them (TF-IDF, cosine)."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from math import log, sqrt

from bot.language.columns import Columns
from bot.language.rows import Rows, checksum
from bot.search.document import Vector
from bot.search.features import features, pairs
from bot.search.rarity import rarities
from bot.search.vocabulary import Vocabulary


class Space:
    """Knows the features of all documents and how rare each is."""

    def __init__(self, language: str, columns: Columns, *, in_order: bool = False) -> None:
        """`in_order` is for documents that were pooled in order."""
        self._language = language
        self._in_order = in_order
        self._rows = Rows(columns.part("features"))
        self._rarity = columns.real("rarity")
        self._unknown = columns.real("unknown")[0]

    def unit(self, counts: Vector) -> Vector:
        """Weighed, and of length one."""
        weights = {row: _damped(count) * self._rarity[row] for row, count in counts.items()}
        length = sqrt(sum(weight * weight for weight in weights.values()))
        return {row: weight / length for row, weight in weights.items()}

    def asked(self, said: Sequence[str]) -> Vector:
        """Folded words as a vector of length one, less what we do not know: the stranger, the less like anything."""
        by_word = [features(word, self._language) for word in said]
        counts = Counter(chain.from_iterable(by_word))
        stems = [stem for stem, *_ in by_word] if self._in_order else []
        counts.update(stems)
        known: Vector = {}
        strange = 0.0
        for feature, count in counts.items():
            row = self._rows.get(feature)
            if row is None:
                strange += (_damped(count) * self._unknown) ** 2
            else:
                known[row] = _damped(count) * self._rarity[row]
        known |= self._in_their_order(stems)
        length = sqrt(strange + sum(weight * weight for weight in known.values()))
        return {row: weight / length for row, weight in known.items()}

    def _in_their_order(self, stems: Sequence[str]) -> Vector:
        """The pairs that we know; most are new to us, and that says nothing."""
        rows = Counter(self._rows.at(pair) for pair in pairs([checksum(stem) for stem in stems]))
        return {row: _damped(count) * self._rarity[row] for row, count in rows.items() if row is not None}


def space(vocabulary: Vocabulary, vectors: Iterable[Iterable[int]]) -> Columns:
    """The columns for `Space`."""
    rarity, unknown = rarities(len(vocabulary), vectors)
    numbers = {"rarity": array("f", rarity), "unknown": array("d", (unknown,))}
    return Columns({**numbers, **Columns.of({"features": vocabulary.closed()}).numbers})


def _damped(count: float) -> float:
    """Less and less for each time: the tenth says little more than the ninth."""
    return 1 + log(count) if count > 1 else count
