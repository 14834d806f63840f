"""Makes one read-only `Packs` of all that the files said."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from bot.packs.assets import Guide, Packs, Reply, Signal, Topic
from bot.packs.deadlines import deadlines
from bot.packs.directories import joined_files, joined_words
from bot.packs.holidays_schema import HolidaysFile
from bot.packs.reading import Reading
from bot.packs.search_schema import UNFITTED
from bot.packs.terms import Courtesy
from bot.packs.topic_schema import TopicWords, WordsVersion

Words = TypeVar("Words")
Common = TypeVar("Common", bound=BaseModel)


def assemble(reading: Reading) -> Packs:
    """The packs without what is broken: whatever has no words in any language is left out."""
    topics = _topics(reading)
    sections = tuple(section for pack in reading.packs.values() for section in pack.sections)
    return Packs(
        languages=reading.languages(),
        sections=sections,
        topics=topics,
        services={key: service for key, (_, _, service) in reading.services.items() if reading.service_words.get(key)},
        service_words={key: _without_paths(words) for key, words in reading.service_words.items()},
        activities={key: one for key, (_, _, one) in reading.activities.items() if reading.activity_words.get(key)},
        activity_words={key: _without_paths(words) for key, words in reading.activity_words.items()},
        places={key: place for key, (_, _, place) in reading.places.items()},
        signals=_signals(reading),
        replies=_replies(reading),
        guides=_guides(reading, sections),
        ages=_without_paths(reading.ages),
        indicators={one.id: one for _, _, one in reading.indicators},
        section_words=_menu_words(reading, "sections"),
        category_words=_menu_words(reading, "categories"),  # type: ignore[arg-type]  # keys were checked as categories
        courtesies=_courtesies(reading),
        deadlines=deadlines(reading),
        holidays={country: _days(calendar) for country, (_, calendar) in reading.holidays.items()},
        outside=_outside(reading),
        needs=_in_directories(reading, "needs"),
        unions=_in_directories(reading, "unions"),
        directory_words={said: joined_words(files.values()) for said, files in reading.directory_words.items()},
        sureness=next(iter(reading.sureness.values()), UNFITTED),
        topics_by_section=_by_section(topics, sections),
    )


def _by_section(topics: Mapping[str, Topic], sections: Iterable[str]) -> dict[str, tuple[Topic, ...]]:
    return {name: tuple(topic for topic in topics.values() if topic.section == name) for name in sections}


def _days(calendar: HolidaysFile) -> frozenset[date]:
    return frozenset(holiday.on for holiday in calendar.holidays)


def _topics(reading: Reading) -> dict[str, Topic]:
    return {
        slug: _with_versions(Topic(slug, section, facts, _without_paths(reading.topic_words[slug])), reading)
        for slug, (_, section, facts) in reading.topics.items()
        if reading.topic_words.get(slug)
    }


def _with_versions(topic: Topic, reading: Reading) -> Topic:
    facts = reading.topic_versions.get(topic.slug, {})
    words = reading.word_versions.get(topic.slug, {})
    versions = {
        country: replace(
            topic,
            facts=_changed(topic.facts, facts[country][1]) if country in facts else topic.facts,
            words=_words_there(topic, _without_paths(words.get(country, {}))),
        )
        for country in sorted(facts.keys() | words.keys())
    }
    return replace(topic, versions=versions)


def _words_there(topic: Topic, words: Mapping[str, WordsVersion]) -> Mapping[str, TopicWords]:
    """In the languages of the version only: the common words of another would stand beside the wrong sources."""
    said = {language: _changed(topic.words[language], words[language]) for language in topic.words if language in words}
    return said or topic.words


def _changed(common: Common, version: BaseModel) -> Common:
    """The common part with what the version says in its place."""
    return common.model_copy(update={name: getattr(version, name) for name in version.model_fields_set})


def _signals(reading: Reading) -> dict[str, Signal]:
    return {
        kind: Signal(kind, facts, _without_paths(reading.signal_words[kind]))
        for kind, (_, facts) in reading.signals.items()
        if reading.signal_words.get(kind)
    }


def _replies(reading: Reading) -> dict[str, Reply]:
    return {
        name: Reply(name, facts, _without_paths(reading.reply_words[name]))
        for name, (_, facts) in reading.replies.items()
        if reading.reply_words.get(name)
    }


def _guides(reading: Reading, sections: tuple[str, ...]) -> dict[str, Guide]:
    """By the section of the menu that they belong to, then by name."""
    guides = [
        Guide(name, facts, _without_paths(reading.guide_words[name]))
        for name, (_, facts) in sorted(reading.guides.items())
        if reading.guide_words.get(name)
    ]
    order = {section: at for at, section in enumerate(sections)}
    return {one.name: one for one in sorted(guides, key=lambda one: order.get(one.facts.section, len(order)))}


def _without_paths(words: dict[str, tuple[Path, Words]]) -> dict[str, Words]:
    return {language: said for language, (_, said) in words.items()}


def _courtesies(reading: Reading) -> dict[str, Courtesy]:
    """Every greeting and every thanks in any language, as they are written in the packs."""
    return {
        said: kind
        for files in reading.menu.values()
        for menu in files.values()
        for kind, sayings in menu.courtesies.items()
        for said in sayings
    }


def _in_directories(reading: Reading, part: str) -> dict[str, Any]:
    directory = joined_files(reading.directories.values())
    return dict(getattr(directory, part)) if directory else {}


def _outside(reading: Reading) -> dict[str, dict[str, tuple[str, ...]]]:
    """By language and subject; a subject that several packs know has what all of them say."""
    outside: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for language, files in reading.outside.items():
        for file in files.values():
            for subject, said in file.subjects.items():
                outside[language][subject] = (*outside[language].get(subject, ()), *said)
    return dict(outside)


def _menu_words(reading: Reading, part: str) -> dict[str, dict[str, Any]]:
    words: dict[str, dict[str, Any]] = defaultdict(dict)
    for language, files in reading.menu.items():
        for menu in files.values():
            for key, value in getattr(menu, part).items():
                words[key][language] = value
    return dict(words)
