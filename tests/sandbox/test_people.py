"""What people can do, and what they are told when they cannot."""

import asyncio
from typing import Any

import aiohttp
import pytest

from bot.sandbox.server import DESK_CHAT, World
from tests.sandbox_client import SandboxClient, SandboxProcess, SandboxRefused, running_sandbox

KEYBOARD = {"inline_keyboard": [[{"text": "Po", "callback_data": "yes"}, {"text": "Web", "url": "https://a.al"}]]}


async def answered(sandbox: SandboxClient, **answer: Any) -> None:
    """Be the bot: wait for a tap and answer it."""
    update = (await sandbox.api("getUpdates", offset=2, timeout=5))["result"][0]
    await sandbox.api("answerCallbackQuery", callback_query_id=update["callback_query"]["id"], **answer)


async def test_a_press_returns_the_bots_toast(sandbox: SandboxClient) -> None:
    await sandbox.client_text(1001, "/start")
    await sandbox.api("sendMessage", chat_id=1001, text="a", reply_markup=KEYBOARD)
    pressing = asyncio.create_task(sandbox.press(1001, "Po"))
    await answered(sandbox, text="Mirë", show_alert=True)
    assert await pressing == {"text": "Mirë", "alert": True, "url": ""}


async def test_a_tap_is_answered_once_and_in_time(sandbox: SandboxClient) -> None:
    await sandbox.client_text(1001, "/start")
    await sandbox.api("sendMessage", chat_id=1001, text="a", reply_markup=KEYBOARD)
    assert await sandbox.press(1001, "yes", wait=0) is None
    assert await sandbox.press(1001, "yes", wait=0) is None
    first, second = [update["callback_query"]["id"] for update in (await sandbox.pending())[1:]]
    assert (await sandbox.api("answerCallbackQuery", callback_query_id=first))["ok"]
    assert "too old" in (await sandbox.api("answerCallbackQuery", callback_query_id=first))["description"]
    await sandbox.advance(61)
    assert "too old" in (await sandbox.api("answerCallbackQuery", callback_query_id=second))["description"]


async def test_a_link_button_tells_the_bot_nothing(sandbox: SandboxClient) -> None:
    await sandbox.client_text(1001, "/start")
    await sandbox.api("sendMessage", chat_id=1001, text="a", reply_markup=KEYBOARD)
    assert await sandbox.press(1001, "Web") is None
    assert len(await sandbox.pending()) == 1


async def test_a_button_that_is_not_there_cannot_be_pressed_but_on_an_old_phone(sandbox: SandboxClient) -> None:
    await sandbox.client_text(1001, "/start")
    sent = (await sandbox.api("sendMessage", chat_id=1001, text="a"))["result"]
    with pytest.raises(SandboxRefused, match="No button shows 'Jo'"):
        await sandbox.press(1001, "Jo")
    assert await sandbox.press_stale(1001, sent["message_id"], "gone", wait=0) is None
    assert (await sandbox.pending())[-1]["callback_query"]["data"] == "gone"


async def test_a_reply_keyboard_sends_its_label_place_or_number(sandbox: SandboxClient) -> None:
    await sandbox.client_text(1001, "/start")
    keys = [["Po"], [{"text": "Ku jam", "request_location": True}, {"text": "Numri", "request_contact": True}]]
    markup = {"keyboard": keys, "resize_keyboard": True, "one_time_keyboard": False}
    await sandbox.api("sendMessage", chat_id=1001, text="a", reply_markup=markup)
    for label in ("Po", "Ku jam", "Numri"):
        await sandbox.press(1001, label)
    assert [seen.kind for seen in (await sandbox.messages(1001))[2:]] == ["text", "location", "contact"]
    assert (await sandbox.pending())[-1]["message"]["contact"]["user_id"] == 1001
    await sandbox.api("sendMessage", chat_id=1001, text="a", reply_markup={"remove_keyboard": True})
    with pytest.raises(SandboxRefused):
        await sandbox.press(1001, "Po")


async def test_a_one_time_keyboard_goes_when_used(sandbox: SandboxClient) -> None:
    await sandbox.client_text(1001, "/start")
    markup = {"keyboard": [["Po"]], "one_time_keyboard": True}
    await sandbox.api("sendMessage", chat_id=1001, text="a", reply_markup=markup)
    await sandbox.press(1001, "Po")
    assert (await sandbox.state())["clients"][0]["keyboard"] is None


async def test_a_counsellor_can_write_to_the_bot_in_private_too(sandbox: SandboxClient) -> None:
    await sandbox.client_text(501, "/start console")
    (update,) = await sandbox.pending()
    assert update["message"]["chat"] == {"id": 501, "type": "private", "first_name": "Mira"}
    assert (await sandbox.api("sendMessage", chat_id=501, text="a"))["ok"]
    assert (await sandbox.api("getChatMember", chat_id=DESK_CHAT, user_id=501))["result"]["status"] == "creator"


async def test_a_client_has_a_name_and_a_language_of_telegram(sandbox: SandboxClient) -> None:
    await sandbox.add_client(1002, "Arta", "en")
    await sandbox.client_text(1002, "Hello")
    message = (await sandbox.pending())[0]["message"]
    assert message["from"] == {"id": 1002, "is_bot": False, "first_name": "Arta", "language_code": "en"}
    assert message["chat"] == {"id": 1002, "type": "private", "first_name": "Arta"}


async def test_the_bot_is_not_told_of_what_a_client_deletes(sandbox: SandboxClient) -> None:
    seen = await sandbox.client_text(1001, "a")
    await sandbox.client_deletes(1001, seen.id)
    assert await sandbox.messages(1001) == []
    assert len(await sandbox.pending()) == 1


async def test_a_counsellor_edits_a_message(sandbox: SandboxClient) -> None:
    thread = await sandbox.open_thread("Ulliri 27")
    seen = await sandbox.counsellor_text(thread, "a")
    await sandbox.counsellor_edits(seen.id, "b")
    edited = (await sandbox.pending())[-1]["edited_message"]
    assert (edited["text"], edited["message_thread_id"]) == ("b", thread)
    with pytest.raises(SandboxRefused, match="only what they wrote themselves"):
        await sandbox.counsellor_edits(seen.id, "c", counsellor=502)


async def test_a_client_sends_a_file_of_its_own_and_changes_its_caption(sandbox: SandboxClient) -> None:
    seen = await sandbox.send_photo(1001, "para", b"content")
    async with aiohttp.ClientSession() as session, session.get(sandbox.base_url + seen.look["photo"]["link"]) as file:
        assert await file.read() == b"content"
    assert (await sandbox.client_edits(1001, seen.id, "pas")).text == "pas"


async def test_captions_are_edited_and_taken_away_on_both_sides(sandbox: SandboxClient) -> None:
    thread = await sandbox.open_thread("Ulliri 27")
    photo = await sandbox.send_photo(1001, "para")
    paper = (await sandbox.counsellor_sends(thread, "document", caption="para"))[0]
    assert (await sandbox.client_edits(1001, photo.id, caption="pas")).text == "pas"
    assert (await sandbox.counsellor_edits(paper.id, caption="pas")).edited
    first, second = [update["edited_message"] for update in (await sandbox.pending())[-2:]]
    assert (first["caption"], second["caption"], second["message_thread_id"]) == ("pas", "pas", thread)
    await sandbox.client_edits(1001, photo.id, caption="")
    assert "caption" not in (await sandbox.pending())[-1]["edited_message"]


async def test_what_has_no_caption_gets_none(sandbox: SandboxClient) -> None:
    text = await sandbox.client_text(1001, "a")
    place = await sandbox.share_location(1001, 41.3, 19.8)
    for seen in (text, place):
        with pytest.raises(SandboxRefused, match="has no caption"):
            await sandbox.client_edits(1001, seen.id, caption="b")


async def test_a_counsellors_album_comes_in_parts_of_one_group(sandbox: SandboxClient) -> None:
    thread = await sandbox.open_thread("Ulliri 27")
    parts = await sandbox.counsellor_sends(thread, "album", count=3, caption="harta")
    messages = [update["message"] for update in (await sandbox.pending())[1:]]
    assert [message["message_id"] for message in messages] == [seen.id for seen in parts]
    assert len({message["media_group_id"] for message in messages}) == 1
    assert [message.get("caption") for message in messages] == ["harta", None, None]
    assert {message["message_thread_id"] for message in messages} == {thread}


async def test_the_parts_of_an_album_may_come_late(sandbox: SandboxClient) -> None:
    sending = asyncio.create_task(sandbox.send_album(1001, 2, "foto", delay=0.3))
    first = (await sandbox.api("getUpdates", timeout=5))["result"]
    later = (await sandbox.api("getUpdates", timeout=5, offset=2))["result"]
    groups = {update["message"]["media_group_id"] for update in first + later}
    assert (len(first), len(later), len(groups)) == (1, 1, 1)
    assert len(await sending) == 2


async def test_an_anonymous_administrator_writes_in_the_name_of_the_group(sandbox: SandboxClient) -> None:
    thread = await sandbox.open_thread("Ulliri 27")
    seen = await sandbox.counsellor_text(thread, "Mirëdita", anonymous=True)
    message = (await sandbox.pending())[-1]["message"]
    assert message["from"] == {
        "id": 1087968824,
        "is_bot": True,
        "first_name": "Group",
        "username": "GroupAnonymousBot",
    }
    assert message["sender_chat"]["id"] == DESK_CHAT
    assert seen.look["from"]["name"] == "Udha · desk"
    assert not seen.from_bot
    with pytest.raises(SandboxRefused, match="only what they wrote themselves"):
        await sandbox.counsellor_edits(seen.id, "b")
    await sandbox.counsellor_edits(seen.id, "b", anonymous=True)
    assert (await sandbox.pending())[-1]["edited_message"]["sender_chat"]["id"] == DESK_CHAT


async def test_counsellors_rename_threads_and_delete_messages(sandbox: SandboxClient) -> None:
    thread = await sandbox.open_thread("Ulliri 27")
    await sandbox.rename_thread(thread, "Ulliri 28")
    assert (await sandbox.threads())[0].name == "Ulliri 28"
    seen = await sandbox.counsellor_text(thread, "a")
    await sandbox.counsellor_deletes(seen.id)
    assert [one.service for one in await sandbox.desk_messages(thread)] == ["forum_topic_created", "forum_topic_edited"]


async def test_blocking_twice_is_told_once(sandbox: SandboxClient) -> None:
    await sandbox.block(1001)
    await sandbox.block(1001)
    assert len(await sandbox.pending()) == 1


@pytest.mark.parametrize(
    ("path", "body", "words"),
    [
        ("clients/1001/messages", {"kind": "pigeon"}, "Nobody can send a 'pigeon'"),
        ("clients/1001/messages", {"text": " "}, "text must be non-empty"),
        ("clients/1001/messages", {}, "KeyError('text')"),
        ("clients/1001/messages", [], "must be a JSON object"),
        ("clients/-501/messages", {"text": "a"}, "-501 cannot be a client"),
        ("desk/messages", {"text": "a", "thread": 44}, "The desk has no thread 44"),
        ("desk/messages", {"text": "a", "desk": -5}, "There is no desk -5"),
        ("desk/bot", {"status": "boss"}, "No status is called 'boss'"),
        ("faults", {"kind": "flood"}, "No fault is called 'flood'"),
        ("faults", {"sort": "flood"}, "does not fit"),
    ],
)
async def test_a_slip_is_answered_in_a_sentence(sandbox: SandboxClient, path: str, body: Any, words: str) -> None:
    with pytest.raises(SandboxRefused) as raised:
        await sandbox._post(path, body)  # no public way makes such a slip
    assert words in str(raised.value)


async def test_a_blocked_bot_must_be_unblocked_before_the_client_writes(sandbox: SandboxClient) -> None:
    await sandbox.block(1001)
    with pytest.raises(SandboxRefused, match="unblock it first"):
        await sandbox.client_text(1001, "a")


async def test_waiting_tells_what_came_instead(sandbox: SandboxClient) -> None:
    await sandbox.client_text(1001, "/start")
    await sandbox.api("sendMessage", chat_id=1001, text="Mirë se erdhët")
    with pytest.raises(TimeoutError, match="Mirë se erdhët"):
        await sandbox.wait_for_text(1001, "Lamtumirë", timeout=0.1)


async def test_pages_hear_at_once_what_changed(sandbox: SandboxClient) -> None:
    async with aiohttp.ClientSession() as session, session.get(f"{sandbox.base_url}/sandbox/api/events") as stream:
        await stream.content.readline()
        await sandbox.client_text(1001, "a")
        lines = [await stream.content.readline() for _ in range(4)]
    assert any(b'"kind": "message"' in line and b'"chat": 1001' in line for line in lines)


async def test_a_world_with_a_clock_of_its_own() -> None:
    async with running_sandbox(World(lambda: 1000.5)) as other:
        assert (await other.client_text(1001, "a")).date == 1000
        await other.advance(60)
        assert (await other.client_text(1001, "b")).date == 1060
        await other.reset()
        assert await other.messages(1001) == []


async def test_the_sandbox_runs_as_a_process_of_its_own() -> None:
    async with SandboxProcess() as sandbox:
        assert (await sandbox.api("getMe"))["result"]["first_name"] == "Udha"
        assert await sandbox.desk_chat() == DESK_CHAT
