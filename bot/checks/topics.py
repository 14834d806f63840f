"""Rules for topics."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from bot.checks.passages import BODY
from bot.checks.place_of import at as _at
from bot.packs.problem import Problem
from bot.packs.reading import Reading
from bot.packs.topic_schema import TopicWords, WordsVersion

LONGEST_SLUG: Final = 40
"""Characters: a slug has to fit a button's 64 bytes beside the rest (Bot API, callback_data)."""


def words_agree(reading: Reading, _today: date) -> Iterator[Problem]:
    """The languages of a topic say the same: as many steps, each part in all or in none."""
    for first, *others in _side_by_side(reading):
        for path, words in others:
            if len(words.steps or ()) != len(first[1].steps or ()):
                sentence = "The languages do not have equally many steps."
                yield _at(path, ("steps",), sentence, f"Compare with {first[0].parts[-3]}.")
            for part in sorted(BODY - {"steps"}):
                if (getattr(words, part) is None) != (getattr(first[1], part) is None):
                    sentence = f"Only one of the languages has a {part}."
                    yield _at(path, (part,), sentence, "Give it in all languages or in none.")


def _side_by_side(reading: Reading) -> Iterator[Sequence[tuple[Path, TopicWords | WordsVersion]]]:
    yield from (list(words.values()) for words in reading.topic_words.values() if words)
    for by_country in reading.word_versions.values():
        yield from (list(versions.values()) for versions in by_country.values() if versions)


def slugs_fit_buttons(reading: Reading, _today: date) -> Iterator[Problem]:
    for slug, (path, _, _) in reading.topics.items():
        if len(slug) > LONGEST_SLUG:
            sentence = f"The name '{slug}' is longer than {LONGEST_SLUG} characters."
            yield _at(path, (), sentence, "Shorten the name of the file.")
