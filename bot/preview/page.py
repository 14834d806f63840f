"""One file of HTML that says it all: its styles and its script are in it, and it asks the network for nothing."""

from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from bot.language.formats import country_name
from bot.language.phrases import Phrases
from bot.packs.assets import FALLBACK, Packs
from bot.packs.reading import Reading
from bot.preview.cells import Cell, Row, cell, language_name
from bot.preview.guides import GuideCard, guide_cards
from bot.preview.marks import day
from bot.preview.menu import MenuCard, courtesies, menu_cards
from bot.preview.phrases import PhraseGroup, phrase_groups
from bot.preview.replies import ReplyCard, reply_cards
from bot.preview.services import CountryServices, ServiceCard, countries
from bot.preview.signals import SignalCard, signal_cards
from bot.preview.topics import TopicCard, topic_card

STATIC: Final = files("bot.preview") / "static"


@dataclass(frozen=True)
class Section:
    slug: str
    titles: tuple[Cell, ...]
    cards: tuple[TopicCard, ...]


@dataclass(frozen=True)
class Preview:
    """All that stands on the page, in the order in which it stands there."""

    languages: tuple[str, ...]
    day: str
    fingerprint: str
    packs: tuple[str, ...]
    sections: tuple[Section, ...]
    countries: tuple[CountryServices, ...]
    signals: tuple[SignalCard, ...]
    replies: tuple[ReplyCard, ...]
    guides: tuple[GuideCard, ...]
    menu: tuple[MenuCard, ...]
    courtesies: tuple[Row, ...]
    phrases: tuple[PhraseGroup, ...]

    @cached_property
    def topics(self) -> tuple[TopicCard, ...]:
        return tuple(card for section in self.sections for card in section.cards)

    @cached_property
    def services(self) -> tuple[ServiceCard, ...]:
        return tuple(card for country in self.countries for card in country.cards)

    @cached_property
    def homes(self) -> tuple[tuple[str, str], ...]:
        """Every country that the filter offers."""
        named = [code for topic in self.topics for code in topic.countries]
        named += [code for signal in self.signals for code in signal.countries]
        named += [country.code for country in self.countries]
        return tuple((code, country_name(code, FALLBACK)) for code in dict.fromkeys(named))

    @cached_property
    def figures(self) -> tuple[tuple[str, int], ...]:
        """What a reviewer wants to know first."""
        topics, services = self.topics, self.services
        return (
            ("topics past their review date", _with("due", topics)),
            ("topics withheld from clients, at least in one country", _with("withheld", topics)),
            ("topics with a text missing in some language", sum(card.missing for card in topics)),
            ("services not confirmed", _with("unconfirmed", services)),
            ("services whose number is hidden from clients", _with("hidden", services)),
            ("services due for a new check", _with("due", services)),
            ("services withheld from clients", _with("withheld", services)),
        )


def _with(kind: str, cards: Iterable[TopicCard | ServiceCard]) -> int:
    return sum(kind in card.kinds for card in cards)


@dataclass(frozen=True)
class Made:
    """When the page was made and from what; `locales` is the folder of catalogs."""

    today: date
    fingerprint: str
    locales: Path


def preview(reading: Reading, packs: Packs, made: Made) -> Preview:
    phrases = Phrases.load(made.locales)
    return Preview(
        packs.languages,
        day(made.today),
        made.fingerprint,
        tuple(reading.packs),
        tuple(_sections(reading, packs, made.today)),
        countries(reading, packs, phrases, made.today),
        signal_cards(reading, packs, phrases, made.today),
        reply_cards(reading, packs),
        guide_cards(reading, packs, made.today),
        menu_cards(packs),
        courtesies(reading),
        phrase_groups(made.locales, packs.languages),
    )


def _sections(reading: Reading, packs: Packs, today: date) -> Iterable[Section]:
    """In the order of the menu; a section that no menu has can still be found by a question."""
    for slug in dict.fromkeys((*packs.sections, *(topic.section for topic in packs.topics.values()))):
        cards = tuple(
            topic_card(topic, reading, packs, today) for topic in packs.topics.values() if topic.section == slug
        )
        words = packs.section_words.get(slug, {})
        titles = tuple(cell(language, words[language].title) for language in packs.languages if language in words)
        if cards:
            yield Section(slug, titles or (cell(FALLBACK, slug),), cards)


def html(shown: Preview) -> str:
    """The page. Every word is escaped where it is set; only our own styles and script are not."""
    environment = Environment(
        loader=PackageLoader("bot.preview", "static"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters["language"] = language_name
    style, script = ((STATIC / name).read_text("utf-8") for name in ("preview.css", "preview.js"))
    return environment.get_template("preview.html").render(
        shown=shown,
        style=Markup(style),  # noqa: S704 -- our own file
        script=Markup(script),  # noqa: S704 -- our own file
        allowed={"style": _hash(style), "script": _hash(script)},
    )


def _hash(text: str) -> str:
    """What the page's own policy lets run: this text and no other."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
