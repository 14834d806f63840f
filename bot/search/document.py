"""A subject in one language, and how much each of its parts says about what people ask."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Final

from bot.language.folding import words
from bot.search.vocabulary import Vocabulary

# How often each part counts. Examples are how people ask; the body is long and names neighbouring subjects.
TITLE: Final = 2.0
QUESTION: Final = 1.0
SUMMARY: Final = 0.5
BODY: Final = 0.2

_words = lru_cache(maxsize=512)(words)
"""Folded once for all that is made of a document; the next document's push them out."""

Vector = dict[int, float]
"""Weights by row; what is not there weighs nothing."""


@dataclass(frozen=True)
class Document:
    """Stems are cut in `language`; in one without endings ("") words stay whole. Of the body only stems count."""

    slug: str
    language: str
    questions: tuple[str, ...]
    title: str = ""
    summary: str = ""
    body: str = ""


def examples(vocabulary: Vocabulary, document: Document) -> Iterator[frozenset[int]]:
    """The rows of each question; whether a word comes twice says nothing in a single one."""
    for question in document.questions:
        said = _words(question)
        rows = chain.from_iterable(vocabulary.rows(said, document.language))
        yield frozenset(chain(rows, vocabulary.pairs(said, document.language)))


def pooled(vocabulary: Vocabulary, document: Document) -> Vector:
    """All parts together."""
    said = _times(_parts(document))
    counts: Vector = {}
    for times, rows in zip(said.values(), vocabulary.rows(said, document.language), strict=True):
        for row in rows:
            counts[row] = counts.get(row, 0.0) + times
    for row in vocabulary.stems(words(document.body), document.language):
        counts[row] = counts.get(row, 0.0) + BODY
    return counts


def pooled_in_order(vocabulary: Vocabulary, document: Document) -> Vector:
    """All parts together with what follows on what; stems count twice, once more than each n-gram."""
    counts = pooled(vocabulary, document)
    for times, text in _parts(document):
        said = _words(text)
        for row in chain(vocabulary.stems(said, document.language), vocabulary.pairs(said, document.language)):
            counts[row] = counts.get(row, 0.0) + times
    return counts


def _parts(document: Document) -> tuple[tuple[float, str], ...]:
    questions = ((QUESTION, text) for text in document.questions)
    return ((TITLE, document.title), (SUMMARY, document.summary), *questions)


def _times(parts: Iterable[tuple[float, str]]) -> dict[str, float]:
    said: dict[str, float] = {}
    for times, text in parts:
        for word in _words(text):
            said[word] = said.get(word, 0.0) + times
    return said
