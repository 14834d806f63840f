"""Whether a client says that they are under age: their own age or a set phrase, by the words of `ages.yaml`.

A counsellor is told of it. What may as well be about a child, a job or a journey says nothing: a false alarm is worse
than none, because whoever takes a case reads the messages too.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from bot.conversation.age_sayings import WORD, Spelling, Told, sayings
from bot.language.folding import folded
from bot.packs.ages_schema import AGE, AgesFile
from bot.packs.assets import Packs

OF_AGE: Final = 18
"""Years from which one is no child any more (Convention on the Rights of the Child, article 1)."""

YOUNGEST: Final = 7
"""Years. Who is younger does not write: such a number is something else."""

AROUND: Final = 16
"""Words on either side of a number that are looked at: more than any saying has, and what must not stand beside it."""


class Ages:
    """Knows how people say in each language of the packs how old they are."""

    def __init__(self, packs: Packs) -> None:
        self._spoken = {language: _Spoken(file) for language, file in packs.ages.items()}

    def told(self, text: str) -> dict[str, bool]:
        """By each language in whose words the folded text says so: True for a minor, False for somebody of age.

        What says it in one language may be no such thing in another: "im 16" begins with an Albanian "my".
        """
        words = WORD.findall(text)
        told = ((language, spoken.minor(words)) for language, spoken in self._spoken.items())
        return {language: minor for language, minor in told if minor is not None}


class _Spoken:
    """One language."""

    def __init__(self, file: AgesFile) -> None:
        written = {folded(word): age for age, each in file.numbers.items() for word in each}
        self._numbers = {str(age): age for age in range(YOUNGEST, 100)} | written
        self._spelling = Spelling(file.alike)
        self._sayings = sayings(file, self._spelling)
        self._telling = self._spelling.ways_to_write({*self._numbers, *self._sayings})

    def minor(self, words: Sequence[str]) -> bool | None:
        """The last age that is told decides; only where there is none, the last set phrase."""
        ages: list[bool | None] = []
        phrases: list[bool | None] = []
        for word, left, right in self._tellings(words):
            phrases += [told.minor for told in _standing(self._sayings.get(word, ()), left, right)]
            if self._is_age(word, right):
                ages += [self._numbers[word] < OF_AGE for _ in _standing(self._sayings[AGE], left, right)]
        return next(reversed(ages or phrases), None)

    def _tellings(self, words: Sequence[str]) -> Iterator[tuple[str, str, str]]:
        """Each number and each word with which a set phrase ends, with what stands left and right of it."""
        for at, said in enumerate(words):
            word = self._telling.get(said)
            if word is not None:
                left, right = words[max(0, at - AROUND) : at], words[at + 1 : at + 1 + AROUND]
                yield word, self._spelling.plain(left), self._spelling.plain(right)

    def _is_age(self, word: str, right: str) -> bool:
        """Of two numbers side by side the first is none."""
        return word in self._numbers and self._numbers.keys().isdisjoint(right.split(maxsplit=1)[:1])


def _standing(possible: Sequence[Told], left: str, right: str) -> Iterator[Told]:
    return (told for told in possible if told.stands(left, right))
