"""How much likelier words are in each language than by chance, by their n-grams of three and four letters."""

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log1p
from typing import Final

from bot.language.columns import Column, Columns
from bot.language.rows import checksum

SIZES: Final = (3, 4)
"""Measured: shorter ones mislead, longer ones add nothing and cost time. The spaces around a word count as letters."""

LONGEST: Final = 30
"""Letters of a word that count; what is longer is a link or nonsense."""

MOST_WORDS: Final = 25
"""Words of a text that count; more would cost time and add no certainty."""

MOST_GRAMS: Final = 30_000
"""N-grams that are kept, the commonest; ten thousand more change no figure by half a point."""

CHANCE: Final = 1e-6
"""How likely an n-gram is where it was never met."""

MODESTY: Final = 20_000
"""N-grams that a language is thought to have besides those met: a new one begins with a few topics, and what is in
these is not as common as it seems."""

STEP: Final = 0.05
"""Nats: a lead over chance fits into a byte."""


class GramModel:
    """Naive Bayes: for each kind of text a column of leads over chance, nothing for n-grams that were never met.

    A kind is a language, such as `sr`, or one of its scripts, such as `sr-latin`.
    """

    def __init__(self, columns: Columns) -> None:
        self._sums = columns.whole("sums")
        kinds = columns.words["kinds"]
        # Copied: reading through a window costs a third of the time, and each is 30 kB.
        self._leads = [(language_of(kind), bytes(columns.whole(f"leads/{kind}"))) for kind in kinds]

    @property
    def languages(self) -> frozenset[str]:
        return frozenset(language for language, _ in self._leads)

    def leads(self, grams: Iterable[str]) -> dict[str, float]:
        """In nats for each language, in the script that fits better."""
        rows = self._rows(grams)
        leads = dict.fromkeys(self.languages, 0.0)
        for language, column in self._leads:
            leads[language] = max(leads[language], STEP * sum(map(column.__getitem__, rows)))
        return leads

    def _rows(self, grams: Iterable[str]) -> list[int]:
        sums, rows = self._sums, []
        for wanted in map(checksum, grams):
            at = bisect_left(sums, wanted)
            if at < len(sums) and sums[at] == wanted:
                rows.append(at)
        return rows


def language_of(kind: str) -> str:
    return kind.partition("-")[0]


def grams_of(words: Sequence[str]) -> list[str]:
    """Words must be folded."""
    return [gram for word in words[:MOST_WORDS] for gram in _grams(word)]


def trained(counted: Mapping[str, Counter[str]]) -> Columns:
    """The columns for `GramModel`, from how often each kind of text has each folded word."""
    counts = {kind: _gram_counts(words) for kind, words in counted.items()}
    common: Counter[str] = Counter()
    for each in counts.values():
        common.update(each)
    kept = sorted(common, key=lambda gram: (-common[gram], gram))[:MOST_GRAMS]
    rows = sorted({checksum(gram): gram for gram in reversed(kept)}.items())
    numbers: dict[str, Column] = {"sums": array("I", (wanted for wanted, _ in rows))}
    for kind, each in counts.items():
        numbers[f"leads/{kind}"] = _leads_of(each, [gram for _, gram in rows])
    return Columns(numbers, {"kinds": list(counts)})


def _grams(word: str) -> list[str]:
    """Every word has one, for the spaces around it count."""
    padded = f" {word[:LONGEST]} "
    return [padded[start : start + size] for size in SIZES for start in range(len(padded) - size + 1)]


def _gram_counts(words: Counter[str]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for word, times in words.items():
        for gram in _grams(word):
            counts[gram] += times
    return counts


def _leads_of(counts: Counter[str], kept: Iterable[str]) -> "array[int]":
    chance = CHANCE * (counts.total() + MODESTY)
    return array("B", (min(255, round(log1p(counts[gram] / chance) / STEP)) for gram in kept))
