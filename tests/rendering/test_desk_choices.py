from typing import get_args

import pytest

from bot.conversation import numbers
from bot.desk.case import Colleague, Outcome
from bot.desk.taking import HOURS
from bot.desk.taps import DeskTap
from bot.desk.views import AskSure, ChooseColleague, ChooseOutcome, ChooseSnooze, ConfirmTaking, DeskView
from bot.rendering.at_desk import at_desk
from bot.rendering.message import Message
from bot.rendering.outcomes import outcome_title
from tests.contexts import a_context, desk_taps, labels, the_phrases


def shown(view: DeskView) -> Message:
    return at_desk(view, "en", a_context())


def test_a_colleague_is_chosen_by_name() -> None:
    message = shown(ChooseColleague((Colleague("ab" * 16, "Mira"), Colleague("cd" * 16, "Besnik"))))
    assert labels(message)[:2] == ["Mira", "Besnik"]
    assert desk_taps(message.rows) == [DeskTap("hand", "ab" * 16), DeskTap("hand", "cd" * 16), DeskTap("card")]


def test_where_there_is_nobody_else_it_says_so() -> None:
    message = shown(ChooseColleague(()))
    assert "no other counsellor" in message.html
    assert desk_taps(message.rows) == [DeskTap("card")]


def test_the_end_of_a_case_has_five_names() -> None:
    taps = desk_taps(shown(ChooseOutcome()).rows)
    assert taps == [*(DeskTap("close", each) for each in get_args(Outcome)), DeskTap("card")]


@pytest.mark.parametrize("outcome", get_args(Outcome))
def test_every_outcome_has_its_words(outcome: str) -> None:
    assert outcome_title(outcome, the_phrases().speak("en")) != outcome


def test_a_case_is_put_off_by_whole_hours() -> None:
    message = shown(ChooseSnooze())
    assert labels(message)[:3] == ["1 hour", "4 hours", "24 hours"]
    assert desk_taps(message.rows) == [*(DeskTap("snooze", each) for each in HOURS), DeskTap("card")]


def test_taking_a_case_from_somebody_needs_a_second_tap() -> None:
    message = shown(ConfirmTaking("<Mira>", "a1"))
    assert message.html.startswith("&lt;Mira&gt; has this case.")
    assert desk_taps(message.rows) == [DeskTap("take", "a1"), DeskTap("card")]


@pytest.mark.parametrize(
    ("why", "said"),
    [("mention", "@"), ("phone", "telephone number"), ("link", "link"), ("mail", "e-mail"), ("contact", "contact")],
)
def test_what_would_lead_to_a_counsellor_is_named_before_it_is_sent(why: str, said: str) -> None:
    view = AskSure((5, 7), why)  # type: ignore[arg-type]  # one of the reasons
    message = shown(view)
    assert said in message.html
    assert "has not been sent" in message.html
    keep, send = desk_taps(message.rows)
    assert (keep.name, send.name) == ("keep", "send")
    assert numbers.unpacked(send.argument, send.detail) == (5, 7)
