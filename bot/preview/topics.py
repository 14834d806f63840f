"""Topics: the common text and each country's own, with dates and sources."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.language.formats import country_name
from bot.packs.assets import FALLBACK, Packs, Topic
from bot.packs.reading import Reading
from bot.packs.topic_schema import Source, TopicFile, TopicWords
from bot.packs.topic_version import version_of
from bot.preview.cells import Cell, Row, Words, categories, cell, language_name, row
from bot.preview.marks import Mark, dated, day, topic_marks

PARTS: Final = {
    "title": "Title",
    "label": "Button",
    "summary": "Summary",
    "details": "Details",
    "steps": "Steps",
    "warning": "Warning",
}
"""Fields of a topic's words, as the page names them."""


@dataclass(frozen=True)
class SourceLine:
    """Where a text is from; no `url` where it must not be told."""

    title: str
    url: str
    dates: str


@dataclass(frozen=True)
class Edition:
    """A topic as clients of one country see it; what is as in the common text is only named, in `same`."""

    anchor: str
    country: str | None
    marks: tuple[Mark, ...]
    rows: tuple[Row, ...]
    fallbacks: tuple[str, ...]
    sources: tuple[SourceLine, ...]
    dates: tuple[tuple[str, str], ...]
    services: tuple[str, ...]
    related: tuple[tuple[str, tuple[Cell, ...]], ...]
    same: tuple[str, ...] = ()


@dataclass(frozen=True)
class TopicCard:
    """One topic; `phrasings` are what people may write to find it."""

    slug: str
    section: str
    titles: tuple[Cell, ...]
    packs: tuple[str, ...]
    countries: tuple[str, ...]
    audience: tuple[str, ...]
    editions: tuple[Edition, ...]
    phrasings: tuple[Row, ...]

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset(mark.kind for edition in self.editions for mark in edition.marks)

    @property
    def missing(self) -> bool:
        return any(row.missing for edition in self.editions for row in edition.rows)


def topic_card(topic: Topic, reading: Reading, packs: Packs, today: date) -> TopicCard:
    common = _edition(None, topic, topic, packs, today)
    versions = (_edition(country, version, topic, packs, today) for country, version in topic.versions.items())
    return TopicCard(
        topic.slug,
        topic.section,
        titles(topic, packs),
        _packs(topic.slug, reading),
        topic.facts.countries,
        topic.facts.audience,
        (common, *versions),
        _phrasings(topic, packs),
    )


def titles(topic: Topic, packs: Packs) -> tuple[Cell, ...]:
    """The title in each language that has one."""
    return tuple(cell(language, topic.words[language].title) for language in packs.languages if language in topic.words)


def _packs(slug: str, reading: Reading) -> tuple[str, ...]:
    """The packs that say something about it."""
    paths = [reading.topics[slug][0], *(path for path, _ in reading.topic_versions.get(slug, {}).values())]
    words = [path for said in reading.word_versions.get(slug, {}).values() for path, _ in said.values()]
    return tuple(dict.fromkeys(path.relative_to(reading.root).parts[0] for path in (*paths, *words)))


def _edition(country: str | None, topic: Topic, common: Topic, packs: Packs, today: date) -> Edition:
    """What this country says otherwise; all of it where `topic` is the common one."""
    facts, old = topic.facts, None if country is None else common.facts
    same = [] if country is None else _same(topic, common)
    return Edition(
        f"topic-{topic.slug}" + (f"-{country}" if country else ""),
        country_name(country, FALLBACK) if country else None,
        topic_marks(topic, today),
        tuple(_rows(topic, common if country else None, packs)),
        tuple(_fallbacks(topic, packs)),
        () if old and old.sources == facts.sources else tuple(map(source_line, facts.sources)),
        (*_dates(facts), ("Named in reports", _named(topic, packs))),
        () if old and old.services == facts.services else categories(facts.services, packs),
        () if old and old.related == facts.related else _related(facts, packs),
        tuple(same),
    )


def _same(topic: Topic, common: Topic) -> list[str]:
    words = [name for part, name in PARTS.items() if _has(part, topic) and not _differs(part, topic, common)]
    facts = [part for part in ("sources", "services", "related") if _fact(part, topic) == _fact(part, common)]
    return [*(name.lower() for name in words), *facts]


def _fact(part: str, topic: Topic) -> object:
    return getattr(topic.facts, part)


def _has(part: str, topic: Topic) -> bool:
    return any(getattr(words, part) for words in topic.words.values())


def _differs(part: str, topic: Topic, common: Topic) -> bool:
    """In some language; one that only one of the two has is told on its own."""
    return any(
        getattr(words, part) != getattr(common.words[language], part)
        for language, words in topic.words.items()
        if language in common.words
    )


def _rows(topic: Topic, common: Topic | None, packs: Packs) -> list[Row]:
    parts = [part for part in PARTS if _has(part, common or topic) or _has(part, topic)]
    if common:
        parts = [part for part in parts if _differs(part, topic, common)]
    return [_row(part, topic, common, packs) for part in parts]


def _row(part: str, topic: Topic, common: Topic | None, packs: Packs) -> Row:
    def said(of: Topic | None, language: str) -> Words:
        words: TopicWords | None = of.words.get(language) if of else None
        return getattr(words, part) if words else None

    cells = (cell(language, said(topic, language), said(common, language)) for language in packs.languages)
    return Row(PARTS[part], tuple(cells), numbered=part == "steps")


def _fallbacks(topic: Topic, packs: Packs) -> list[str]:
    """What clients see of a language that has no words."""
    return [
        f"Missing in {language_name(language)}: its clients see the words in "
        f"{language_name(topic.said(language).language)}, with a note that says so."
        for language in packs.languages
        if language not in topic.words
    ]


def source_line(source: Source) -> SourceLine:
    return SourceLine(source.title, source.url, f"{dated(source.dated)}, checked {day(source.checked)}")


def _dates(facts: TopicFile) -> tuple[tuple[str, str], ...]:
    return (
        ("Reviewed", day(facts.reviewed)),
        ("Review by", day(facts.review_by)),
        ("Withheld after", day(facts.withhold_after)),
    )


def _named(topic: Topic, packs: Packs) -> str:
    """How reports name the words of each language, where people said whether they helped."""
    return ", ".join(f"{language_name(language)} {version_of(topic, language)}" for language in packs.languages)


def _related(facts: TopicFile, packs: Packs) -> tuple[tuple[str, tuple[Cell, ...]], ...]:
    return tuple((slug, titles(packs.topics[slug], packs)) for slug in facts.related if slug in packs.topics)


def _phrasings(topic: Topic, packs: Packs) -> tuple[Row, ...]:
    questions = {language: words.questions for language, words in topic.words.items()}
    near = {
        language: tuple(f"{miss.question} → {miss.topic}" for miss in words.near_misses)
        for language, words in topic.words.items()
    }
    named = {"People may write": questions, "Sounds like it, belongs elsewhere": near}
    return tuple(row(name, said, packs.languages) for name, said in named.items() if any(said.values()))
