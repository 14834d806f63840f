"""The municipality that a point is in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.directory.globe import Point, distance
from bot.directory.whereabouts import AT_HOME, nearest_place
from bot.packs.place_schema import Place, Unit
from tests.builders import a_place, some_packs, the_real_packs

around_home = st.builds(Point, st.floats(38.5, 44.0), st.floats(18.5, 22.5))


def points_of(place: Place) -> list[Point]:
    known = ((unit.lat, unit.lon) for unit in place.units)
    return [
        Point(place.lat, place.lon),
        *(Point(lat, lon) for lat, lon in known if lat is not None and lon is not None),
    ]


@given(around_home)
def test_it_is_that_of_the_nearest_town_or_village_by_looking_at_each(here: Point) -> None:
    packs = the_real_packs()
    found = nearest_place(here, packs)
    every = {place.id: min(distance(here, one) for one in points_of(place)) for place in packs.places.values()}
    if found is None:
        assert min(every.values()) > AT_HOME
    else:
        assert every[found.id] == min(every.values()) <= AT_HOME


def test_without_any_place_everybody_is_abroad() -> None:
    assert nearest_place(Point(42.0769, 20.4219), some_packs(places=[])) is None


@pytest.mark.parametrize("place", ["tirane", "prishtine", "kukes", "prizren"])
def test_the_seat_of_a_municipality_is_in_it(place: str) -> None:
    packs = the_real_packs()
    seat = packs.places[place]
    assert nearest_place(Point(seat.lat, seat.lon), packs) == seat


def test_a_village_far_from_its_town_is_in_its_municipality_and_not_in_the_next_one() -> None:
    village = Unit(name="Fshat", lat=42.0, lon=20.9)
    kukes = a_place(units=(village,))
    other = a_place("prizren", country="XK", lat=42.1, lon=20.8)
    assert nearest_place(Point(42.0, 20.91), some_packs(places=[kukes, other])) == kukes


def test_a_village_of_which_we_know_only_the_name_is_nowhere() -> None:
    kukes = a_place(units=(Unit(name="Fshat"),))
    assert nearest_place(Point(42.1, 20.4), some_packs(places=[kukes])) == kukes
