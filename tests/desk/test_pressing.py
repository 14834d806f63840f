"""Buttons at the desk, old ones too: each finds the case as it is now and says what came of it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.desk.actions import ShowAtDesk
from bot.desk.case import Case, Colleague
from bot.desk.events import Pressed
from bot.desk.pressing import DOES, OF_A_CLOSED_CASE, OF_THE_HOLDER
from bot.desk.taps import DeskTap
from bot.desk.turn import CaseTurn
from bot.desk.views import CaseCard, CaseMenu, Sentence
from tests.desk.playing import (
    BESNIK,
    MIRA,
    REPLY,
    SERVICE,
    TAPPED,
    TOPIC,
    a_case,
    after,
    at_desk,
    closed,
    commanding,
    has_card_again,
    held,
    pressing,
    to_client,
    words_to_client,
)

CASES = [a_case(), held(), closed(), closed(ended="client"), closed(ended="left")]
arguments = st.sampled_from(["", "yes", "on", "off", "1", "24", "informed", BESNIK.key, REPLY, TOPIC, SERVICE, "reply"])
taps = st.builds(DeskTap, st.sampled_from(sorted(DOES)), arguments, arguments)


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("name", sorted(DOES))
def test_an_anonymous_administrator_can_press_nothing(case: Case, name: Any) -> None:
    assert after(pressing(name), case, None) == CaseTurn(case, toast=Sentence("anonymous"))


@pytest.mark.parametrize("case", CASES)
def test_a_button_that_no_version_of_ours_has_made_shows_the_case_as_it_is(case: Case) -> None:
    turn = after(Pressed(None, TAPPED), case)
    assert turn.case == case
    assert has_card_again(turn)


@pytest.mark.parametrize("name", sorted(OF_THE_HOLDER))
def test_what_only_the_holder_can_do_tells_others_whose_the_case_is(name: Any) -> None:
    assert after(pressing(name), held(), BESNIK) == CaseTurn(held(), toast=Sentence("not_yours", "Mira"))
    assert after(pressing(name), a_case(), BESNIK) == CaseTurn(a_case(), toast=Sentence("unclaimed"))


@pytest.mark.parametrize("name", ["close", "snooze"])
def test_closing_and_putting_off_is_for_the_holder_once_there_is_one(name: Any) -> None:
    assert after(pressing(name), held(), BESNIK) == CaseTurn(held(), toast=Sentence("not_yours", "Mira"))
    assert at_desk(after(pressing(name), a_case(), BESNIK))


@pytest.mark.parametrize("name", sorted(DOES.keys() - OF_A_CLOSED_CASE))
def test_in_a_closed_case_an_old_button_says_so_and_its_card_is_mended(name: Any) -> None:
    turn = after(pressing(name, "yes"), closed())
    assert (turn.case, turn.toast) == (closed(), Sentence("closed"))
    assert has_card_again(turn)


def test_the_card_and_all_that_can_be_done_stand_in_place_of_the_button() -> None:
    assert after(pressing("card"), held()).actions == (ShowAtDesk(CaseCard(held()), "sq", TAPPED),)
    assert at_desk(after(pressing("case"), held(), MIRA)) == [CaseMenu(held(), holds=True)]
    assert at_desk(after(pressing("case"), held(), BESNIK)) == [CaseMenu(held(), holds=False)]


@pytest.mark.parametrize("command", ["case", "console", "unknown"])
def test_a_command_that_names_nothing_else_shows_what_can_be_done(command: Any) -> None:
    assert at_desk(after(commanding(command), held(), MIRA)) == [CaseMenu(held(), holds=True)]


def test_nobody_but_the_one_who_pressed_hears_a_toast() -> None:
    turn = after(pressing("claim"), held(), BESNIK)
    assert turn.actions == ()
    assert turn.toast is not None


@given(taps, st.sampled_from(CASES), st.sampled_from([MIRA, BESNIK]))
def test_every_press_is_answered(tap: DeskTap, case: Case, by: Colleague) -> None:
    turn = after(Pressed(tap, TAPPED), case, by)
    assert turn.actions or turn.toast is not None


@given(taps, st.sampled_from(CASES), st.sampled_from([MIRA, BESNIK]))
def test_no_old_button_does_to_a_case_what_its_state_does_not_allow(tap: DeskTap, case: Case, by: Colleague) -> None:
    turn = after(Pressed(tap, TAPPED), case, by)
    now = turn.case
    assert (now.status == "held") == (now.holder is not None) or not now.is_open
    if not case.held_by(by):
        assert not words_to_client(turn)
    if not case.is_open:
        assert now == case or tap.name == "reopen"
        assert not to_client(turn) or tap.name == "reopen"
    if case.ended in {"client", "left"}:
        assert now == case
    if case.status == "held" and by == BESNIK:
        assert now.holder == MIRA or tap == DeskTap("take", MIRA.key, tap.detail)
