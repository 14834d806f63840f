"""What counsellors ask outside of any case: it is answered to them, in their language, and concerns no client."""

from dataclasses import replace
from typing import Any

import pytest

from bot.desk.case import Colleague
from bot.desk.events import Pressed, Rewritten, ThreadClosed, TimePassed
from bot.desk.finding import GUIDES
from bot.desk.known import OnDuty
from bot.desk.outside import NO_CASE, TURN, Outside, is_outside, outside
from bot.desk.pressing import DOES
from bot.desk.taps import NAMES, DeskTap
from bot.desk.views import Findings, Help, Preview, Queue, QueuedCase, Sentence
from tests.desk.playing import ARTA, MIRA, NOW, REPLY, SAID, SERVICE, TAPPED, commanding, held, known, pressing, saying
from tests.guides.small import knowing_guides

EVERY_GUIDE = ("offer", "days", "list", "plan", "quiz")
QUEUED = (QueuedCase(7, 70, 12, held()),)


def asking(event: Any, by: Colleague = MIRA, **more: Any) -> Outside:
    return outside(event, by, known(**more), QUEUED, 3)


@pytest.mark.parametrize("event", [commanding("queue"), pressing("queue")])
def test_the_queue_says_who_waits_who_is_on_duty_and_how_busy_the_group_is(event: Any) -> None:
    assert asking(event, on_duty=(OnDuty(5, "Arta"),)).view == Queue(QUEUED, ("Arta",), 3)


def test_an_answer_comes_to_the_question_in_the_language_of_whoever_asks() -> None:
    typed, tapped = asking(commanding("queue"), ARTA), asking(pressing("queue"), ARTA)
    assert (typed.language, typed.reply_to, typed.replaces) == ("en", SAID, None)
    assert (tapped.language, tapped.reply_to, tapped.replaces) == ("en", None, TAPPED)


def test_a_button_whose_message_telegram_no_longer_names_gets_a_new_one() -> None:
    assert asking(pressing("queue", tapped=0)).replaces is None


@pytest.mark.parametrize("rest", ["", "on", "po", "today"])
def test_duty_ends_by_itself_after_a_turn(rest: str) -> None:
    answer = asking(commanding("duty", rest))
    assert (answer.view, answer.duty) == (Sentence("duty_on", "Mira"), NOW + TURN)


@pytest.mark.parametrize("event", [commanding("duty", " OFF "), commanding("duty", "jo"), pressing("duty", "off")])
def test_duty_can_be_ended(event: Any) -> None:
    answer = asking(event)
    assert (answer.view, answer.duty) == (Sentence("duty_off", "Mira"), 0)


@pytest.mark.parametrize(("rest", "chosen"), [("en", "en"), (" SQ ", "sq"), ("", "en"), ("klingon", "en")])
def test_a_language_can_be_named_or_the_next_one_taken(rest: str, chosen: str) -> None:
    answer = asking(commanding("language", rest))
    assert (answer.view, answer.language, answer.chosen) == (Sentence("language"), chosen, chosen)


def test_the_language_after_the_last_one_is_the_first_and_one_that_is_gone_is_left() -> None:
    assert asking(pressing("language"), ARTA).chosen == "sq"
    assert asking(pressing("language"), Colleague("e5" * 16, "Zef", "rom")).chosen == "sq"


def test_what_there_is_to_send_can_be_looked_at_and_not_sent() -> None:
    assert asking(commanding("find", "greeting")).view == Findings((REPLY,), (), ())
    assert asking(pressing("service", SERVICE), ARTA).view == Preview("service", SERVICE, "en", sends=False)
    assert asking(pressing("reply", "gone")).view == Sentence("nothing_found")


@pytest.mark.parametrize("event", [pressing("found"), pressing("found", "again")])
def test_the_way_back_from_a_look_leads_to_what_there_is_to_send(event: Any) -> None:
    answer = asking(event)
    assert (answer.view, answer.replaces) == (Findings((REPLY,), (), ()), TAPPED)


def with_guides(event: Any, by: Colleague = MIRA) -> Outside:
    return outside(event, by, replace(known(), knowledge=knowing_guides()), QUEUED, 3)


def test_a_guide_can_be_found_and_looked_at_in_ones_own_language_and_not_sent() -> None:
    found = with_guides(commanding("find", "offer")).view
    assert isinstance(found, Findings)
    assert found.guides == ("offer",)
    answer = with_guides(pressing("guide", "offer"), ARTA)
    assert (answer.view, answer.replaces) == (Preview("guide", "offer", "en", sends=False), TAPPED)
    assert with_guides(pressing("guide", "gone")).view == Sentence("nothing_found")


def test_the_button_for_guides_shows_all_of_them_in_place_of_the_replies() -> None:
    assert with_guides(pressing("found")).view == Findings((), (), (), more=True)
    answer = with_guides(pressing("found", GUIDES))
    assert (answer.view, answer.replaces) == (Findings((), (), (), EVERY_GUIDE), TAPPED)


def test_the_name_of_that_button_when_it_is_written_is_a_word_like_any_other() -> None:
    found = with_guides(commanding("find", GUIDES)).view
    assert isinstance(found, Findings)
    assert (found.guides, found.more) == ((), False)


@pytest.mark.parametrize("name", ["found", "reply", "topic", "service", "guide"])
def test_whatever_can_be_found_without_a_case_can_be_looked_at_without_one(name: Any) -> None:
    assert is_outside(pressing(name, "x"), in_case=False)
    assert not is_outside(pressing(name, "x"), in_case=True)


@pytest.mark.parametrize("name", ["give", "refer"])
def test_without_a_case_there_is_nobody_to_send_anything_to(name: Any) -> None:
    assert not is_outside(pressing(name, "guide", "offer"), in_case=False)


@pytest.mark.parametrize("event", [commanding("close"), commanding("undo"), commanding("case"), pressing("close")])
def test_what_needs_a_case_says_so(event: Any) -> None:
    assert asking(event).view == Sentence("no_case")


@pytest.mark.parametrize("event", [commanding("help"), pressing("help"), pressing("card")])
def test_anything_else_is_helped(event: Any) -> None:
    assert asking(event).view == Help()


def test_what_needs_no_case_is_answered_in_a_thread_of_a_case_too_and_the_rest_only_without() -> None:
    for command in ("queue", "duty", "help", "language"):
        assert is_outside(commanding(command), in_case=True)
    for command in ("find", "case", "close", "undo"):
        assert not is_outside(commanding(command), in_case=True)  # type: ignore[arg-type]  # names of commands
        assert is_outside(commanding(command), in_case=False)  # type: ignore[arg-type]  # names of commands


@pytest.mark.parametrize(
    "event", [saying(), saying("/duty"), Rewritten(SAID, "x", "x"), ThreadClosed(), TimePassed(), Pressed(None, TAPPED)]
)
def test_what_counsellors_say_to_each_other_is_none_of_our_business(event: Any) -> None:
    assert not is_outside(event, in_case=False)
    assert not is_outside(event, in_case=True)


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_button_is_for_a_case_or_is_answered_without_one(name: Any) -> None:
    pressed = Pressed(DeskTap(name), TAPPED)
    assert is_outside(pressed, in_case=True) != (name in DOES)
    if name in NO_CASE:
        assert asking(pressed).view is not None
