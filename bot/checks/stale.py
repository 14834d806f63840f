"""Rules for translations: made from today's English, and how much is still missing.

Both are advice. An error would keep a corrected English text from everybody until each translator has time; and what
may do harm meanwhile, another number, date or link, is an error already (bot.checks.parity).
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Final

from bot.checks.place_of import at as _at
from bot.packs.problem import Problem
from bot.packs.reading import Reading
from bot.translation.entries import SOURCE, Entries, entries, must_be_whole
from bot.translation.fingerprints import is_stale, known
from bot.translation.pieces import pieces

NOUNS: Final = {
    "topics": "topics",
    "services": "services",
    "activities": "activities",
    "signals": "signals",
    "replies": "replies",
    "guides": "guides",
    "menu": "parts of the menu",
}
"""By the first part of a content key."""


def translations_are_current(reading: Reading, _today: date) -> Iterator[Problem]:
    """Each translation was made from the English text as it is now."""
    sources = entries(reading, SOURCE)
    for language in _translated(reading):
        said = entries(reading, language)
        for pack in reading.packs:
            translated, problems = known(reading.root, pack, language)
            yield from problems
            yield from _stale(sources, said, pack, translated.fingerprints)


def _stale(sources: Entries, said: Entries, pack: str, fingerprints: dict[str, str]) -> Iterator[Problem]:
    for where, entry in said.items():
        source = sources.get(where)
        if entry.domain.pack != pack or source is None or not is_stale(entry.key, source.text, fingerprints):
            continue
        sentence = f"The English text of '{entry.key}' has changed since this was translated ({source.file})."
        remedy = f"Run 'udha content po export --lang {entry.language}', look at it again, and import it."
        yield Problem(entry.piece.path, entry.line, sentence, remedy, "advice")


def translations_are_whole(reading: Reading, _today: date) -> Iterator[Problem]:
    """A missing translation is no fault, for English is shown; but somebody should know how much is missing."""
    for language in _translated(reading):
        for pack, missing in _missing(reading, language).items():
            listed = ", ".join(f"{missing[kind]} {noun}" for kind, noun in NOUNS.items() if missing[kind])
            sentence = f"'{language}' has no words for {listed} of '{pack}'; they are shown in English."
            remedy = f"Translate them: 'udha content po export --lang {language}'."
            yield _at(reading.root / pack / "pack.yaml", ("languages",), sentence, remedy, "advice")


def _missing(reading: Reading, language: str) -> dict[str, Counter[str]]:
    """By pack, how many pieces of each kind."""
    said = {(entry.domain.pack, entry.piece.name) for entry in entries(reading, language).values()}
    missing: dict[str, Counter[str]] = {}
    for piece in pieces(reading, SOURCE):
        pack = piece.path.relative_to(reading.root).parts[0]
        if (pack, piece.name) not in said:
            missing.setdefault(pack, Counter())[piece.name[0]] += 1
    return missing


def _translated(reading: Reading) -> list[str]:
    whole = must_be_whole(reading)
    return [language for language in reading.languages() if language not in whole]
