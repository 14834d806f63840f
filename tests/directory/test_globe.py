"""Distances on the earth."""

from math import acos, pi, radians, sin
from math import cos as cosine

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.directory.globe import EARTH, Point, distance

points = st.builds(Point, st.floats(-90, 90), st.floats(-180, 180))
around_home = st.builds(Point, st.floats(38.5, 44.0), st.floats(18.5, 22.5))


@given(points, points)
def test_a_distance_is_the_same_in_both_directions(here: Point, there: Point) -> None:
    assert distance(here, there) == pytest.approx(distance(there, here), abs=1e-6)


@given(points, points, points)
def test_no_way_round_is_shorter_than_the_straight_one(here: Point, there: Point, between: Point) -> None:
    # Close to the other side of the earth the haversine loses digits: a few metres there.
    assert distance(here, there) <= distance(here, between) + distance(between, there) + 0.01


@given(points)
def test_a_place_is_no_distance_from_itself(here: Point) -> None:
    assert distance(here, here) == 0


@given(points, points)
def test_nothing_is_farther_than_half_the_earth_around(here: Point, there: Point) -> None:
    assert 0 <= distance(here, there) <= pi * EARTH + 1e-6


@given(around_home, around_home)
def test_a_distance_is_what_another_formula_gives(here: Point, there: Point) -> None:
    one, other = radians(here.lat), radians(there.lat)
    angle = sin(one) * sin(other) + cosine(one) * cosine(other) * cosine(radians(there.lon - here.lon))
    # The law of cosines itself is only good to some metres over short ways.
    assert distance(here, there) == pytest.approx(EARTH * acos(min(1.0, angle)), abs=0.3)


@given(points, points)
def test_the_nearer_two_points_are_the_greater_is_the_product_of_their_vectors(here: Point, there: Point) -> None:
    product = sum(one * other for one, other in zip(here.vector, there.vector, strict=True))
    assert product == pytest.approx(cosine(distance(here, there) / EARTH), abs=1e-9)
