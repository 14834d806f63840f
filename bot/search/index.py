"""The index of one language: how much a text resembles each topic, and each topic's best example question."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from bot.language.folding import words
from bot.search.document import Document, examples, pooled
from bot.search.postings import Postings
from bot.search.space import Space
from bot.search.vocabulary import Vocabulary


class Likeness(NamedTuple):
    """How a text resembles a topic: all its words together, and its most similar question; each from 0 to 1."""

    slug: str
    cosine: float
    example: float


class Index:
    """Cosine to each topic as one pool, and to its best example (language notes §3: both beat either alone)."""

    def __init__(self, language: str, documents: Sequence[Document]) -> None:
        vocabulary = Vocabulary()
        pools = [pooled(vocabulary, document) for document in documents]
        asked = list(chain.from_iterable(examples(vocabulary, document) for document in documents))
        rows = vocabulary.closed()
        self._slugs = tuple(document.slug for document in documents)
        self._owners = array("H", (number for number, document in enumerate(documents) for _ in document.questions))
        self._space = Space(language, rows, [*pools, *asked])
        self._topics = Postings(len(rows), [self._space.unit(pool) for pool in pools])
        self._examples = Postings(len(rows), [self._space.unit(example) for example in asked])

    def likenesses(self, text: str) -> tuple[Likeness, ...]:
        """One for each document, in their order; no document is left out."""
        asked = self._space.asked(words(text))
        best = [0.0] * len(self._slugs)
        for owner, product in zip(self._owners, self._examples.products(asked), strict=True):
            if product > best[owner]:  # noqa: PLR1730 -- calling max() costs twice as much, in the innermost loop
                best[owner] = product
        return tuple(map(Likeness, self._slugs, self._topics.products(asked), best))
