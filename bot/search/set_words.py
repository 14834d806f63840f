"""Words that must stand in a text to the letter, found by how they begin."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

GAP: Final = " | "
"""Stands where words were taken out, so that what was around them does not become a phrase."""

BEGINNING: Final = 2
"""Words by which a saying is found: so many begin with `i am` or `me kane` that the first alone rules out little."""


class SetWords:
    """A list of folded sayings."""

    def __init__(self, sayings: Iterable[str]) -> None:
        by_beginning: dict[str, list[str]] = defaultdict(list)
        # Longest first, so that a part does not hide the whole.
        for said in sorted(set(sayings), key=lambda said: (-len(said), said)):
            by_beginning[" ".join(said.split(" ", BEGINNING)[:BEGINNING])].append(f" {said} ")
        self._by_beginning = dict(by_beginning)

    def standing_in(self, plain: str) -> Iterator[str]:
        """Those that stand in the folded text."""
        padded = f" {plain} "
        return (said.strip() for said in self._possible(plain) if said in padded)

    def taken_from(self, plain: str) -> str:
        """The folded text without them."""
        rest = f" {plain} "
        for said in sorted(self._possible(plain), key=len, reverse=True):
            rest = rest.replace(said, GAP)
        return rest.strip()

    def _possible(self, plain: str) -> Iterator[str]:
        """Those that begin with words that follow each other there."""
        words = plain.split()
        for beginning in dict.fromkeys((*words, *map(" ".join, pairwise(words)))):
            yield from self._by_beginning.get(beginning, ())
