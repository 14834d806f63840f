"""Words side by side: a row for each part, a cell for each language, and what a country says otherwise."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, TypeVar

from bot.language.formats import language_in
from bot.packs.assets import FALLBACK, Packs
from bot.packs.schema import CategoryWords

Words = str | tuple[str, ...] | None
Said = TypeVar("Said")
SENTENCE_END: Final = re.compile(r"(?<=[.!?…])\s+")


@dataclass(frozen=True)
class Piece:
    """A sentence; `differs` where the common text does not have it."""

    text: str
    differs: bool = False


@dataclass(frozen=True)
class Cell:
    """What is said in one language, line by line; no line at all is a missing text."""

    language: str
    lines: tuple[tuple[Piece, ...], ...]

    @property
    def text(self) -> str:
        return " ".join(piece.text for line in self.lines for piece in line)


@dataclass(frozen=True)
class Row:
    """One part in every language; `numbered` where its lines are steps."""

    name: str
    cells: tuple[Cell, ...]
    numbered: bool = False

    @property
    def missing(self) -> bool:
        return any(not cell.lines for cell in self.cells)


def cell(language: str, words: Words, common: Words = None) -> Cell:
    """With `common`, the sentences that are not in it are marked."""
    known = {sentence for line in _lines(common) for sentence in SENTENCE_END.split(line)} if common else None
    return Cell(
        language,
        tuple(
            tuple(Piece(sentence, known is not None and sentence not in known) for sentence in SENTENCE_END.split(line))
            for line in _lines(words)
        ),
    )


def row(name: str, words: Mapping[str, Words], languages: Iterable[str]) -> Row:
    return Row(name, tuple(cell(language, words.get(language)) for language in languages))


def _lines(words: Words) -> tuple[str, ...]:
    parts = words.splitlines() if isinstance(words, str) else words or ()
    return tuple(part.strip() for part in parts if part.strip())


def english(words: Mapping[str, Said] | None) -> Said | None:
    """In the language of the page itself, or in whichever there is."""
    return words.get(FALLBACK, next(iter(words.values()))) if words else None


def categories(wanted: Iterable[str], packs: Packs) -> tuple[str, ...]:
    """Kinds of service as the page names them."""
    named: dict[str, CategoryWords | None] = {kind: english(words) for kind, words in packs.category_words.items()}
    return tuple(words.title if (words := named.get(kind)) else kind for kind in wanted)


def language_name(language: str) -> str:
    """In English, the language of the page itself."""
    return language_in(language, FALLBACK)
