"""Rules for what people ask: each question belongs to one subject, and leads there."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from statistics import median
from typing import Final

from bot.checks.place_of import at as _at
from bot.language.folding import folded
from bot.learning.documents import documents
from bot.learning.reaching import reached
from bot.packs.assembling import assemble
from bot.packs.problem import Problem
from bot.packs.reading import Reading
from bot.packs.yaml_file import line_of
from bot.search.features import stem_feature

FEW: Final = 0.5
"""Share of the median: a topic with fewer questions than that is drowned out by the others."""

CLEARLY: Final = 0.02
"""A lead in likeness. Questions nearer to the border than that help to draw it: without them fewer are found."""


def questions_are_unique(reading: Reading, _today: date) -> Iterator[Problem]:
    """The same question in two topics would reach one of them by chance; nearly the same one, hardly better."""
    for language in reading.languages():
        same: dict[str, tuple[Path, int]] = {}
        alike: dict[frozenset[str], tuple[Path, int]] = {}
        for path, at, question in _asked(reading, language):
            plain, stems = folded(question), _stems(question, language)
            if (first := same.setdefault(plain, (path, at))) != (path, at):
                sentence = f"The question '{question}' stands already in {_named(first)}."
                yield _at(path, ("questions", at), sentence, "Keep it where it belongs.")
            elif (near := alike.setdefault(stems, (path, at)))[0] != path:
                sentence = f"The question '{question}' has the same words as one in {_named(near)}."
                yield _advice(path, at, sentence, "Say in both what makes the difference, or keep one.")


def questions_reach_their_topic(reading: Reading, _today: date) -> Iterator[Problem]:
    """A question that resembles another subject more than its own draws others there too."""
    packs = assemble(reading)
    for language in reading.languages():
        places = {(path.stem, question): (path, at) for path, at, question in _asked(reading, language)}
        for own, question, nearest, lead in reached(documents(packs, language), len(packs.topics)):
            if lead > CLEARLY and (own.slug, question) in places:
                path, at = places[own.slug, question]
                sentence = f"The question '{question}' leads to '{nearest.slug}'."
                yield _advice(path, at, sentence, "Say what makes it a question for this topic, or move it there.")


def topics_have_enough_questions(reading: Reading, _today: date) -> Iterator[Problem]:
    for language in reading.languages():
        told = (words[language] for words in reading.topic_words.values() if language in words)
        counts = {path: len(words.questions) for path, words in told}
        usual = median(counts.values()) if counts else 0
        for path, count in counts.items():
            if count < FEW * usual:
                sentence = f"The topic has {count} questions, where others have about {usual:.0f}."
                yield _advice(path, 0, sentence, "Add ways in which people ask, or the others are found in its place.")


def outside_is_outside(reading: Reading, _today: date) -> Iterator[Problem]:
    """A subject outside that has the name of a topic would be answered with it."""
    for files in reading.outside.values():
        for path, outside in files.items():
            for subject in outside.subjects.keys() & reading.topics.keys():
                sentence = f"There is a topic '{subject}'."
                yield _at(path, ("subjects", subject), sentence, "Move its questions to the topic, or rename it.")


def _asked(reading: Reading, language: str) -> Iterator[tuple[Path, int, str]]:
    for words in reading.topic_words.values():
        if language in words:
            path, topic = words[language]
            yield from ((path, at, question) for at, question in enumerate(topic.questions))


def _stems(question: str, language: str) -> frozenset[str]:
    return frozenset(stem_feature(word, language) for word in folded(question).split())


def _named(place: tuple[Path, int]) -> str:
    path, at = place
    return f"{path.name}:{line_of(path, ('questions', at))}"


def _advice(path: Path, at: int, sentence: str, remedy: str) -> Problem:
    return Problem(path, line_of(path, ("questions", at)), sentence, remedy, "advice")
