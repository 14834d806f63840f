"""Places and the services near them: right distances, nothing that betrays a hiding place, no point that is kept."""

from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.actions import CopyToDesk, Show
from bot.conversation.case_views import AskShare
from bot.conversation.events import LocationShared
from bot.conversation.nearby import PAGE
from bot.conversation.state import Count
from bot.conversation.views import AskPlace, Needs, Services, Traits, View
from bot.directory.finding import Somewhere, at_any_hour
from bot.directory.globe import Point
from bot.directory.wish import ANYTHING, Wish
from bot.packs.place_schema import Unit
from tests.builders import a_conversation, a_place, a_service, some_packs
from tests.conversation.playing import MESSAGE, after, besides, show_of, tapping, the_town, view_of, writing
from tests.fakes import Canned

KUKES = Point(42.0769, 20.4219)
IN_TOWN = ["al_office", "al_refuge", "al_office_door", "al_line"]

points = st.builds(Point, st.floats(-90, 90), st.floats(-180, 180))


def sharing(here: Point) -> LocationShared:
    return LocationShared(here.lat, here.lon, MESSAGE)


def services_in(view: View) -> list[str]:
    assert isinstance(view, Services)
    return [offer.service for offer in view.offers]


def test_a_shared_place_shows_what_is_near_and_only_the_municipality_is_remembered() -> None:
    turn = after(sharing(KUKES), a_conversation(awaiting="place"))
    view = view_of(turn)
    assert isinstance(view, Services)
    assert view.place == "kukes"
    assert services_in(view) == IN_TOWN[:PAGE]
    assert view.total == len(IN_TOWN)
    assert view.needs == ("lawyer", "bed", "employment_office", "legal_aid", "helpline", "dv_service")
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


def test_in_a_case_a_shared_place_is_for_the_counsellor_if_the_client_says_so() -> None:
    turn = after(sharing(KUKES), a_conversation(case="open"))
    assert turn.actions == (Show(AskShare("place", (MESSAGE,)), "sq"),)
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
    assert services_in(first) + services_in(second) == IN_TOWN
    narrowed = after(tapping("need", "lawyer"), here)
    assert services_in(view_of(narrowed)) == ["al_office_door"]
    assert narrowed.counts == (Count("services", "lawyer"),)
    assert services_in(view_of(after(tapping("need", "dv_service"), here))) == ["al_refuge"]


def test_a_page_goes_on_with_what_was_wished_for() -> None:
    view = view_of(after(tapping("need", "legal_aid", "0f.en"), a_conversation(place="kukes", country="AL")))
    assert isinstance(view, Services)
    assert (view.letters, view.missed) == ("f.en", True)


def test_what_people_need_comes_before_the_kinds_of_service_in_the_order_of_the_packs() -> None:
    line, office = a_service("al_line", category="helpline", reach="national", place=None), a_service("al_office")
    knowledge = Canned().knowledge(some_packs(services=[line, office]))
    view = view_of(after(tapping("needs"), a_conversation(place="kukes"), knowledge))
    assert view == Needs("kukes", ("helpline", "employment_office"))


def test_only_the_kinds_of_help_that_there_are_here_are_listed() -> None:
    view = view_of(after(tapping("needs"), a_conversation(place="kukes", country="AL")))
    assert view == Needs("kukes", ("lawyer", "bed", "employment_office", "legal_aid", "helpline", "dv_service"))
    assert view_of(after(tapping("needs"))) == Needs(None, ("helpline",))


def test_one_can_choose_only_by_what_divides_the_services() -> None:
    lawyers = [
        a_service("al_one", category="legal_aid", cost="free", languages=["sq", "en"], hours="24/7"),
        a_service("al_other", category="legal_aid", cost="free", languages=["sq"]),
    ]
    knowledge = Canned().knowledge(some_packs(services=lawyers))
    view = view_of(after(tapping("traits", "lawyer", "0o"), a_conversation(place="kukes"), knowledge))
    assert view == Traits("kukes", "lawyer", "o", ("o", ".en"))


@pytest.mark.parametrize("detail", ["-3", "x", "1000000", "\u00b2", ""])
def test_a_forged_page_number_is_the_first_page(detail: str) -> None:
    view = view_of(after(tapping("need", "", detail), a_conversation(place="kukes")))
    assert isinstance(view, Services)
    assert view.seen == 0


def test_a_page_behind_the_last_one_is_empty_and_still_an_answer() -> None:
    view = view_of(after(tapping("need", "", "99"), a_conversation(place="kukes")))
    assert isinstance(view, Services)
    assert view.offers == ()


@pytest.mark.parametrize(
    "text", ["Kukës", "kukes", "KUKES!", "jam ne Kukes", "Unë jam në Kukës", "in Kukës", "ne kukes"]
)
def test_a_text_that_is_nothing_but_a_town_names_it(text: str) -> None:
    turn = after(writing(text))
    assert isinstance(view_of(turn), Services)
    assert turn.conversation.place == "kukes"


def test_a_slip_of_the_finger_is_forgiven_only_where_a_town_was_asked_for() -> None:
    assert after(writing("Prizrenn"), a_conversation(awaiting="place")).conversation.place == "prizren"
    assert after(writing("Prizrenn")).conversation.place is None


def test_a_need_and_a_town_in_one_message_are_answered_at_once() -> None:
    turn = after(writing("dua nje avokat ne Kukes"))
    assert services_in(view_of(turn)) == ["al_office_door"]
    assert turn.conversation.place == "kukes"
    assert turn.counts == (Count("services", "lawyer"),)


def test_what_was_looked_for_is_remembered_until_we_know_where() -> None:
    asked = after(writing("avokat falas afer meje"))
    assert view_of(asked) == AskPlace()
    told = after(writing("Kukes"), asked.conversation)
    view = view_of(told)
    assert isinstance(view, Services)
    assert (view.need, view.letters, view.missed) == ("lawyer", "f", True)
    assert told.conversation == a_conversation(place="kukes", country="AL")


@pytest.mark.parametrize("way", [tapping("place", "kukes"), sharing(KUKES)])
def test_a_button_or_a_point_answers_as_well_what_was_looked_for(way: LocationShared) -> None:
    turn = after(way, a_conversation(awaiting="place", wish="lawyer/"))
    assert services_in(view_of(turn)) == ["al_office_door"]


def test_what_was_looked_for_is_forgotten_when_something_else_came_between() -> None:
    asked = after(writing("avokat falas afer meje"))
    menu = after(tapping("menu"), asked.conversation)
    view = view_of(after(writing("Kukes"), menu.conversation))
    assert isinstance(view, Services)
    assert view.need is None


def test_near_me_is_answered_at_once_where_we_know_the_town() -> None:
    turn = after(writing("avokat afer meje"), a_conversation(place="kukes", country="AL"))
    assert services_in(view_of(turn)) == ["al_office_door"]


def test_a_name_that_two_municipalities_have_is_asked_about() -> None:
    village = Unit(name="Bardhoc")
    places = [a_place(units=(village,)), a_place("prizren", country="XK", name="Prizren", units=(village,))]
    turn = after(writing("jam në Bardhoc"), knowledge=Canned().knowledge(some_packs(places=places)))
    assert view_of(turn) == AskPlace(among=("kukes", "prizren"))
    assert turn.conversation.place is None


def test_services_are_near_everywhere_in_the_same_order_as_the_directory_has_them() -> None:
    found = the_town().directory.near(Somewhere("kukes"), ANYTHING, at_any_hour)
    assert [offer.service for offer in found.offers] == IN_TOWN
    assert the_town().directory.near(Somewhere("kukes"), Wish("bed"), at_any_hour).offers[0].service == "al_refuge"


def test_a_town_that_we_do_not_know_is_asked_for_again() -> None:
    turn = after(writing("Londra"), a_conversation(awaiting="place"))
    assert show_of(turn) == Show(AskPlace(unknown=True), "sq")
    assert turn.conversation.awaiting == "place"


def test_a_town_typed_in_a_case_goes_to_the_desk_and_is_answered_where_we_asked_for_it() -> None:
    turn = after(writing("Vlora"), a_conversation(case="open", awaiting="place"))
    assert isinstance(view_of(turn), Services)
    assert besides(turn) == [CopyToDesk((MESSAGE,))]
    assert turn.conversation == a_conversation(place="vlore", country="AL", case="open")


def test_after_other_words_in_a_case_a_shared_place_is_for_the_counsellor_again() -> None:
    asked = a_conversation(case="open", awaiting="place")
    turn = after(writing("I will tell you where I am."), asked)
    assert turn.actions == (CopyToDesk((MESSAGE,)),)
    assert view_of(after(sharing(KUKES), turn.conversation)) == AskShare("place", (MESSAGE,))
