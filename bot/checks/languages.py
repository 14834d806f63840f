"""Rules for words: everything is said in every language."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from bot.checks.place_of import at as _at
from bot.packs.problem import Problem
from bot.packs.reading import Reading
from bot.translation.entries import must_be_whole


def topics_in_every_language(reading: Reading, _today: date) -> Iterator[Problem]:
    for slug, (path, section, _) in reading.topics.items():
        for language in _missing(reading, path, reading.topic_words[slug]):
            sentence = f"The topic '{slug}' has no words in '{language}'."
            yield _at(path, (), sentence, f"Add {language}/{section}/{path.name}.")


def versions_in_every_language(reading: Reading, _today: date) -> Iterator[Problem]:
    """Who reads the language that is left out would get the common words, as if nothing differed."""
    for slug, by_country in reading.word_versions.items():
        for country, words in by_country.items():
            path = next(iter(words.values()))[0] if words else reading.root
            for language in _missing(reading, path, words):
                sentence = f"The version of '{slug}' for {country} has no words in '{language}'."
                yield _at(path, (), sentence, f"Add {language}/{path.parent.name}/{path.name}.")


def signals_in_every_language(reading: Reading, _today: date) -> Iterator[Problem]:
    for kind, (path, _) in reading.signals.items():
        for language in _missing(reading, path, reading.signal_words[kind]):
            sentence = f"The signal '{kind}' has no words in '{language}'."
            yield _at(path, (), sentence, f"Add {language}/signals/{path.name}.")


def replies_in_every_language(reading: Reading, _today: date) -> Iterator[Problem]:
    for name, (path, _) in reading.replies.items():
        for language in _missing(reading, path, reading.reply_words[name]):
            sentence = f"The reply '{name}' has no words in '{language}'."
            yield _at(path, (), sentence, f"Add {language}/replies/{path.name}.")


def guides_in_every_language(reading: Reading, _today: date) -> Iterator[Problem]:
    for name, (path, _) in reading.guides.items():
        for language in _missing(reading, path, reading.guide_words[name]):
            sentence = f"The guide '{name}' has no words in '{language}'."
            yield _at(path, (), sentence, f"Add {language}/guides/{path.name}.")


def services_in_every_language(reading: Reading, _today: date) -> Iterator[Problem]:
    for service_id, (path, number, _) in reading.services.items():
        for language in _missing(reading, path, reading.service_words[service_id]):
            sentence = f"The service '{service_id}' has no words in '{language}'."
            yield _at(path, ("services", number), sentence, f"Add it to {language}/services/{path.name}.")


def activities_in_every_language(reading: Reading, _today: date) -> Iterator[Problem]:
    for activity_id, (path, number, _) in reading.activities.items():
        for language in _missing(reading, path, reading.activity_words[activity_id]):
            sentence = f"The activity '{activity_id}' has no words in '{language}'."
            yield _at(path, ("activities", number), sentence, f"Add it to {language}/activities/{path.name}.")


def _missing(reading: Reading, path: Path, words: Mapping[str, object]) -> list[str]:
    """The languages without words, but for those whose file cannot be read, which is told already."""
    return [language for language in _whole(reading) if language not in words and not _broken(reading, path, language)]


def _whole(reading: Reading) -> list[str]:
    """The languages in which nothing may be missing; for the others see bot.checks.stale."""
    whole = must_be_whole(reading)
    return [language for language in reading.languages() if language in whole]


def _broken(reading: Reading, path: Path, language: str) -> bool:
    """The words are there and cannot be read, which is told already."""
    return any(problem.path.name == path.name and language in problem.path.parts for problem in reading.problems)


def words_belong(reading: Reading, _today: date) -> Iterator[Problem]:
    """Words without the thing that they describe reach nobody."""
    yield from _orphans(reading, "topic", reading.topics, reading.topic_words)
    yield from _orphans(reading, "signal", reading.signals, reading.signal_words)
    yield from _orphans(reading, "reply", reading.replies, reading.reply_words)
    yield from _orphans(reading, "guide", reading.guides, reading.guide_words)
    yield from _orphans(reading, "service", reading.services, reading.service_words)
    yield from _orphans(reading, "activity", reading.activities, reading.activity_words)


def _orphans(
    reading: Reading, noun: str, known: Mapping[str, object], words: Mapping[str, Mapping[str, tuple[Path, object]]]
) -> Iterator[Problem]:
    told = {problem.path.stem for problem in reading.problems}
    for name in words.keys() - known.keys():
        for path, _ in words[name].values():
            if path.stem not in told:
                remedy = "Correct the name, or add the file that holds for every language."
                yield _at(path, (name,), f"There is no {noun} '{name}'.", remedy)


def menu_has_words(reading: Reading, _today: date) -> Iterator[Problem]:
    sections = {section for pack in reading.packs.values() for section in pack.sections}
    used = {service.category for _, _, service in reading.services.values()}
    for language in _whole(reading):
        menus = reading.menu.get(language, {})
        titled = {section for menu in menus.values() for section in menu.sections}
        named = {category for menu in menus.values() for category in menu.categories}
        path = next(iter(menus), reading.root / "core" / language / "menu.yaml")
        if _broken(reading, path, language):
            continue
        for missing in sorted(sections - titled):
            yield Problem(path, 1, f"The section '{missing}' has no words in '{language}'.", "Add it under 'sections'.")
        for category in sorted(used - named):
            yield Problem(
                path, 1, f"The category '{category}' has no words in '{language}'.", "Add it under 'categories'."
            )
