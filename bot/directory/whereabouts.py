"""The municipality that somebody is in: the smallest place that we ever remember."""

from collections.abc import Iterator
from typing import Final

from bot.directory.globe import Point, distance
from bot.packs.assets import Packs
from bot.packs.place_schema import Place

AT_HOME: Final = 60.0
"""km to the next place that we know of a municipality; beyond one is abroad."""


def nearest_place(here: Point, packs: Packs) -> Place | None:
    """The municipality with the town or village that is nearest, or None abroad."""
    by_distance = [(distance(here, there), place.id) for place in packs.places.values() for there in _points(place)]
    km, place_id = min(by_distance, default=(AT_HOME + 1, ""))
    return packs.places[place_id] if km <= AT_HOME else None


def _points(place: Place) -> Iterator[Point]:
    yield Point(place.lat, place.lon)
    for unit in place.units:
        if unit.lat is not None and unit.lon is not None:
            yield Point(unit.lat, unit.lon)
