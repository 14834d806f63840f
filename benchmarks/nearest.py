"""How fast the services near somebody are found, of ten thousand: beside looking at every one of them.

`python -m benchmarks.nearest` prints the table for benchmarks/README.md. The services are made up, all over Albania and
Kosovo, of all kinds and reaches; the questions are asked from everywhere there, half of them for a need.
"""

import gc
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from statistics import quantiles

from bot.directory.finding import Directory, Somewhere, at_any_hour
from bot.directory.globe import Point, distance
from bot.directory.nearest import REACH
from bot.directory.wish import Wish
from bot.packs.assets import Packs
from bot.packs.loader import load
from bot.packs.service_schema import Position, Service

MANY = 10_000
ASKED = 2_000
SEED = 5

Question = tuple[str, Wish, Point]
Way = Callable[[Question], object]


def with_many_services(packs: Packs, chance: Random) -> Packs:
    """Each like a real one, at a point near a municipality of its country."""
    real = [service for service in packs.services.values() if service.country in {"AL", "XK"}]
    towns = {
        country: [place for place in packs.places.values() if place.country == country] for country in ("AL", "XK")
    }
    services = {}
    for number in range(MANY):
        like = chance.choice(real)
        town = chance.choice(towns[like.country])
        there = {"lat": town.lat + chance.gauss(0, 0.1), "lon": town.lon + chance.gauss(0, 0.1)}
        changes = {
            "id": f"made_{number}",
            "place": town.id,
            "confidential": False,
            "position": Position.model_validate(there),
            "reach": chance.choices(("local", "regional", "national"), (6, 3, 1))[0],
        }
        services[f"made_{number}"] = like.model_copy(update=changes)
    return Packs(**{**packs.__dict__, "services": services})


def questions(packs: Packs, chance: Random) -> list[Question]:
    places, needs = list(packs.places.values()), list(packs.needs)
    asked = []
    for number in range(ASKED):
        place = chance.choice(places)
        need = chance.choice(needs) if number % 2 else ""
        asked.append((place.id, Wish(need), Point(place.lat + chance.gauss(0, 0.05), place.lon)))
    return asked


def one_by_one(packs: Packs) -> Way:
    """The plain way: the distance to every service of these kinds in the country, then sorted."""
    directory = Directory(packs)

    def found(question: Question) -> list[tuple[float, str]]:
        place_id, wish, here = question
        country, kinds = packs.places[place_id].country, directory.categories(wish.need)
        those = (one for one in packs.services.values() if one.country == country and one.category in kinds)
        return sorted((km, one.id) for one in those if (km := _km(one, here)) is not None)

    return found


def _km(service: Service, here: Point) -> float | None:
    if service.position is None:
        return None
    km = distance(here, Point(service.position.lat, service.position.lon))
    return km if km <= REACH[service.reach] else None


def timed(way: Way, asked: Sequence[Question]) -> tuple[float, float]:
    """Mean and 99th of a hundred, in milliseconds."""
    took = []
    for question in asked:
        started = time.perf_counter()
        way(question)
        took.append((time.perf_counter() - started) * 1000)
    return sum(took) / len(took), quantiles(took, n=100)[98]


def main() -> None:
    chance = Random(SEED)  # noqa: S311 -- chance that can be had again
    packs = with_many_services(load(Path("content")), chance)
    asked = questions(packs, chance)
    directory = Directory(packs)
    ways: dict[str, Way] = {
        "one by one": one_by_one(packs),
        "**Udha**": lambda question: directory.near(Somewhere(question[0]), question[1], at_any_hour, question[2]),
    }
    gc.collect()
    gc.freeze()
    print(f"| {MANY:,} services | ms | 99 of 100 below |\n|---|---|---|")
    for name, way in ways.items():
        mean, worst = timed(way, asked[: ASKED // 4] if name == "one by one" else asked)
        print(f"| {name} | {mean:.2f} | {worst:.2f} |")


if __name__ == "__main__":
    main()
