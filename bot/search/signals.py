"""Finds signs of danger in what someone wrote, in any language of the packs, typing errors or not."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Final, Literal, NamedTuple

from bot.language.columns import Columns
from bot.language.folding import folded, folded_each
from bot.packs.assets import Packs, Signal
from bot.packs.terms import Level
from bot.search.phrases import Phrases
from bot.search.resemblance import Bearing, Resemblance, likelihood
from bot.search.set_words import GAP, SetWords

ALIKE: Final = 88.0
"""How alike, of 100, a phrase must be in the language of the chat: one slip in nine letters, two in seventeen."""

ALIKE_ELSEWHERE: Final = 90.0
"""The same in the other languages, where a near hit is more often another word."""

WORST_FIRST: Final[tuple[Level, ...]] = ("now", "serious", "concern")

LONGEST_SET: Final = 32
"""Letters of a phrase that is found with typing errors too, about six words; longer ones to the letter, and by what
they are like."""

SURELY_KNOWN: Final = 0.9
TELLING: Final = 6
"""Share that is known of a text, and words that it has, when it is surely in that language: of Albanian texts of that
length less than 0.7 is known in English, and the other way round less than 0.8."""


@dataclass(frozen=True)
class SignalFound:
    """Which signal, how pressing it is, and how likely (0 to 1)."""

    kind: str
    level: Level
    likely: float = field(default=1.0, compare=False)

    @property
    def pressing(self) -> bool:
        """Whether it is answered before anything else; a mere concern is not."""
        return self.level != "concern"


class Evidence(NamedTuple):
    """Why a text may tell of danger: the phrase that stands there, or how likely its own words say so (0 to 1)."""

    kind: str
    phrase: str | None
    likely: float


@dataclass(frozen=True)
class _Phrase:
    text: str
    kind: str
    language: str


class SignalFinder:
    """Two ways at once: the phrases of the packs to the letter or nearly so, and what is said much like them.

    The second way goes over the columns of `bot.learning`.
    """

    def __init__(self, packs: Packs, columns: Columns) -> None:
        self._levels = {kind: signal.facts.level for kind, signal in packs.signals.items()}
        phrases = {phrase for signal in packs.signals.values() for phrase in _phrases(signal)}
        self._phrases = tuple(sorted(phrases, key=attrgetter("kind", "language", "text")))
        self._matcher = Phrases([phrase.text for phrase in self._phrases])
        self._kinds_of = _kinds_of(packs.signals.values())
        self._set = SetWords(self._kinds_of)
        self._harmless = {kind: SetWords(_said(signal, "negatives")) for kind, signal in packs.signals.items()}
        self._all_harmless = SetWords(said for signal in packs.signals.values() for said in _said(signal, "negatives"))
        self._resemblances = {language: Resemblance(language, columns.part(language)) for language in packs.languages}
        self._sureness = packs.sureness.danger

    def find(self, text: str, language: str | None) -> tuple[SignalFound, ...]:
        """Worst first, then surest, each kind once. `language` says where typing errors are most readily forgiven."""
        plain = folded(text)
        kinds = _likeliest(self.evidence(plain, language))
        # Harmless words must stand there to the letter: a danger missed is worse than one seen where there is none.
        if kinds and (calm := self._all_harmless.taken_from(plain)) != plain:
            # What stands there to the letter can only be taken away by negatives of the same kind.
            lettered = (kind for kind in kinds if kind in self._to_the_letter(self._harmless[kind].taken_from(plain)))
            kinds = dict.fromkeys(lettered, 1.0) | _likeliest(self.evidence(calm, language))
        found = [SignalFound(kind, self._levels[kind], likely) for kind, likely in kinds.items()]
        return tuple(sorted(found, key=lambda one: WORST_FIRST.index(one.level)))

    def evidence(self, plain: str, language: str | None) -> Iterator[Evidence]:
        """Of a folded text, harmless words included.

        By phrases, then by resemblance: in a long story the words around the danger may resemble another kind.
        """
        yield from self._phrases_in(plain, language)
        for bearing in self._bearings(plain.replace(GAP, " ").split(), language):
            likely = likelihood(bearing, self._sureness)
            if likely >= self._sureness.likely:
                yield Evidence(bearing.kind, None, likely)

    def _phrases_in(self, plain: str, language: str | None) -> Iterator[Evidence]:
        """The short ones with typing errors too."""
        for kind, said in self._to_the_letter(plain).items():
            yield Evidence(kind, said, 1.0)
        for number, alike in self._matcher.found(plain):
            phrase = self._phrases[number]
            if alike >= (ALIKE if language in {None, phrase.language} else ALIKE_ELSEWHERE):
                yield Evidence(phrase.kind, phrase.text, alike / 100)

    def _bearings(self, said: Sequence[str], language: str | None) -> Iterator[Bearing]:
        """In the language of the chat, then in the others, but for a text that is surely in the first."""
        for name in sorted(self._resemblances, key=lambda name: name != language):
            bearings = list(self._resemblances[name].bearings(said))
            yield from bearings
            if bearings and len(said) >= TELLING and min(bearing.known for bearing in bearings) >= SURELY_KNOWN:
                return

    def _to_the_letter(self, plain: str) -> dict[str, str]:
        """Each kind of which a phrase stands in a folded text, with one such phrase."""
        return {kind: said for said in self._set.standing_in(plain) for kind in self._kinds_of[said]}


def _likeliest(evidence: Iterable[Evidence]) -> dict[str, float]:
    """Each kind, in order, with how likely its best evidence makes it."""
    kinds: dict[str, float] = {}
    for one in evidence:
        kinds[one.kind] = max(kinds.get(one.kind, 0.0), one.likely)
    return kinds


def _phrases(signal: Signal) -> Iterator[_Phrase]:
    """The set phrases: a whole story is never told twice in the same words, it only teaches what danger sounds like."""
    for language, words in signal.words.items():
        for phrase in folded_each(words.phrases):
            if len(phrase) <= LONGEST_SET:
                yield _Phrase(phrase, signal.kind, language)


def _said(signal: Signal, part: Literal["phrases", "negatives"]) -> list[str]:
    return folded_each(said for words in signal.words.values() for said in getattr(words, part))


def _kinds_of(signals: Iterable[Signal]) -> dict[str, list[str]]:
    """The kinds of each phrase, folded."""
    kinds: dict[str, list[str]] = defaultdict(list)
    for signal in signals:
        for said in _said(signal, "phrases"):
            kinds[said].append(signal.kind)
    return dict(kinds)
