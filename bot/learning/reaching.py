"""Where each question of the packs leads: to its own subject, one would hope."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from bot.learning.corpus import Corpus
from bot.learning.document import Document
from bot.learning.pools import Pools, Real, Vectors


class Reached(NamedTuple):
    """A passage of a topic, the topic that it resembles most, and by how much more than its own (cosine)."""

    own: Document
    passage: str
    nearest: Document
    lead: float


def reached(documents: Sequence[Document], topics: int) -> Iterator[Reached]:
    """Each passage of the first so many documents; the others are no place to lead to."""
    corpus = Corpus(documents)
    pooled = corpus.pools()
    alike = _likenesses(pooled, pooled.vectors(corpus.each()), topics)
    for at in np.flatnonzero(corpus.of < topics):
        own, best = int(corpus.of[at]), int(alike[:, at].argmax())
        yield Reached(documents[own], corpus.passages[at], documents[best], float(alike[best, at] - alike[own, at]))


def _likenesses(pooled: Pools, texts: Vectors, topics: int) -> Real:
    """Of each topic to each text."""
    weights = pooled.pooled()
    found = np.empty((topics, texts.count))
    for number in range(topics):
        of_it = pooled.numbers == number
        column = np.zeros(len(pooled.sums))
        column[pooled.rows[of_it]] = weights[of_it]
        found[number] = np.bincount(texts.texts, texts.shares * column[texts.rows], texts.count)
    return found
