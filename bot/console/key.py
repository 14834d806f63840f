"""Which colour stands for what, above a chart of several series; and below one, what of the table is not in it."""

from collections.abc import Sequence
from typing import Final
from xml.etree.ElementTree import Element

from bot.console.ink import DASHES, LINE, PAPER, QUIET, SIZE, WIDTH, cut
from bot.console.svg import HATCHED, put, write
from bot.language.phrases import Speaker

ENTRY: Final = 20
"""Pixels that each takes from the upper edge down."""
SAMPLE: Final = 28
"""Pixels of a piece of line."""
DOT: Final = 3.5
"""Pixels, half across."""


def height(names: Sequence[str]) -> float:
    """Pixels; what has one series needs no key."""
    return ENTRY * len(names) if len(names) > 1 else 0


def put_boxes(svg: Element, names: Sequence[str], colours: Sequence[str]) -> None:
    """For areas such as bars."""
    for n, (name, colour) in enumerate(zip(names, colours, strict=False)):
        put(svg, "rect", x=0, y=n * ENTRY + 1, width=SIZE, height=SIZE, fill=colour)
        _name(svg, name, SIZE, n)


def put_samples(svg: Element, names: Sequence[str], colours: Sequence[str]) -> None:
    """For lines: a piece of each as it runs below. What is hidden has only its dots."""
    for n, (name, colour) in enumerate(zip(names, colours, strict=True)):
        y = n * ENTRY + SIZE / 2 + 1
        if colour == HATCHED:
            put(svg, "circle", cx=SAMPLE / 2, cy=y, r=1.5 * DOT, fill=colour, stroke=LINE)
        else:
            put(svg, "path", d=f"M0 {y} h{SAMPLE}", stroke=colour, stroke_width=2, stroke_dasharray=DASHES[n])
            put(
                svg,
                "circle",
                cx=SAMPLE / 2,
                cy=y,
                r=DOT,
                fill=PAPER if n == 1 else colour,
                stroke=colour,
                stroke_width=2,
            )
        _name(svg, name, SAMPLE, n)


def write_more(svg: Element, n: int, say: Speaker) -> None:
    """On the last line of the picture, which it has to itself."""
    said = say.ngettext("and {n} more row in the table", "and {n} more rows in the table", n).format(n=n)
    write(svg, said, 0, float(svg.attrib["height"]) - SIZE / 2, fill=QUIET)


def _name(svg: Element, name: str, after: float, n: int) -> None:
    write(svg, cut(name, WIDTH - after - SIZE), after + SIZE / 2, n * ENTRY + SIZE - 1)
