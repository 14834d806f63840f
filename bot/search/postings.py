"""For each feature the documents that have it, with what weight: flat arrays instead of a hundred thousand objects."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from itertools import accumulate, chain


class Postings:
    """Rows are features, numbers are documents: vectors turned on their side."""

    def __init__(self, rows: int, vectors: Sequence[Mapping[int, float]]) -> None:
        self._documents = len(vectors)
        lengths = [0] * rows
        for row in chain.from_iterable(vectors):
            lengths[row] += 1
        self._starts = array("L", (0, *accumulate(lengths)))
        self._numbers = array("H", bytes(2 * self._starts[-1]))
        self._weights = array("f", bytes(4 * self._starts[-1]))
        self._fill(vectors)

    def _fill(self, vectors: Sequence[Mapping[int, float]]) -> None:
        free = list(self._starts)
        for number, vector in enumerate(vectors):
            for row, weight in vector.items():
                place = free[row]
                self._numbers[place] = number
                self._weights[place] = weight
                free[row] = place + 1

    def products(self, asked: Mapping[int, float]) -> list[float]:
        """Scalar product of the asked vector with each document's: one at most (but for rounding), as all are units."""
        products = [0.0] * self._documents
        for row, weight in asked.items():
            start, end = self._starts[row], self._starts[row + 1]
            for number, share in zip(self._numbers[start:end], self._weights[start:end], strict=True):
                products[number] += weight * share
        return products
