"""The packs as the program uses them: read-only, loaded once, beside the state and never in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Generic, Literal, TypeVar

from bot.packs.activity_schema import Activity, ActivityWords
from bot.packs.ages_schema import AgesFile
from bot.packs.deadlines import Deadline
from bot.packs.directory_schema import DirectoryWords, Need, Union
from bot.packs.fingerprint import fingerprint_of_words
from bot.packs.guide_schema import GuideFile
from bot.packs.guide_words_schema import GuideWords
from bot.packs.indicator_schema import Indicator
from bot.packs.place_schema import Place
from bot.packs.reply_schema import ReplyFile, ReplyWords
from bot.packs.schema import CategoryWords, SectionWords, SignalFile, SignalWords
from bot.packs.search_schema import UNFITTED, SurenessFile
from bot.packs.service_schema import Service, ServiceWords
from bot.packs.terms import Category, Courtesy
from bot.packs.topic_schema import TopicFile, TopicWords

FALLBACK = "en"
"""A missing word falls back to English, marked as such (design rule 6)."""

Words = TypeVar("Words")
Freshness = Literal["fresh", "due", "withheld"]


@dataclass(frozen=True)
class Said(Generic[Words]):
    """Words, and the language that they are really in."""

    words: Words
    language: str


def in_language(words: Mapping[str, Words], language: str) -> Said[Words]:
    """The words in this language, or in English, or in whatever there is; a pack always has one."""
    for wanted in (language, FALLBACK, *words):
        if wanted in words:
            return Said(words[wanted], wanted)
    raise KeyError(language)


def freshness_of(facts: TopicFile | GuideFile, today: date) -> Freshness:
    """What its dates say of it on this day."""
    if today > facts.withhold_after:
        return "withheld"
    return "due" if today > facts.review_by else "fresh"


@dataclass(frozen=True)
class Topic:
    """One subject a person asks about, with its words in every language."""

    slug: str
    section: str
    facts: TopicFile
    words: Mapping[str, TopicWords]
    versions: Mapping[str, "Topic"] = field(default_factory=dict)
    """By country, where its rules differ: each is a whole topic."""

    def said(self, language: str) -> Said[TopicWords]:
        return in_language(self.words, language)

    def for_country(self, country: str | None) -> "Topic":
        """As it holds in this country; what is common where the country is not known or nothing differs."""
        return self.versions.get(country or "", self)

    def freshness(self, today: date) -> Freshness:
        """Whether it may be shown as it is, with a banner, or not at all (design rule 2)."""
        return freshness_of(self.facts, today)


@dataclass(frozen=True)
class Signal:
    """A sign of danger in what someone wrote."""

    kind: str
    facts: SignalFile
    words: Mapping[str, SignalWords]

    def said(self, language: str) -> Said[SignalWords]:
        return in_language(self.words, language)

    def numbers(self, country: str | None) -> tuple[str, ...]:
        """The numbers to call, most fitting first; without a known country those that hold at home."""
        if country is None:
            return ()
        return self.facts.numbers.get(country, self.facts.numbers["other"])


@dataclass(frozen=True)
class Reply:
    """Vetted words that a counsellor may send."""

    name: str
    facts: ReplyFile
    words: Mapping[str, ReplyWords]

    def said(self, language: str) -> Said[ReplyWords]:
        return in_language(self.words, language)

    def version(self, language: str) -> str:
        """Names the words that a client gets in this language: another text has another version."""
        return fingerprint_of_words(self.said(language).words.text)


@dataclass(frozen=True)
class Guide:
    """Questions with branches and a result, with their words in every language."""

    name: str
    facts: GuideFile
    words: Mapping[str, GuideWords]

    def said(self, language: str) -> Said[GuideWords]:
        return in_language(self.words, language)

    def freshness(self, today: date) -> Freshness:
        """As of a topic (design rule 2)."""
        return freshness_of(self.facts, today)


@dataclass(frozen=True)
class Packs:
    """All vetted content. Everything is found by slug or id; what is gone is simply not there."""

    languages: tuple[str, ...]
    sections: tuple[str, ...]
    topics: Mapping[str, Topic]
    services: Mapping[str, Service]
    service_words: Mapping[str, Mapping[str, ServiceWords]]
    places: Mapping[str, Place]
    signals: Mapping[str, Signal]
    section_words: Mapping[str, Mapping[str, SectionWords]]
    category_words: Mapping[Category, Mapping[str, CategoryWords]]
    courtesies: Mapping[str, Courtesy] = field(default_factory=dict)
    deadlines: tuple[Deadline, ...] = ()
    holidays: Mapping[str, frozenset[date]] = field(default_factory=dict)
    """By country, the days on which offices are closed."""
    outside: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    """By language and subject, what people ask that no topic answers."""
    sureness: SurenessFile = UNFITTED
    needs: Mapping[str, Need] = field(default_factory=dict)
    """In the order of their buttons."""
    unions: Mapping[str, Union] = field(default_factory=dict)
    directory_words: Mapping[str, DirectoryWords] = field(default_factory=dict)
    """By language, of all packs together."""
    topics_by_section: Mapping[str, tuple[Topic, ...]] = field(default_factory=dict)
    activities: Mapping[str, Activity] = field(default_factory=dict)
    activity_words: Mapping[str, Mapping[str, ActivityWords]] = field(default_factory=dict)
    replies: Mapping[str, Reply] = field(default_factory=dict)
    guides: Mapping[str, Guide] = field(default_factory=dict)
    """In the order in which they are offered."""
    ages: Mapping[str, AgesFile] = field(default_factory=dict)
    """By language, how people say how old they are."""
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    """What the programmes have promised, in the order of their file."""

    @cached_property
    def homes(self) -> tuple[str, ...]:
        """The countries whose rules differ in some topic."""
        return tuple(sorted({country for topic in self.topics.values() for country in topic.versions}))

    @cached_property
    def home_countries(self) -> tuple[str, ...]:
        """The countries whose municipalities we know, in the order of the packs; everywhere else is abroad."""
        return tuple(dict.fromkeys(place.country for place in self.places.values()))

    @cached_property
    def guides_by_topic(self) -> Mapping[str, tuple[Guide, ...]]:
        """Under which topics which guides are offered."""
        slugs = dict.fromkeys(slug for guide in self.guides.values() for slug in guide.facts.topics)
        return {slug: tuple(one for one in self.guides.values() if slug in one.facts.topics) for slug in slugs}

    @cached_property
    def about_danger(self) -> frozenset[str]:
        """The topics that tell of a danger: a question about one may come from somebody who is in it."""
        return frozenset(slug for signal in self.signals.values() for slug in signal.facts.topics)

    def section(self, section: str, language: str) -> SectionWords:
        return in_language(self.section_words[section], language).words

    def category(self, category: Category, language: str) -> str:
        return in_language(self.category_words[category], language).words.title

    def need(self, need: str, language: str) -> str:
        """The button of a need."""
        words = {spoken: said.needs[need] for spoken, said in self.directory_words.items() if need in said.needs}
        return in_language(words, language).words.title

    def service(self, service_id: str, language: str) -> Said[ServiceWords]:
        return in_language(self.service_words[service_id], language)

    def activity(self, activity_id: str, language: str) -> Said[ActivityWords]:
        return in_language(self.activity_words[activity_id], language)

    def reply(self, name: str, language: str) -> Said[ReplyWords]:
        return self.replies[name].said(language)

    def place_name(self, place_id: str, language: str) -> str:
        place = self.places[place_id]
        return (place.name_en or place.name) if language != "sq" else place.name
