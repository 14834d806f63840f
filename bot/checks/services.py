"""Rules for services."""

from collections.abc import Iterator
from datetime import date

from bot.checks.place_of import at as _at
from bot.packs.problem import Problem
from bot.packs.reading import Reading


def places_exist(reading: Reading, _today: date) -> Iterator[Problem]:
    for path, at, service in reading.services.values():
        if service.place is not None and service.place not in reading.places:
            yield _at(
                path,
                ("services", at, "place"),
                f"There is no place '{service.place}'.",
                "Correct it; the places stand in places.yaml.",
            )
