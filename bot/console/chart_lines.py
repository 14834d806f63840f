"""Lines over time, with a gap and a hatched dot at the foot where a number is hidden."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from math import ceil, floor, log10
from typing import Any, Final, TypeAlias
from xml.etree.ElementTree import Element

from babel.numbers import format_percent

from bot.console import drawn, key
from bot.console.alt import alt
from bot.console.drawn import Row
from bot.console.ink import LINE, SERIES, SIZE, WIDTH, wide
from bot.console.key import DOT
from bot.console.placing import Board, Box, Spot
from bot.console.plotting import put_chart, pygal, settings
from bot.console.svg import HATCHED, picture, write_clear
from bot.exports.wording import hidden
from bot.language.formats import locale_of, number
from bot.language.phrases import Speaker
from bot.reports.report import Section

At: TypeAlias = tuple[int, int]
"""Which series, which row."""

ROOM: Final = 22
"""Pixels over the highest guide, for the numbers there."""
PLOT: Final = 150
"""Pixels from the lowest guide to the highest."""
MONTHS: Final = 28
"""Pixels below it, for the names of the rows."""
SCALE: Final = 30
"""Pixels that the numbers at the guides take at the least."""
GUIDES: Final = 4
"""About so many."""
AIR: Final = 10
"""Pixels between two names of rows."""
_MOVED: Final = re.compile(r"translate\((\d+), (\d+)\)")


def lines(section: Section, say: Speaker) -> Element:
    """All rows; each series with its highest and its latest number, and with all of them where they fit."""
    rows = drawn.rows(section, say)
    names, colours = [*drawn.titles(section)], [*SERIES[: len(section.drawn)]]
    if any(mark.hidden for row in rows for mark in row.marks):
        names.append(hidden(say))
        colours.append(HATCHED)
    above = key.height(names)
    svg = picture(above + ROOM + PLOT + MONTHS, alt(section, say))
    if above:
        key.put_samples(svg, names, colours)
    put_chart(svg, _laid_out(rows, names, _guides(section, rows, say), above), colours)
    _write_numbers(svg, rows, above)
    return svg


def _laid_out(rows: Sequence[Row], names: Sequence[str], guides: Sequence[dict[str, Any]], above: float) -> Any:
    labels = [row.label for row in rows]
    every, left, right = _thinned(labels)
    chart = pygal().Line(
        **settings(above + ROOM + PLOT + MONTHS, guides[-1]["value"]),
        margin_top=above + ROOM,
        margin_left=left,
        margin_right=right,
        spacing=SIZE,
        dots_size=DOT,
        allow_interruptions=True,
        y_labels=guides,
        x_labels=[label if n % every == 0 else "" for n, label in enumerate(labels)],
    )
    series = len(rows[0].marks)
    for place in range(series):
        chart.add(None, [_dot(row, place, names[place] if series > 1 else "") for row in rows])
    if len(names) > series:
        chart.add(None, [_at_the_foot(row, names[-1]) for row in rows], stroke=False)
    return chart


def _dot(row: Row, place: int, name: str) -> dict[str, Any]:
    mark = row.marks[place]
    return {"value": mark.amount, "label": ", ".join(filter(None, (row.label, name))) + f": {mark.text}"}


def _at_the_foot(row: Row, name: str) -> dict[str, Any]:
    """One mark for all series of a month: which of them it is about, their gaps tell."""
    value = 0 if any(mark.hidden for mark in row.marks) else None
    return {
        "value": value,
        "label": f"{row.label}: {name}",
        "node": {"fill": HATCHED, "stroke": LINE, "r": 1.5 * DOT},
    }


def _thinned(labels: Sequence[str]) -> tuple[int, float, float]:
    """Every which of them is written so that they do not touch, and how many pixels they need at both sides."""
    half = max(map(wide, labels)) / 2
    step = (WIDTH - SCALE - half) / max(1, len(labels) - 1)
    every = ceil((2 * half + AIR) / step)
    return every, max(0, half - SCALE), max(AIR, half - step * ((len(labels) - 1) % every))


def _guides(section: Section, rows: Sequence[Row], say: Speaker) -> list[dict[str, Any]]:
    """Round amounts from 0 to the first that is not below the largest."""
    shares = any(section.columns[column].kind == "share" for column in section.drawn)
    top = drawn.largest(rows)
    step = _step(top / GUIDES, 0.01 if shares else 1)
    amounts = [n * step for n in range(max(1, ceil(top / step - 1e-9)) + 1)]
    return [{"value": each, "label": _guide(each, say, shares=shares)} for each in amounts]


def _step(least: float, smallest: float) -> float:
    """1, 2 or 5, or ten or a hundred times as much: the first that is not below `least`."""
    tens = 10.0 ** floor(log10(max(least, smallest)) + 1e-9)
    return max(smallest, next(n * tens for n in (1, 2, 5, 10) if n * tens >= least - 1e-9))


def _guide(amount: float, say: Speaker, *, shares: bool) -> str:
    return format_percent(amount, locale=locale_of(say.language)) if shares else number(round(amount), say.language)


def _write_numbers(svg: Element, rows: Sequence[Row], above: float) -> None:
    """The most telling ones first, each where nothing else is."""
    # The dots at the foot come last, and have no number.
    dots = dict(zip(_shown(rows), _dots(svg), strict=False))
    frame = Box(0, above, WIDTH, above + ROOM + PLOT + DOT)
    board = Board(frame, [Box.around(x, y, DOT + 1) for x, y in dots.values()])
    for place, n in _telling(rows):
        text, (x, y) = rows[n].marks[place].short, dots[place, n]
        if spot := board.place(text, _spots(x, y, wide(text, bold=True)), Box.around(x, y, DOT + 1)):
            write_clear(svg, text, spot.x, spot.y, text_anchor=spot.anchor, font_weight="600")


def _telling(rows: Sequence[Row]) -> Iterable[At]:
    """The latest of each series, then its highest; then all, if there is one series with room for them."""
    shown = _shown(rows)
    series = [[at for at in shown if at[0] == place] for place in range(len(rows[0].marks))]
    latest = [each[-1] for each in series if each]
    highest = [max(each, key=lambda at: rows[at[1]].marks[at[0]].amount or 0) for each in series if each]
    widest = max((wide(rows[n].marks[place].short, bold=True) for place, n in shown), default=0)
    fit = len(series) == 1 and widest * len(rows) < WIDTH - SCALE
    return dict.fromkeys((*latest, *highest, *(shown if fit else ())))


def _shown(rows: Sequence[Row]) -> list[At]:
    return [
        (place, n)
        for place in range(len(rows[0].marks))
        for n, row in enumerate(rows)
        if row.marks[place].amount is not None
    ]


def _spots(x: float, y: float, width: float) -> tuple[Spot, ...]:
    """Around a dot: above, above but within the picture, below, and before it."""
    up = Spot(x, y - 2 * DOT, "middle")
    return up, replace(up, x=min(x, WIDTH - width / 2)), Spot(x, y + SIZE + DOT, "middle"), Spot(x - 2 * DOT, y, "end")


def _dots(svg: Element) -> Iterator[tuple[float, float]]:
    """Where they are in the picture, in the order of the series."""
    for group in svg.iter("g"):
        if moved := _MOVED.fullmatch(group.get("transform", "")):
            for dot in group.iter("circle"):
                yield float(moved[1]) + float(dot.attrib["cx"]), float(moved[2]) + float(dot.attrib["cy"])
