"""Sections to draw, and what can be read from a picture as those see it who cannot ask how it was made."""

from collections.abc import Iterator
from gettext import NullTranslations
from typing import Final, Literal
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

from bot.console.svg import SPACE
from bot.language.phrases import Speaker
from bot.reports.report import Cell, Column, Section

SAY: Final = Speaker("en", NullTranslations())
MONTHS: Final = tuple(f"month {n}" for n in range(1, 13))


def of(
    chart: Literal["bars", "lines", "map", "none"], *rows: tuple[Cell, ...], titles: tuple[str, ...] = ("Times",)
) -> Section:
    """A section with a column for each title; its rows begin with their names."""
    columns = (Column("Subject", kind="text"), *map(Column, titles))
    drawn = tuple(range(1, len(columns)))
    return Section("made-up", "Made up", columns, rows, chart=chart, drawn=drawn)


def read(svg: bytes) -> Element:
    return ET.fromstring(svg)  # noqa: S314 -- we made it


def each(picture: Element, tag: str) -> list[Element]:
    return list(picture.iter(f"{{{SPACE}}}{tag}"))


def words(picture: Element) -> list[str]:
    """All that is written in it, and what a pointer would be told; every space is a plain one."""
    said = (one.text or "" for tag in ("text", "title") for one in each(picture, tag))
    return [text.replace("\N{NO-BREAK SPACE}", " ") for text in said if text]


def written(picture: Element) -> list[str]:
    """All that is written in it for everybody to see."""
    return [(one.text or "").replace("\N{NO-BREAK SPACE}", " ") for one in each(picture, "text")]


def foreign(svg: bytes) -> Iterator[str]:
    """Whatever a picture must not have: what runs, what loads, what styles."""
    for element in read(svg).iter():
        tag = element.tag.removeprefix(f"{{{SPACE}}}")
        if tag not in {"svg", "g", "rect", "path", "circle", "text", "title", "defs", "pattern"}:
            yield tag
        for name, value in element.attrib.items():
            if name in {"style", "class", "href", "id"} - ({"id"} if tag == "pattern" else set()) or "://" in value:
                yield f"{tag} {name}={value}"
            if "url(" in value and value != "url(#hidden)":
                yield f"{tag} {name}={value}"
