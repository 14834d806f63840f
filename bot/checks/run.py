"""Every rule over every pack, in one run."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from bot.checks import dates, languages, services, topics
from bot.packs.loader import read
from bot.packs.problem import Problem
from bot.packs.reading import Reading

Rule = Callable[[Reading, date], Iterator[Problem]]

RULES: Final[tuple[Rule, ...]] = (
    languages.topics_in_every_language,
    languages.signals_in_every_language,
    languages.services_in_every_language,
    languages.words_belong,
    languages.menu_has_words,
    topics.words_agree,
    topics.slugs_lead_somewhere,
    topics.categories_live,
    topics.sections_exist,
    topics.questions_are_unique,
    dates.reviews_hold,
    dates.sources_were_read,
    dates.services_hold,
    services.places_exist,
)


def check_all(root: Path, today: date | None = None) -> list[Problem]:
    """All problems, by file and line."""
    reading = read(root)
    day = today or datetime.now(UTC).date()
    found = reading.problems + [problem for rule in RULES for problem in rule(reading, day)]
    return sorted(set(found))
