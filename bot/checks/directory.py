"""Rules for the words of the directory: every need has its words, and no words are of a need that is not there."""

from collections.abc import Iterator
from datetime import date

from bot.checks.place_of import at as _at
from bot.packs.problem import Problem
from bot.packs.reading import Reading
from bot.translation.entries import must_be_whole


def needs_have_words(reading: Reading, _today: date) -> Iterator[Problem]:
    """A need without a title has no button; a translation may be behind."""
    for language in filter(must_be_whole(reading).__contains__, reading.languages()):
        told = {need for words in reading.directory_words[language].values() for need in words.needs}
        for path, directory in reading.directories.items():
            for need in directory.needs.keys() - told:
                sentence = f"The need '{need}' has no words in '{language}'."
                yield _at(path, ("needs", need), sentence, f"Write them into {language}/directory.yaml.")


def words_are_of_needs(reading: Reading, _today: date) -> Iterator[Problem]:
    """What people say who have a need that nobody serves is never looked for."""
    needs = {need for directory in reading.directories.values() for need in directory.needs}
    for files in reading.directory_words.values():
        for path, words in files.items():
            for need in words.needs.keys() - needs:
                remedy = "Correct the name, or add the need to directory.yaml."
                yield _at(path, ("needs", need), f"There is no need '{need}'.", remedy)


def needs_lead_to_what_is_there(reading: Reading, _today: date) -> Iterator[Problem]:
    """A need may name a topic and lines, which then have to be in the packs."""
    for path, directory in reading.directories.items():
        for need, facts in directory.needs.items():
            if facts.topic is not None and facts.topic not in reading.topics:
                yield _at(path, ("needs", need, "topic"), f"There is no topic '{facts.topic}'.", "Correct the name.")
            for at, line in enumerate(facts.lines):
                if line not in reading.services:
                    yield _at(path, ("needs", need, "lines", at), f"There is no service '{line}'.", "Correct the id.")
