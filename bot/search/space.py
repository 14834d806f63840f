"""Weighs features by rarity, so that texts can be compared by the angle between them (TF-IDF, cosine)."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from math import log, sqrt

from bot.search.document import Vector
from bot.search.features import features


class Space:
    """`rows` numbers the features of all documents; `vectors` are those documents, counted."""

    def __init__(self, language: str, rows: Mapping[str, int], vectors: Iterable[Vector]) -> None:
        self._language = language
        self._rows = rows
        self._rarity, self._unknown = _rarities(len(rows), vectors)

    def unit(self, counts: Vector) -> Vector:
        """Weighed, and of length one."""
        weights = {row: _damped(count) * self._rarity[row] for row, count in counts.items()}
        length = sqrt(sum(weight * weight for weight in weights.values()))
        return {row: weight / length for row, weight in weights.items()}

    def asked(self, said: Sequence[str]) -> Vector:
        """Folded words as a vector of length one, less what we do not know: the stranger, the less like anything."""
        counts = Counter(chain.from_iterable(features(word, self._language) for word in said))
        known: Vector = {}
        squares = 0.0
        for feature, count in counts.items():
            row = self._rows.get(feature)
            weight = _damped(count) * (self._unknown if row is None else self._rarity[row])
            squares += weight * weight
            if row is not None:
                known[row] = weight
        length = sqrt(squares)
        return {row: weight / length for row, weight in known.items()}


def _rarities(rows: int, vectors: Iterable[Vector]) -> tuple[array[float], float]:
    """Smoothed inverse document frequency of each row, and of what stands nowhere."""
    seen, total = [0] * rows, 1
    for vector in vectors:
        total += 1
        for row in vector:
            seen[row] += 1
    return array("f", (log(total / (1 + count)) + 1 for count in seen)), log(total) + 1


def _damped(count: float) -> float:
    """Less and less for each time: the tenth says little more than the ninth."""
    return 1 + log(count) if count > 1 else count
