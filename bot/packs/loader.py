"""Reads the folder of packs, keeping every fault it meets, and makes one read-only `Packs` of it."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

from bot.errors import ContentError
from bot.packs.assets import Packs, Signal, Topic
from bot.packs.reading import Reading
from bot.packs.schema import (
    MenuWords,
    PackFile,
    PlacesFile,
    ServicesFile,
    ServiceWords,
    SignalFile,
    SignalWords,
    TopicFile,
    TopicWords,
)
from bot.packs.terms import Courtesy
from bot.packs.yaml_file import read_yaml, validate

Words = TypeVar("Words")
NOT_SECTIONS = frozenset({"services", "signals"})
"""Folders of words that hold something else than topics."""


def read(root: Path) -> Reading:
    """Every pack under `root`. Raises ContentError only where there is nothing to read."""
    reading = Reading(root)
    folders = sorted(path.parent for path in root.glob("*/pack.yaml"))
    if not folders:
        raise ContentError(f"There is no pack in '{root.name}'. Set UDHA_CONTENT_DIR to the folder that holds them.")
    for folder in folders:
        _read_pack(reading, folder)
    return reading


def _read_pack(reading: Reading, folder: Path) -> None:
    pack = reading.file(PackFile, folder / "pack.yaml")
    if pack is None:
        return
    reading.packs[pack.name] = pack
    _read_topics(reading, folder)
    _read_services(reading, folder)
    _read_places(reading, folder)
    _read_signals(reading, folder)
    for language in pack.languages:
        _read_menu(reading, folder / language, language)
        _read_topic_words(reading, folder / language, language)
        _read_signal_words(reading, folder / language, language)
        for path in _files(folder / language / "services"):
            _read_service_words(reading, path, language)


def _files(folder: Path, pattern: str = "*.yaml") -> Iterator[Path]:
    return iter(sorted(folder.glob(pattern)))


def _read_topics(reading: Reading, folder: Path) -> None:
    for path in _files(folder, "topics/*/*.yaml"):
        topic = reading.file(TopicFile, path)
        if topic is not None:
            reading.keep(reading.topics, path.stem, (path, path.parent.name, topic), (path, "topic"))


def _read_signals(reading: Reading, folder: Path) -> None:
    for path in _files(folder / "signals"):
        signal = reading.file(SignalFile, path)
        if signal is not None:
            reading.keep(reading.signals, path.stem, (path, signal), (path, "signal"))


def _read_services(reading: Reading, folder: Path) -> None:
    for path in _files(folder / "services"):
        listed = reading.file(ServicesFile, path)
        for at, service in enumerate(listed.services if listed else ()):
            reading.keep(reading.services, service.id, (path, at, service), (path, "service"))


def _read_places(reading: Reading, folder: Path) -> None:
    for path in _files(folder, "places.yaml"):
        listed = reading.file(PlacesFile, path)
        for at, place in enumerate(listed.places if listed else ()):
            reading.keep(reading.places, place.id, (path, at, place), (path, "place"))


def _read_menu(reading: Reading, folder: Path, language: str) -> None:
    for path in _files(folder, "menu.yaml"):
        menu = reading.file(MenuWords, path)
        if menu is not None:
            reading.menu[language][path] = menu


def _read_topic_words(reading: Reading, folder: Path, language: str) -> None:
    for path in _files(folder, "*/*.yaml"):
        if path.parent.name not in NOT_SECTIONS:
            words = reading.file(TopicWords, path)
            if words is not None:
                reading.topic_words[path.stem][language] = (path, words)


def _read_signal_words(reading: Reading, folder: Path, language: str) -> None:
    for path in _files(folder / "signals"):
        words = reading.file(SignalWords, path)
        if words is not None:
            reading.signal_words[path.stem][language] = (path, words)


def _read_service_words(reading: Reading, path: Path, language: str) -> None:
    data, problems = read_yaml(path)
    reading.problems += problems
    if not isinstance(data, dict):
        return
    for service_id, raw in data.items():
        words, faults = validate(ServiceWords, raw, path, (str(service_id),))
        reading.problems += faults
        if words is not None:
            reading.service_words[str(service_id)][language] = (path, words)


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
        places={key: place for key, (_, _, place) in reading.places.items()},
        signals=_signals(reading),
        section_words=_menu_words(reading, "sections"),
        category_words=_menu_words(reading, "categories"),  # type: ignore[arg-type]  # keys were checked as categories
        courtesies=_courtesies(reading),
        topics_by_section={
            name: tuple(topic for topic in topics.values() if topic.section == name) for name in sections
        },
    )


def _topics(reading: Reading) -> dict[str, Topic]:
    return {
        slug: Topic(slug, section, facts, _without_paths(reading.topic_words[slug]))
        for slug, (_, section, facts) in reading.topics.items()
        if reading.topic_words.get(slug)
    }


def _signals(reading: Reading) -> dict[str, Signal]:
    return {
        kind: Signal(kind, facts, _without_paths(reading.signal_words[kind]))
        for kind, (_, facts) in reading.signals.items()
        if reading.signal_words.get(kind)
    }


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


def _menu_words(reading: Reading, part: str) -> dict[str, dict[str, Any]]:
    words: dict[str, dict[str, Any]] = defaultdict(dict)
    for language, files in reading.menu.items():
        for menu in files.values():
            for key, value in getattr(menu, part).items():
                words[key][language] = value
    return dict(words)


def load(root: Path) -> Packs:
    """The packs for a running bot. Raises ContentError when a file of them is broken."""
    reading = read(root)
    errors = sorted(problem for problem in reading.problems if problem.severity == "error")
    if errors:
        raise ContentError(f"{len(errors)} faults in the packs; the first: {errors[0]} Run 'udha content check'.")
    return assemble(reading)
