"""Reads the folder of packs, keeping every fault it meets."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from bot.errors import ContentError
from bot.packs.activity_schema import ActivitiesFile, ActivityWords
from bot.packs.ages_schema import AgesFile
from bot.packs.assembling import assemble
from bot.packs.assets import Packs
from bot.packs.directory_schema import DirectoryFile, DirectoryWords
from bot.packs.glossary import GlossaryFile
from bot.packs.guide_schema import GuideFile
from bot.packs.guide_words_schema import GuideWords
from bot.packs.holidays_schema import HolidaysFile
from bot.packs.indicator_schema import IndicatorsFile
from bot.packs.place_schema import PlacesFile
from bot.packs.problem import Problem
from bot.packs.reading import Reading
from bot.packs.reply_schema import ReplyFile, ReplyWords
from bot.packs.schema import MenuWords, PackFile, SignalFile, SignalWords
from bot.packs.search_schema import OutsideFile, SurenessFile
from bot.packs.service_schema import ServicesFile, ServiceWords
from bot.packs.topic_schema import TopicFile, TopicVersion, TopicWords, WordsVersion
from bot.packs.yaml_file import read_yaml, validate

Words = TypeVar("Words", bound=BaseModel)

TOPICS = "topics/*/*.yaml"
NOT_SECTIONS = frozenset({"activities", "guides", "replies", "services", "signals"})
"""Folders of words that hold something else than topics."""
NOUNS = {"signals": "signal", "replies": "reply", "guides": "guide"}
"""What a file in such a folder is called."""


def read(root: Path) -> Reading:
    """Every pack under `root`. Raises ContentError only where there is nothing to read."""
    reading = Reading(root)
    folders = sorted(path.parent for path in root.glob("*/pack.yaml"))
    if not folders:
        raise ContentError(f"There is no pack in '{root.name}'. Set UDHA_CONTENT_DIR to the folder that holds them.")
    packs = [(folder, pack) for folder in folders if (pack := reading.file(PackFile, folder / "pack.yaml"))]
    shared = {path.stem for folder, pack in packs if not pack.country for path in _files(folder, TOPICS)}
    for folder, pack in packs:
        _read_pack(reading, folder, pack, shared)
    _read_indicators(reading)
    return reading


def _read_pack(reading: Reading, folder: Path, pack: PackFile, shared: AbstractSet[str]) -> None:
    reading.packs[folder.name] = pack
    if pack.name != folder.name:
        sentence = f"The pack calls itself '{pack.name}', its folder '{folder.name}'."
        reading.problems.append(Problem(folder / "pack.yaml", 1, sentence, "Give both the same name."))
    _read_topics(reading, folder, pack, shared)
    _read_services(reading, folder)
    _read_activities(reading, folder)
    _read_places(reading, folder)
    _read_holidays(reading, folder)
    _read_named(reading, SignalFile, folder / "signals", reading.signals)
    _read_named(reading, ReplyFile, folder / "replies", reading.replies)
    _read_named(reading, GuideFile, folder / "guides", reading.guides)
    _read_glossary(reading, folder)
    _read_sureness(reading, folder)
    _read_directory(reading, folder)
    for language in pack.languages:
        _read_menu(reading, folder / language, language)
        _read_outside(reading, folder / language, language)
        _read_ages(reading, folder / language, language)
        _read_directory_words(reading, folder / language, language)
        _read_topic_words(reading, folder / language, language, pack, shared)
        _read_words(reading, SignalWords, folder / language / "signals", language, reading.signal_words)
        _read_words(reading, ReplyWords, folder / language / "replies", language, reading.reply_words)
        _read_words(reading, GuideWords, folder / language / "guides", language, reading.guide_words)
        for path in _files(folder / language / "services"):
            _read_words_of_each(reading, path, language, ServiceWords, reading.service_words)
        for path in _files(folder / language / "activities"):
            _read_words_of_each(reading, path, language, ActivityWords, reading.activity_words)


def _files(folder: Path, pattern: str = "*.yaml") -> Iterator[Path]:
    return iter(sorted(folder.glob(pattern)))


def _read_topics(reading: Reading, folder: Path, pack: PackFile, shared: AbstractSet[str]) -> None:
    """A topic that stands in a pack of several countries too has here only what differs in this one."""
    for path in _files(folder, TOPICS):
        if pack.country and path.stem in shared:
            version = reading.file(TopicVersion, path)
            if version is not None:
                known = reading.topic_versions[path.stem]
                reading.keep(known, pack.country, (path, version), (path, f"version of '{path.stem}' for"))
            continue
        topic = reading.file(TopicFile, path)
        if topic is not None:
            reading.keep(reading.topics, path.stem, (path, path.parent.name, topic), (path, "topic"))


def _read_named(reading: Reading, model: type[Words], folder: Path, kept: dict[str, tuple[Path, Words]]) -> None:
    """Files of a kind, each of which is one thing that bears the name of its file."""
    for path in _files(folder):
        found = reading.file(model, path)
        if found is not None:
            reading.keep(kept, path.stem, (path, found), (path, NOUNS[folder.name]))


def _read_services(reading: Reading, folder: Path) -> None:
    for path in _files(folder / "services"):
        listed = reading.file(ServicesFile, path)
        for at, service in enumerate(listed.services if listed else ()):
            reading.keep(reading.services, service.id, (path, at, service), (path, "service"))


def _read_activities(reading: Reading, folder: Path) -> None:
    for path in _files(folder / "activities"):
        listed = reading.file(ActivitiesFile, path)
        for at, activity in enumerate(listed.activities if listed else ()):
            reading.keep(reading.activities, activity.id, (path, at, activity), (path, "activity"))


def _read_places(reading: Reading, folder: Path) -> None:
    for path in _files(folder, "places.yaml"):
        listed = reading.file(PlacesFile, path)
        for at, place in enumerate(listed.places if listed else ()):
            reading.keep(reading.places, place.id, (path, at, place), (path, "place"))


def _read_holidays(reading: Reading, folder: Path) -> None:
    for path in _files(folder, "holidays.yaml"):
        calendar = reading.file(HolidaysFile, path)
        if calendar is not None:
            reading.keep(reading.holidays, calendar.country, (path, calendar), (path, "calendar of holidays in"))


def _read_glossary(reading: Reading, folder: Path) -> None:
    for path in _files(folder, "glossary.yaml"):
        glossary = reading.file(GlossaryFile, path)
        if glossary is not None:
            reading.glossaries[path] = glossary


def _read_sureness(reading: Reading, folder: Path) -> None:
    for path in _files(folder, "sureness.yaml"):
        sureness = reading.file(SurenessFile, path)
        if sureness is not None:
            reading.sureness[path] = sureness


def _read_directory(reading: Reading, folder: Path) -> None:
    for path in _files(folder, "directory.yaml"):
        directory = reading.file(DirectoryFile, path)
        if directory is not None:
            reading.directories[path] = directory


def _read_indicators(reading: Reading) -> None:
    for path in _files(reading.root, "indicators.yaml"):
        listed = reading.file(IndicatorsFile, path)
        reading.indicators += [(path, at, one) for at, one in enumerate(listed.indicators if listed else ())]


def _read_directory_words(reading: Reading, folder: Path, language: str) -> None:
    for path in _files(folder, "directory.yaml"):
        words = reading.file(DirectoryWords, path)
        if words is not None:
            reading.directory_words[language][path] = words


def _read_outside(reading: Reading, folder: Path, language: str) -> None:
    for path in _files(folder, "outside.yaml"):
        outside = reading.file(OutsideFile, path)
        if outside is not None:
            reading.outside[language][path] = outside


def _read_ages(reading: Reading, folder: Path, language: str) -> None:
    for path in _files(folder, "ages.yaml"):
        ages = reading.file(AgesFile, path)
        if ages is not None:
            reading.keep(reading.ages, language, (path, ages), (path, "list of ages in"))


def _read_menu(reading: Reading, folder: Path, language: str) -> None:
    for path in _files(folder, "menu.yaml"):
        menu = reading.file(MenuWords, path)
        if menu is not None:
            reading.menu[language][path] = menu


def _read_topic_words(reading: Reading, folder: Path, language: str, pack: PackFile, shared: AbstractSet[str]) -> None:
    for path in _files(folder, "*/*.yaml"):
        if path.parent.name in NOT_SECTIONS:
            continue
        if pack.country and path.stem in shared:
            version = reading.file(WordsVersion, path)
            if version is not None:
                reading.word_versions[path.stem][pack.country][language] = (path, version)
            continue
        words = reading.file(TopicWords, path)
        if words is not None:
            reading.topic_words[path.stem][language] = (path, words)


def _read_words(
    reading: Reading, model: type[Words], folder: Path, language: str, kept: dict[str, dict[str, tuple[Path, Words]]]
) -> None:
    """The words of each of them in one language."""
    for path in _files(folder):
        words = reading.file(model, path)
        if words is not None:
            kept[path.stem][language] = (path, words)


def _read_words_of_each(
    reading: Reading, path: Path, language: str, model: type[Words], kept: dict[str, dict[str, tuple[Path, Words]]]
) -> None:
    """The words of several things in one file, by their ids."""
    data, problems = read_yaml(path)
    reading.problems += problems
    if not isinstance(data, dict):
        return
    for name, raw in data.items():
        words, faults = validate(model, raw, path, (str(name),))
        reading.problems += faults
        if words is not None:
            kept[str(name)][language] = (path, words)


def load(root: Path) -> Packs:
    """The packs for a running bot. Raises ContentError when a file of them is broken."""
    reading = read(root)
    if errors := reading.errors:
        raise ContentError(f"{len(errors)} faults in the packs; the first: {errors[0]} Run 'udha content check'.")
    return assemble(reading)
