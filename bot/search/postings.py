"""For each feature the documents that have it, with what weight: flat arrays instead of a hundred thousand objects."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from bot.language.columns import Columns
from bot.search.space import Vector

MOST_READ: Final = 5_000
"""Entries that are read for one text, half a millisecond's worth.

What is commonest has the longest lists and says least, so it is what is left out of a long text, or with thousands of
topics. 3,000 cost 5 questions in 1,000; 100,000 gain none.
"""


class Postings:
    """Rows are features, numbers are documents: vectors turned on their side."""

    def __init__(self, columns: Columns) -> None:
        self._starts, self._numbers = columns.whole("starts"), columns.whole("numbers")
        self._weights = columns.real("weights")
        self._documents = columns.whole("documents")[0]

    def products(self, asked: Vector) -> list[float]:
        """Scalar product of the asked vector, which is of length one, with each document's, which is about that."""
        products = [0.0] * self._documents
        left = MOST_READ
        for length, start, weight in sorted(self._lists(asked)):
            left -= length
            if left < 0:
                break
            end = start + length
            for number, share in zip(self._numbers[start:end], self._weights[start:end], strict=True):
                products[number] += weight * share
        return products

    def shares(self, asked: Vector, number: int) -> dict[int, float]:
        """What each row adds to the product with one document."""
        found = {}
        for row, weight in asked.items():
            start, end = self._starts[row], self._starts[row + 1]
            at = bisect_left(self._numbers, number, start, end)
            if at < end and self._numbers[at] == number:
                found[row] = weight * self._weights[at]
        return found

    def _lists(self, asked: Vector) -> Iterator[tuple[int, int, float]]:
        """How long the list of each feature is, where it starts, and what the feature weighs in the text."""
        starts = self._starts
        return ((starts[row + 1] - (start := starts[row]), start, weight) for row, weight in asked.items())
