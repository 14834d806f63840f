"""Every rule over every pack, in one run."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from bot.checks import (
    activities,
    ages,
    asked,
    claims,
    contacts,
    dates,
    directory,
    glossary,
    languages,
    length,
    markup,
    parity,
    phones,
    reach,
    readability,
    replies,
    services,
    spelling,
    stale,
    topics,
)
from bot.checks.dictionary import Dictionaries
from bot.packs.loader import read
from bot.packs.problem import Problem
from bot.packs.reading import Reading

Rule = Callable[[Reading, date], Iterator[Problem]]

RULES: Final[tuple[Rule, ...]] = (
    languages.topics_in_every_language,
    languages.versions_in_every_language,
    languages.signals_in_every_language,
    languages.replies_in_every_language,
    languages.services_in_every_language,
    languages.activities_in_every_language,
    languages.words_belong,
    languages.menu_has_words,
    ages.ages_in_every_language,
    topics.words_agree,
    topics.slugs_fit_buttons,
    asked.questions_are_unique,
    asked.questions_reach_their_topic,
    asked.topics_have_enough_questions,
    asked.outside_is_outside,
    directory.needs_have_words,
    directory.words_are_of_needs,
    directory.needs_lead_to_what_is_there,
    reach.sections_exist,
    reach.countries_are_ours,
    reach.files_stand_with_their_topic,
    reach.related_topics_exist,
    reach.near_misses_exist,
    reach.subjects_of_signals_exist,
    reach.categories_live,
    reach.labels_differ,
    dates.reviews_hold,
    dates.sources_are_of_the_past,
    dates.services_hold,
    services.places_exist,
    services.what_is_near_has_a_place,
    services.parts_stand_in_every_language,
    services.hiding_places_stay_hidden,
    activities.activities_stand_in_a_known_place,
    activities.activities_name_a_service_that_may_be_named,
    activities.activities_were_checked,
    activities.activities_are_cleared_away,
    contacts.numbers_live_in_services,
    replies.names_fit_buttons,
    replies.titles_differ,
    replies.sentences_are_short,
    replies.addresses_are_known,
    claims.amounts_have_their_year,
    claims.claims_have_dated_sources,
    parity.figures_agree,
    markup.words_are_plain,
    length.sources_fit,
    length.services_fit,
    readability.texts_read_easily,
    glossary.no_word_is_avoided,
    glossary.terms_stand_in_every_language,
    spelling.nothing_is_a_slip,
    spelling.marks_are_not_left_out,
    phones.numbers_exist,
    phones.exceptions_are_needed,
    phones.numbers_say_where_they_work,
    phones.numbers_are_written_for_everybody,
    phones.danger_has_an_emergency_number_first,
    stale.translations_are_current,
    stale.translations_are_whole,
)


def check_all(root: Path, today: date | None = None, dictionaries: Dictionaries | None = None) -> list[Problem]:
    """All problems, by file and line."""
    reading = read(root)
    day = today or datetime.now(UTC).date()
    found = reading.problems + [problem for rule in RULES for problem in rule(reading, day)]
    found += spelling.words_are_known(reading, dictionaries or Dictionaries())
    return sorted(set(found))
