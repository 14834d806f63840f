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


def what_is_near_has_a_place(reading: Reading, _today: date) -> Iterator[Problem]:
    """Without a place nobody can be told how far it is; abroad we know no municipalities."""
    home = {place.country for _, _, place in reading.places.values()}
    for path, at, service in reading.services.values():
        if service.place is None and service.reach != "national" and service.country in home:
            sentence = f"'{service.id}' serves a part of the country and has no place."
            yield _at(path, ("services", at), sentence, "Add 'place', or set 'reach' to national.")
