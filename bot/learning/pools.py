"""For each feature the documents that have it, and how often; and what that makes each of them weigh."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bot.language.columns import Columns
from bot.learning.lexicon import Sums, Whole

Real = NDArray[np.float64]

Chunk = tuple[Sums, Whole, Real]
"""Checksums of features, the documents that have them, how often."""

LEAST_RARITY: Final = 0.1
"""What is said nearly everywhere still counts a little: question words carry what is asked (language notes §3)."""

RICHER: Final = 0.15
"""How much a document gains by being longer than the mean, instead of being cut to length one (pivoted normalisation,
Singhal, Buckley and Mitra 1996): one that is asked in more ways is also meant more often. 0.4 of 100 questions more."""


@dataclass(frozen=True)
class Vectors:
    """Texts of length one in a space: for each entry its text, its row and its share."""

    count: int
    texts: Whole
    rows: Whole
    shares: Real


@dataclass(frozen=True)
class Pools:
    """Entries in the order of their features, then documents; `texts` is how many passages were counted.

    `sums` are the features' checksums, ascending: a feature's place there is its row.
    """

    sums: Sums
    rows: Whole
    numbers: Whole
    counts: Real
    documents: int
    texts: int

    def rarities(self) -> Real:
        """How much each feature says by being rare: smoothed inverse frequency over documents and all they say."""
        said = np.bincount(self.rows, self.counts) + np.bincount(self.rows)
        rarities: Real = np.maximum(np.log((self.texts + self.documents + 1) / (1 + said)) + 1, LEAST_RARITY)
        return rarities

    def unknown(self) -> float:
        """The rarity of what nobody says."""
        return float(np.log(self.texts + self.documents + 1) + 1)

    def weights(self, rarities: Real) -> Real:
        """Weight of each entry (TF-IDF)."""
        damped = np.where(self.counts > 1, 1 + np.log(np.maximum(self.counts, 1)), self.counts)
        weights: Real = damped * rarities[self.rows]
        return weights

    def units(self, rarities: Real) -> Real:
        """The same with every document of length one."""
        weights = self.weights(rarities)
        units: Real = weights / self.lengths(weights)[self.numbers]
        return units

    def pooled(self) -> Real:
        """The same with every document of about length one, the richer ones a little more."""
        weights = self.weights(self.rarities())
        lengths = self.lengths(weights)
        scale = lengths.mean() ** RICHER * lengths ** (1 - RICHER) if self.documents else lengths
        pooled: Real = weights / scale[self.numbers]
        return pooled

    def lengths(self, weights: Real) -> Real:
        """Of each document; of one that says nothing, one."""
        lengths: Real = np.sqrt(np.bincount(self.numbers, weights * weights, self.documents))
        return np.where(lengths > 0, lengths, 1)

    def vectors(self, texts: Pools) -> Vectors:
        """Texts that were counted here as well, each by itself."""
        rows = np.searchsorted(self.sums, texts.sums)
        return Vectors(texts.documents, texts.numbers, rows[texts.rows], texts.units(self.rarities()[rows]))

    def space(self) -> Columns:
        """The columns for `Space`."""
        return Columns(
            {
                "features/sums": array("I", self.sums.astype(np.uint32).tobytes()),
                "rarity": array("f", self.rarities().astype(np.float32).tobytes()),
                "unknown": array("d", (self.unknown(),)),
            }
        )

    def postings(self) -> Columns:
        """The columns for `Postings`."""
        starts = np.concatenate(([0], np.cumsum(np.bincount(self.rows, minlength=len(self.sums)))))
        return Columns(
            {
                "starts": array("I", starts.astype(np.uint32).tobytes()),
                "numbers": array("H", self.numbers.astype(np.uint16).tobytes()),
                "weights": array("f", self.pooled().astype(np.float32).tobytes()),
                "documents": array("I", (self.documents,)),
            }
        )


def joined(chunks: Iterable[Chunk], documents: int, texts: int) -> Pools:
    """Each feature of each document once."""
    sums, numbers, counts = (np.concatenate(parts) for parts in zip(*chunks, strict=True))
    places = max(documents, 1)
    entries, at = np.unique(sums * np.uint64(places) + numbers.astype(np.uint64), return_inverse=True)
    features = entries // np.uint64(places)
    first = np.append(True, features[1:] != features[:-1])[: len(features)]
    return Pools(
        features[first],
        np.cumsum(first) - 1,
        (entries % np.uint64(places)).astype(np.int64),
        np.bincount(at, counts, len(entries)).astype(np.float64),
        documents,
        texts,
    )
