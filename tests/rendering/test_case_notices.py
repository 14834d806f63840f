"""Around a talk with a counsellor: what is promised, what one can do, and that nobody is asked about twice."""

from dataclasses import replace

import pytest

from bot.conversation.case_views import Notice
from bot.conversation.taps import Tap
from bot.rendering.markup import units
from bot.rendering.message import Message
from bot.rendering.views import render
from tests.builders import a_topic, some_packs
from tests.contexts import a_context, labels, taps, ways

NUMBERS = "<b>Albania: 129 or 112</b>\n<b>Kosovo: 192 or 112</b>\n<b>Elsewhere in Europe: 112</b>"
CONSENT = (
    "A counsellor of this programme will read",
    "what you have read here",
    "whether you are a minor",
    "do not see your name",
    "14 days more",
    "Telegram keeps copies",
    "/delete",
    "/exit",
)  # fmt: skip -- one list read as one sentence


def shown(what: str, language: str = "en", *, desk: bool = True) -> Message:
    helplines = some_packs(topics=[a_topic("helplines", "help")])
    return render(Notice(what), language, a_context(helplines, desk=desk))  # type: ignore[arg-type]  # one of the kinds


@pytest.mark.parametrize("what", ["consent", "no_desk", "case_open", "case_released", "desk_away", "help"])
def test_where_one_may_have_to_wait_the_numbers_stand_too(what: str) -> None:
    assert NUMBERS in shown(what).html


@pytest.mark.parametrize("what", ["consent", "no_desk", "desk_away"])
def test_the_numbers_come_before_everything_else(what: str) -> None:
    assert shown(what).html.startswith("<b>If it is urgent, do not wait. Call:</b>\n" + NUMBERS)


def test_consent_says_who_reads_what_they_see_and_for_how_long() -> None:
    message = shown("consent")
    for said in CONSENT:
        assert said in message.html
    assert ways(message.rows) == [Tap("accept"), Tap("menu")]
    assert units(message.html) <= 700


def test_consent_counts_the_days_that_are_set() -> None:
    context = replace(a_context(), keep_days=3)
    assert "3 days more" in render(Notice("consent"), "en", context).html
    assert "in 3 days" in render(Notice("case_ended"), "en", context).html
    assert "3 days after it ended" in render(Notice("privacy"), "en", context).html


def test_consent_in_albanian_names_the_albanian_commands() -> None:
    message = shown("consent", "sq")
    assert "/fshi" in message.html
    assert "/dil" in message.html
    assert labels(message)[:2] == ["Po, më lidhni", "Jo"]


def test_without_a_desk_the_helplines_are_one_tap_away() -> None:
    assert ways(shown("no_desk", desk=False).rows) == [Tap("topic", "helplines"), Tap("near"), Tap("menu")]


@pytest.mark.parametrize("what", ["case_held", "case_passed", "case_reopened", "kept_back", "passed_on"])
def test_while_a_counsellor_has_the_case_no_button_leads_to_the_silent_menu(what: str) -> None:
    assert taps(shown(what).rows) == [Tap("end"), Tap("exit")]


@pytest.mark.parametrize("what", ["case_open", "case_released"])
def test_while_nobody_has_the_case_it_can_be_ended_and_the_menu_works(what: str) -> None:
    assert taps(shown(what).rows) == [Tap("end"), Tap("menu"), Tap("exit")]


def test_when_the_desk_cannot_be_reached_the_lines_are_one_tap_away() -> None:
    message = shown("desk_away")
    assert "need not write it again" in message.html
    assert ways(message.rows) == [Tap("topic", "helplines"), Tap("near"), Tap("end"), Tap("menu")]


def test_a_talk_that_the_client_ended_can_be_deleted_at_once() -> None:
    message = shown("case_ended")
    assert "deleted in 14 days" in message.html
    assert ways(message.rows) == [Tap("talk"), Tap("delete"), Tap("menu")]


def test_a_talk_that_was_closed_can_be_rated_with_one_tap() -> None:
    rates = [Tap("rate", "yes"), Tap("rate", "partly"), Tap("rate", "no")]
    assert ways(shown("case_closed").rows) == [*rates, Tap("talk"), Tap("menu")]


def test_whoever_was_not_helped_may_say_why_without_a_word() -> None:
    reasons = [Tap("reason", each) for each in ("waited", "misunderstood", "other_help", "other")]
    assert ways(shown("why_not").rows) == [*reasons, Tap("menu")]


def test_where_a_service_did_not_help_there_is_another_way() -> None:
    assert ways(shown("not_helped").rows) == [Tap("near"), Tap("talk"), Tap("menu")]
    assert "counsellor" in shown("not_helped").html


def test_where_there_is_no_desk_any_more_no_counsellor_is_promised() -> None:
    message = shown("not_helped", desk=False)
    assert "counsellor" not in message.html
    assert Tap("talk") not in taps(message.rows)


@pytest.mark.parametrize("what", ["not_referred", "thanks"])
def test_after_an_answer_nothing_more_is_asked(what: str) -> None:
    assert ways(shown(what).rows) == [Tap("menu")]
