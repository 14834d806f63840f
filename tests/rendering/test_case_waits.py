from datetime import UTC, datetime

import pytest

from bot.conversation.case_views import CaseWaits
from bot.conversation.taps import Tap
from bot.rendering.message import Message
from bot.rendering.views import render
from tests.builders import a_topic, some_packs
from tests.contexts import a_context, ways

OPENS = int(datetime(2026, 11, 23, 7, tzinfo=UTC).timestamp())


def shown(view: CaseWaits, language: str = "en") -> Message:
    return render(view, language, a_context(some_packs(topics=[a_topic("helplines", "help")])))


@pytest.mark.parametrize(
    ("before", "said"),
    [(0, "You are next."), (1, "1 person waits before you."), (2, "2 people wait before you.")],
)
def test_the_place_in_the_queue_is_said_as_it_is(before: int, said: str) -> None:
    message = shown(CaseWaits(before))
    assert said in message.html
    assert "I cannot promise when" in message.html


def test_who_waits_reads_first_whom_to_call() -> None:
    message = shown(CaseWaits(0))
    assert message.html.startswith("<b>If it is urgent, do not wait. Call:</b>")
    assert ways(message.rows) == [Tap("end"), Tap("menu")]


def test_when_the_desk_is_shut_it_says_when_it_opens_by_the_clock_of_albania() -> None:
    message = shown(CaseWaits(3, OPENS))
    assert "They are back: Monday, 23 November 2026, 08:00." in message.html
    assert "3 people" not in message.html


def test_a_sign_of_life_is_short_and_still_honest() -> None:
    message = shown(CaseWaits(1, sign=True))
    assert message.html.startswith("You are not forgotten.")
    assert "1 person waits before you." in message.html
    assert "Call:" not in message.html
    assert ways(message.rows) == [Tap("end"), Tap("menu")]


def test_if_nobody_comes_there_are_lines_to_call_and_the_talk_stays_open() -> None:
    message = shown(CaseWaits(0, lines=True))
    assert "Your talk stays open" in message.html
    assert ways(message.rows) == [Tap("topic", "helplines"), Tap("near"), Tap("end"), Tap("menu")]
