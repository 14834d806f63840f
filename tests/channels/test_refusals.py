"""The one table from Telegram's words to our errors."""

import json

import pytest
from aiohttp import ClientConnectionError

from bot.channels.errors import (
    ChatMoved,
    Conflict,
    MessageGone,
    NothingToDo,
    NotInGroup,
    Refused,
    ThreadMissing,
    ThreadShut,
    Throttled,
    TokenRefused,
    Trouble,
    Unreachable,
)
from bot.channels.refusals import expect_thread, from_library, named, only_channel_errors, refusal
from bot.errors import ChannelError

NAMES: list[tuple[int, str, type[ChannelError]]] = [
    (400, "Bad Request: message thread not found", ThreadMissing),
    (400, "Bad Request: TOPIC_DELETED", ThreadMissing),
    (400, "Bad Request: TOPIC_ID_INVALID", ThreadMissing),
    (400, "Bad Request: TOPIC_CLOSED", ThreadShut),
    (400, "Bad Request: TOPIC_NOT_MODIFIED", NothingToDo),
    (400, "Bad Request: query is too old and response timeout expired or query ID is invalid", NothingToDo),
    (400, "Bad Request: message is not modified: specified new message content and reply markup are", NothingToDo),
    (400, "Bad Request: message to edit not found", MessageGone),
    (400, "Bad Request: message can't be edited", MessageGone),
    (400, "Bad Request: message to copy not found", MessageGone),
    (400, "Bad Request: message can't be copied", MessageGone),
    (400, "Bad Request: MESSAGE_ID_INVALID", MessageGone),
    (400, "Bad Request: there is no caption in the message to edit", MessageGone),
    (400, "Bad Request: there is no text in the message to edit", MessageGone),
    (400, "Bad Request: message can't be deleted", Refused),
    (400, "Bad Request: message to delete not found", Refused),
    (400, "Bad Request: there are no messages to copy", Refused),
    (400, "Bad Request: QUOTE_TEXT_INVALID", Refused),
    (400, "Bad Request: message to be replied not found", Refused),
    (400, "Bad Request: chat not found", Unreachable),
    (400, "Bad Request: user is deactivated", Unreachable),
    (400, "Bad Request: PEER_ID_INVALID", Unreachable),
    (403, "Forbidden: bot was blocked by the user", Unreachable),
    (403, "Forbidden: bot was kicked from the supergroup chat", NotInGroup),
    (403, "Forbidden: bot is not a member of the supergroup chat", NotInGroup),
    (401, "Unauthorized", TokenRefused),
    (404, "Not Found", TokenRefused),
    (404, "", TokenRefused),
    (404, "Not Found: method not found", Refused),
    (409, "Conflict: can't use getUpdates method while webhook is active", Conflict),
    (400, "Bad Request: not enough rights to create a topic", Refused),
    (400, "Bad Request: message text is empty", Refused),
    (418, "I'm a teapot", Refused),
    (429, "Too Many Requests: retry after 3", Throttled),
    (500, "Internal Server Error: chat not found", Trouble),
    (504, "Gateway Timeout", Trouble),
]


@pytest.mark.parametrize(("code", "description", "kind"), NAMES)
def test_telegrams_words_have_one_name_each(code: int, description: str, kind: type[ChannelError]) -> None:
    assert type(named(code, description)) is kind


def test_an_error_tells_the_operator_what_telegram_said() -> None:
    assert str(named(400, "Bad Request: chat not found")) == "Telegram refused (400): Bad Request: chat not found"
    assert str(named(404, "")) == "Telegram refused (404): without a word"


@pytest.mark.parametrize(("asked", "seconds"), [(7, 7), (0, 1), (None, 1)])
def test_a_flood_waits_as_long_as_telegram_says_and_never_not_at_all(asked: int | None, seconds: float) -> None:
    fault = named(429, "Too Many Requests", retry_after=asked)
    assert isinstance(fault, Throttled)
    assert fault.seconds == seconds


def test_a_group_that_moved_tells_where_to() -> None:
    fault = named(400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=-1009)
    assert isinstance(fault, ChatMoved)
    assert fault.chat == -1009


ODD_BODIES = ["", "<html>", "[]", "7", "null", '{"description": 5}', '{"parameters": 5}', b"\xff", b"{}"]


@pytest.mark.parametrize("body", ODD_BODIES)
def test_a_body_that_telegram_did_not_write_still_has_a_name(body: str | bytes) -> None:
    assert isinstance(refusal(502, body), Trouble)
    assert isinstance(refusal(400, body), Refused)


def test_parameters_of_another_kind_are_not_believed() -> None:
    body = {"description": "Too Many Requests", "parameters": {"retry_after": "soon", "migrate_to_chat_id": [1]}}
    fault = refusal(429, json.dumps(body))
    assert isinstance(fault, Throttled)
    assert fault.seconds == 1


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (ClientConnectionError("http://127.0.0.1/bot1:secret/getMe"), Trouble),
        (TimeoutError(), Trouble),
        (OSError(), Trouble),
        (json.JSONDecodeError("secret", "", 0), Trouble),
        (UnicodeDecodeError("utf-8", b"", 0, 1, "secret"), Trouble),
        (RuntimeError("Session is closed"), Trouble),
        (KeyError("secret"), Refused),
        (ValueError("secret"), Refused),
    ],
)
def test_what_a_library_raises_has_a_name_and_loses_its_text(fault: Exception, kind: type[ChannelError]) -> None:
    named_fault = from_library(fault)
    assert type(named_fault) is kind
    assert "secret" not in str(named_fault)
    assert type(fault).__name__ in str(named_fault)


def test_what_a_library_wrapped_is_unwrapped() -> None:
    outer = RuntimeError()
    outer.__cause__ = Conflict("taken")
    assert from_library(outer) is outer.__cause__


def test_our_own_errors_pass_through() -> None:
    mine = NothingToDo()
    with pytest.raises(NothingToDo) as caught, only_channel_errors():
        raise mine
    assert caught.value is mine


@pytest.mark.parametrize(("asked", "answered"), [(None, None), (None, 7), (7, 7)])
def test_a_message_in_its_place_is_fine(asked: int | None, answered: int | None) -> None:
    expect_thread(asked, answered)


@pytest.mark.parametrize("answered", [None, 8])
def test_a_message_out_of_its_thread_means_that_the_thread_is_missing(answered: int | None) -> None:
    with pytest.raises(ThreadMissing):
        expect_thread(7, answered)
