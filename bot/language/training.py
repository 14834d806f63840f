"""Trains the table that tells languages, from sentences whose licences let us pass on what was counted in them.

A file `langid_<language>.tsv` has a line for each sentence: text, source, licence. A fifth of them, always the same
ones, is never trained on: that is for measuring (`bot.language.measuring`).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.errors import UdhaError
from bot.language import grams
from bot.language.columns import Columns
from bot.language.folding import words
from bot.language.identify import counted
from bot.language.rows import checksum
from bot.packs.assets import Packs

LICENCES: Final = ("CC BY-SA 4.0", "CC BY 2.0 FR", "CC BY 4.0", "public domain")
"""What may be passed on with attribution (`table.txt`)."""

HELD_OUT: Final = 5
"""One sentence in so many is for measuring."""

TWO_SCRIPTS: Final = frozenset({"sr"})
"""Each script is a kind of its own: together each would look half as likely."""

SAME_TO_US: Final = {"hr": "sr"}
"""Too near to be told apart by a few words; we answer both in the same way."""

SETTINGS: Final = tuple(
    f"{name} {getattr(grams, name)}"
    for name in ("SIZES", "LONGEST", "MOST_WORDS", "MOST_GRAMS", "CHANCE", "MODESTY", "STEP")
)
"""As the table records them: with others it would be read in another way than it was made."""


class LanguageDataError(UdhaError):
    """The sentences to train on cannot be used."""


@dataclass(frozen=True)
class Sentence:
    """`variety` is what the file says, such as `sq_gheg`."""

    text: str
    variety: str

    @property
    def language(self) -> str:
        said = self.variety.partition("_")[0]
        return SAME_TO_US.get(said, said)

    @property
    def held_out(self) -> bool:
        return checksum(self.text) % HELD_OUT == 0

    @property
    def kind(self) -> str:
        latin = "".join(words(self.text)).isascii()
        return f"{self.language}-latin" if latin and self.language in TWO_SCRIPTS else self.language


def read(folder: Path) -> list[Sentence]:
    """All sentences of the folder, in the order of its files."""
    files = sorted(folder.glob("langid_*.tsv"))
    if not files:
        raise LanguageDataError(f"'{folder}' has no file such as langid_sq.tsv.")
    return [sentence for file in files for sentence in _sentences(file)]


def train(sentences: Iterable[Sentence], packs: Packs) -> Columns:
    """What is not held out, and what the packs expect people to ask in the same languages."""
    texts: defaultdict[str, list[str]] = defaultdict(list)
    for sentence in sentences:
        if not sentence.held_out:
            texts[sentence.kind].append(sentence.text)
    for language in packs.languages:
        if language in texts:
            texts[language] += _asked(packs, language)
    made = grams.trained({kind: counted(said) for kind, said in sorted(texts.items())})
    return Columns(made.numbers, {**made.words, "settings": SETTINGS, "texts": _numbers(texts)})


def _sentences(file: Path) -> Iterator[Sentence]:
    variety = file.stem.removeprefix("langid_")
    for line in file.read_text("utf-8").splitlines()[1:]:
        cells = line.split("\t")
        if len(cells) != len(("text", "source", "licence")):
            raise LanguageDataError(f"'{file.name}' has a line that is not text, source and licence: {line[:60]}")
        if not cells[2].startswith(LICENCES):
            raise LanguageDataError(f"'{file.name}' has a sentence that may not be passed on: {cells[2]}")
        yield Sentence(cells[0], variety)


def _asked(packs: Packs, language: str) -> list[str]:
    """The phrasings of the topics. The rest of what they say is longer than all of these and written by the book."""
    topics = (topic for topic in packs.topics.values() if language in topic.words)
    return [question for topic in topics for question in topic.words[language].questions]


def _numbers(texts: Mapping[str, Sequence[str]]) -> list[str]:
    return [f"{kind} {len(said)}" for kind, said in sorted(texts.items())]
