"""For each feature the documents that have it, with what weight: flat arrays instead of a hundred thousand objects."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from itertools import accumulate, chain

from bot.language.columns import Columns


class Postings:
    """Rows are features, numbers are documents: vectors turned on their side."""

    def __init__(self, columns: Columns) -> None:
        self._starts, self._numbers = columns.whole("starts"), columns.whole("numbers")
        self._weights = columns.real("weights")
        self._documents = columns.whole("documents")[0]

    def products(self, asked: Mapping[int, float]) -> list[float]:
        """Scalar product of the asked vector with each document's: one at most (but for rounding), as all are units."""
        products = [0.0] * self._documents
        for row, weight in asked.items():
            start, end = self._starts[row], self._starts[row + 1]
            for number, share in zip(self._numbers[start:end], self._weights[start:end], strict=True):
                products[number] += weight * share
        return products


def postings(rows: int, vectors: Sequence[Mapping[int, float]]) -> Columns:
    """The columns for `Postings`."""
    lengths = [0] * rows
    for row in chain.from_iterable(vectors):
        lengths[row] += 1
    starts = array("I", (0, *accumulate(lengths)))
    numbers, weights = array("H", bytes(2 * starts[-1])), array("f", bytes(4 * starts[-1]))
    free = list(starts)
    for number, vector in enumerate(vectors):
        for row, weight in vector.items():
            place = free[row]
            numbers[place] = number
            weights[place] = weight
            free[row] = place + 1
    return Columns({"starts": starts, "numbers": numbers, "weights": weights, "documents": array("I", (len(vectors),))})
