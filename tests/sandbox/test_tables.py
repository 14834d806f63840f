"""The tables against the Bot API's own description."""

from typing import Any

import pytest

from bot.sandbox.methods.served import SERVED
from bot.sandbox.methods_table import METHODS, Parameter
from bot.sandbox.objects_table import OBJECTS
from bot.sandbox.server import DESK_CHAT
from tests.sandbox.botapi import description, problems
from tests.sandbox_client import SandboxClient

KEYBOARD = {"inline_keyboard": [[{"text": "Yes", "callback_data": "yes"}, {"text": "Web", "url": "https://a.al"}]]}


@pytest.fixture
def api() -> dict[str, Any]:
    found = description()
    if found is None:
        pytest.skip("the Bot API's description (../shared/botapi/api.json) is not beside this copy")
    return found


def test_every_method_of_the_table_is_served_and_no_other() -> None:
    assert set(SERVED) == set(METHODS)


@pytest.mark.parametrize("method", METHODS)
def test_a_method_has_the_parameters_of_the_bot_api(api: dict[str, Any], method: str) -> None:
    assert METHODS[method] == _described(api["methods"][method])


@pytest.mark.parametrize("kind", OBJECTS)
def test_an_object_has_the_fields_of_the_bot_api(api: dict[str, Any], kind: str) -> None:
    assert OBJECTS[kind] == _described(api["types"][kind])


def _described(one: dict[str, Any]) -> dict[str, Parameter]:
    return {
        field["name"]: Parameter(field["name"], tuple(field["types"]), required=field["required"])
        for field in one.get("fields", [])
    }


async def test_every_answer_is_what_the_bot_api_promises(api: dict[str, Any], sandbox: SandboxClient) -> None:
    await sandbox.client_text(1001, "/start")
    photo = (await sandbox.send_photo(1001, "a road")).look["photo"]["file_id"]
    thread = (await sandbox.api("createForumTopic", chat_id=DESK_CHAT, name="Ulliri 27"))["result"]
    desk: dict[str, Any] = {"chat_id": DESK_CHAT, "message_thread_id": thread["message_thread_id"]}
    client = {"chat_id": 1001}
    place = {"latitude": 41.3, "longitude": 19.8}
    asked: list[tuple[str, str, dict[str, Any]]] = [
        ("User", "getMe", {}),
        ("Message", "sendMessage", client | {"text": "<b>a</b>", "parse_mode": "HTML", "reply_markup": KEYBOARD}),
        (
            "Message",
            "sendMessage",
            desk | {"text": "a", "reply_parameters": {"message_id": thread["message_thread_id"]}},
        ),
        ("Message", "sendPhoto", client | {"photo": photo, "caption": "a"}),
        ("Message", "editMessageCaption", client | {"message_id": 4, "caption": "b"}),
        ("Message", "sendMessage", client | {"text": '<a href="tg://user?id=1001">a</a>', "parse_mode": "HTML"}),
        ("Message", "sendMessage", client | {"text": "a", "reply_parameters": {"message_id": 1, "quote": "st"}}),
        ("Message", "sendVenue", client | place | {"title": "a", "address": "b"}),
        ("Message", "sendLocation", client | place),
        ("Message", "forwardMessage", desk | {"from_chat_id": 1001, "message_id": 1}),
        ("MessageId", "copyMessage", desk | {"from_chat_id": 1001, "message_id": 1}),
        ("Array of MessageId", "copyMessages", desk | {"from_chat_id": 1001, "message_ids": [1, 2]}),
        ("ChatFullInfo", "getChat", client),
        ("ChatFullInfo", "getChat", {"chat_id": DESK_CHAT}),
        ("ChatMember", "getChatMember", {"chat_id": DESK_CHAT, "user_id": 10000}),
        ("ChatMember", "getChatMember", {"chat_id": DESK_CHAT, "user_id": 501}),
        ("Array of ChatMember", "getChatAdministrators", {"chat_id": DESK_CHAT}),
        ("File", "getFile", {"file_id": photo}),
        ("WebhookInfo", "getWebhookInfo", {}),
        ("ForumTopic", "createForumTopic", {"chat_id": DESK_CHAT, "name": "another"}),
    ]
    for kind, method, params in asked:
        answer = await sandbox.api(method, **params)
        assert answer["ok"], answer
        assert problems(api, kind, answer["result"], method) == []


async def test_every_update_is_what_the_bot_api_promises(api: dict[str, Any], sandbox: SandboxClient) -> None:
    for kind in ("text", "photo", "voice", "video", "sticker", "document", "contact", "poll", "album"):
        await sandbox.client_sends(1001, kind, text="Ku jam?", caption="c")
    await sandbox.client_sends(1001, "venue", latitude=41.3, longitude=19.8, title="Bar", address="Rr. 1")
    await sandbox.client_edits(1001, 1, "Ku je?")
    await sandbox.client_edits(1001, 2, caption="b")
    await sandbox.client_text(1001, "a", reply_to=1, quote="Ku")
    await sandbox.api("sendMessage", chat_id=1001, text="a", reply_markup=KEYBOARD)
    await sandbox.press(1001, "yes", wait=0)
    await sandbox.block(1001)
    thread = await sandbox.open_thread("Ulliri 27")
    await sandbox.counsellor_text(thread, "Mirëdita")
    await sandbox.counsellor_text(thread, "a", anonymous=True)
    await sandbox.counsellor_sends(thread, "album", caption="c")
    await sandbox.close_thread(thread)
    await sandbox.reopen_thread(thread)
    await sandbox.place_bot("member")
    await sandbox.place_bot("kicked")
    for update in await sandbox.pending():
        assert problems(api, "Update", update, "update") == []
    assert len(await sandbox.pending()) == 25
