"""The outlines of Albania and Kosovo, and where a place lies in a picture of them."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import cos, radians
from typing import Final, TypeAlias

Point: TypeAlias = tuple[float, float]
"""Degrees: longitude, latitude (WGS 84)."""

FILE: Final = files("bot.console") / "static" / "outlines.json"
"""Made by tools/outlines.py."""


@dataclass(frozen=True)
class Outlines:
    """`arcs` are borders and coasts, each one once; `countries` says which of them lie around a land, ring by ring.

    As in TopoJSON, ~3 is the fourth arc, walked backwards.
    """

    arcs: Sequence[Sequence[Point]]
    countries: Mapping[str, Sequence[Sequence[int]]]

    def ring(self, arcs: Sequence[int]) -> Iterator[Point]:
        """All points around a land, the last of which is the first."""
        for arc in arcs:
            yield from self.arcs[arc] if arc >= 0 else reversed(self.arcs[~arc])


@dataclass(frozen=True)
class Projection:
    """Equirectangular, true to scale at the middle: over four degrees of latitude that is off by 3 %, less than a dot.

    `scale` is pixels for a degree of latitude, `left` and `top` are where the north-western corner lies.
    """

    west: float
    north: float
    narrowing: float
    scale: float
    left: float
    top: float

    def point(self, longitude: float, latitude: float) -> Point:
        """Pixels from the left and from above."""
        across, down = (longitude - self.west) * self.narrowing, self.north - latitude
        return self.left + across * self.scale, self.top + down * self.scale


@cache
def outlines() -> Outlines:
    read = json.loads(FILE.read_text("utf-8"))
    return Outlines(tuple(tuple(map(tuple, arc)) for arc in read["arcs"]), read["countries"])


def projection(shown: Outlines, left: float, top: float, width: float) -> tuple[Projection, float]:
    """The one that shows all of it so many pixels wide; and how many pixels high that is."""
    longitudes, latitudes = zip(*(point for arc in shown.arcs for point in arc), strict=True)
    north, south = max(latitudes), min(latitudes)
    narrowing = cos(radians((north + south) / 2))
    scale = width / ((max(longitudes) - min(longitudes)) * narrowing)
    return Projection(min(longitudes), north, narrowing, scale, left, top), (north - south) * scale
