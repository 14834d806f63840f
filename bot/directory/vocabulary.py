"""The words of one language by which a message asks for a place that helps, and what each of them means."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.language.folding import folded_each, words
from bot.language.spelling import spelt
from bot.search.stemming import stem

Kind = Literal[
    "need", "trait", "speaks", "events", "country", "staying", "before", "here", "besides", "town", "village"
]

LONGEST: Final = 5
"""Words of a saying that are looked for."""

SHORTEST_STEM: Final = 4
"""Letters. A shorter stem stands for too many words; then the whole word counts."""

ALIKE: Final = 0.79
"""Likeness from which a word is taken for one that we know: one slip (two letters swapped are one) in five."""

FORGIVEN: Final = 5
"""Letters of a word in which a slip is forgiven."""

Key = tuple[str, ...]


@dataclass(frozen=True)
class Meaning:
    """What a saying means: of which kind, and which need, trait, language, country or municipalities."""

    kind: Kind
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class Token:
    """A meaning, or None for a word that has none here."""

    text: str
    meaning: Meaning | None


@dataclass
class Vocabulary:
    """Sayings by their stems. Where two kinds share one, the first that was learnt keeps it; places add up."""

    language: str
    _meanings: dict[Key, Meaning] = field(default_factory=dict)

    def learn(self, kind: Kind, value: str, sayings: Iterable[str]) -> None:
        for said in folded_each(sayings):
            key = self._key(said.split())
            known = self._meanings.get(key)
            if not key:
                continue
            if known is None:
                self._meanings[key] = Meaning(kind, (value,))
            elif known.kind == kind and value not in known.values:
                self._meanings[key] = Meaning(kind, (*known.values, value))

    def read(self, text: str) -> Iterator[Token]:
        """The longest sayings first, from left to right."""
        said = words(text)
        stems = self._key(said)
        at = 0
        while at < len(said):
            length, meaning = self._at(stems[at : at + LONGEST])
            yield Token(" ".join(said[at : at + length]), meaning)
            at += length

    def nearly(self, text: str, kinds: Iterable[Kind]) -> Meaning | None:
        """What a text of one saying means that is typed badly."""
        key = " ".join(self._key(words(text)))
        if len(key) < FORGIVEN - 1:
            return None
        wanted = set(kinds)
        # Nobody misses the first letter, and Bologna is not Kolonjë.
        those = ((" ".join(one), meaning) for one, meaning in self._meanings.items() if meaning.kind in wanted)
        names = {name: meaning for name, meaning in those if name[:1] == key[:1]}
        best = process.extractOne(key, names.keys(), scorer=OSA.normalized_similarity, score_cutoff=ALIKE)
        return names[best[0]] if best else None

    def _at(self, stems: Key) -> tuple[int, Meaning | None]:
        for length in range(len(stems), 0, -1):
            meaning = self._meanings.get(stems[:length])
            if meaning is not None:
                return length, meaning
        return 1, None

    def _key(self, said: Iterable[str]) -> Key:
        return tuple(self._stem(spelt(word, self.language)) for word in said)

    def _stem(self, word: str) -> str:
        cut = stem(word, self.language)
        return cut if len(cut) >= SHORTEST_STEM else word


def with_meanings(language: str, learnt: Mapping[Kind, Mapping[str, Iterable[str]]]) -> Vocabulary:
    """A vocabulary of these sayings, by kind and by what they mean; kinds that come first have the right of way."""
    vocabulary = Vocabulary(language)
    for kind, values in learnt.items():
        for value, sayings in values.items():
            vocabulary.learn(kind, value, sayings)
    return vocabulary
