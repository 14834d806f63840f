"""One service by itself: its card, the map, and what is wrong with it."""

import pytest

from bot.conversation.actions import ShowOnMap
from bot.conversation.state import Count
from bot.conversation.views import Menu, MistakeAsked, MistakeTold, ServiceCard
from tests.builders import a_conversation
from tests.conversation.playing import after, besides, tapping, view_of

HERE = a_conversation(place="kukes", country="AL")


def test_a_card_knows_which_service_comes_next_for_the_same_need() -> None:
    turn = after(tapping("service", "al_office", ""), HERE)
    view = view_of(turn)
    assert isinstance(view, ServiceCard)
    assert (view.service, view.place, view.need, view.following) == ("al_office", "kukes", "", "al_refuge")
    assert turn.counts == (Count("service", "al_office"),)
    assert turn.conversation.subject == "al_office"


def test_the_last_one_has_none_after_it() -> None:
    view = view_of(after(tapping("service", "al_office_door", "lawyer"), HERE))
    assert isinstance(view, ServiceCard)
    assert (view.need, view.following) == ("lawyer", None)


def test_a_card_abroad_stands_among_those_of_its_country() -> None:
    view = view_of(after(tapping("service", "de_embassy"), HERE))
    assert isinstance(view, ServiceCard)
    assert (view.place, view.following) == (None, "de_embassy_branch")


def test_a_card_can_be_opened_without_a_place() -> None:
    view = view_of(after(tapping("service", "al_line")))
    assert isinstance(view, ServiceCard)
    assert (view.km, view.following) == (None, "xk_line")


def test_a_need_that_no_pack_knows_is_none() -> None:
    view = view_of(after(tapping("service", "al_office", "forged"), HERE))
    assert isinstance(view, ServiceCard)
    assert view.need == ""


def test_a_mistake_is_counted_by_service_and_part_and_nothing_else() -> None:
    assert view_of(after(tapping("wrong", "al_office"), HERE)) == MistakeAsked("al_office")
    told = after(tapping("wrong", "al_office", "phone"), HERE)
    assert view_of(told) == MistakeTold("al_office")
    assert told.counts == (Count("mistake", "al_office:phone"),)
    assert told.conversation == HERE


@pytest.mark.parametrize(
    "tap", [tapping("service", "gone"), tapping("wrong", "gone"), tapping("wrong", "gone", "phone")]
)
def test_a_service_that_is_gone_leads_to_the_menu(tap: object) -> None:
    turn = after(tap, HERE)  # type: ignore[arg-type]  # every one of them is a button
    assert view_of(turn) == Menu("button")
    assert not turn.counts


def test_a_forged_mistake_is_not_counted() -> None:
    turn = after(tapping("wrong", "al_office", "my name"), HERE)
    assert view_of(turn) == Menu("button")
    assert not turn.counts


def test_a_place_on_the_map_is_sent_as_a_venue() -> None:
    turn = after(tapping("map", "al_office_door"))
    assert turn.actions == (ShowOnMap("al_office_door", "sq"),)
    assert turn.counts == (Count("map", "al_office_door"),)


@pytest.mark.parametrize("service", ["al_refuge", "al_line", "gone"])
def test_what_has_no_point_on_the_map_leads_to_the_menu(service: str) -> None:
    assert not besides(after(tapping("map", service)))
