"""Replies and the words they point at, by people and by the bot."""

from typing import Any

import pytest

from bot.sandbox.quoting import text_quote
from bot.sandbox.server import DESK_CHAT
from tests.sandbox_client import SandboxClient, SandboxRefused

BOLD = [{"type": "bold", "offset": 0, "length": 5}]


async def test_a_client_answers_a_message_of_the_bot_and_picks_words_of_it(sandbox: SandboxClient) -> None:
    await sandbox.client_text(1001, "/start")
    sent = (await sandbox.api("sendMessage", chat_id=1001, text="Merrni pasaportën dhe letrat"))["result"]
    seen = await sandbox.client_text(1001, "Cilat?", reply_to=sent["message_id"], quote="letrat")
    message = (await sandbox.pending())[-1]["message"]
    assert message["reply_to_message"]["message_id"] == sent["message_id"]
    assert message["quote"] == {"text": "letrat", "position": 22, "is_manual": True}
    assert (seen.quote, seen.look["reply_to"]["name"]) == ("letrat", "Udha")


async def test_a_counsellor_answers_in_a_thread_and_picks_words(sandbox: SandboxClient) -> None:
    thread = await sandbox.open_thread("Ulliri 27")
    first = await sandbox.counsellor_text(thread, "a b c")
    await sandbox.counsellor_text(thread, "po", reply_to=first.id, quote="b c")
    message = (await sandbox.pending())[-1]["message"]
    assert (message["reply_to_message"]["message_id"], message["message_thread_id"]) == (first.id, thread)
    assert message["quote"]["text"] == "b c"


async def test_nobody_can_pick_words_that_are_not_there(sandbox: SandboxClient) -> None:
    first = await sandbox.client_text(1001, "a")
    with pytest.raises(SandboxRefused, match="does not say 'b'"):
        await sandbox.client_text(1001, "c", reply_to=first.id, quote="b")


async def test_a_copy_answers_a_message_and_quotes_it(sandbox: SandboxClient) -> None:
    await sandbox.client_text(1001, "pyetja e parë, pyetja e dytë")
    answer = await sandbox.counsellor_text(None, "Përgjigjja")
    reply = {"message_id": 1, "quote": "pyetja", "quote_position": 15}
    source = {"chat_id": 1001, "from_chat_id": DESK_CHAT, "message_id": answer.id}
    copy = await sandbox.api("copyMessage", **source, reply_parameters=reply)
    wire = await sandbox.wire(1001, copy["result"]["message_id"])
    assert wire["quote"]["position"] == 15
    assert wire["reply_to_message"]["message_id"] == 1


async def test_a_quote_goes_with_the_message_that_is_gone(sandbox: SandboxClient) -> None:
    await sandbox.client_text(1001, "/start")
    reply = {"message_id": 99, "quote": "a", "allow_sending_without_reply": True}
    wire = (await sandbox.api("sendMessage", chat_id=1001, text="a", reply_parameters=reply))["result"]
    assert not {"quote", "reply_to_message"} & set(wire)


async def test_a_quote_keeps_its_marks(sandbox: SandboxClient) -> None:
    await sandbox.client_sends(1001, text="shumë keq", entities=BOLD)
    reply = {"message_id": 1, "quote": "<b>umë</b> keq", "quote_parse_mode": "HTML"}
    wire = (await sandbox.api("sendMessage", chat_id=1001, text="a", reply_parameters=reply))["result"]
    assert wire["quote"]["entities"] == [{"type": "bold", "offset": 0, "length": 3}]
    assert wire["quote"]["position"] == 2


@pytest.mark.parametrize(
    ("quote", "entities", "position"),
    [
        ("keq", None, 6),
        ("keq", [], 6),
        ("shumë", None, 0),
        ("shumë", BOLD, 0),
        ("shumë", [], None),
        ("mirë", None, None),
        ("", None, None),
    ],
)
def test_a_quote_stands_where_its_words_and_marks_stand(
    quote: str, entities: list[dict[str, Any]] | None, position: int | None
) -> None:
    found = text_quote({"text": "shumë keq", "entities": BOLD}, quote, entities)
    assert (found or {}).get("position") == position


def test_a_place_is_counted_as_telegram_counts_it() -> None:
    assert (text_quote({"caption": "\N{BLACK RIGHT-POINTING TRIANGLE}\N{ROUND PUSHPIN} këtu"}, "këtu") or {})[
        "position"
    ] == 4
