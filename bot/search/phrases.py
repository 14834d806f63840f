"""Finds set phrases in a folded text although they are typed badly: n-grams choose, an edit distance decides."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from math import ceil
from typing import Final

from rapidfuzz import fuzz

SIZE: Final = 4
"""Letters of an n-gram. Threes chose the same phrases of 3,000 in twice the time: too many texts share them."""

SHARED: Final = 0.4
"""Share of a phrase's n-grams that must be in the text before the edit distance is worth its time.

A slip of the finger breaks four n-grams; as many slips as `alike` allows leave that share of a phrase of 17 letters.
"""

LEAST_LENGTH: Final = 0.8
"""Below this share of the phrase a text only begins it: `dua te` is not `dua te vdes` (language notes §3c)."""

WINDOW: Final = 400
"""Characters looked at together. Beyond this size every n-gram turns up somewhere and nothing would be ruled out."""


class Phrases:
    """Numbered phrases, folded; found again by number."""

    def __init__(self, phrases: Sequence[str]) -> None:
        self._phrases = tuple(f" {phrase} " for phrase in phrases)
        self._needed = array("H", (ceil(SHARED * len(_grams(phrase))) for phrase in self._phrases))
        self._overlap = max(map(len, self._phrases), default=0) + SIZE
        self._holders: dict[str, array[int]] = {}
        for number, phrase in enumerate(self._phrases):
            for gram in _grams(phrase):
                self._holders.setdefault(gram, array("H")).append(number)

    def found(self, text: str) -> Iterator[tuple[int, float]]:
        """Each phrase (by number) that may stand in the folded text, and how alike it is there, from 0 to 100."""
        for window in self._windows(f" {text} "):
            for number in self._candidates(window):
                phrase = self._phrases[number]
                if len(window) >= LEAST_LENGTH * len(phrase):
                    yield number, fuzz.partial_ratio(phrase, window)

    def _windows(self, text: str) -> Iterator[str]:
        step = max(WINDOW, 2 * self._overlap)
        for start in range(0, max(1, len(text) - self._overlap), step):
            yield text[start : start + step + self._overlap]

    def _candidates(self, window: str) -> Iterator[int]:
        held = (self._holders[gram] for gram in _grams(window) if gram in self._holders)
        for number, shared in Counter(chain.from_iterable(held)).items():
            if shared >= self._needed[number]:
                yield number


def _grams(text: str) -> frozenset[str]:
    return frozenset(text[start : start + SIZE] for start in range(len(text) - SIZE + 1))
