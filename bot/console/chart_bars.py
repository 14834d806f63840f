"""Bars that lie, each under its name: names are long, telephones narrow."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final
from xml.etree.ElementTree import Element

from bot.console import drawn, key
from bot.console.alt import alt
from bot.console.drawn import Mark, Row
from bot.console.ink import INK, LINE, SERIES, SIZE, WIDTH, cut, wide
from bot.console.plotting import put_chart, pygal, settings
from bot.console.svg import HATCHED, picture
from bot.language.phrases import Speaker
from bot.reports.report import Section

MOST: Final = 12
"""Rows; where there are more, the smaller ones stand in the table only."""
SLOT: Final = 21
"""Pixels from line to line: of names and of bars."""
STUB: Final = 0.1
"""How much of the scale a hidden number takes, whatever it is."""


def bars(section: Section, say: Speaker) -> Element:
    """The largest rows, in the order of the table."""
    rows = drawn.rows(section, say)
    shown = _largest(rows)
    titles = drawn.titles(section)
    above = key.height(titles)
    height = above + SLOT * (1 + len(titles)) * len(shown)
    more = len(rows) - len(shown)
    svg = picture(height + (key.ENTRY if more else 0), alt(section, say))
    if above:
        key.put_boxes(svg, titles, SERIES)
    put_chart(svg, _laid_out(shown, height, above), (INK, *SERIES))
    if more:
        key.write_more(svg, more, say)
    return svg


def _laid_out(shown: Sequence[Row], height: float, above: float) -> Any:
    """The names are the first series, of no length; pygal begins at the bottom."""
    top = _scale(mark for row in shown for mark in row.marks)
    chart = pygal().HorizontalBar(
        **settings(height, top),
        # The two hundredths that pygal leaves beside its bars are not needed: they stand in line with the text around.
        margin_left=-6,
        margin_top=above,
        print_values=True,
        show_x_labels=False,
        show_y_labels=False,
        print_values_position="top",
    )
    rows = shown[::-1]
    chart.add(None, [{"value": 0, "formatter": _saying(cut(row.label, WIDTH))} for row in rows])
    for place in range(len(shown[0].marks)):
        chart.add(None, [_bar(row.marks[place], top) for row in rows])
    return chart


def _bar(mark: Mark, top: float) -> dict[str, Any]:
    bar = {"value": mark.amount or 0, "formatter": _saying(mark.text)}
    return {**bar, "value": STUB * top, "node": {"fill": HATCHED, "stroke": LINE}} if mark.hidden else bar


def _saying(text: str) -> Callable[[object], str]:
    return lambda _: text


def _scale(marks: Iterable[Mark]) -> float:
    """The amount at the right edge, so that every bar leaves room for its number."""
    return max((mark.amount * WIDTH / _room(mark.text) for mark in marks if mark.amount), default=1)


def _room(text: str) -> float:
    """Pixels that a bar may take so that its number stands beside it."""
    return max(WIDTH / 4, WIDTH - SIZE - wide(text, bold=True))


def _largest(rows: Sequence[Row]) -> Sequence[Row]:
    """By the first of their numbers that is shown; those of equal size as they come."""
    by_size = sorted(rows, key=lambda row: -drawn.largest([row]))[:MOST]
    kept = {id(row) for row in by_size}
    return [row for row in rows if id(row) in kept]
