"""The words of the menu: sections, kinds of service, and the greetings that the bot knows."""

from collections import defaultdict
from dataclasses import dataclass

from bot.packs.assets import Packs
from bot.packs.reading import Reading
from bot.preview.cells import Row, Words, row


@dataclass(frozen=True)
class MenuCard:
    """One entry of the menu; `section` where it is one, for the filter."""

    name: str
    rows: tuple[Row, ...]
    section: str = ""


def menu_cards(packs: Packs) -> tuple[MenuCard, ...]:
    return (*_sections(packs), *_kinds(packs))


def _sections(packs: Packs) -> tuple[MenuCard, ...]:
    return tuple(
        MenuCard(
            f"Section: {section}",
            (
                row("Button", {language: said.title for language, said in words.items()}, packs.languages),
                row("Intro", {language: said.intro for language, said in words.items()}, packs.languages),
            ),
            section,
        )
        for section, words in packs.section_words.items()
    )


def _kinds(packs: Packs) -> tuple[MenuCard, ...]:
    return tuple(
        MenuCard(
            f"Kind of service: {category.replace('_', ' ')}",
            (row("Button", {language: said.title for language, said in words.items()}, packs.languages),),
        )
        for category, words in packs.category_words.items()
    )


def courtesies(reading: Reading) -> tuple[Row, ...]:
    """What is taken as a greeting or as thanks, by language."""
    known: dict[str, dict[str, Words]] = defaultdict(dict)
    for language, files in reading.menu.items():
        for menu in files.values():
            for kind, sayings in menu.courtesies.items():
                known[kind][language] = sayings
    return tuple(row(f"Taken as {kind}", said, reading.languages()) for kind, said in known.items())
