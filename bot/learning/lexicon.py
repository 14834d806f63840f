"""Numbers words, so that their features are made once however often a word is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from bot.language.folding import folded_each
from bot.search.features import sums

Whole = NDArray[np.int64]
Sums = NDArray[np.uint64]


class Lexicon:
    """Gives each word of each language a number when it is first met."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str], int] = {}

    def numbered(self, texts: Sequence[str], languages: Sequence[str]) -> list[list[int]]:
        """The words of each text, by number."""
        numbers = self._numbers
        return [
            [numbers.setdefault((word, language), len(numbers)) for word in text.split()]
            for text, language in zip(folded_each(texts), languages, strict=True)
        ]

    def table(self) -> FeatureTable:
        by_word = [sums(word, language) for word, language in self._numbers]
        lengths = np.array([len(each) for each in by_word], np.int64)
        flat = np.fromiter(chain.from_iterable(by_word), np.uint64)
        return FeatureTable(flat, np.cumsum(lengths) - lengths, lengths)


@dataclass(frozen=True)
class FeatureTable:
    """Checksums of the features of each word, one word after the other; the first of each is its stem."""

    sums: Sums
    starts: Whole
    lengths: Whole

    def stems(self, words: Whole) -> Sums:
        return self.sums[self.starts[words]]

    def all(self, words: Whole) -> tuple[Sums, Whole]:
        """Every feature of each word, and the place of the word that it is of."""
        lengths = self.lengths[words]
        before = np.cumsum(lengths) - lengths
        places = np.repeat(self.starts[words] - before, lengths) + np.arange(lengths.sum())
        return self.sums[places], np.repeat(np.arange(len(words)), lengths)
