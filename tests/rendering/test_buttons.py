from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.taps import Tap
from bot.rendering.buttons import (
    LABEL,
    ROWS,
    button,
    cut,
    helpline_buttons,
    language_rows,
    menu_button,
    pairs,
    person_buttons,
    with_exit,
)
from tests.builders import a_topic, some_packs
from tests.contexts import a_reader, taps

HELPLINES = a_topic("helplines", "help")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Menu", "Menu"),
        ("Të drejtat në punë jashtë", "Të drejtat në punë…"),
        ("Exactly twenty-four, yes", "Exactly twenty-four, yes"),
        ("Udhëtim pa viza: 90 ditë nga 180", "Udhëtim pa viza: 90…"),
        ("Donaudampfschifffahrtsgesellschaft", "Donaudampfschifffahrtsg…"),
    ],
)
def test_a_label_that_is_too_long_is_cut_at_a_word(text: str, label: str) -> None:
    assert cut(text) == label


@given(st.text())
def test_no_label_is_longer_than_a_small_phone_shows(text: str) -> None:
    assert len(cut(text)) <= LABEL


def test_buttons_stand_two_a_row() -> None:
    one, two, three = (button(name, Tap("menu")) for name in ("1", "2", "3"))
    assert pairs([one, two, three]) == ((one, two), (three,))
    assert pairs([]) == ()


def test_a_person_is_offered_where_there_is_a_desk() -> None:
    assert [each.data for each in person_buttons(a_reader())] == ["talk"]


def test_helplines_stand_in_where_there_is_no_desk() -> None:
    reader = a_reader(some_packs(topics=[HELPLINES]), desk=False)
    assert [each.data for each in person_buttons(reader)] == ["topic:helplines"]


def test_helplines_that_are_gone_or_too_old_are_not_offered() -> None:
    assert helpline_buttons(a_reader(some_packs(topics=[]))) == ()
    assert helpline_buttons(a_reader(some_packs(topics=[HELPLINES]), today=date(2040, 1, 1))) == ()


def test_the_language_that_is_spoken_has_a_mark() -> None:
    rows = language_rows(a_reader(language="en"))
    assert [(each.label, each.data) for each in rows[0]] == [("Shqip", "lang:sq"), ("English ✓", "lang:en")]


OTHER = button("Other", Tap("near"))
MENU = menu_button(a_reader())


def test_the_quick_exit_stands_beside_a_lonely_way_to_the_menu() -> None:
    rows = with_exit(((OTHER,), (MENU,)), a_reader())
    assert [taps((row,)) for row in rows] == [[Tap("near")], [Tap("menu"), Tap("exit")]]


def test_else_it_has_a_row_of_its_own() -> None:
    rows = with_exit(((OTHER, MENU),), a_reader())
    assert [taps((row,)) for row in rows] == [[Tap("near"), Tap("menu")], [Tap("exit")]]


def test_a_full_screen_is_not_made_longer() -> None:
    full = ((OTHER,),) * (ROWS - 1)
    assert with_exit((*full, (OTHER, MENU)), a_reader()) == (*full, (OTHER, MENU))
    assert taps(with_exit((*full, (MENU,)), a_reader()))[-1] == Tap("exit")


def test_where_no_button_leads_to_the_menu_there_is_no_quick_exit_either() -> None:
    assert with_exit(((OTHER,),), a_reader()) == ((OTHER,),)
    assert with_exit((), a_reader()) == ()
