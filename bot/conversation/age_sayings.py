"""The sayings of `ages.yaml`, made ready to be looked for in a text."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

from bot.language.folding import folded
from bot.packs.ages_schema import AGE, BETWEEN, AgesFile

WORD: Final = re.compile(r"\d+|[^\W\d]+")
"""Digits and letters apart, for people write 16vjec."""

ANY_AGE: Final = "00"
"""Stands for the number while a form is put together; nobody is that old."""


@dataclass(frozen=True)
class Told:
    """What stands before and after a number, or before the last word of a set phrase, and where that counts.

    `minor` is what a phrase means, None where the number decides. A space stands at both ends of every text here.
    """

    before: str
    after: str
    minor: bool | None
    not_after: tuple[str, ...]
    not_before: tuple[str, ...]
    only_after: tuple[str, ...] | None
    only_before: tuple[str, ...] | None

    def stands(self, left: str, right: str) -> bool:
        """Whether it is said where the text has this to the left and this to the right of the number or last word."""
        if not (left.endswith(self.before) and right.startswith(self.after)):
            return False
        ahead, rest = left[: len(left) - len(self.before) + 1], right[len(self.after) - 1 :]
        if ahead.endswith(self.not_after) or rest.startswith(self.not_before):
            return False
        begun = self.only_after is None or ahead == " " or ahead.endswith(self.only_after)
        return begun and (self.only_before is None or rest == " " or rest.startswith(self.only_before))


class Spelling:
    """One way to write what is written in several ways."""

    def __init__(self, alike: Mapping[str, Iterable[str]]) -> None:
        pairs = [(_words(said), _words(word)[0]) for word, sayings in alike.items() for said in sayings]
        self._words = {said[0]: word for said, word in pairs if len(said) == 1}
        # The longest first: a shorter one may be a part of it.
        sayings = sorted((pair for pair in pairs if len(pair[0]) > 1), key=lambda pair: -len(pair[0]))
        self._sayings = [(self._spaced(said), f" {word} ") for said, word in sayings]

    def ways_to_write(self, words: Collection[str]) -> dict[str, str]:
        """Each of these words by every way to write it."""
        return {word: word for word in words} | {said: word for said, word in self._words.items() if word in words}

    def plain(self, words: Iterable[str]) -> str:
        """These folded words as one text, with a space at both ends."""
        text = self._spaced(words)
        for said, word in self._sayings:
            text = text.replace(said, word)
        return text

    def every(self, say: Iterable[str]) -> tuple[str, ...]:
        """The same of all that is meant by each `jam/jom {age} vjeç`."""
        ways = (product(*(word.split(BETWEEN) for word in one.split())) for one in say)
        return tuple(dict.fromkeys(self.plain(_words(" ".join(one))) for way in ways for one in way))

    def _spaced(self, words: Iterable[str]) -> str:
        return " ".join(("", *(self._words.get(word, word) for word in words), ""))


def sayings(file: AgesFile, spelling: Spelling) -> Mapping[str, Sequence[Told]]:
    """All that the file knows: set phrases by their last word, forms by `AGE`."""
    known: dict[str, list[Told]] = defaultdict(list)
    for minor, groups in ((None, file.forms), (True, file.minor), (False, file.adult)):
        for group in groups:
            not_after = spelling.every(group.not_after + file.not_after)
            not_before = spelling.every(group.not_before)
            only_after = None if group.only_after is None else spelling.every(group.only_after)
            only_before = None if group.only_before is None else spelling.every(group.only_before)
            for before, last, after in _parts(group.say, spelling):
                told = Told(before, after, minor, not_after, not_before, only_after, only_before)
                known[last].append(told)
    return known


def _parts(say: Iterable[str], spelling: Spelling) -> Iterator[tuple[str, str, str]]:
    """Of every saying: what stands before, `AGE` or the last word, and what stands after."""
    for plain in spelling.every(form.replace(AGE, ANY_AGE) for form in say):
        last = ANY_AGE if f" {ANY_AGE} " in plain else plain.split()[-1]
        before, _, after = plain.rpartition(f" {last} ")
        yield f"{before} ", AGE if last == ANY_AGE else last, f" {after}"


def _words(saying: str) -> list[str]:
    return WORD.findall(folded(saying))
