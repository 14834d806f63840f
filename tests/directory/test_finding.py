"""Which services are offered: nearest first, as wished where that is known, never nothing, no hiding place betrayed."""

from dataclasses import replace
from itertools import pairwise
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.directory.finding import Directory, Found, Somewhere, at_any_hour
from bot.directory.globe import Point, distance
from bot.directory.nearest import REACH, where
from bot.directory.offer import Offer
from bot.directory.wish import ANYTHING, Wish
from bot.packs.assets import Packs
from bot.packs.directory_schema import Need
from bot.packs.service_schema import Service
from tests.builders import a_place, a_service, some_packs, some_town_and_its_services, the_real_packs

KUKES = Point(42.0769, 20.4219)
BERLIN = Point(52.52, 13.405)
TIRANE = a_place("tirane", name="Tiranë", lat=41.33, lon=19.82)

REAL = Directory(the_real_packs())

points = st.builds(Point, st.floats(-90, 90), st.floats(-180, 180))
around_home = st.builds(Point, st.floats(38.5, 44.0), st.floats(18.5, 22.5))
places = st.sampled_from(sorted(the_real_packs().places))
wishes = st.sampled_from(["", *the_real_packs().needs, *the_real_packs().category_words]).map(Wish)


def near(packs: Packs, place: str | None = "kukes", wish: Wish = ANYTHING) -> Found:
    return Directory(packs).near(Somewhere(place), wish, at_any_hour)


def ids(found: Found) -> list[str]:
    return [offer.service for offer in found.offers]


@given(places, wishes, st.none() | around_home)
def test_there_is_always_something_nearest_first_and_then_what_serves_from_afar(
    place: str, wish: Wish, here: Point | None
) -> None:
    found = REAL.near(Somewhere(place), wish, at_any_hour, here)
    assert found.offers
    # A hiding place stands where it is near, without a distance.
    far = [offer.km for offer in found.offers if not REAL.packs.services[offer.service].confidential]
    assert all((one is not None or other is None) for one, other in pairwise(far))
    assert all((one or 0.0) <= (inf if other is None else other) for one, other in pairwise(far))


@given(places, around_home)
def test_every_service_that_reaches_this_far_is_offered_once_and_no_other(place: str, here: Point) -> None:
    packs = the_real_packs()
    found = ids(REAL.near(Somewhere(place), ANYTHING, at_any_hour, here))
    assert len(found) == len(set(found))
    for service in packs.services.values():
        there = where(service, packs)
        is_near = service.reach == "national" or there is None or distance(here, there) <= REACH[service.reach]
        wanted = service.country == packs.places[place].country and service.category != "emergency" and is_near
        assert (service.id in found) == wanted


@given(places, around_home)
def test_the_distance_is_the_one_along_the_great_circle(place: str, here: Point) -> None:
    packs = the_real_packs()
    for offer in REAL.near(Somewhere(place), ANYTHING, at_any_hour, here).offers:
        there = where(packs.services[offer.service], packs)
        if offer.km is not None and there is not None:
            assert offer.km == pytest.approx(distance(here, there), abs=0.01)


@given(st.none() | places, wishes, points)
def test_a_hiding_place_never_gets_a_distance(place: str | None, wish: Wish, here: Point) -> None:
    country = REAL.country_near(here) or "DE"
    offers = (
        *REAL.near(Somewhere(place), wish, at_any_hour, here).offers,
        *REAL.abroad(country, wish, at_any_hour, here).offers,
    )
    assert all(offer.km is None or not REAL.packs.services[offer.service].confidential for offer in offers)


def test_near_a_town_stand_its_own_services_and_then_the_country_s() -> None:
    assert ids(near(some_town_and_its_services())) == ["al_office", "al_refuge", "al_office_door", "al_line"]


def test_emergency_lines_are_listed_only_when_they_are_wanted() -> None:
    packs = some_town_and_its_services()
    assert "al_emergency" not in ids(near(packs))
    assert ids(near(packs, wish=Wish("emergency"))) == ["al_emergency"]


def test_of_two_services_as_near_the_surer_one_comes_first() -> None:
    doubts = [a_service(f"al_{sure}", confidence=sure) for sure in ("low", "medium", "high")]
    assert ids(near(some_packs(services=doubts))) == ["al_high", "al_medium", "al_low"]


def test_a_service_for_the_whole_country_is_near_for_those_in_its_own_town() -> None:
    office = a_service("al_office", reach="national", place="kukes")
    packs = some_packs(services=[office], places=[a_place(), TIRANE])
    (here,) = near(packs).offers
    assert here.km == pytest.approx(0.0, abs=0.001)
    assert near(packs, "tirane").offers == (Offer("al_office"),)


def test_a_need_is_found_in_its_kinds_of_service() -> None:
    assert ids(near(some_town_and_its_services(), wish=Wish("lawyer"))) == ["al_office_door"]


def test_in_the_same_town_the_kind_that_is_closest_to_the_need_comes_first() -> None:
    services = [
        a_service("al_complaints", category="rights_body", confidence="high"),
        a_service("al_lawyer", category="legal_aid", confidence="low"),
    ]
    packs = replace(some_packs(services=services), needs={"lawyer": Need(categories=("legal_aid", "rights_body"))})
    assert ids(near(packs, wish=Wish("lawyer"))) == ["al_lawyer", "al_complaints"]
    assert ids(near(packs)) == ["al_complaints", "al_lawyer"]


def test_where_nothing_near_is_known_a_line_leads_on() -> None:
    packs = some_packs(
        services=[a_service("al_line", category="helpline", reach="national", place=None)], places=[a_place()]
    )
    found = near(packs, wish=Wish("lawyer"))
    assert (ids(found), found.farther) == (["al_line"], True)


def test_where_not_all_lines_fit_a_need_only_its_own_lead_on() -> None:
    lines = [a_service(f"al_{name}", category="emergency", reach="national", place=None) for name in ("fire", "doctor")]
    need = Need(categories=("health",), otherwise=("emergency",), lines=("al_doctor",))
    packs = replace(some_packs(services=lines), needs={"doctor": need})
    assert ids(near(packs, wish=Wish("doctor"))) == ["al_doctor"]


def test_only_what_is_known_to_be_as_wished_is_offered() -> None:
    lawyers = [
        a_service("al_free", category="legal_aid", cost="free", languages=["sq", "en"]),
        a_service("al_paid", category="legal_aid", cost="paid"),
        a_service("al_unknown", category="legal_aid"),
    ]
    packs = some_packs(services=lawyers)
    assert ids(near(packs, wish=Wish("lawyer", ("free",)))) == ["al_free"]
    assert ids(near(packs, wish=Wish("lawyer", speaks="en"))) == ["al_free"]


def test_where_none_is_surely_as_wished_all_are_offered_and_that_is_said() -> None:
    found = near(some_town_and_its_services(), wish=Wish("lawyer", ("women_staff",)))
    assert (ids(found), found.missed) == (["al_office_door"], True)


def test_open_now_is_asked_of_each_service() -> None:
    def is_open(service: Service) -> bool:
        return service.id == "al_late"

    packs = some_packs(services=[a_service("al_early"), a_service("al_late")])
    found = Directory(packs).near(Somewhere("kukes"), Wish("", ("open_now",)), is_open)
    assert ids(found) == ["al_late"]


def test_without_a_place_both_countries_are_served_in_turn() -> None:
    homes = ("AL", "AL", "XK")
    lines = [
        a_service(f"{home.lower()}_{homes[:n].count(home) + 1}", country=home, place=None, reach="national")
        for n, home in enumerate(homes)
    ]
    packs = some_packs(services=lines)
    assert ids(near(packs, None)) == ["al_1", "xk_1", "al_2"]
    assert ids(near(packs, "gone")) == ["al_1", "xk_1", "al_2"]
    assert ids(Directory(packs).near(Somewhere(None, "XK"), ANYTHING, at_any_hour)) == ["xk_1"]


def test_in_a_country_abroad_its_own_come_first_and_then_what_holds_in_its_union() -> None:
    directory = Directory(some_town_and_its_services())
    assert ids(directory.abroad("DE", ANYTHING, at_any_hour)) == ["de_embassy", "de_embassy_branch", "eu_line"]
    assert ids(directory.abroad("IT", Wish("helpline"), at_any_hour)) == ["eu_line"]


def test_a_country_outside_the_union_has_none_of_its_lines() -> None:
    directory = Directory(some_town_and_its_services())
    assert directory.abroad("CH", Wish("helpline"), at_any_hour).offers == ()


def test_abroad_the_country_of_the_nearest_service_counts_if_it_is_near_enough() -> None:
    directory = Directory(some_town_and_its_services())
    assert directory.country_near(BERLIN) == "DE"
    assert directory.country_near(Point(40.7, -74.0)) is None
    assert directory.countries_abroad() == ("DE", "IT")
    assert directory.countries_abroad(Wish("helpline")) == ()


def test_from_a_point_abroad_the_nearest_comes_first() -> None:
    found = Directory(some_town_and_its_services()).abroad("DE", ANYTHING, at_any_hour, BERLIN)
    assert ids(found) == ["de_embassy", "de_embassy_branch", "eu_line"]
    assert found.offers[0].km == pytest.approx(2.2, abs=0.1)
