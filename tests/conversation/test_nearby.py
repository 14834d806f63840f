"""Places and the services near them: right distances, nothing that betrays a hiding place, no point that is kept."""

from dataclasses import asdict
from itertools import pairwise
from math import acos, pi, radians, sin
from math import cos as cosine

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.actions import CopyToDesk, Show, ShowOnMap
from bot.conversation.events import LocationShared
from bot.conversation.nearby import (
    ABROAD,
    AT_HOME,
    EARTH,
    PAGE,
    REACH,
    Point,
    distance,
    nearest_place,
    offers,
    offers_abroad,
    place_named,
)
from bot.conversation.state import Count
from bot.conversation.views import AskPlace, Needs, Offer, Services
from bot.packs.assets import Packs
from tests.builders import a_conversation, a_place, a_service, some_packs, some_town_and_its_services, the_real_packs
from tests.conversation.playing import MESSAGE, after, besides, show_of, tapping, the_town, view_of, writing
from tests.fakes import Canned

KUKES = Point(42.0769, 20.4219)
BERLIN = Point(52.52, 13.405)

points = st.builds(Point, st.floats(-90, 90), st.floats(-180, 180))
around_home = st.builds(Point, st.floats(38.5, 44.0), st.floats(18.5, 22.5))


def sharing(here: Point) -> LocationShared:
    return LocationShared(here.lat, here.lon, MESSAGE)


def services_at(place: str | None = "kukes", need: str | None = None, packs: Packs | None = None) -> list[str]:
    return [offer.service for offer in offers(packs or some_town_and_its_services(), place, need)]


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


@given(around_home)
def test_the_nearest_place_is_the_nearest_one_by_looking_at_each(here: Point) -> None:
    packs = the_real_packs()
    found = nearest_place(here, packs)
    every = {place.id: distance(here, Point(place.lat, place.lon)) for place in packs.places.values()}
    if found is None:
        assert min(every.values()) > AT_HOME
    else:
        assert every[found.id] == min(every.values()) <= AT_HOME


def test_without_any_place_everybody_is_abroad() -> None:
    assert nearest_place(KUKES, some_packs(places=[])) is None


@pytest.mark.parametrize("place", ["tirane", "prishtine", "kukes", "prizren"])
def test_the_seat_of_a_municipality_is_in_it(place: str) -> None:
    packs = the_real_packs()
    seat = packs.places[place]
    assert nearest_place(Point(seat.lat, seat.lon), packs) == seat


@given(st.sampled_from(sorted(the_real_packs().places)), st.none() | around_home)
def test_services_come_by_distance_and_then_those_without_one(place: str, here: Point | None) -> None:
    found = offers(the_real_packs(), place, None, here)
    keys = [(offer.km is None, offer.km or 0.0) for offer in found]
    assert all(one <= other for one, other in pairwise(keys))


@given(st.sampled_from(sorted(the_real_packs().places)), around_home)
def test_every_service_that_reaches_this_far_is_offered_and_no_other(place: str, here: Point) -> None:
    packs = the_real_packs()
    found = {offer.service for offer in offers(packs, place, None, here)}
    for service in packs.services.values():
        seat = packs.places.get(service.place or "")
        at = Point(service.position.lat, service.position.lon) if service.position else None
        there = at or (Point(seat.lat, seat.lon) if seat else None)
        near = service.reach == "national" or there is None or distance(here, there) <= REACH[service.reach]
        wanted = service.country == packs.places[place].country and service.category != "emergency" and near
        assert (service.id in found) == wanted


@given(st.none() | st.sampled_from(sorted(the_real_packs().places)), points)
def test_a_hiding_place_never_gets_a_distance(place: str | None, here: Point) -> None:
    packs = the_real_packs()
    for offer in [*offers(packs, place, None, here), *offers_abroad(packs, here)]:
        assert offer.km is None or not packs.services[offer.service].confidential


def test_a_hiding_place_abroad_gets_no_distance_either() -> None:
    refuge = a_service("de_refuge", country="DE", place="kukes", confidential=True)
    packs = some_packs(services=[refuge], places=[a_place(), a_place("prizren", country="XK")])
    assert offers_abroad(packs, Point(42.1, 20.5)) == [Offer("de_refuge")]


def test_far_from_every_place_that_we_know_nothing_is_guessed() -> None:
    embassy = a_service("de_embassy", country="DE", place=None, position={"lat": 52.5, "lon": 13.4})
    assert offers_abroad(some_packs(services=[embassy]), BERLIN) == [
        Offer("de_embassy", distance(BERLIN, Point(52.5, 13.4)))
    ]
    assert offers_abroad(some_packs(services=[embassy]), Point(40.7, -74.0)) == []


def test_of_two_services_as_near_the_surer_one_comes_first() -> None:
    doubts = [a_service(f"al_{sure}", confidence=sure) for sure in ("low", "medium", "high")]
    assert services_at(packs=some_packs(services=doubts)) == ["al_high", "al_medium", "al_low"]


def test_a_service_for_the_whole_country_is_near_for_those_in_its_own_town() -> None:
    office = a_service("al_office", reach="national", place="kukes")
    packs = some_packs(services=[office], places=[a_place(), a_place("tirane", name="Tiranë", lat=41.33, lon=19.82)])
    assert offers(packs, "kukes", None) == [Offer("al_office", 0.0)]
    assert offers(packs, "tirane", None) == [Offer("al_office")]


def test_without_a_place_both_countries_are_served_in_turn() -> None:
    homes = ("AL", "AL", "XK")
    lines = [
        a_service(f"{home.lower()}_{homes[:n].count(home) + 1}", country=home, place=None, reach="national")
        for n, home in enumerate(homes)
    ]
    found = offers(some_packs(services=lines), None, None)
    assert [offer.service for offer in found] == ["al_1", "xk_1", "al_2"]


@pytest.mark.parametrize("typed", ["prizern", "prizeren", "prizrn", "ne prizern"])
def test_one_slip_in_a_town_that_we_asked_for_is_forgiven(typed: str) -> None:
    turn = after(writing(typed), a_conversation(awaiting="place"), Canned().knowledge(the_real_packs()))
    assert turn.conversation.place == "prizren"


def test_near_a_town_stand_its_own_services_and_then_the_country_s() -> None:
    assert services_at() == ["al_office", "al_office_door", "al_line", "al_refuge"]


def test_emergency_lines_are_listed_only_when_they_are_wanted() -> None:
    assert "al_emergency" not in services_at()
    assert services_at(need="emergency") == ["al_emergency"]


def test_without_a_place_the_lines_of_both_countries_are_offered_and_none_abroad() -> None:
    assert services_at(place=None) == ["al_line", "xk_line"]
    assert services_at(place="gone") == ["al_line", "xk_line"]


def test_abroad_the_nearest_country_that_we_know_of_counts_and_what_holds_in_all_of_europe() -> None:
    found = offers_abroad(some_town_and_its_services(), BERLIN)
    assert [offer.service for offer in found] == ["de_embassy", "de_embassy_branch", "eu_line"]
    assert found[0].km == pytest.approx(2.2, abs=0.1)


def test_abroad_where_nothing_has_a_place_all_is_offered() -> None:
    packs = some_packs(services=[a_service("eu_line", country="EU", place=None, reach="national")])
    assert offers_abroad(packs, BERLIN) == [Offer("eu_line")]


def test_a_shared_place_shows_what_is_near_and_only_the_municipality_is_remembered() -> None:
    turn = after(sharing(KUKES), a_conversation(awaiting="place"))
    view = view_of(turn)
    assert isinstance(view, Services)
    assert view.place == "kukes"
    assert [offer.service for offer in view.offers] == ["al_office", "al_office_door", "al_line"]
    assert view.total == 4
    assert view.needs == ("employment_office", "legal_aid", "helpline", "dv_service")
    assert turn.conversation == a_conversation(place="kukes", country="AL")
    assert turn.counts == (Count("services"),)


def test_the_distance_is_measured_from_the_point_that_was_shared() -> None:
    view = view_of(after(sharing(Point(42.1, 20.4219))))
    assert isinstance(view, Services)
    assert view.offers[0].km == pytest.approx(2.45, abs=0.05)


@given(points)
def test_no_coordinate_is_left_in_the_conversation(here: Point) -> None:
    turn = after(sharing(here))
    kept = asdict(turn.conversation).values()
    assert not any(isinstance(value, float) for value in kept)
    assert turn.conversation.place in {None, *the_town().packs.places}


def test_a_place_shared_abroad_changes_nothing_that_is_remembered() -> None:
    turn = after(sharing(BERLIN), a_conversation(place="kukes", country="AL", awaiting="place"))
    view = view_of(turn)
    assert isinstance(view, Services)
    assert view.abroad
    assert turn.conversation == a_conversation(place="kukes", country="AL")
    assert turn.counts == (Count("services", "abroad"),)


def test_abroad_there_is_one_page_because_a_second_one_would_not_know_where() -> None:
    many = [a_service(f"de_line_{n}", country="DE", place=None, reach="national") for n in range(ABROAD + 2)]
    view = view_of(after(sharing(BERLIN), knowledge=Canned().knowledge(some_packs(services=many))))
    assert isinstance(view, Services)
    assert len(view.offers) == view.total == ABROAD


def test_in_a_case_a_shared_place_is_for_the_counsellor() -> None:
    turn = after(sharing(KUKES), a_conversation(case="open"))
    assert turn.actions == (CopyToDesk(MESSAGE),)
    assert turn.conversation == a_conversation(case="open")


def test_in_a_case_a_place_that_we_asked_for_is_for_the_directory() -> None:
    turn = after(sharing(KUKES), a_conversation(case="open", awaiting="place"))
    assert isinstance(view_of(turn), Services)
    assert turn.conversation.case == "open"


def test_a_town_can_be_chosen_by_its_button() -> None:
    turn = after(tapping("place", "vlore"))
    view = view_of(turn)
    assert isinstance(view, Services)
    assert [offer.service for offer in view.offers] == ["al_far_office", "al_line"]
    assert turn.conversation == a_conversation(place="vlore", country="AL")


def test_a_town_that_is_gone_is_asked_for_again() -> None:
    assert view_of(after(tapping("place", "gone"))) == AskPlace()


def test_near_me_is_the_remembered_place_until_another_one_is_wanted() -> None:
    here = a_conversation(place="kukes", country="AL")
    assert isinstance(view_of(after(tapping("near"), here)), Services)
    assert view_of(after(tapping("near", "other"), here)) == AskPlace()


def test_services_can_be_narrowed_down_and_turned_over_page_by_page() -> None:
    here = a_conversation(place="kukes", country="AL")
    first, second = view_of(after(tapping("need"), here)), view_of(after(tapping("need", "", str(PAGE)), here))
    assert isinstance(first, Services)
    assert isinstance(second, Services)
    assert [offer.service for offer in first.offers + second.offers] == services_at()
    narrowed = after(tapping("need", "legal_aid"), here)
    assert view_of(narrowed) == Services(
        "kukes", "legal_aid", tuple(offers(the_town().packs, "kukes", "legal_aid")), first.needs, 0, 1
    )
    assert narrowed.counts == (Count("services", "legal_aid"),)


def test_the_kinds_of_help_come_in_the_order_of_the_packs_and_not_of_the_distance() -> None:
    line, office = a_service("al_line", category="helpline", reach="national", place=None), a_service("al_office")
    knowledge = Canned().knowledge(some_packs(services=[line, office]))
    view = view_of(after(tapping("needs"), a_conversation(place="kukes"), knowledge))
    assert view == Needs("kukes", ("helpline", "employment_office"))
    assert services_at(packs=knowledge.packs) == ["al_office", "al_line"]


def test_only_the_kinds_of_help_that_there_are_here_are_listed() -> None:
    view = view_of(after(tapping("needs"), a_conversation(place="kukes", country="AL")))
    assert view == Needs("kukes", ("employment_office", "legal_aid", "helpline", "dv_service"))
    assert view_of(after(tapping("needs"))) == Needs(None, ("helpline",))


@pytest.mark.parametrize("detail", ["-3", "x", "1000000", "\u00b2", ""])
def test_a_forged_page_number_is_the_first_page(detail: str) -> None:
    view = view_of(after(tapping("need", "", detail), a_conversation(place="kukes")))
    assert isinstance(view, Services)
    assert view.seen == 0


def test_a_page_behind_the_last_one_is_empty_and_still_an_answer() -> None:
    view = view_of(after(tapping("need", "", "99"), a_conversation(place="kukes")))
    assert isinstance(view, Services)
    assert view.offers == ()


def test_a_place_on_the_map_is_sent_as_a_venue() -> None:
    turn = after(tapping("map", "al_office_door"))
    assert turn.actions == (ShowOnMap("al_office_door", "sq"),)
    assert turn.counts == (Count("map", "al_office_door"),)


@pytest.mark.parametrize("service", ["al_refuge", "al_line", "gone"])
def test_what_has_no_point_on_the_map_leads_to_the_menu(service: str) -> None:
    assert not besides(after(tapping("map", service)))


@pytest.mark.parametrize(
    "text", ["Kukës", "kukes", "KUKES!", "jam ne Kukes", "Unë jam në Kukës", "in Kukës", "ne kukes"]
)
def test_a_text_that_is_nothing_but_a_town_names_it(text: str) -> None:
    turn = after(writing(text))
    assert isinstance(view_of(turn), Services)
    assert turn.conversation.place == "kukes"


def test_a_town_has_more_than_one_spelling() -> None:
    assert place_named("Vlora", the_town(), guess=False) == "vlore"


def test_a_slip_of_the_finger_is_forgiven_only_where_a_town_was_asked_for() -> None:
    assert place_named("Prizrenn", the_town(), guess=False) is None
    assert place_named("Prizrenn", the_town(), guess=True) == "prizren"
    assert place_named("Londra", the_town(), guess=True) is None


def test_without_any_town_none_is_guessed() -> None:
    assert place_named("Prizren", Canned().knowledge(some_packs(places=[])), guess=True) is None


def test_a_town_that_we_do_not_know_is_asked_for_again() -> None:
    turn = after(writing("Londra"), a_conversation(awaiting="place"))
    assert show_of(turn) == Show(AskPlace(unknown=True), "sq")
    assert turn.conversation.awaiting == "place"


def test_a_town_typed_in_a_case_goes_to_the_desk_and_is_answered_where_we_asked_for_it() -> None:
    turn = after(writing("Vlora"), a_conversation(case="open", awaiting="place"))
    assert isinstance(view_of(turn), Services)
    assert besides(turn) == [CopyToDesk(MESSAGE)]
    assert turn.conversation == a_conversation(place="vlore", country="AL", case="open")


def test_after_other_words_in_a_case_a_shared_place_is_for_the_counsellor_again() -> None:
    asked = a_conversation(case="open", awaiting="place")
    turn = after(writing("I will tell you where I am."), asked)
    assert turn.actions == (CopyToDesk(MESSAGE),)
    assert after(sharing(KUKES), turn.conversation).actions == (CopyToDesk(MESSAGE),)
