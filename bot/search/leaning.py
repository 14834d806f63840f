"""Tells to which of two sides a text leans: logistic regression over features of its words and of neighbouring words.

What a word means depends on the word beside it: `kill myself` is not `do it myself`. Likeness alone cannot learn
that. Weights come from examples of both sides.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from math import exp, sqrt
from operator import mul
from typing import Final

from bot.language.columns import Columns
from bot.language.folding import folded
from bot.language.rows import Rows, checksum, columns_of
from bot.search.features import features
from bot.search.rarity import rarities

LANGUAGE: Final = ""
"""No stems are cut: a wrong guess at the language must not change the side."""

# Gradient descent, example by example. More passes or other steps were no better on sentences left out.
PASSES: Final = 5
STEP: Final = 3.0
CONSTANT_STEP: Final = 0.1
"""Share of a step for what holds for every text."""

START: Final = -2.0
"""Log odds of a text that we know nothing about: most texts are on the second side."""

FIRST_COUNTS: Final = 2.0
"""How much more an example of the first side counts, as there are fewer."""

EASY: Final = 0.05
"""An example that was less wrong than this is left out of the passes after: most are, and time is short."""


class Leaning:
    """Goes over the columns of `leaning`."""

    def __init__(self, columns: Columns) -> None:
        self._rows = Rows(columns.part("features"))
        self._rarity, self._weights = columns.real("rarity"), columns.real("weights")
        self._unknown, self._constant = columns.real("constants")

    def odds(self, said: Sequence[str]) -> float:
        """Log odds that folded words are on the first side; what we do not know draws towards START."""
        drawn = squares = 0.0
        for feature in _features(said):
            row = self._rows.get(feature)
            rarity = self._unknown if row is None else self._rarity[row]
            squares += rarity * rarity
            if row is not None:
                drawn += rarity * self._weights[row]
        return self._constant + (drawn / sqrt(squares) if squares else 0.0)


@dataclass(frozen=True)
class _Example:
    rows: Sequence[int]
    shares: Sequence[float]
    first: bool


def leaning(first: Iterable[str], second: Iterable[str]) -> Columns:
    """The columns for `Leaning`: learnt from texts of the first side and of the second."""
    sides = dict.fromkeys(map(folded, second), False) | dict.fromkeys(map(folded, first), True)
    texts = sorted(sides, key=checksum)  # both sides and all subjects well mixed, and the same every time
    numbers: dict[int, int] = {}
    told = list(_numbered(texts, numbers))
    rarity, unknown = rarities(len(numbers), told)
    examples = [_example(rows, rarity, sides[text]) for text, rows in zip(texts, told, strict=True)]
    weights, constant = _fitted(examples, len(numbers))
    return Columns(
        {
            "rarity": array("f", rarity),
            "weights": array("f", weights),
            "constants": array("d", (unknown, constant)),
            **Columns.of({"features": columns_of(numbers)}).numbers,
        }
    )


def _features(said: Sequence[str]) -> frozenset[str]:
    """Whether something is said counts, not how often."""
    return frozenset(chain(_pairs(said), chain.from_iterable(features(word, LANGUAGE) for word in said)))


def _pairs(said: Sequence[str]) -> Iterator[str]:
    return (f"{word} {after}" for word, after in pairwise(said))


def _numbered(texts: Iterable[str], numbers: dict[int, int]) -> Iterator[list[int]]:
    """The rows of each folded text, for the same features. Words come again and again, so theirs are kept."""
    met: dict[str, list[int]] = {}
    for text in texts:
        said = text.split()
        for word in said:
            if word not in met:
                met[word] = [numbers.setdefault(checksum(each), len(numbers)) for each in features(word, LANGUAGE)]
        pairs = (numbers.setdefault(checksum(pair), len(numbers)) for pair in _pairs(said))
        yield sorted({*pairs, *chain.from_iterable(met[word] for word in said)})


def _example(rows: Sequence[int], rarity: Sequence[float], first: bool) -> _Example:  # noqa: FBT001 -- a column, not a switch
    weighed = [rarity[row] for row in rows]
    length = sqrt(sum(map(mul, weighed, weighed)))
    return _Example(rows, [weight / length for weight in weighed], first)


def _fitted(examples: Sequence[_Example], size: int) -> tuple[list[float], float]:
    """The weight of each row, and the constant."""
    weights, constant = [0.0] * size, START
    for turn in range(1, PASSES + 1):
        hard: list[_Example] = []
        for example in examples:
            odds = constant + sum(map(mul, map(weights.__getitem__, example.rows), example.shares))
            wrong = example.first - 1 / (1 + exp(-odds))
            if abs(wrong) < EASY:
                continue
            hard.append(example)
            step = STEP / turn * wrong * (FIRST_COUNTS if example.first else 1.0)
            constant += CONSTANT_STEP * step
            for row, share in zip(example.rows, example.shares, strict=True):
                weights[row] += step * share
        examples = hard[::-1]
    return weights, constant
