"""Rules for topics."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

from bot.checks.place_of import at as _at
from bot.language.folding import folded
from bot.packs.problem import Problem
from bot.packs.reading import Reading
from bot.packs.yaml_file import line_of

LONGEST_SLUG: Final = 40
"""Characters: a slug has to fit a button's 64 bytes beside the rest (Bot API, callback_data)."""


def words_agree(reading: Reading, _today: date) -> Iterator[Problem]:
    """The languages of a topic say the same: as many steps, a warning in all or in none."""
    for words in reading.topic_words.values():
        said = list(words.values())
        for path, topic in said[1:]:
            if len(topic.steps) != len(said[0][1].steps):
                yield _at(
                    path,
                    ("steps",),
                    "The languages do not have equally many steps.",
                    f"Compare with {said[0][0].parts[-3]}.",
                )
            if (topic.warning is None) != (said[0][1].warning is None):
                yield _at(
                    path,
                    ("warning",),
                    "Only one of the languages has a warning.",
                    "Give it in all languages or in none.",
                )


def slugs_lead_somewhere(reading: Reading, _today: date) -> Iterator[Problem]:
    for slug, (path, _, topic) in reading.topics.items():
        if len(slug) > LONGEST_SLUG:
            yield _at(
                path,
                (),
                f"The name '{slug}' is longer than {LONGEST_SLUG} characters.",
                "Shorten the name of the file.",
            )
        for at, other in enumerate(topic.related):
            if other not in reading.topics:
                yield _at(path, ("related", at), f"There is no topic '{other}'.", "Correct the name or remove it.")


def categories_live(reading: Reading, _today: date) -> Iterator[Problem]:
    """A category that a topic offers must have a service that can be shown."""
    alive = {service.category for _, _, service in reading.services.values()}
    for path, _, topic in reading.topics.values():
        for at, category in enumerate(topic.services):
            if category not in alive:
                yield _at(
                    path,
                    ("services", at),
                    f"No service has the category '{category}'.",
                    "Offer another category, or add a service.",
                )


def sections_exist(reading: Reading, _today: date) -> Iterator[Problem]:
    """A topic outside every section can be reached from no menu."""
    sections = {section for pack in reading.packs.values() for section in pack.sections}
    for path, section, _ in reading.topics.values():
        if section not in sections:
            yield _at(path, (), f"There is no section '{section}'.", "Move the file, or add the section to pack.yaml.")


def questions_are_unique(reading: Reading, _today: date) -> Iterator[Problem]:
    """The same question twice, folded as the search folds it, would reach one topic by chance."""
    for language in reading.languages():
        first: dict[str, tuple[Path, int]] = {}
        for words in reading.topic_words.values():
            if language not in words:
                continue
            path, topic = words[language]
            for at, question in enumerate(topic.questions):
                key = " ".join(folded(question).split())
                if key in first:
                    other, there = first[key]
                    line = line_of(other, ("questions", there))
                    yield _at(
                        path,
                        ("questions", at),
                        f"The question '{question}' stands already in {other.name}:{line}.",
                        "Keep it where it belongs.",
                    )
                else:
                    first[key] = (path, at)
