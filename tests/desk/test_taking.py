"""Who has a case: one winner, handed on by name, given back, put off."""

from dataclasses import replace

import pytest

from bot.conversation.case_views import Notice
from bot.desk.actions import ShowAtDesk
from bot.desk.cards import THE_CARD
from bot.desk.case import Colleague
from bot.desk.taking import HOURS
from bot.desk.views import CaseCard, ChooseColleague, ChooseSnooze, ConfirmTaking, Sentence
from bot.desk.waiting import due
from tests.desk.playing import (
    ARTA,
    BESNIK,
    HOUR,
    MINUTE,
    MIRA,
    NOW,
    TAPPED,
    a_case,
    after,
    at_desk,
    closed,
    has_card_again,
    held,
    known,
    pressing,
    saying,
    shown_at_desk,
    to_client,
    told,
)


def test_whoever_presses_first_has_the_case_and_the_client_hears_of_it() -> None:
    turn = after(pressing("claim"), a_case())
    assert turn.case == held()
    assert to_client(turn) == [Notice("case_held")]
    assert turn.toast == Sentence("claimed")
    assert turn.deeds == ("claimed",)
    assert has_card_again(turn)


def test_the_card_is_written_in_the_language_of_whoever_has_the_case() -> None:
    turn = after(pressing("claim"), a_case(), ARTA)
    assert shown_at_desk(turn) == [ShowAtDesk(CaseCard(turn.case), "en", THE_CARD)]
    back = after(pressing("release"), turn.case, ARTA)
    assert {each.language for each in shown_at_desk(back)} == {"sq"}


def test_whoever_presses_second_is_told_who_was_first_and_nothing_else_happens() -> None:
    turn = after(pressing("claim"), held(), BESNIK)
    assert (turn.case, turn.actions, turn.deeds) == (held(), (), ())
    assert turn.toast == Sentence("one_of", "Mira")


def test_pressing_again_what_one_has_already_says_so_and_does_nothing() -> None:
    for tap in ("claim", "take"):
        turn = after(pressing(tap), held())
        assert (turn.case, turn.actions, turn.toast) == (held(), (), Sentence("claimed"))


def test_two_counsellors_of_the_same_name_are_not_the_same() -> None:
    other = Colleague("d4" * 16, "Mira")
    assert after(pressing("claim"), held(), other).toast == Sentence("one_of", "Mira")
    assert not after(saying(), held(), other).counts


def test_taking_over_asks_first() -> None:
    turn = after(pressing("take"), held(), BESNIK)
    assert turn.case == held()
    assert turn.actions == (ShowAtDesk(ConfirmTaking("Mira", MIRA.key), "sq", TAPPED),)
    assert turn.deeds == ()


def test_after_the_second_tap_the_case_has_changed_hands_and_everybody_knows() -> None:
    turn = after(pressing("take", MIRA.key), held(), BESNIK)
    assert turn.case == held(BESNIK)
    assert to_client(turn) == [Notice("case_passed")]
    assert at_desk(turn) == [Sentence("taken_over", "Besnik\nMira")]
    assert turn.deeds == ("taken",)
    assert has_card_again(turn)


def test_an_old_question_does_not_take_the_case_from_somebody_else() -> None:
    turn = after(pressing("take", MIRA.key), held(ARTA), BESNIK)
    assert turn.case == held(ARTA)
    assert turn.actions == (ShowAtDesk(ConfirmTaking("Arta", ARTA.key), ARTA.language, TAPPED),)


def test_taking_over_what_was_given_back_meanwhile_is_taking_it() -> None:
    turn = after(pressing("take", MIRA.key), a_case(), BESNIK)
    assert turn.case == held(BESNIK)
    assert to_client(turn) == [Notice("case_held")]
    assert turn.deeds == ("claimed",)


def test_a_case_that_is_given_back_waits_and_is_called_for_anew() -> None:
    tired = held(begins=NOW - 9 * HOUR, since=NOW - 9 * HOUR, called=3, signs=2, snoozed=NOW + HOUR)
    turn = after(pressing("release"), tired)
    assert turn.case == a_case()
    assert to_client(turn) == [Notice("case_released")]
    assert told(turn) == ["released"]
    assert turn.deeds == ("released",)
    assert due(turn.case, 5) == NOW + 5 * MINUTE


def test_a_case_can_be_handed_to_a_colleague_by_name() -> None:
    turn = after(pressing("hand", BESNIK.key), held())
    assert turn.case == held(BESNIK)
    assert to_client(turn) == [Notice("case_passed")]
    assert at_desk(turn) == [Sentence("handed", "Mira\nBesnik")]
    assert turn.deeds == ("handed",)


def test_whoever_it_is_handed_to_is_called_by_name() -> None:
    zef = Colleague("e5" * 16, "Zef", number=77)
    turn = after(pressing("hand", zef.key), held(), MIRA, known(colleagues=(MIRA, zef)))
    assert at_desk(turn) == [Sentence("handed", "Mira\nZef", mentions=(77,))]


@pytest.mark.parametrize("to", ["", MIRA.key, "ff" * 16])
def test_handing_it_on_to_nobody_to_oneself_or_to_whom_nobody_knows_asks_to_whom(to: str) -> None:
    turn = after(pressing("hand", to), held())
    assert turn.case == held()
    assert at_desk(turn) == [ChooseColleague((BESNIK, ARTA))]
    assert turn.deeds == ()


def test_where_there_is_no_colleague_nobody_is_offered() -> None:
    assert at_desk(after(pressing("hand"), held(), MIRA, known(colleagues=(MIRA,)))) == [ChooseColleague(())]


def test_anybody_may_say_that_it_cannot_wait_and_that_it_can_after_all() -> None:
    turn = after(pressing("urgent", "on"), a_case(), BESNIK)
    assert turn.case == a_case(urgent=True)
    assert (turn.toast, turn.deeds) == (Sentence("urgent"), ("urgent",))
    assert has_card_again(turn)
    calm = after(pressing("urgent", "off"), turn.case, MIRA)
    assert calm.case == a_case()
    assert (calm.toast, calm.deeds) == (Sentence("not_urgent"), ())


@pytest.mark.parametrize("resting", [{"begins": NOW + 15 * HOUR}, {"snoozed": NOW + 24 * HOUR}])
def test_what_cannot_wait_waits_neither_for_the_desk_to_open_nor_as_it_was_put_off(resting: dict[str, int]) -> None:
    case = after(pressing("urgent", "on"), a_case(**resting), BESNIK).case
    assert (case.snoozed, case.begins) == (None, NOW)
    assert due(case, 5) == NOW + 2 * MINUTE


@pytest.mark.parametrize("hours", HOURS)
def test_a_case_can_be_put_off_for_some_hours_and_nobody_is_called_meanwhile(hours: str) -> None:
    turn = after(pressing("snooze", hours), a_case(), BESNIK)
    assert turn.case == a_case(snoozed=NOW + int(hours) * HOUR)
    assert turn.toast == Sentence("snoozed", number=int(hours))
    assert due(turn.case, 5) == NOW + int(hours) * HOUR
    assert not to_client(turn)


@pytest.mark.parametrize("hours", ["", "0", "-1", "9999", "one", "1_0"])
def test_for_how_long_is_asked_and_never_taken_from_a_forged_button(hours: str) -> None:
    turn = after(pressing("snooze", hours), a_case())
    assert (turn.case, at_desk(turn)) == (a_case(), [ChooseSnooze()])


def test_taking_a_case_ends_its_being_put_off() -> None:
    assert after(pressing("claim"), a_case(snoozed=NOW + HOUR)).case == held()


def test_after_the_case_changed_hands_whoever_still_writes_is_told_that_the_client_does_not_read_it() -> None:
    case = replace(held(), hinted=True)
    case = after(pressing("hand", BESNIK.key), case).case
    assert told(after(saying(), case, MIRA)) == ["not_yours"]
    case = after(pressing("release"), replace(case, hinted=True), BESNIK).case
    assert told(after(saying(), case, BESNIK)) == ["unclaimed"]


def test_nobody_takes_a_case_that_is_closed() -> None:
    for tap in (pressing("claim"), pressing("take", MIRA.key), pressing("hand", BESNIK.key), pressing("release")):
        turn = after(tap, closed(), MIRA)
        assert turn.case == closed()
        assert turn.toast == Sentence("closed")
        assert not to_client(turn)
        assert not turn.deeds
