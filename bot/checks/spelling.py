"""Rules for spelling: words that are in the dictionary of their language or in the glossary, and no slips."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from bot.checks.dictionary import Dictionaries, Knows
from bot.checks.editions import editions
from bot.checks.passages import Passage, by_language
from bot.checks.place_of import within as _within
from bot.checks.wording import Told, matcher, of_language, words_of
from bot.packs.glossary import Share
from bot.packs.problem import Problem
from bot.packs.reading import Reading

ENOUGH: Final = 20
"""Words from which a share says something."""


def words_are_known(reading: Reading, dictionaries: Dictionaries) -> Iterator[Problem]:
    """No word is misspelt. Names are left alone: words with a capital where no sentence begins."""
    known = {language: knows for language in reading.languages() if (knows := dictionaries.of(language))}
    for language, passages in by_language(reading).items():
        if language not in known:
            yield _skipped(reading, language, dictionaries)
            continue
        others = tuple(knows for other, knows in known.items() if other != language)
        lexicon = _lexicon(reading, passages, known[language], others)
        for passage in passages:
            for word in dict.fromkeys(lexicon.unknown(passage)):
                remedy = f"Correct it, or add it to 'words' of a glossary under '{language}'."
                yield _within(passage, word, f"'{word}' is in no dictionary.", remedy)


def _skipped(reading: Reading, language: str, dictionaries: Dictionaries) -> Problem:
    if not dictionaries.readable():
        sentence = f"Spelling in '{language}' was not checked: the library that reads dictionaries is missing."
        return Problem(reading.root, 1, sentence, "Install chunspell.", "advice")
    sentence = f"Spelling in '{language}' was not checked: there is no dictionary of it."
    return Problem(reading.root, 1, sentence, "On Debian: tools/dictionary.sh as root.", "advice")


@dataclass(frozen=True)
class Lexicon:
    """All right words of a language; `others` know those of our other languages, from which a text may quote."""

    knows: Knows
    others: tuple[Knows, ...]
    allowed: tuple[str, ...]
    names: frozenset[str]

    def unknown(self, passage: Passage) -> Iterator[str]:
        for told in words_of(passage.text):
            if self._is_to_be_known(told, passage) and not self.has(told.word, cited=told.cited):
                yield told.word

    def _is_to_be_known(self, told: Told, passage: Passage) -> bool:
        """No name, no short form (URA), no unit (m²)."""
        if told.word in self.names or not re.sub("['\u2019-]", "", told.word).isalpha():
            return False
        return not _is_name(told.word) or (told.first and told.word[1:].islower() and passage.part != "name")

    def has(self, word: str, *, cited: bool = False) -> bool:
        """A word with a hyphen is right when its parts are."""
        plain = word.replace("\u2019", "'")
        sure = (self.knows, *self.others) if cited else (self.knows,)
        if any(knows(plain) or knows(plain.lower()) for knows in sure) or matcher(self.allowed).fullmatch(plain):
            return True
        return "-" in plain and all(_is_name(part) or self.has(part, cited=cited) for part in plain.split("-") if part)


def _lexicon(reading: Reading, passages: list[Passage], knows: Knows, others: tuple[Knows, ...]) -> Lexicon:
    """What is written with a capital inside a sentence is a name, and stays one at the beginning of another."""
    texts = [*(passage.text for passage in passages), *_titles(reading)]
    called = {told.word for text in texts for told in words_of(text) if _is_name(told.word) and not told.first}
    firsts = {told.word for title in _titles(reading) for told in words_of(title) if told.first}
    return Lexicon(knows, others, of_language(reading, "words", passages[0].language), frozenset(called | firsts))


def _titles(reading: Reading) -> Iterator[str]:
    """What organisations, towns and sources are called."""
    yield from (service.organisation for _, _, service in reading.services.values())
    yield from (name for _, _, place in reading.places.values() for name in (place.name, place.name_en) if name)
    yield from (source.title for edition in editions(reading) for source in edition.sources)
    yield from (source.title for _, guide in reading.guides.values() for source in guide.sources.values())


def _is_name(word: str) -> bool:
    """With a capital anywhere but at the start it is one even there: BE-ja, eKosova."""
    return word[0].isupper() or word != word.lower()


def nothing_is_a_slip(reading: Reading, _today: date) -> Iterator[Problem]:
    """Words that only a missing mark makes, with or without a dictionary."""
    for passage, never in _with_slips(reading):
        for word in dict.fromkeys(told.word for told in words_of(passage.text)):
            if word.lower() in never:
                meant = never[word.lower()]
                yield _within(passage, word, f"'{word}' stands for '{meant}'.", f"Write '{meant}'.")


def _with_slips(reading: Reading) -> Iterator[tuple[Passage, Mapping[str, str]]]:
    for language, passages in by_language(reading).items():
        never: dict[str, str] = {}
        for glossary in reading.glossaries.values():
            never |= glossary.never.get(language, {})
        yield from ((passage, never) for passage in passages)


def marks_are_not_left_out(reading: Reading, _today: date) -> Iterator[Problem]:
    """A right but rare word that is frequent in a folder: its neighbour was written without its marks."""
    for language, passages in by_language(reading).items():
        shares = [share for each in reading.glossaries.values() for share in each.shares.get(language, ())]
        for folder, counts in _counted(passages).items():
            yield from (_too_often(share, folder, counts) for share in shares if _is_suspect(share, counts))


def _counted(passages: list[Passage]) -> dict[Path, Counter[str]]:
    counted: dict[Path, Counter[str]] = defaultdict(Counter)
    for passage in passages:
        counted[passage.path.parent].update(told.word.lower() for told in words_of(passage.text))
    return counted


def _is_suspect(share: Share, counts: Counter[str]) -> bool:
    together = counts[share.rare] + counts[share.usual]
    return together >= ENOUGH and 100 * counts[share.rare] > share.percent * together


def _too_often(share: Share, folder: Path, counts: Counter[str]) -> Problem:
    sentence = f"'{share.rare}' stands here {counts[share.rare]} times, '{share.usual}' {counts[share.usual]}."
    return Problem(folder, 1, sentence, f"Look where '{share.usual}' was meant.", "advice")
