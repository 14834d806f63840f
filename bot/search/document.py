"""A subject in one language, and how much each of its parts says about what people ask."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from typing import Final

from bot.language.folding import words
from bot.search.vocabulary import Vocabulary

# How often each part counts. Examples are how people ask; the body is long and names neighbouring subjects.
TITLE: Final = 2.0
QUESTION: Final = 1.0
SUMMARY: Final = 0.5
BODY: Final = 0.2

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


def examples(vocabulary: Vocabulary, document: Document) -> list[Vector]:
    """One for each question; whether a word comes twice says nothing in a single question."""
    asked = (vocabulary.rows(words(question), document.language) for question in document.questions)
    return [dict.fromkeys(chain.from_iterable(rows), 1.0) for rows in asked]


def pooled(vocabulary: Vocabulary, document: Document) -> Vector:
    """All parts together."""
    said = _times(
        ((TITLE, document.title), (SUMMARY, document.summary), *((QUESTION, text) for text in document.questions))
    )
    counts: Vector = {}
    for times, rows in zip(said.values(), vocabulary.rows(said, document.language), strict=True):
        for row in rows:
            counts[row] = counts.get(row, 0.0) + times
    for row in vocabulary.stems(words(document.body), document.language):
        counts[row] = counts.get(row, 0.0) + BODY
    return counts


def _times(parts: Iterable[tuple[float, str]]) -> dict[str, float]:
    said: dict[str, float] = {}
    for times, text in parts:
        for word in words(text):
            said[word] = said.get(word, 0.0) + times
    return said
