"""Points on the earth and how far apart they are."""

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from typing import Final

EARTH: Final = 6371.0
"""Mean radius in km (IUGG)."""

Vector = tuple[float, float, float]
"""A point as seen from the middle of the earth, of length one: the nearer two are, the greater their scalar product."""


@dataclass(frozen=True)
class Point:
    """WGS 84, degrees."""

    lat: float
    lon: float

    @property
    def vector(self) -> Vector:
        lat, lon = radians(self.lat), radians(self.lon)
        return cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)


def distance(here: Point, there: Point) -> float:
    """km along the great circle (haversine)."""
    dlat, dlon = radians(there.lat - here.lat), radians(there.lon - here.lon)
    half = sin(dlat / 2) ** 2 + cos(radians(here.lat)) * cos(radians(there.lat)) * sin(dlon / 2) ** 2
    return 2 * EARTH * asin(sqrt(min(1.0, half)))
