"""Each of our calls as the Bot API has it, through both libraries, and what is made of its answers."""

from typing import Any

import pytest

from bot.channels.calls import (
    AnswerTap,
    AskMember,
    Call,
    CloseThread,
    CopyMessage,
    CopyMessages,
    CreateThread,
    DeleteMessages,
    DeleteThread,
    EditCaption,
    EditMessage,
    React,
    ReopenThread,
    SendMessage,
    SendVenue,
    SetCommands,
)
from bot.channels.errors import Refused
from bot.rendering.message import Button, Message, Venue
from tests.both_channels import through_both
from tests.builders_telegram import CLIENT, DESK, THREAD
from tests.channels.over_http import opened
from tests.fake_bot_api import Asked, fake_bot_api

ROWS = ((Button("Po", data="accept"), Button("Faqja", url="https://example.org/")), (Button("Menuja", data="menu"),))
KEYBOARD = {
    "inline_keyboard": [
        [{"text": "Po", "callback_data": "accept"}, {"text": "Faqja", "url": "https://example.org/"}],
        [{"text": "Menuja", "callback_data": "menu"}],
    ]
}
LOOKS = {"parse_mode": "HTML", "link_preview_options": {"is_disabled": True}}
HELLO = SendMessage(CLIENT, Message("<b>Përshëndetje</b> &amp; mirë se erdhe"))

PLACE = Venue(42.66, 21.16, "Qendra", "Rruga 1", ROWS)
MENU = (("menu", "Menuja"), ("fshi", "Fshi të dhënat"))
CALLS: list[tuple[Call, Asked, int | None]] = [
    (HELLO, Asked("sendmessage", {"chat_id": CLIENT, "text": HELLO.message.html, **LOOKS}), 55),
    (
        SendMessage(DESK, Message("Rasti", ROWS), THREAD),
        Asked(
            "sendmessage",
            {"chat_id": DESK, "text": "Rasti", "message_thread_id": THREAD, "reply_markup": KEYBOARD, **LOOKS},
        ),
        55,
    ),
    (
        EditMessage(CLIENT, 9, Message("Tjetër", ROWS)),
        Asked(
            "editmessagetext",
            {"chat_id": CLIENT, "message_id": 9, "text": "Tjetër", "reply_markup": KEYBOARD, **LOOKS},
        ),
        None,
    ),
    (
        EditMessage(CLIENT, 9, Message("Pa butona")),
        Asked("editmessagetext", {"chat_id": CLIENT, "message_id": 9, "text": "Pa butona", **LOOKS}),
        None,
    ),
    (
        SendVenue(CLIENT, PLACE),
        Asked(
            "sendvenue",
            {
                "chat_id": CLIENT,
                "latitude": 42.66,
                "longitude": 21.16,
                "title": "Qendra",
                "address": "Rruga 1",
                "reply_markup": KEYBOARD,
            },
        ),
        55,
    ),
    (
        CopyMessage(DESK, CLIENT, 9, THREAD),
        Asked("copymessage", {"chat_id": DESK, "from_chat_id": CLIENT, "message_id": 9, "message_thread_id": THREAD}),
        56,
    ),
    (
        CopyMessage(CLIENT, DESK, 9),
        Asked("copymessage", {"chat_id": CLIENT, "from_chat_id": DESK, "message_id": 9}),
        56,
    ),
    (
        SendMessage(DESK, Message("Rasti"), THREAD, reply_to=9, silent=True),
        Asked(
            "sendmessage",
            {
                "chat_id": DESK,
                "text": "Rasti",
                "message_thread_id": THREAD,
                "disable_notification": True,
                "reply_parameters": {"message_id": 9, "allow_sending_without_reply": True},
                **LOOKS,
            },
        ),
        55,
    ),
    (
        SendMessage(CLIENT, Message("Lidhja"), protected=True),
        Asked("sendmessage", {"chat_id": CLIENT, "text": "Lidhja", "protect_content": True, **LOOKS}),
        55,
    ),
    (
        EditCaption(DESK, 9, "<i>Letra</i>"),
        Asked(
            "editmessagecaption",
            {"chat_id": DESK, "message_id": 9, "caption": "<i>Letra</i>", "parse_mode": "HTML"},
        ),
        None,
    ),
    (
        CopyMessage(CLIENT, DESK, 9, reply_to=7),
        Asked(
            "copymessage",
            {
                "chat_id": CLIENT,
                "from_chat_id": DESK,
                "message_id": 9,
                "reply_parameters": {"message_id": 7, "allow_sending_without_reply": True},
            },
        ),
        56,
    ),
    (
        CopyMessage(DESK, CLIENT, 9, THREAD, reply_to=7, quote="Dhe ku & kur?"),
        Asked(
            "copymessage",
            {
                "chat_id": DESK,
                "from_chat_id": CLIENT,
                "message_id": 9,
                "message_thread_id": THREAD,
                "reply_parameters": {
                    "message_id": 7,
                    "allow_sending_without_reply": True,
                    "quote": "Dhe ku & kur?",
                },
            },
        ),
        56,
    ),
    (
        CopyMessage(CLIENT, DESK, 9, quote="of nothing"),
        Asked("copymessage", {"chat_id": CLIENT, "from_chat_id": DESK, "message_id": 9}),
        56,
    ),
    (DeleteMessages(CLIENT, (7, 9)), Asked("deletemessages", {"chat_id": CLIENT, "message_ids": [7, 9]}), None),
    (CreateThread(DESK, "Dallëndyshe 4"), Asked("createforumtopic", {"chat_id": DESK, "name": "Dallëndyshe 4"}), 77),
    (CloseThread(DESK, THREAD), Asked("closeforumtopic", {"chat_id": DESK, "message_thread_id": THREAD}), None),
    (ReopenThread(DESK, THREAD), Asked("reopenforumtopic", {"chat_id": DESK, "message_thread_id": THREAD}), None),
    (DeleteThread(DESK, THREAD), Asked("deleteforumtopic", {"chat_id": DESK, "message_thread_id": THREAD}), None),
    (
        React(DESK, 9, "👍"),
        Asked(
            "setmessagereaction",
            {"chat_id": DESK, "message_id": 9, "reaction": [{"type": "emoji", "emoji": "👍"}]},
        ),
        None,
    ),
    (AnswerTap("tap-9"), Asked("answercallbackquery", {"callback_query_id": "tap-9"}), None),
    (
        AnswerTap("tap-9", "Mira e ka këtë rast."),
        Asked("answercallbackquery", {"callback_query_id": "tap-9", "text": "Mira e ka këtë rast."}),
        None,
    ),
    (
        SetCommands(MENU, "en", DESK),
        Asked(
            "setmycommands",
            {
                "commands": [{"command": word, "description": told} for word, told in MENU],
                "language_code": "en",
                "scope": {"type": "chat", "chat_id": DESK},
            },
        ),
        None,
    ),
    (
        SetCommands(MENU, "sq"),
        Asked(
            "setmycommands",
            {
                "commands": [{"command": word, "description": told} for word, told in MENU],
                "language_code": "sq",
            },
        ),
        None,
    ),
]


@through_both
@pytest.mark.parametrize(("call", "asked", "result"), CALLS)
async def test_a_call_becomes_one_request(library: str, call: Call, asked: Asked, result: int | None) -> None:
    async with fake_bot_api() as fake, opened(library, fake) as way:
        assert await way.perform(call) == result
        assert fake.asked == [asked]


@through_both
async def test_commands_for_everybody_else_name_no_language(library: str) -> None:
    async with fake_bot_api() as fake, opened(library, fake) as way:
        await way.perform(SetCommands(MENU))
        assert fake.asked[0].fields.keys() == {"commands"}


@through_both
async def test_an_album_is_copied_in_one_request_and_gives_the_numbers_of_its_copies(library: str) -> None:
    async with fake_bot_api() as fake, opened(library, fake) as way:
        fake.will_answer([{"message_id": 61}, {"message_id": 62}])
        assert await way.copies(CopyMessages(DESK, CLIENT, (7, 9, 12), THREAD)) == (61, 62)
        asked = {"chat_id": DESK, "from_chat_id": CLIENT, "message_ids": [7, 9, 12], "message_thread_id": THREAD}
        assert fake.asked == [Asked("copymessages", asked)]


@through_both
async def test_an_album_for_a_client_names_no_thread(library: str) -> None:
    async with fake_bot_api() as fake, opened(library, fake) as way:
        fake.will_answer([])
        assert await way.copies(CopyMessages(CLIENT, DESK, (7, 9))) == ()
        assert fake.asked[0].fields.keys() == {"chat_id", "from_chat_id", "message_ids"}


@through_both
async def test_what_somebody_is_in_a_group_is_asked_in_one_request(library: str) -> None:
    async with fake_bot_api() as fake, opened(library, fake) as way:
        fake.will_answer({"status": "administrator", "user": {"id": CLIENT}})
        assert await way.member(AskMember(DESK, CLIENT)) == "administrator"
        assert fake.asked == [Asked("getchatmember", {"chat_id": DESK, "user_id": CLIENT})]


@through_both
@pytest.mark.parametrize("answer", [True, {}, {"status": 7}], ids=repr)
async def test_an_answer_that_does_not_say_what_somebody_is_says_nothing(library: str, answer: Any) -> None:
    async with fake_bot_api() as fake, opened(library, fake) as way:
        fake.will_answer(answer)
        with pytest.raises(Refused):
            await way.member(AskMember(DESK, CLIENT))


NUMBERLESS: list[Any] = [True, {}, [{"message_id": "61"}], [61], {"message_thread_id": 7}]


@through_both
@pytest.mark.parametrize("answer", NUMBERLESS, ids=repr)
async def test_an_answer_that_names_no_message_is_not_asked_for_again(library: str, answer: Any) -> None:
    async with fake_bot_api() as fake, opened(library, fake) as way:
        fake.will_answer(answer)
        with pytest.raises(Refused):
            await way.copies(CopyMessages(DESK, CLIENT, (7, 9), THREAD))
        fake.will_answer(answer)
        with pytest.raises(Refused):
            await way.perform(CopyMessage(DESK, CLIENT, 9, THREAD))
