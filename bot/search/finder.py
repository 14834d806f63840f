"""From a question to topics, and to what to do with them: answer, offer a choice, or say that we are not sure."""

from itertools import islice
from typing import Final

from bot.language.columns import Columns
from bot.language.folding import words
from bot.packs.assets import Packs
from bot.search.answer import Decision, Found, Match, Reason
from bot.search.calibration import confidence
from bot.search.index import Index

STRANGE: Final = 5
"""Words of a message that are told as strange."""
STRANGE_LENGTH: Final = range(3, 25)
"""Letters of such a word; shorter ones tell nothing, longer ones are no words."""

MATCHES: Final = 10
"""Topics that are told of a text, best first; nobody looks at more."""


class Finder:
    """Holds one index per language of the packs, over the columns that `bot.learning` made of them."""

    def __init__(self, packs: Packs, columns: Columns) -> None:
        self._topics = len(packs.topics)
        self._sureness = packs.sureness.topics
        self._indexes = {language: Index(language, columns.part(language)) for language in packs.languages}

    def find(self, text: str, language: str | None) -> Found:
        """The nearest topics, best first. Without a language that we have, the one with the surest answer counts."""
        searched = [language] if language in self._indexes else list(self._indexes)
        founds = [self._found(each, text) for each in searched if each is not None]
        return max(founds, key=_sureness, default=Found("unsure", ()))

    def reasons(self, text: str, slug: str, language: str) -> tuple[Reason, ...]:
        """What of a text speaks for a topic, the weightiest first."""
        return self._indexes[language].reasons(text, slug) if language in self._indexes else ()

    def strange(self, text: str, language: str) -> tuple[str, ...]:
        """The words that nothing here says, each once, the first of many; no numbers, for they may be somebody's."""
        index = self._indexes.get(language)
        told = dict.fromkeys(word for word in words(text) if word.isalpha() and len(word) in STRANGE_LENGTH)
        return tuple(islice((word for word in told if index and not index.knows(word)), STRANGE))

    def _found(self, language: str, text: str) -> Found:
        """Subjects outside stand after the topics: they are rivals and nothing else."""
        nearest = self._indexes[language].nearest(text, MATCHES, self._topics)
        matches = tuple(Match(likeness.slug, confidence(likeness, self._sureness)) for likeness in nearest)
        return Found(self._decision(matches), matches, language)

    def _decision(self, matches: tuple[Match, ...]) -> Decision:
        score = matches[0].score if matches else 0.0
        if score >= self._sureness.answer:
            return "answer"
        return "choose" if score >= self._sureness.choose else "unsure"


def _sureness(found: Found) -> float:
    return found.matches[0].score if found.matches else 0.0
