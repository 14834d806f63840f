"""How likely words are in each language, by their n-grams of one to four letters."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf, log
from typing import Final

SIZES: Final = (1, 2, 3, 4)
TELLING_SIZE: Final = 3
"""N-grams from this length on tell whether we know a language at all; nearly every pair of letters is everywhere."""

LONGEST: Final = 30
"""Letters of a word that count; what is longer is a link or nonsense."""

MOST_WORDS: Final = 60
"""Words of a text that count; more would cost time and add no certainty."""

SMOOTHING: Final = 0.3
"""Added to each count, so that what we never met is unlikely and not impossible."""


@dataclass(frozen=True)
class Judgement:
    """The likeliest language, and its lead over the next in nats.

    `familiar` is by how many nats the longer n-grams, `grams` of them, are on average likelier in it than one that
    nobody has met; `known` is how many n-grams that language has.
    """

    best: str
    margin: float
    familiar: float
    grams: int
    known: int


class GramModel:
    """Naive Bayes: for each language a column of logarithms, the last one for n-grams that nobody has met."""

    def __init__(self, counted: Mapping[str, Counter[str]]) -> None:
        counts = [_gram_counts(words) for words in counted.values()]
        common: Counter[str] = Counter()
        for each in counts:
            common.update(each)
        kept = [gram for gram, count in common.items() if count > 1]
        self._languages = tuple(counted)
        self._rows = {gram: row for row, gram in enumerate(kept)}
        self._known = tuple(map(len, counts))
        self._logs = tuple(_logarithms(each, kept) for each in counts)

    def judge(self, words: Sequence[str]) -> Judgement:
        """Words must be folded. Raises ValueError where no language was learnt."""
        found = [(self._rows.get(gram, -1), len(gram)) for word in words[:MOST_WORDS] for gram in _grams(word)]
        likely = [sum(logs[row] for row, _ in found) for logs in self._logs]
        best = max(range(len(likely)), key=likely.__getitem__)
        others = likely[:best] + likely[best + 1 :]
        margin = likely[best] - max(others, default=-inf)
        logs = self._logs[best]
        telling = [logs[row] - logs[-1] for row, size in found if size >= TELLING_SIZE]
        return Judgement(self._languages[best], margin, sum(telling) / len(telling), len(telling), self._known[best])


def _grams(word: str) -> list[str]:
    """Every word has one of TELLING_SIZE, for the spaces around it count."""
    padded = f" {word[:LONGEST]} "
    return [padded[start : start + size] for size in SIZES for start in range(len(padded) - size + 1)]


def _gram_counts(words: Counter[str]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for word, times in words.items():
        for gram in _grams(word):
            counts[gram] += times
    return counts


def _logarithms(counts: Mapping[str, int], kept: Sequence[str]) -> array[float]:
    total = log(sum(counts.values()) + SMOOTHING * (len(kept) + 1))
    logs = array("f", (log(counts.get(gram, 0) + SMOOTHING) - total for gram in kept))
    logs.append(log(SMOOTHING) - total)
    return logs
