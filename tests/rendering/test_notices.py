from typing import get_args, get_type_hints

import pytest

from bot.conversation.case_views import Notice
from bot.conversation.taps import Tap
from bot.rendering.notices import NOTICES
from bot.rendering.views import render
from tests.builders import some_packs
from tests.contexts import a_context, taps, ways

KINDS = get_args(get_type_hints(Notice)["what"])
PRIVATE = (
    "name",
    "number",
    "language",
    "country",
    "municipality",
    "last subjects and places shown",
    "sign of danger",
    "you are a minor",
    "no answer",
    "where we stopped",
    "how to write to you",
    "which message is which",
    "last 48 hours",
    "14 days after it ended",
    "90 days",
    "Telegram keeps copies of its own",
)  # fmt: skip -- one list read as one sentence


def test_every_notice_has_its_words() -> None:
    assert set(KINDS) == set(NOTICES)


def test_packs_without_numbers_leave_no_empty_call() -> None:
    assert "Call:" not in render(Notice("help"), "en", a_context(some_packs(signals=[]))).html


def test_privacy_names_all_that_is_kept() -> None:
    message = render(Notice("privacy"), "en", a_context())
    for said in PRIVATE:
        assert said in message.html
    assert Tap("delete") in taps(message.rows)


@pytest.mark.parametrize("what", ["help", "privacy"])
def test_the_quick_exit_is_named_where_one_reads_how_this_works(what: str) -> None:
    message = render(Notice(what), "en", a_context())  # type: ignore[arg-type]  # one of the kinds
    assert "/exit" in message.html
    assert Tap("exit") in taps(message.rows)


def test_after_the_quick_exit_nothing_is_left_to_be_explained() -> None:
    message = render(Notice("left"), "en", a_context())
    assert message.html == "Good day.\nTo begin: /start"
    assert message.rows == ()


def test_deletion_is_asked_about_before_it_is_done() -> None:
    assert ways(render(Notice("ask_delete"), "en", a_context()).rows) == [Tap("erase"), Tap("menu")]
    assert ways(render(Notice("deleted"), "en", a_context()).rows) == [Tap("menu")]


def test_the_language_is_asked_for_in_every_language() -> None:
    message = render(Notice("language"), "sq", a_context())
    assert message.html == "Në cilën gjuhë të vazhdojmë?\nIn which language shall we go on?"
    assert ways(message.rows) == [Tap("lang", "sq"), Tap("lang", "en"), Tap("menu")]
