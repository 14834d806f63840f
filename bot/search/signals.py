"""Finds signs of danger in what someone wrote, in any language of the packs, typing errors or not."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Final

from bot.language.columns import Columns
from bot.language.folding import folded
from bot.packs.assets import Packs, Signal
from bot.packs.terms import Level
from bot.search.phrases import Phrases
from bot.search.resemblance import Resemblance

ALIKE: Final = 88.0
"""How alike, of 100, a phrase must be in the language of the chat: one slip in nine letters, two in seventeen."""

ALIKE_ELSEWHERE: Final = 90.0
"""The same in the other languages, where a near hit is more often another word."""

WORST_FIRST: Final[tuple[Level, ...]] = ("now", "serious", "concern")

GAP: Final = " | "
"""Stands where harmless words were taken out, so that what was around them does not become a phrase."""


@dataclass(frozen=True)
class SignalFound:
    """Which signal, and how pressing it is."""

    kind: str
    level: Level


@dataclass(frozen=True)
class _Phrase:
    text: str
    kind: str
    language: str


class SignalFinder:
    """Two ways at once: the phrases of the packs to the letter or nearly so, and what is said much like them.

    The second way goes over the columns of `resemblances`.
    """

    def __init__(self, packs: Packs, columns: Columns) -> None:
        self._levels = {kind: signal.facts.level for kind, signal in packs.signals.items()}
        self._phrases = tuple(phrase for signal in packs.signals.values() for phrase in _phrases(signal))
        self._matcher = Phrases([phrase.text for phrase in self._phrases])
        self._resemblance = Resemblance(columns)
        self._harmless = {kind: _harmless(signal) for kind, signal in packs.signals.items()}

    def find(self, text: str, language: str | None) -> tuple[SignalFound, ...]:
        """Worst first, then surest, each kind once. `language` says where typing errors are most readily forgiven."""
        plain = folded(text)
        kinds = dict.fromkeys(self._kinds(plain, language))
        if kinds:
            calm = _without(chain.from_iterable(self._harmless.values()), plain)
            lettered = (kind for kind in kinds if self._to_the_letter(kind, plain))
            kinds = dict.fromkeys((*lettered, *self._kinds(calm, language)))
        found = [SignalFound(kind, self._levels[kind]) for kind in kinds]
        return tuple(sorted(found, key=lambda one: WORST_FIRST.index(one.level)))

    def _kinds(self, plain: str, language: str | None) -> Iterator[str]:
        """By phrases, then by resemblance: in a long story the words around the danger may resemble another kind."""
        for number, alike in self._matcher.found(plain):
            phrase = self._phrases[number]
            if alike >= (ALIKE if language in {None, phrase.language} else ALIKE_ELSEWHERE):
                yield phrase.kind
        yield from self._resemblance.kinds(plain.replace(GAP, " ").split())

    def _to_the_letter(self, kind: str, plain: str) -> bool:
        """Whether a phrase stands there exactly: then only negatives of the same kind can take it away."""
        rest = f" {_without(self._harmless[kind], plain)} "
        return any(f" {phrase.text} " in rest for phrase in self._phrases if phrase.kind == kind)


def _without(harmless: Iterable[str], plain: str) -> str:
    """Harmless words must stand there to the letter: a danger missed is worse than one seen where there is none."""
    rest = f" {plain} "
    for words in harmless:
        rest = rest.replace(f" {words} ", GAP)
    return rest.strip()


def _phrases(signal: Signal) -> Iterator[_Phrase]:
    for language, words in signal.words.items():
        for phrase in words.phrases:
            yield _Phrase(folded(phrase), signal.kind, language)


def _harmless(signal: Signal) -> tuple[str, ...]:
    """Longest first, so that a part does not hide the whole."""
    negatives = {folded(negative) for words in signal.words.values() for negative in words.negatives}
    return tuple(sorted(negatives, key=lambda negative: (-len(negative), negative)))
