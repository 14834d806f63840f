"""A report as a page: each section with its picture and its table, and what has to be known to read them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from bot.console import page_pictures
from bot.console.page_bars import Bar, bars
from bot.console.page_catalogue import Page
from bot.console.page_table import SHORT, SaidRow, rows
from bot.exports.forms import Form
from bot.language.phrases import Speaker
from bot.reports.report import Report, Section

FORMS: Final[tuple[Form, ...]] = ("xlsx", "csv", "json")
"""In the order in which they are offered; the table for a terminal is not."""


@dataclass(frozen=True)
class Picture:
    """`alt` says what it shows."""

    href: str
    alt: str


@dataclass(frozen=True)
class Block:
    """One section as it stands on the page; `opened` where its table is short, or nothing else shows it."""

    section: Section
    rows: list[SaidRow]
    picture: Picture | None
    bars: list[Bar]

    @property
    def opened(self) -> bool:
        return len(self.rows) <= SHORT or not (self.picture or self.bars)


def block(section: Section, page: Page, href: str, say: Speaker) -> Block:
    """`href` leads to its picture, if there is one: what the page shows as bars against a target needs none."""
    barred = section.name == page.bars
    drawn = page_pictures.is_drawn(section) and not barred
    picture = Picture(href, page_pictures.alt(section, say)) if drawn else None
    return Block(section, rows(section, say), picture, bars(section, say) if barred else [])


def meanings(report: Report, sections: Iterable[Section]) -> dict[str, str]:
    """What each column counts, then the other terms; the same word is explained once."""
    found = {column.title: column.meaning for section in sections for column in section.columns if column.meaning}
    return found | dict(report.definitions)
