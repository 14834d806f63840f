"""Help in a country abroad."""

import pytest

from bot.conversation.events import LocationShared
from bot.conversation.state import Count
from bot.conversation.views import Countries, Menu, Services
from bot.search.answer import Found, Match
from tests.builders import a_conversation, a_service, some_packs, some_town_and_its_services
from tests.conversation.playing import MESSAGE, after, tapping, view_of, writing
from tests.fakes import Canned

BERLIN = LocationShared(52.52, 13.405, MESSAGE)
NEW_YORK = LocationShared(40.7, -74.0, MESSAGE)
HOME = a_conversation(place="kukes", country="AL", awaiting="place")


def test_a_country_that_is_written_is_remembered_instead_of_the_town() -> None:
    turn = after(writing("jam ne Gjermani"), HOME)
    view = view_of(turn)
    assert isinstance(view, Services)
    assert (view.abroad, view.country, view.total) == (True, "DE", 3)
    assert [offer.service for offer in view.offers] == ["de_embassy", "de_embassy_branch", "eu_line"]
    assert turn.conversation == a_conversation(country="DE")
    assert turn.counts == (Count("services", "abroad"),)


def test_the_name_of_a_country_alone_is_looked_at_and_not_taken_for_where_one_is() -> None:
    here = a_conversation(place="kukes", country="AL")
    turn = after(writing("Gjermani"), here)
    view = view_of(turn)
    assert isinstance(view, Services)
    assert view.country == "DE"
    assert turn.conversation == here


def test_the_name_of_our_own_country_alone_does_not_forget_the_town() -> None:
    here = a_conversation(place="kukes", country="AL")
    turn = after(writing("Kosovë"), here)
    view = view_of(turn)
    assert isinstance(view, Services)
    assert ([offer.service for offer in view.offers], view.abroad) == (["xk_line"], False)
    assert turn.conversation == here


def test_a_topic_about_a_country_comes_before_who_helps_there() -> None:
    found = {"Gjermani": Found("choose", (Match("asylum-facts", 0.6),))}
    knowledge = Canned(found).knowledge(some_town_and_its_services())
    assert view_of(after(writing("Gjermani"), knowledge=knowledge)).kind == "choice"


def test_after_we_have_asked_the_name_of_a_country_is_the_answer() -> None:
    turn = after(writing("Gjermani"), a_conversation(awaiting="place"))
    assert turn.conversation == a_conversation(country="DE")


def test_a_country_can_be_chosen_and_narrowed_down() -> None:
    assert view_of(after(tapping("countries"))) == Countries(("DE", "IT"))
    view = view_of(after(tapping("country", "DE", "helpline/0")))
    assert isinstance(view, Services)
    assert [offer.service for offer in view.offers] == ["eu_line"]
    assert view.needs == ("helpline", "embassy")


def test_a_country_where_we_know_nobody_is_not_taken_for_where_to_call() -> None:
    turn = after(tapping("country", "FR"))
    assert isinstance(view_of(turn), Services)
    assert turn.conversation.country is None


def test_one_of_our_own_countries_is_home() -> None:
    turn = after(tapping("country", "XK"))
    view = view_of(turn)
    assert isinstance(view, Services)
    assert ([offer.service for offer in view.offers], view.abroad) == (["xk_line"], False)
    assert turn.conversation.country == "XK"


@pytest.mark.parametrize("argument", ["", "QQ", "de"])
def test_a_forged_country_leads_to_the_menu(argument: str) -> None:
    assert view_of(after(tapping("country", argument))) == Menu("button")


def test_a_forged_need_leads_to_the_menu() -> None:
    assert view_of(after(tapping("country", "DE", "forged/0"))) == Menu("button")


def test_the_country_of_a_shared_point_is_a_guess_and_not_remembered() -> None:
    turn = after(BERLIN, HOME)
    view = view_of(turn)
    assert isinstance(view, Services)
    assert view.country == "DE"
    assert view.offers[0].km == pytest.approx(2.2, abs=0.1)
    assert turn.conversation == a_conversation(place="kukes", country="AL")


def test_far_from_all_that_we_know_the_country_is_asked_for() -> None:
    assert view_of(after(NEW_YORK)) == Countries(("DE", "IT"))


def test_what_was_looked_for_is_looked_for_abroad() -> None:
    view = view_of(after(BERLIN, a_conversation(awaiting="place", wish="helpline/")))
    assert isinstance(view, Services)
    assert [offer.service for offer in view.offers] == ["eu_line"]


def test_a_topic_answers_better_than_a_list_of_lines_abroad() -> None:
    found = {"avokat ne gjermani": Found("answer", (Match("asylum-facts", 0.9),))}
    packs = some_town_and_its_services()
    topic = view_of(after(writing("avokat ne gjermani"), knowledge=Canned(found).knowledge(packs)))
    assert topic.kind == "topic"
    without = view_of(after(writing("avokat ne gjermani"), knowledge=Canned().knowledge(packs)))
    assert isinstance(without, Services)
    assert without.country == "DE"


def test_a_long_list_abroad_is_turned_over() -> None:
    many = [a_service(f"de_line_{n}", country="DE", place=None, reach="national") for n in range(5)]
    knowledge = Canned().knowledge(some_packs(services=many))
    view = view_of(after(tapping("country", "DE", "/3"), knowledge=knowledge))
    assert isinstance(view, Services)
    assert (len(view.offers), view.seen, view.total) == (2, 3, 5)
