"""A case that waits: calls in their order, quiet signs of life, and nothing that comes twice."""

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.actions import OpenCase, Show
from bot.conversation.case_views import CaseWaits, ReferralReached
from bot.desk.actions import ChangeThread, ShowAtDesk
from bot.desk.advance import client_did
from bot.desk.case import Case, FollowUp
from bot.desk.events import TimePassed
from bot.desk.known import OnDuty
from bot.desk.turn import CaseTurn
from bot.desk.views import CaseCard, Sentence
from bot.desk.waiting import CALLS, SIGNS, due
from tests.desk.playing import (
    DAY,
    HOUR,
    MINUTE,
    MIRA,
    NOW,
    a_case,
    after,
    at_desk,
    closed,
    held,
    known,
    pressing,
    to_client,
    told,
)

OPENING = OpenCase("en", "kukes", "asylum-facts", None, "AL", minor=True, shown=("asylum-facts",), replaces=7)
ON_DUTY = (OnDuty(11, "Arta"), OnDuty(12, "Besnik"))


def opened(deed: OpenCase = OPENING, case: Case | None = None, **more: Any) -> CaseTurn:
    turn = client_did(case, deed, known(**more))
    assert turn is not None
    return turn


def passing(case: Case, now: int, **more: Any) -> CaseTurn:
    return after(TimePassed(), case, None, known(now, **more))


def lived(case: Case, until: int, **more: Any) -> list[tuple[int, CaseTurn]]:
    """Everything that time alone brings this case, each with its minute, as the bot wakes up for it."""
    turns: list[tuple[int, CaseTurn]] = []
    while (at := due(case, 5)) is not None and at <= until:
        turns.append(((at - NOW) // MINUTE, passing(case, at, **more)))
        case = turns[-1][1].case
    return turns


def test_a_new_case_knows_what_the_client_told_and_shows_them_how_long_it_may_take() -> None:
    turn = opened(before=3)
    about = {"place": "kukes", "country": "AL", "subject": "asylum-facts", "minor": True, "shown": ("asylum-facts",)}
    assert turn.case == a_case(language="en", **about)
    assert turn.actions == (Show(CaseWaits(3), "en", 7), ShowAtDesk(CaseCard(turn.case), "sq"))
    assert turn.deeds == ("opened",)


def test_the_card_of_a_new_case_is_in_the_language_of_the_desk() -> None:
    turn = opened(at_desk="en")
    assert turn.actions[1] == ShowAtDesk(CaseCard(turn.case), "en")
    again = opened(case=closed(), at_desk="en")
    assert {each.language for each in again.actions if isinstance(each, ShowAtDesk)} == {"en"}


def test_outside_the_hours_of_the_desk_the_calls_begin_when_it_opens() -> None:
    turn = opened(opens=NOW + 15 * HOUR)
    assert to_client(turn) == [CaseWaits(0, NOW + 15 * HOUR)]
    assert due(turn.case, 5) == NOW + 15 * HOUR + 5 * MINUTE


def test_in_danger_nobody_waits_for_the_desk_to_open_and_the_calls_come_twice_as_fast() -> None:
    turn = opened(replace(OPENING, signal="held"), opens=NOW + 15 * HOUR)
    assert turn.case.urgent
    assert due(turn.case, 5) == NOW + 2 * MINUTE


def test_the_calls_come_in_their_order_and_the_signs_between_them() -> None:
    story = lived(a_case(), NOW + 30 * DAY, on_duty=ON_DUTY)
    calls = [(minute, *told(turn)) for minute, turn in story if told(turn)]
    assert calls == [(5, "second_call"), (10, "on_duty"), (15, "on_duty", "partner")]
    shown = [(minute, *to_client(turn)) for minute, turn in story if to_client(turn)]
    sign = CaseWaits(0, sign=True)
    assert shown == [(15, CaseWaits(0, lines=True)), (60, sign), (180, sign)]
    assert [turn.deeds for _, turn in story] == [("called",)] * CALLS + [()] * (len(SIGNS) - 1)


def test_the_third_call_gives_the_client_the_lines_of_partners() -> None:
    turn = passing(a_case(called=2, signs=1), NOW + 15 * MINUTE, before=2)
    assert to_client(turn) == [CaseWaits(2, lines=True)]


def test_whoever_is_on_duty_is_called_by_name() -> None:
    turn = passing(a_case(called=1), NOW + 10 * MINUTE, on_duty=ON_DUTY)
    assert at_desk(turn) == [Sentence("on_duty", "Arta\nBesnik", number=10, mentions=(11, 12))]


def test_signs_of_life_make_no_sound() -> None:
    (sign,) = (each for each in passing(a_case(called=3), NOW + 15 * MINUTE).actions if isinstance(each, Show))
    assert sign == Show(CaseWaits(0, sign=True), "sq", silent=True)


def test_after_a_long_stop_of_the_program_only_the_last_call_comes_and_it_is_sign_enough() -> None:
    turn = passing(a_case(), NOW + 2 * DAY)
    assert told(turn) == ["on_duty", "partner"]
    assert (turn.case.called, turn.case.signs) == (CALLS, len(SIGNS))
    assert to_client(turn) == [CaseWaits(0, lines=True)]
    assert due(turn.case, 5) is None


def test_a_case_that_somebody_has_is_called_for_by_nobody() -> None:
    assert due(held(), 5) is None
    assert passing(held(), NOW + DAY) == CaseTurn(held())


def test_how_long_the_client_has_waited_leaves_out_the_time_with_a_counsellor() -> None:
    case = after(pressing("release"), held(opened=NOW - DAY, since=NOW - DAY)).case
    assert at_desk(passing(case, NOW + 5 * MINUTE)) == [Sentence("second_call", number=5)]


def test_how_long_the_client_has_waited_counts_the_night() -> None:
    case = opened(opens=NOW + 10 * HOUR).case
    assert at_desk(passing(case, NOW + 10 * HOUR + 5 * MINUTE)) == [Sentence("second_call", number=605)]


def test_what_was_put_off_comes_back_and_is_called_for_anew() -> None:
    turn = passing(a_case(snoozed=NOW + HOUR, called=3, signs=1), NOW + HOUR)
    assert at_desk(turn) == [Sentence("awake")]
    assert turn.case == a_case(begins=NOW + HOUR, signs=1)
    assert due(turn.case, 5) == NOW + HOUR + 5 * MINUTE


def test_whoever_put_off_their_own_case_is_reminded_by_name() -> None:
    assert at_desk(passing(held(snoozed=NOW + HOUR), NOW + HOUR)) == [Sentence("awake", "Mira")]


def test_while_it_is_put_off_nothing_is_called_nor_said() -> None:
    case = a_case(snoozed=NOW + DAY)
    assert passing(case, NOW + 20 * HOUR) == CaseTurn(case)


def test_the_same_client_comes_back_into_the_same_thread_and_need_not_tell_it_again() -> None:
    follow_ups = (FollowUp("al_shelter", NOW + DAY),)
    before = closed(opened=NOW - 9 * DAY, since=NOW - 9 * DAY, follow_ups=follow_ups, called=3, hinted=True)
    turn = opened(case=before)
    assert (turn.case.status, turn.case.holder, turn.case.called, turn.case.erase) == ("waiting", None, 0, None)
    assert (turn.case.opened, turn.case.since, turn.case.follow_ups) == (NOW - 9 * DAY, NOW, follow_ups)
    assert ChangeThread("reopen") in turn.actions
    assert told(turn) == ["back_again"]
    assert turn.deeds == ("reopened",)
    assert at_desk(passing(turn.case, NOW + 5 * MINUTE)) == [Sentence("second_call", number=5)]


def test_some_days_after_a_referral_the_client_is_asked_once_without_a_sound() -> None:
    case = held(follow_ups=(FollowUp("al_shelter", NOW + 7 * DAY), FollowUp("al_line", NOW + 8 * DAY)))
    turn = passing(case, NOW + 7 * DAY)
    assert turn.actions == (Show(ReferralReached("al_shelter"), "sq", silent=True),)
    assert turn.case.follow_ups == (FollowUp("al_line", NOW + 8 * DAY),)


def test_when_the_time_of_a_closed_case_is_over_nothing_of_it_is_due_any_more() -> None:
    case = closed(follow_ups=(FollowUp("al_shelter", NOW + 20 * DAY),), snoozed=NOW)
    turn = passing(case, NOW + 14 * DAY)
    assert turn.actions == (ChangeThread("delete"),)
    assert turn.deeds == ("erased",)
    assert due(turn.case, 5) is None


moments = st.integers(NOW - 40 * DAY, NOW + 40 * DAY)
any_case = st.builds(
    a_case,
    status=st.sampled_from(["waiting", "held", "closed"]),
    holder=st.none() | st.just(MIRA),
    urgent=st.booleans(),
    begins=moments,
    called=st.integers(0, CALLS),
    signs=st.integers(0, len(SIGNS)),
    snoozed=st.none() | moments,
    erase=st.none() | moments,
    follow_ups=st.lists(st.builds(FollowUp, st.just("al_shelter"), moments), max_size=3).map(tuple),
)


@given(any_case, moments, st.integers(1, 30))
def test_nothing_is_due_twice(case: Case, now: int, minutes: int) -> None:
    turn = passing(case, now, minutes=minutes)
    at = due(turn.case, minutes)
    assert at is None or at > now


@given(any_case, moments, st.integers(1, 30))
def test_nothing_comes_before_its_time(case: Case, now: int, minutes: int) -> None:
    at = due(case, minutes)
    if at is None or at > now:
        assert passing(case, now, minutes=minutes) == CaseTurn(case)
    else:
        assert passing(case, now, minutes=minutes) != CaseTurn(case)
