"""From a question to topics, and to what to do with them: answer, offer a choice, or say that we are not sure."""

from typing import Final

from bot.language.columns import Columns
from bot.packs.assets import Packs
from bot.search.answer import Decision, Found, Match
from bot.search.calibration import confidences
from bot.search.documents import documents
from bot.search.index import Index, index

ANSWER: Final = 0.75
CHOOSE: Final = 0.2
"""Confidence from which the best topic is shown, and from which the nearest ones are offered (language notes §4.5)."""


class Finder:
    """Holds one index per language of the packs, over the columns that `indexes` made of them."""

    def __init__(self, packs: Packs, columns: Columns) -> None:
        self._slugs = tuple(packs.topics)
        self._indexes = {language: Index(language, columns.part(language)) for language in packs.languages}

    def find(self, text: str, language: str | None) -> Found:
        """Every topic, best first. Without a language that we have, the one with the surest answer counts."""
        searched = [language] if language in self._indexes else list(self._indexes)
        founds = [self._found(each, text) for each in searched if each is not None]
        return max(founds, key=_sureness, default=Found("unsure", ()))

    def _found(self, language: str, text: str) -> Found:
        sure = confidences(self._indexes[language].likenesses(text))
        matches = tuple(sorted((Match(slug, sure[slug]) for slug in self._slugs), key=lambda match: -match.score))
        return Found(_decision(matches), matches, language)


def indexes(packs: Packs) -> Columns:
    """The columns for `Finder`."""
    return Columns.of({language: index(language, documents(packs, language)) for language in packs.languages})


def _decision(matches: tuple[Match, ...]) -> Decision:
    score = matches[0].score if matches else 0.0
    if score >= ANSWER:
        return "answer"
    return "choose" if score >= CHOOSE else "unsure"


def _sureness(found: Found) -> float:
    return found.matches[0].score if found.matches else 0.0
