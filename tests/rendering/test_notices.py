from typing import get_args, get_type_hints

import pytest

from bot.conversation.taps import Tap
from bot.conversation.views import Notice
from bot.rendering.notices import NOTICES
from bot.rendering.views import render
from tests.builders import a_topic, some_packs
from tests.contexts import a_context, labels, taps

KINDS = get_args(get_type_hints(Notice)["what"])
NUMBERS = "<b>Albania: 129 or 112</b>\n<b>Kosovo: 192 or 112</b>\n<b>Elsewhere in Europe: 112</b>"
PRIVATE = (
    "name",
    "number",
    "language",
    "country",
    "municipality",
    "last subject",
    "sign of danger",
    "no answer",
    "where we stopped",
    "how to write to you",
    "90 days",
    "Telegram keeps copies of its own",
)  # fmt: skip -- one list read as one sentence


def test_every_notice_has_its_words() -> None:
    assert set(KINDS) == set(NOTICES)


@pytest.mark.parametrize("what", ["consent", "no_desk", "case_opened", "case_open", "help"])
def test_where_one_may_have_to_wait_the_numbers_stand_too(what: str) -> None:
    assert NUMBERS in render(Notice(what), "en", a_context()).html  # type: ignore[arg-type]  # one of the kinds


def test_packs_without_numbers_leave_no_empty_call() -> None:
    assert "Call:" not in render(Notice("help"), "en", a_context(some_packs(signals=[]))).html


def test_consent_says_who_reads_and_what_they_see() -> None:
    message = render(Notice("consent"), "en", a_context())
    for said in ("A counsellor of this programme will read", "not your name", "Telegram keeps copies", "/delete"):
        assert said in message.html
    assert taps(message.rows) == [Tap("accept"), Tap("menu")]


def test_consent_in_albanian_names_the_albanian_command() -> None:
    message = render(Notice("consent"), "sq", a_context())
    assert "/fshi" in message.html
    assert labels(message) == ["Po, më lidhni", "Jo"]


def test_without_a_desk_the_helplines_are_one_tap_away() -> None:
    packs = some_packs(topics=[a_topic("helplines", "help")])
    message = render(Notice("no_desk"), "en", a_context(packs, desk=False))
    assert taps(message.rows) == [Tap("topic", "helplines"), Tap("near"), Tap("menu")]


@pytest.mark.parametrize("what", ["case_opened", "case_open"])
def test_an_open_case_can_be_ended(what: str) -> None:
    message = render(Notice(what), "en", a_context())  # type: ignore[arg-type]  # one of the kinds
    assert Tap("end") in taps(message.rows)


def test_no_time_is_promised_for_an_answer() -> None:
    assert "I cannot promise when" in render(Notice("case_opened"), "en", a_context()).html


@pytest.mark.parametrize("what", ["case_ended", "case_closed"])
def test_after_a_case_one_can_ask_again(what: str) -> None:
    message = render(Notice(what), "en", a_context())  # type: ignore[arg-type]  # one of the kinds
    assert taps(message.rows) == [Tap("talk"), Tap("menu")]


def test_privacy_names_all_that_is_kept() -> None:
    message = render(Notice("privacy"), "en", a_context())
    for said in PRIVATE:
        assert said in message.html
    assert Tap("delete") in taps(message.rows)


def test_deletion_is_asked_about_before_it_is_done() -> None:
    assert taps(render(Notice("ask_delete"), "en", a_context()).rows) == [Tap("erase"), Tap("menu")]
    assert taps(render(Notice("deleted"), "en", a_context()).rows) == [Tap("menu")]


def test_the_language_is_asked_for_in_every_language() -> None:
    message = render(Notice("language"), "sq", a_context())
    assert message.html == "Në cilën gjuhë të vazhdojmë?\nIn which language shall we go on?"
    assert taps(message.rows) == [Tap("lang", "sq"), Tap("lang", "en"), Tap("menu")]
