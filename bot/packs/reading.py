"""All that the files of the packs said, with the file that said it, so that checks can name it."""

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from bot.packs.activity_schema import Activity, ActivityWords
from bot.packs.ages_schema import AgesFile
from bot.packs.directory_schema import DirectoryFile, DirectoryWords
from bot.packs.glossary import GlossaryFile
from bot.packs.guide_schema import GuideFile
from bot.packs.guide_words_schema import GuideWords
from bot.packs.holidays_schema import HolidaysFile
from bot.packs.indicator_schema import Indicator
from bot.packs.place_schema import Place
from bot.packs.problem import Problem
from bot.packs.reply_schema import ReplyFile, ReplyWords
from bot.packs.schema import MenuWords, PackFile, SignalFile, SignalWords
from bot.packs.search_schema import OutsideFile, SurenessFile
from bot.packs.service_schema import Service, ServiceWords
from bot.packs.topic_schema import TopicFile, TopicVersion, TopicWords, WordsVersion
from bot.packs.yaml_file import parse

Model = TypeVar("Model", bound=BaseModel)
Kept = TypeVar("Kept")


@dataclass
class Reading:
    """All that the files said, with the file that said it, so that checks can name it."""

    root: Path
    problems: list[Problem] = field(default_factory=list)
    packs: dict[str, PackFile] = field(default_factory=dict)
    topics: dict[str, tuple[Path, str, TopicFile]] = field(default_factory=dict)
    topic_words: dict[str, dict[str, tuple[Path, TopicWords]]] = field(default_factory=lambda: defaultdict(dict))
    topic_versions: dict[str, dict[str, tuple[Path, TopicVersion]]] = field(default_factory=lambda: defaultdict(dict))
    """By slug and country: what differs there (only packs of one country have them)."""
    word_versions: dict[str, dict[str, dict[str, tuple[Path, WordsVersion]]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(dict))
    )
    services: dict[str, tuple[Path, int, Service]] = field(default_factory=dict)
    service_words: dict[str, dict[str, tuple[Path, ServiceWords]]] = field(default_factory=lambda: defaultdict(dict))
    activities: dict[str, tuple[Path, int, Activity]] = field(default_factory=dict)
    activity_words: dict[str, dict[str, tuple[Path, ActivityWords]]] = field(default_factory=lambda: defaultdict(dict))
    places: dict[str, tuple[Path, int, Place]] = field(default_factory=dict)
    holidays: dict[str, tuple[Path, HolidaysFile]] = field(default_factory=dict)
    """By country."""
    signals: dict[str, tuple[Path, SignalFile]] = field(default_factory=dict)
    signal_words: dict[str, dict[str, tuple[Path, SignalWords]]] = field(default_factory=lambda: defaultdict(dict))
    replies: dict[str, tuple[Path, ReplyFile]] = field(default_factory=dict)
    reply_words: dict[str, dict[str, tuple[Path, ReplyWords]]] = field(default_factory=lambda: defaultdict(dict))
    guides: dict[str, tuple[Path, GuideFile]] = field(default_factory=dict)
    guide_words: dict[str, dict[str, tuple[Path, GuideWords]]] = field(default_factory=lambda: defaultdict(dict))
    ages: dict[str, tuple[Path, AgesFile]] = field(default_factory=dict)
    """By language."""
    menu: dict[str, dict[Path, MenuWords]] = field(default_factory=lambda: defaultdict(dict))
    glossaries: dict[Path, GlossaryFile] = field(default_factory=dict)
    outside: dict[str, dict[Path, OutsideFile]] = field(default_factory=lambda: defaultdict(dict))
    directories: dict[Path, DirectoryFile] = field(default_factory=dict)
    directory_words: dict[str, dict[Path, DirectoryWords]] = field(default_factory=lambda: defaultdict(dict))
    sureness: dict[Path, SurenessFile] = field(default_factory=dict)
    indicators: list[tuple[Path, int, Indicator]] = field(default_factory=list)
    """In the order of the file; an id that stands twice is here twice."""

    @property
    def errors(self) -> list[Problem]:
        """The faults with which the packs cannot be used, by file and line."""
        return sorted(problem for problem in self.problems if problem.severity == "error")

    def file(self, model: type[Model], path: Path) -> Model | None:
        found, problems = parse(model, path)
        self.problems += problems
        return found

    def languages(self) -> tuple[str, ...]:
        """Every language that a pack has, in the order in which the packs name them."""
        return tuple(dict.fromkeys(language for pack in self.packs.values() for language in pack.languages))

    def owner(self, path: Path) -> str:
        """The role that answers for a file of a pack."""
        return self.packs[path.relative_to(self.root).parts[0]].owner

    def keep(self, known: dict[str, Kept], name: str, value: Kept, where: tuple[Path, str]) -> None:
        """Keep it under its name, which only one file may use."""
        path, noun = where
        if name in known:
            sentence = f"The {noun} '{name}' stands in another file too."
            self.problems.append(Problem(path, 1, sentence, "Keep one of them."))
        else:
            known[name] = value
