"""Documents, read once: folded, their words numbered, laid out in arrays. Counted from there, as often as needed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

import numpy as np

from bot.learning.document import BODY, Document, passages
from bot.learning.lexicon import Lexicon, Whole
from bot.learning.pools import Chunk, Pools, Real, joined
from bot.search.features import APART, CHECKSUM, ORDER


class Corpus:
    """Every passage of every document."""

    def __init__(self, documents: Sequence[Document]) -> None:
        lexicon = Lexicon()
        told = [(number, *passage) for number, document in enumerate(documents) for passage in passages(document)]
        languages = [documents[number].language for number, _, _ in told]
        said = lexicon.numbered([text for _, _, text in told], languages)
        bodies = lexicon.numbered([document.body for document in documents], [each.language for each in documents])
        lengths = [len(words) for words in said]
        self.passages = [text for _, _, text in told]
        self.of = np.array([number for number, _, _ in told], np.int64)
        self._documents = len(documents)
        self._words, self._bodies = _flat(said), _flat(bodies)
        self._passages = np.repeat(np.arange(len(told)), lengths)
        self._times: Real = np.repeat(np.array([times for _, times, _ in told], np.float64), lengths)
        self._bodies_of = np.repeat(np.arange(len(documents)), [len(body) for body in bodies])
        self._table = lexicon.table()

    def pools(self) -> Pools:
        """What each document says."""
        numbers = self.of[self._passages]
        body = self._table.stems(self._bodies), self._bodies_of, np.full(len(self._bodies), BODY)
        chunks = [*self._each_word(numbers, self._documents), *self._in_order(numbers), body]
        return joined(chunks, self._documents, len(self.passages))

    def each(self) -> Pools:
        """What each passage says by itself."""
        chunks = [*self._each_word(self._passages, len(self.passages)), *self._in_order(self._passages)]
        return joined(chunks, len(self.passages), len(self.passages))

    def _each_word(self, numbers: Whole, documents: int) -> Iterator[Chunk]:
        """Every feature of every word; the stem counts twice, once more than each n-gram."""
        places = max(documents, 1)
        both, at = np.unique(self._words * places + numbers, return_inverse=True)
        times = np.bincount(at, self._times, len(both)).astype(np.float64)
        spoken, theirs = both // places, both % places
        sums, of = self._table.all(spoken)
        yield sums, theirs[of], times[of]
        yield self._table.stems(spoken), theirs, times

    def _in_order(self, numbers: Whole) -> Iterator[Chunk]:
        """Words that follow each other in the same passage, and those with one word between."""
        stems = self._table.stems(self._words)
        for apart in APART:
            same = self._passages[apart:] == self._passages[:-apart]
            pairs = stems[:-apart][same] * np.uint64(ORDER) + stems[apart:][same] & np.uint64(CHECKSUM)
            yield pairs, numbers[apart:][same], self._times[apart:][same]


def _flat(lists: Sequence[list[int]]) -> Whole:
    return np.fromiter(chain.from_iterable(lists), np.int64)
