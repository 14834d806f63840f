"""The services around a point, of thousands: looked up by country and kind, measured by one scalar product each."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import acos, cos, inf
from typing import Final

from bot.directory.globe import EARTH, Point
from bot.packs.assets import Packs
from bot.packs.service_schema import Service
from bot.packs.terms import Category, Confidence, Reach

REACH: Final[dict[Reach, float]] = {"local": 40.0, "regional": 130.0, "national": 40.0}
"""km from which a service is still near. One for the whole country serves everybody, from afar beyond that."""

SUREST_FIRST: Final[tuple[Confidence, ...]] = ("high", "medium", "low")

Rank = tuple[int, int]
"""What comes first of two that are as near."""

Near = tuple[float, Rank, str]
"""How far a service is, its rank and its id: the nearest is the least. The first is the scalar product, less than
nothing; the km of it are worth their time for few. What serves from afar is infinitely far."""

Place = tuple[float, float, float, Rank, str]
"""Where a service is, as a vector with what points north first; its rank; its id."""


def where(service: Service, packs: Packs) -> Point | None:
    """Its door, or its town."""
    if service.position:
        return Point(service.position.lat, service.position.lon)
    place = packs.places.get(service.place or "")
    return Point(place.lat, place.lon) if place else None


def km(far: float) -> float | None:
    """The km of what `Nearest` found; None for what serves from afar."""
    return None if far == inf else EARTH * acos(min(1.0, -far))


class Nearest:
    """All services by country, kind and reach."""

    def __init__(self, packs: Packs) -> None:
        self._placed: dict[tuple[str, Category, Reach], list[Place]] = defaultdict(list)
        self._placeless: dict[tuple[str, Category], list[Near]] = defaultdict(list)
        asked_for = {category: at for at, category in enumerate(packs.category_words)}
        for service in packs.services.values():
            # In the same town what we know best, then the kind that people ask for most.
            rank = (SUREST_FIRST.index(service.confidence), asked_for.get(service.category, len(asked_for)))
            there = where(service, packs)
            if there is None:
                self._placeless[service.country, service.category].append((inf, rank, service.id))
            else:
                x, y, north = there.vector
                place = (north, x, y, rank, service.id)
                self._placed[service.country, service.category, service.reach].append(place)
        for places in self._placed.values():
            places.sort()

    def around(self, here: Point, country: str, categories: Iterable[Category]) -> list[Near]:
        """All that serve people from here, in no order."""
        found: list[Near] = []
        for category in categories:
            found += self._placeless.get((country, category), ())
            for reach in REACH:
                found += _reaching(here, self._placed.get((country, category, reach), ()), reach)
        return found


def _reaching(here: Point, places: Sequence[Place], reach: Reach) -> list[Near]:
    """Of one reach, from south to north; what serves the whole country does so from afar where it is not near."""
    x, y, north = here.vector
    angle = REACH[reach] / EARTH
    least = cos(angle)
    if reach == "national":
        return [
            (-product if product >= least else inf, rank, service)
            for c, a, b, rank, service in places
            for product in (north * c + x * a + y * b,)
        ]
    # Whatever is so near is at most that angle farther north or south.
    first, last = bisect_left(places, (north - angle,)), bisect_right(places, (north + angle,))
    return [
        (-product, rank, service)
        for c, a, b, rank, service in places[first:last]
        if (product := north * c + x * a + y * b) >= least
    ]
