"""How well languages are told, by sentences that were held out of the training, whole and in pieces of a few words."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from bot.language.folding import words
from bot.language.identify import Identified, Identifier
from bot.language.training import Sentence

WHOLE: Final = 0
LENGTHS: Final = (WHOLE, 4, 3, 2)
"""Words of a snippet."""

MESSAGE: Final = 15
"""Words: only sentences as short as messages are cut up; pieces of a newspaper's are often nothing but names."""

Outcome = Literal["right", "guessed", "unknown", "foreign", "wrong"]
"""`right`: the chat may switch, or it is called foreign and is. `guessed`: right, and too little to switch the chat.
`foreign`: one of ours, called foreign. `wrong`: the chat would switch to a language that it is not."""


@dataclass
class Tally:
    """What became of the texts of one length in one language."""

    counts: Counter[Outcome] = field(default_factory=Counter)

    def share(self, outcome: Outcome) -> float:
        return self.counts[outcome] / max(1, self.counts.total())


def measure(
    identifier: Identifier, sentences: Iterable[Sentence], ours: Sequence[str]
) -> Mapping[tuple[str, int], Tally]:
    """By what the files say, such as `sq_gheg`, and by length. A text of nothing but neutral words tells nothing."""
    tallies: defaultdict[tuple[str, int], Tally] = defaultdict(Tally)
    for sentence in sentences:
        for length in LENGTHS if sentence.held_out else ():
            for text in snippets(sentence.text, length):
                outcome = outcome_of(identifier.identify(text), sentence.language, ours)
                tallies[sentence.variety, length].counts[outcome] += 1
    return tallies


def snippets(text: str, length: int) -> Iterator[str]:
    """The whole text, or pieces of it side by side, without what is left at the end."""
    said = words(text)
    if length == WHOLE:
        yield text
    elif len(said) <= MESSAGE:
        for start in range(0, len(said) - length + 1, length):
            yield " ".join(said[start : start + length])


def outcome_of(found: Identified, language: str, ours: Sequence[str]) -> Outcome:
    if found.foreign:
        return "foreign" if language in ours else "right"
    if found.sure:
        return "right" if found.language == language else "wrong"
    return "guessed" if found.language == language else "unknown"
