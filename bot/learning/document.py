"""A subject in one language, and how much each of its parts says about what people ask."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

# How often each part counts. Examples are how people ask; the body is long and names neighbouring subjects.
TITLE: Final = 2.0
QUESTION: Final = 1.0
SUMMARY: Final = 0.5
BODY: Final = 0.2


@dataclass(frozen=True)
class Document:
    """Stems are cut in `language`; in one without endings ("") words stay whole. Of the body only stems count."""

    slug: str
    language: str
    questions: tuple[str, ...]
    title: str = ""
    summary: str = ""
    body: str = ""


def passages(document: Document) -> Iterator[tuple[float, str]]:
    """Each text but the body, with how often it counts."""
    if document.title:
        yield TITLE, document.title
    if document.summary:
        yield SUMMARY, document.summary
    for question in document.questions:
        yield QUESTION, question
