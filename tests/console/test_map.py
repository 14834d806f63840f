"""The map: that places lie where they are, that bubbles say the number and what is hidden says nothing."""

import json
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations, pairwise
from math import cos, hypot, radians
from typing import Literal
from xml.etree.ElementTree import Element

import pytest

from bot.console import ink
from bot.console import map as console_map
from bot.console.map import draw, not_drawn
from bot.console.outlines import FILE, Point, outlines, projection
from bot.console.placing import Box, Spot
from bot.packs.assets import Packs
from bot.packs.loader import load
from bot.reports.errors import ReportError
from bot.reports.report import AtLeast, Cell, Section
from bot.reports.table import SUPPRESSED
from bot.settings import ROOT
from tests.console.pictures import SAY, each, foreign, of, read, words, written

NEAR = 5.0
"""Kilometres: the outline is drawn for a map of the world, and towns lie at coasts and borders."""
KM = 111.2
"""Kilometres in a degree of latitude."""


@pytest.fixture(scope="module")
def packs() -> Packs:
    return load(ROOT / "content")


def placed(**cells: Cell) -> Section:
    """Rows by the slugs of their places, with "_" for "-"."""
    slugs = tuple(slug.replace("_", "-") for slug in cells)
    return replace(of("map", *zip(slugs, cells.values(), strict=True)), places=slugs)


def bubbles(picture: Element) -> dict[str, Element]:
    """Circles by what they say."""
    said = {(circle.findtext("{*}title") or ""): circle for circle in each(picture, "circle")}
    return {text: circle for text, circle in said.items() if text}


def inside(at: Point, ring: Sequence[Point]) -> bool:
    """Whether a ray to the east crosses the ring an odd number of times."""
    x, y = at
    crossed = False
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
            crossed = not crossed
    return crossed


def away(at: Point, ring: Sequence[Point]) -> float:
    """Kilometres to the nearest corner of the ring."""
    narrowing = cos(radians(at[1]))
    return min(KM * hypot((x - at[0]) * narrowing, y - at[1]) for x, y in ring)


def test_all_municipalities_lie_in_the_outline_of_their_country(packs: Packs) -> None:
    shown = outlines()
    assert len(packs.places) == 99
    for place in packs.places.values():
        (ring,) = (list(shown.ring(arcs)) for arcs in shown.countries[place.country])
        at = (place.lon, place.lat)
        assert inside(at, ring) or away(at, ring) < NEAR, place.id


def test_no_municipality_lies_in_the_other_country(packs: Packs) -> None:
    shown = outlines()
    for place in packs.places.values():
        for country, (arcs,) in shown.countries.items():
            ring = list(shown.ring(arcs))
            at = (place.lon, place.lat)
            assert country == place.country or not inside(at, ring) or away(at, ring) < NEAR, place.id


def test_north_is_above_and_a_kilometre_is_as_long_in_every_direction() -> None:
    projected, _ = projection(outlines(), 0, 0, 300)
    x, y = projected.point(20.5, 41.45)
    east, _ = projected.point(20.6, 41.45)
    _, north = projected.point(20.5, 41.55)
    assert north < y
    assert (east - x) == pytest.approx((y - north) * cos(radians(41.45)), rel=0.001)


def test_the_outlines_close_and_share_the_border_between_the_two() -> None:
    shown = outlines()
    for (arcs,) in shown.countries.values():
        ring = list(shown.ring(arcs))
        assert ring[0] == ring[-1]
    used = [{arc if arc >= 0 else ~arc for arc in arcs} for (arcs,) in shown.countries.values()]
    assert len(set.intersection(*used)) == 1


def test_every_border_is_drawn_once(packs: Packs) -> None:
    lines = [path for path in each(read(draw(placed(kukes=7), packs, SAY)), "path") if path.get("stroke") == ink.LINE]
    assert len(lines) == len(outlines().arcs)


def test_the_file_says_where_it_is_from() -> None:
    read_in = json.loads(FILE.read_text("utf-8"))
    assert "Natural Earth" in read_in["source"]
    assert "public domain" in read_in["licence"]
    assert read_in["taken"]


def test_the_area_of_a_bubble_is_the_number(packs: Packs) -> None:
    found = bubbles(read(draw(placed(tirane=400, kukes=100), packs, SAY)))
    large, small = (float(found[said].attrib["r"]) for said in ("Tirana: 400", "Kukës: 100"))
    assert large == pytest.approx(2 * small)


def test_each_number_is_told_with_its_place(packs: Packs) -> None:
    said = words(read(draw(placed(tirane=400, prizren=AtLeast(12)), packs, SAY)))
    assert "Tirana: 400" in said
    assert "Prizren: ≥ 12" in said


def test_a_hidden_number_is_a_ring_of_always_the_same_size(packs: Packs) -> None:
    sizes = set()
    for most in (5, 5_000):
        picture = read(draw(placed(tirane=most, kukes=SUPPRESSED, pukë=None), packs, SAY))
        ring = bubbles(picture)["Kukës: hidden"]
        sizes.add((ring.get("r"), ring.get("fill")))
    assert len(sizes) == 1
    assert "1 to 4, or hidden" in written(picture)


def test_a_zero_and_what_nobody_knows_have_no_mark(packs: Packs) -> None:
    assert bubbles(read(draw(placed(tirane=0, kukes=None), packs, SAY))) == {}


def test_what_has_no_place_on_the_map_is_not_drawn_and_counted(packs: Packs) -> None:
    section = placed(tirane=9, DE=44, nowhere=SUPPRESSED)
    picture = read(draw(section, packs, SAY))
    assert not_drawn(section, packs) == 2
    assert list(bubbles(picture)) == ["Tirana: 9"]
    assert "and 2 more rows in the table" in written(picture)


def test_both_countries_are_named(packs: Packs) -> None:
    for section in (placed(), everywhere(packs)):
        assert {"ALBANIA", "KOSOVO"} <= set(written(read(draw(section, packs, SAY))))


def test_names_stand_on_nothing_else_and_in_the_picture(packs: Packs) -> None:
    for section in (everywhere(packs), placed(tirane=99, kamez=98, vore=97, durres=96, shijak=95, fushe_kosove=94)):
        picture = read(draw(section, packs, SAY))
        named = [text for text in each(picture, "text") if text.get("paint-order")]
        boxes = [spot(text).box(text.text or "") for text in named]
        assert 1 <= len(boxes) <= console_map.NAMED
        assert not any(one.meets(other) for one, other in combinations(boxes, 2))
        assert all(box.left >= 0 and box.right <= ink.WIDTH and box.top >= 0 for box in boxes)


def test_no_line_to_a_name_crosses_another_name(packs: Packs) -> None:
    crowded = placed(fushe_kosove=94, prishtine=93, lipjan=92, ferizaj=91, prizren=90, suhareke=89, shtime=88)
    picture = read(draw(crowded, packs, SAY))
    names = [spot(text).box(text.text or "") for text in each(picture, "text") if text.get("paint-order")]
    lines = [path.attrib["d"] for path in each(picture, "path") if path.get("stroke") == ink.QUIET]
    assert lines
    for line in lines:
        (x1, y1), (x2, y2) = (map(float, end.split()) for end in line[1:].split("L"))
        for share in range(1, 100):
            at = Box.around(x1 + share / 100 * (x2 - x1), y1 + share / 100 * (y2 - y1), 0)
            assert not any(at.meets(name) for name in names)


def everywhere(packs: Packs) -> Section:
    cells = {slug: SUPPRESSED if n % 3 == 0 else 5 + 7 * n % 200 for n, slug in enumerate(packs.places)}
    return replace(of("map", *cells.items()), places=tuple(cells))


def spot(text: Element) -> Spot:
    anchors: dict[str | None, Literal["start", "middle", "end"]] = {"start": "start", "middle": "middle", "end": "end"}
    return Spot(float(text.attrib["x"]), float(text.attrib["y"]), anchors[text.get("text-anchor")])


def test_it_can_do_nothing_loads_nothing_and_is_always_the_same(packs: Packs) -> None:
    svg = draw(everywhere(packs), packs, SAY)
    assert list(foreign(svg)) == []
    assert svg.count(b"http") == 1  # the name of SVG itself
    assert svg == draw(everywhere(packs), packs, SAY)


def test_a_section_that_does_not_say_where_its_rows_are_is_refused(packs: Packs) -> None:
    rows = of("map", ("Kukës", 7))
    two = replace(of("map", ("Kukës", 7, 8), titles=("a", "b")), places=("kukes",))
    for section in (rows, two):
        with pytest.raises(ReportError):
            draw(section, packs, SAY)
