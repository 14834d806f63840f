"""The index of each language, from what the packs say and ask about each topic."""

from collections.abc import Sequence

from bot.language.columns import Columns
from bot.learning.corpus import Corpus
from bot.learning.document import Document
from bot.learning.documents import documents
from bot.packs.assets import Packs


def index(documents: Sequence[Document]) -> Columns:
    """The columns for `Index`."""
    pooled = Corpus(documents).pools()
    parts = {"space": pooled.space(), "topics": pooled.postings()}
    return Columns(Columns.of(parts).numbers, {"slugs": [document.slug for document in documents]})


def indexes(packs: Packs) -> Columns:
    """The columns for `Finder`."""
    return Columns.of({language: index(documents(packs, language)) for language in packs.languages})
