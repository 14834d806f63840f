"""Words that must stand in a text to the letter, found by the first of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

GAP: Final = " | "
"""Stands where words were taken out, so that what was around them does not become a phrase."""


class SetWords:
    """A list of folded sayings."""

    def __init__(self, sayings: Iterable[str]) -> None:
        by_first: dict[str, list[str]] = defaultdict(list)
        # Longest first, so that a part does not hide the whole.
        for said in sorted(set(sayings), key=lambda said: (-len(said), said)):
            by_first[said.partition(" ")[0]].append(f" {said} ")
        self._by_first = dict(by_first)

    def standing_in(self, plain: str) -> str | None:
        """One of them that stands in the folded text."""
        padded = f" {plain} "
        return next((said.strip() for said in self._possible(plain) if said in padded), None)

    def taken_from(self, plain: str) -> str:
        """The folded text without them."""
        rest = f" {plain} "
        for said in sorted(self._possible(plain), key=len, reverse=True):
            rest = rest.replace(said, GAP)
        return rest.strip()

    def _possible(self, plain: str) -> Iterator[str]:
        """Those whose first word is there."""
        for word in dict.fromkeys(plain.split()):
            yield from self._by_first.get(word, ())
