"""Albania and Kosovo with a bubble for each municipality: its area is the number.

A number that is not shown gets a small ring of always the same size, a zero nothing. What has no place on the map, such
as people abroad, stands in the table only.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import hypot, sqrt
from typing import Final
from xml.etree.ElementTree import Element

from bot.console import drawn, key
from bot.console.alt import alt
from bot.console.drawn import Mark
from bot.console.ink import HAIR, LINE, PAPER, QUIET, SERIES, SIZE, WASH, WIDTH
from bot.console.outlines import Point, Projection, outlines, projection
from bot.console.placing import Board, Box, Spot
from bot.console.svg import picture, put, write, write_clear, written
from bot.language.formats import country_name
from bot.language.phrases import Speaker
from bot.packs.assets import Packs
from bot.reports.errors import ReportError
from bot.reports.report import Section
from bot.reports.suppression import LEAST as LEAST_SHOWN

MARGIN: Final = 16
"""Pixels around the land."""
LARGEST: Final = 19
"""Pixels, half across: the bubble of the largest number."""
LEAST: Final = 2
"""The same: none is smaller, or it could not be seen."""
RING: Final = 3.5
NEAR: Final = 3
"""Pixels between a bubble and its name."""
NAMED: Final = 8
"""So many of the largest bubbles are named, as far as there is room."""
AWAY: Final = (0, 18, 36, 54, 72)
"""Pixels that a name may stand away from its bubble, if there is no room beside it: a line leads there, and it keeps
CLEAR of all others, so as not to name them."""
CLEAR: Final = 6
STEPS: Final = 20
"""Into so many parts that line is divided, to see what it would cross."""
NAMES: Final[Mapping[str, tuple[Point, ...]]] = {
    "AL": ((20.17, 40.98), (20.25, 41.72), (20.3, 40.42), (20.4, 41.28), (20.0, 40.6), (21.35, 40.3)),
    "XK": ((20.62, 42.72), (20.55, 42.52), (21.1, 42.35), (20.9, 42.5), (21.0, 42.95), (20.0, 43.05)),
}
"""Where the countries' names may stand: degrees, the emptiest part first, and on the paper beside the land at last."""


@dataclass(frozen=True)
class Bubble:
    """In pixels; its number has a radius, one that is hidden a ring."""

    name: str
    mark: Mark
    x: float
    y: float
    radius: float

    @property
    def box(self) -> Box:
        return Box.around(self.x, self.y, self.radius)


def draw(section: Section, packs: Packs, say: Speaker) -> bytes:
    """The one drawn column of a section whose rows are places.

    Raises ReportError for a section that has several, or that does not say where its rows are.
    """
    if len(section.drawn) != 1 or len(section.places) != len(section.rows):
        raise ReportError(f"{section.name}: a map needs one drawn column, and `places` for each row.")
    shown = outlines()
    projected, height = projection(shown, MARGIN, MARGIN, WIDTH - 2 * MARGIN)
    below, more = height + 2 * MARGIN, not_drawn(section, packs)
    svg = picture(below + key.ENTRY * (3.25 if more else 2), alt(section, say))
    _put_lands(svg, projected)
    bubbles = list(_bubbles(section, packs, say, projected))
    board = Board(Box(0, 0, WIDTH, below), [bubble.box for bubble in bubbles])
    for code in shown.countries:
        _name_country(svg, country_name(code, say.language), [projected.point(*at) for at in NAMES[code]], board)
    _put_bubbles(svg, bubbles)
    _put_names(svg, bubbles, board)
    _put_key(svg, drawn.titles(section)[0], below, say)
    if more:
        key.write_more(svg, more, say)
    return written(svg)


def not_drawn(section: Section, packs: Packs) -> int:
    """How many rows have no place on the map."""
    return sum(place not in packs.places for place in section.places)


def _bubbles(section: Section, packs: Packs, say: Speaker, projected: Projection) -> Iterator[Bubble]:
    """The largest first, so that a small one within is seen."""
    rows = drawn.rows(section, say)
    most = drawn.largest(rows) or 1
    for row, slug in sorted(zip(rows, section.places, strict=True), key=lambda each: -(each[0].marks[0].amount or 0)):
        mark, place = row.marks[0], packs.places.get(slug)
        if place is not None and (mark.amount or mark.hidden):
            radius = RING if mark.hidden else max(LEAST, LARGEST * sqrt((mark.amount or 0) / most))
            name = packs.place_name(slug, say.language)
            yield Bubble(name, mark, *projected.point(place.lon, place.lat), radius)


def _put_lands(svg: Element, projected: Projection) -> None:
    """The lands first, then every border once."""
    shown = outlines()
    for rings in shown.countries.values():
        path = " ".join(_path(list(shown.ring(ring)), projected) + "z" for ring in rings)
        put(svg, "path", d=path, fill=WASH)
    for arc in shown.arcs:
        put(svg, "path", d=_path(arc, projected), fill="none", stroke=LINE, stroke_linejoin="round")


def _path(points: Sequence[Point], projected: Projection) -> str:
    return "M" + "L".join("{:.1f} {:.1f}".format(*projected.point(*point)) for point in points)


def _name_country(svg: Element, name: str, where: Sequence[Point], board: Board) -> None:
    """Where no bubble is; if they are everywhere, below them."""
    spots = [Spot(x, y, "middle") for x, y in where]
    spot = board.place(name.upper(), spots) or spots[0]
    write(svg, name.upper(), spot.x, spot.y, text_anchor=spot.anchor, fill=QUIET, font_size=SIZE - 1)


def _put_bubbles(svg: Element, bubbles: Sequence[Bubble]) -> None:
    for bubble in bubbles:
        looks = _ring() if bubble.mark.hidden else _disc()
        circle = put(svg, "circle", cx=bubble.x, cy=bubble.y, r=bubble.radius, **looks)
        put(circle, "title").text = f"{bubble.name}: {bubble.mark.text}"


def _disc() -> dict[str, str | float]:
    return {"fill": SERIES[0], "fill_opacity": "0.8", "stroke": PAPER}


def _ring() -> dict[str, str | float]:
    return {"fill": PAPER, "stroke": QUIET, "stroke_width": 1.5}


def _put_names(svg: Element, bubbles: Sequence[Bubble], board: Board) -> None:
    for bubble in [each for each in bubbles if not each.mark.hidden][:NAMED]:
        text = f"{bubble.name} {bubble.mark.short}"
        spot = board.place(text, _beside(bubble), bubble.box) or board.place(text, _reachable(bubble, text, board))
        if spot is not None:
            _lead(svg, bubble, spot)
            board.words.extend(_way(bubble, spot))
            write_clear(svg, text, spot.x, spot.y, text_anchor=spot.anchor)


def _reachable(bubble: Bubble, text: str, board: Board) -> Iterator[Spot]:
    """Where nothing is near, and no line from the bubble would cross a name or another line."""
    for spot in _away(bubble):
        free = board.is_free(spot.box(text), CLEAR)
        if free and not any(step.meets(each) for step in _way(bubble, spot) for each in board.words):
            yield spot


def _beside(bubble: Bubble) -> Iterator[Spot]:
    """To the right, to the left, above, below."""
    near, middle = bubble.radius + NEAR, bubble.y + SIZE / 3
    yield Spot(bubble.x + near, middle)
    yield Spot(bubble.x - near, middle, "end")
    yield Spot(bubble.x, bubble.y - near, "middle")
    yield Spot(bubble.x, bubble.y + near + 0.75 * SIZE, "middle")


def _away(bubble: Bubble) -> Iterator[Spot]:
    """To both sides, the nearest first."""
    near, middle = bubble.radius + NEAR, bubble.y + SIZE / 3
    for across, down in sorted(product(AWAY, (*AWAY, *(-away for away in AWAY))), key=lambda each: hypot(*each)):
        yield Spot(bubble.x + near + across, middle + down)
        yield Spot(bubble.x - near - across, middle + down, "end")


def _way(bubble: Bubble, spot: Spot) -> list[Box]:
    """What a line takes from the edge of the bubble to a name that does not stand beside it; nothing if it does."""
    x, y = spot.x + {"start": -NEAR, "middle": 0, "end": NEAR}[spot.anchor], spot.y - SIZE / 3
    far = hypot(x - bubble.x, y - bubble.y)
    if spot.anchor == "middle" or far <= bubble.radius + NEAR:
        return []
    steps = (bubble.radius + n * (far - bubble.radius) / STEPS for n in range(STEPS + 1))
    shares = [step / far for step in steps]
    return [Box.around(bubble.x + at * (x - bubble.x), bubble.y + at * (y - bubble.y), 1) for at in shares]


def _lead(svg: Element, bubble: Bubble, spot: Spot) -> None:
    if way := _way(bubble, spot):
        path = "M{:.1f} {:.1f}L{:.1f} {:.1f}".format(*way[0].middle, *way[-1].middle)
        put(svg, "path", d=path, stroke=QUIET)


def _put_key(svg: Element, title: str, top: float, say: Speaker) -> None:
    put(svg, "path", d=f"M0 {top:g}h{WIDTH}", stroke=HAIR)
    entries = (
        (_disc(), 6.0, title),
        (_ring(), RING, say.gettext("1 to {most}, or hidden").format(most=LEAST_SHOWN - 1)),
    )
    for n, (looks, radius, said) in enumerate(entries):
        y = top + (n + 0.6) * key.ENTRY
        put(svg, "circle", cx=MARGIN / 2, cy=y, r=radius, **looks)
        write(svg, said, MARGIN + SIZE / 2, y + SIZE / 3)
