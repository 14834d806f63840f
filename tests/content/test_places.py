"""What `places.yaml` of both countries says, beside GeoNames (cities1000, CC BY 4.0) and the list of municipalities.

`geonames.csv` has its 413 places of the two countries, `municipalities.csv` all 61 of Albania (law 115/2014) and all 38
of Kosovo, with what GeoNames calls their county or district (admin1) and, in Kosovo, themselves (admin2).
"""

import csv
from collections.abc import Iterator
from itertools import chain, combinations
from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.directory.globe import Point, distance
from bot.language.folding import folded
from bot.packs.place_schema import Place, Unit
from tests.builders import the_real_packs

WIDEST = 45
"""km from a municipality's point to its farthest unit: Nicaj-Shalë lies 35 km from Shkodër."""

RENAMED = {"kombesi": "komsi"}
"""GeoNames' name for Komsi is the word for nationality, and who writes that names no place."""


def rows(name: str) -> list[dict[str, str]]:
    with (Path(__file__).parent / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


GEONAMES = rows("geonames.csv")
MUNICIPALITIES = rows("municipalities.csv")
PLACES = the_real_packs().places


def spellings(named: Place | Unit) -> list[str]:
    return [folded(name).strip() for name in (named.name, *named.also)]


def all_in(place: Place) -> list[Place | Unit]:
    return [place, *place.units]


def known_as(place: Place) -> set[str]:
    """Every folded name by which one may mean this municipality."""
    return {folded(place.name_en or place.name).strip(), *chain(*map(spellings, all_in(place)))}


def meant_by(typed: str) -> set[str]:
    name = folded(typed).strip()
    return {place.id for place in PLACES.values() if name in known_as(place)}


def with_a_position() -> Iterator[tuple[Place, str, Point]]:
    for place in PLACES.values():
        for unit in place.units:
            if unit.lat is not None and unit.lon is not None:
                yield place, unit.name, Point(unit.lat, unit.lon)


def test_every_municipality_of_both_countries_is_there() -> None:
    listed = [(row["country"], row["id"]) for row in MUNICIPALITIES]
    assert sorted(listed) == sorted((place.country, place.id) for place in PLACES.values())
    assert [country for country, _ in listed].count("AL") == 61
    assert [country for country, _ in listed].count("XK") == 38


def test_every_place_of_geonames_is_in_a_municipality_of_its_county_and_in_kosovo_in_its_own() -> None:
    assert len(GEONAMES) == 413
    for row in GEONAMES:
        near = {each["id"] for each in MUNICIPALITIES if all(each[key] == row[key] for key in ("admin1", "admin2"))}
        assert near, row
        assert near & meant_by(RENAMED.get(row["name"].lower(), row["name"])), row


def test_no_coordinate_is_of_our_own_making() -> None:
    known = {(float(row["lat"]), float(row["lon"])) for row in GEONAMES}
    assert {(place.lat, place.lon) for place in PLACES.values()} <= known
    assert {(here.lat, here.lon) for _, _, here in with_a_position()} <= known


def test_every_unit_lies_near_its_municipality() -> None:
    far = {
        (place.id, name): km
        for place, name, here in with_a_position()
        if (km := distance(here, Point(place.lat, place.lon))) >= WIDEST
    }
    assert far == {}


def test_no_two_units_of_a_municipality_share_a_name() -> None:
    for place in PLACES.values():
        for one, other in combinations(map(spellings, all_in(place)), 2):
            assert not set(one) & set(other), place.id


def test_no_spelling_is_written_twice_nor_empty_when_folded() -> None:
    for place in PLACES.values():
        for named in all_in(place):
            names = spellings(named)
            assert all(names), named
            assert len(set(names)) == len(names), named


def test_every_municipality_has_more_than_one_form() -> None:
    assert [place.id for place in PLACES.values() if not place.also] == []


@pytest.mark.parametrize(
    ("typed", "municipalities"),
    [
        ("xarra", {"konispol"}),
        ("Xarrë", {"konispol"}),
        ("zall-reç", {"diber"}),
        ("ZALL REC", {"diber"}),
        ("bajram curri", {"tropoje"}),
        ("Burreli", {"mat"}),
        ("prenjas", {"prrenjas"}),
        ("kombinat", {"tirane"}),
        ("bathore", {"kamez"}),
        ("shengjergj", {"tirane"}),
        ("Sukthi", {"durres"}),
        ("laplje selo", {"gracanice"}),
        ("Gracanica", {"gracanice"}),
        ("pec", {"peje"}),
        ("urosevac", {"ferizaj"}),
        ("Therandë", {"suhareke"}),
        ("velika hoca", {"rahovec"}),
        ("Isniqi", {"decan"}),
        ("klos", {"klos", "cerrik"}),
        ("Fierzë", {"belsh", "fushe-arrez", "tropoje"}),
        ("Londra", set()),
    ],
)
def test_what_people_type_means_these_municipalities(typed: str, municipalities: set[str]) -> None:
    assert meant_by(typed) == municipalities


def test_a_unit_may_be_without_a_position_but_not_with_half_of_one() -> None:
    assert Unit(name="Shllak").lat is None
    with pytest.raises(ValidationError, match="give both or neither"):
        Unit(name="Shllak", lat=42.1)
