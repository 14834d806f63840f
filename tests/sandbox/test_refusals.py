"""What Telegram refuses, the sandbox refuses, in the same words."""

from typing import Any

import pytest

from bot.sandbox.server import DESK_CHAT, World
from tests.sandbox_client import SandboxClient, running_sandbox

TEXT = {"chat_id": 1001, "text": "a"}
UNKNOWN_FIELD = (
    "can't parse reply markup JSON object: InlineKeyboardMarkup.inline_keyboard: "
    "InlineKeyboardButton has no field calback_data"
)
MISSING_FIELD = (
    "can't parse reply markup JSON object: InlineKeyboardMarkup.inline_keyboard: InlineKeyboardButton has no text"
)
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)


def buttons(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"reply_markup": {"inline_keyboard": list(rows)}}


@pytest.mark.parametrize(
    ("method", "params", "words"),
    [
        ("sendMessage", {"text": "a"}, "chat_id is empty"),
        ("sendMessage", {"chat_id": 1001}, "message text is empty"),
        ("sendMessage", {"chat_id": 1001, "text": " \n"}, "text must be non-empty"),
        ("sendMessage", {"chat_id": 9, "text": "a"}, "chat not found"),
        ("sendMessage", {"chat_id": "@someone", "text": "a"}, "chat not found"),
        ("sendMessage", TEXT | {"message_thread_id": "x"}, "invalid message_thread_id specified"),
        ("sendMessage", TEXT | {"message_thread_id": 5}, "message thread not found"),
        ("sendMessage", TEXT | {"disable_notification": "maybe"}, "invalid disable_notification specified"),
        ("sendMessage", TEXT | {"reply_parameters": {"message_id": 99}}, "message to be replied not found"),
        ("sendMessage", TEXT | {"reply_markup": "{"}, "can't parse reply markup JSON object: not JSON"),
        ("sendMessage", TEXT | {"reply_markup": [1]}, "can't parse reply markup JSON object: an object is expected"),
        (
            "sendMessage",
            TEXT | buttons([{"text": "a", "calback_data": "b"}]),
            UNKNOWN_FIELD,
        ),
        ("sendMessage", TEXT | buttons([{"text": "a", "callback_data": "x" * 65}]), "BUTTON_DATA_INVALID"),
        ("sendMessage", TEXT | buttons([{"text": "a", "callback_data": "ë" * 33}]), "BUTTON_DATA_INVALID"),
        ("sendMessage", TEXT | buttons([{"text": "a", "callback_data": ""}]), "BUTTON_DATA_INVALID"),
        (
            "sendMessage",
            TEXT | buttons([{"text": "a"}]),
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            "sendMessage",
            TEXT | buttons([{"text": "a", "url": "tel:129"}]),
            "inline keyboard button URL 'tel:129' is invalid: Wrong HTTP URL",
        ),
        (
            "sendMessage",
            TEXT | buttons(*[[{"text": "a", "callback_data": "b"}]] * 101),
            "reply markup is too long",
        ),
        ("sendMessage", TEXT | {"text": "<b>", "parse_mode": "HTML"}, None),
        ("sendPhoto", {"chat_id": 1001}, "there is no photo in the request"),
        ("sendPhoto", {"chat_id": 1001, "photo": "nothing"}, "wrong file identifier/HTTP URL specified"),
        ("sendPhoto", {"chat_id": 1001, "photo": "https://a.al/x.png"}, "failed to get HTTP URL content"),
        ("getFile", {"file_id": "nothing"}, "invalid file_id"),
        (
            "sendVenue",
            {"chat_id": 1001, "latitude": 1, "longitude": 1, "title": "a"},
            'parameter "address" is required',
        ),
        (
            "sendLocation",
            {"chat_id": 1001, "latitude": 91, "longitude": 1},
            "wrong latitude or longitude specified",
        ),
        ("sendChatAction", {"chat_id": 1001, "action": "sleeping"}, "wrong parameter action in request"),
        ("editMessageText", {"chat_id": 1001, "message_id": 99, "text": "a"}, "message to edit not found"),
        ("editMessageText", {"chat_id": 1001, "message_id": 1, "text": "a"}, "message can't be edited"),
        ("editMessageText", {"chat_id": 1001, "message_id": 2, "text": "hello"}, NOT_MODIFIED),
        ("editMessageReplyMarkup", {"chat_id": 1001, "message_id": 2}, NOT_MODIFIED),
        ("deleteMessage", {"chat_id": 1001, "message_id": 99}, "message to delete not found"),
        ("copyMessage", {"chat_id": 1001, "from_chat_id": 1001, "message_id": 99}, "message to copy not found"),
        ("forwardMessage", {"chat_id": 1001, "from_chat_id": 1001, "message_id": 99}, "message to forward not found"),
        (
            "copyMessages",
            {"chat_id": 1001, "from_chat_id": 1001, "message_ids": [2, 1]},
            "message identifiers must be in a strictly increasing order",
        ),
        ("setMessageReaction", {"chat_id": 1001, "message_id": 99}, "message to react not found"),
        ("pinChatMessage", {"chat_id": 1001, "message_id": 99}, "message to pin not found"),
        (
            "answerCallbackQuery",
            {"callback_query_id": "1"},
            "query is too old and response timeout expired or query ID is invalid",
        ),
        ("createForumTopic", {"chat_id": 1001, "name": "a"}, "the chat is not a forum"),
        ("createForumTopic", {"chat_id": DESK_CHAT, "name": " "}, "TOPIC_TITLE_EMPTY"),
        ("createForumTopic", {"chat_id": DESK_CHAT, "name": "a" * 129}, "topic name is too long"),
        ("sendMessage", {"chat_id": DESK_CHAT, "text": "a", "message_thread_id": 1}, "message thread not found"),
        ("closeForumTopic", {"chat_id": DESK_CHAT, "message_thread_id": 77}, "message thread not found"),
        ("getChatMember", {"chat_id": DESK_CHAT, "user_id": 9}, "PARTICIPANT_ID_INVALID"),
        ("setMyCommands", {"commands": [{"command": "Start", "description": "a"}]}, "BOT_COMMAND_INVALID"),
        ("setMyCommands", {"commands": [{"command": "a", "description": ""}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ("setMyName", {"name": "a" * 65}, "bot name is too long"),
        ("setMyName", {"name": "a", "language_code": "sqi"}, "invalid language_code specified"),
        ("sendMessage", {"chat_id": 1001, "text": {"a": 1}}, "invalid text specified"),
        ("sendLocation", {"chat_id": 1001, "latitude": "x", "longitude": 1}, "invalid latitude specified"),
        (
            "setWebhook",
            {"url": "https://a.al", "certificate": "x"},
            "can't parse certificate JSON object: a file is expected",
        ),
        (
            "sendVenue",
            {"chat_id": 1001, "latitude": 1, "longitude": 1, "title": " ", "address": "a"},
            "VENUE_TITLE_EMPTY",
        ),
        (
            "sendMessage",
            TEXT | buttons([{"text": " ", "callback_data": "b"}]),
            "can't parse inline keyboard button: Text must be non-empty",
        ),
        ("sendMessage", TEXT | buttons([{"callback_data": "b"}]), MISSING_FIELD),
        ("editMessageText", {"message_id": 2, "text": "a"}, "chat_id is empty"),
        ("editMessageText", {"chat_id": 1001, "text": "a"}, "message identifier is not specified"),
        ("editMessageText", {"chat_id": 1001, "message_id": 2}, "message text is empty"),
        ("deleteMessages", {"chat_id": 1001, "message_ids": []}, "message identifiers are not specified"),
        ("editMessageCaption", {"chat_id": 1001, "message_id": 2}, "there is no caption in the message to edit"),
        ("editMessageCaption", {"chat_id": 1001, "message_id": 1, "caption": "a"}, "message can't be edited"),
        ("sendMessage", TEXT | {"reply_parameters": {"message_id": 2, "quote": "Hello"}}, "QUOTE_TEXT_INVALID"),
        ("sendMessage", TEXT | {"reply_parameters": {"message_id": 2, "quote": "a" * 1025}}, "QUOTE_TEXT_INVALID"),
        (
            "sendMessage",
            TEXT | {"reply_parameters": {"message_id": 2, "quote": "<b>hell</b>", "quote_parse_mode": "HTML"}},
            "QUOTE_TEXT_INVALID",
        ),
        (
            "copyMessage",
            {"chat_id": 1001, "from_chat_id": 1001, "message_id": 1, "reply_parameters": {"message_id": 99}},
            "message to be replied not found",
        ),
        (
            "sendMessage",
            TEXT | {"reply_parameters": {"message_id": 2, "chat_id": DESK_CHAT}},
            "the sandbox does not serve replies to another chat",
        ),
        (
            "setMyCommands",
            {"commands": [{"command": "a", "description": "a"}], "scope": {"type": "chat", "chat_id": -100}},
            "chat not found",
        ),
        ("answerCallbackQuery", {"callback_query_id": "1", "text": "a" * 201}, "MESSAGE_TOO_LONG"),
        ("createForumTopic", {"chat_id": DESK_CHAT, "name": "a", "icon_color": 5}, "TOPIC_ICON_COLOR_INVALID"),
        ("getChatAdministrators", {"chat_id": 1001}, "there are no administrators in the private chat"),
        ("getChatMember", {"chat_id": 1001, "user_id": 9}, "PARTICIPANT_ID_INVALID"),
        ("setMyCommands", {"commands": [{"command": "a", "description": "a"}] * 101}, "BOT_COMMANDS_TOO_MUCH"),
        ("setWebhook", {"url": "http://a.al"}, "bad webhook: An HTTPS URL must be provided for webhook"),
    ],
)
async def test_a_bad_request_is_refused(
    sandbox: SandboxClient, method: str, params: dict[str, Any], words: str | None
) -> None:
    await sandbox.client_text(1001, "/start")
    await sandbox.api("sendMessage", chat_id=1001, text="hello")
    answer = await sandbox.api(method, **params)
    assert answer["error_code"] == 400
    assert words is None or answer["description"] == f"Bad Request: {words}"
    assert [seen.text for seen in await sandbox.messages(1001)] == ["/start", "hello"]


async def test_an_unknown_method_is_404(sandbox: SandboxClient) -> None:
    answer = await sandbox.api("sendPigeon")
    assert (answer["error_code"], answer["description"]) == (404, "Not Found: method not found")


async def test_method_names_have_no_case(sandbox: SandboxClient) -> None:
    assert (await sandbox.api("GETME"))["ok"]


async def test_an_unknown_parameter_is_refused_only_by_a_strict_world(sandbox: SandboxClient) -> None:
    await sandbox.client_text(1001, "/start")
    assert "unknown parameter" in (await sandbox.api("sendMessage", **TEXT, txt="b"))["description"]
    assert "does not serve" in (await sandbox.api("sendMessage", **TEXT, business_connection_id="b"))["description"]
    async with running_sandbox(World(strict=False)) as loose:
        await loose.client_text(1001, "/start")
        assert (await loose.api("sendMessage", **TEXT, txt="b"))["ok"]


async def test_a_client_who_blocked_the_bot_gets_nothing_until_unblocked(sandbox: SandboxClient) -> None:
    await sandbox.client_text(1001, "/start")
    await sandbox.block(1001)
    answer = await sandbox.api("sendMessage", **TEXT)
    assert (answer["error_code"], answer["description"]) == (403, "Forbidden: bot was blocked by the user")
    statuses = [one["my_chat_member"]["new_chat_member"]["status"] for one in (await sandbox.pending())[1:]]
    assert statuses == ["kicked"]
    await sandbox.unblock(1001)
    assert (await sandbox.api("sendMessage", **TEXT))["ok"]


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("kicked", "Forbidden: bot was kicked from the supergroup chat"),
        ("left", "Forbidden: bot is not a member of the supergroup chat"),
    ],
)
async def test_a_bot_thrown_out_of_the_desk_is_told_so(sandbox: SandboxClient, status: str, words: str) -> None:
    await sandbox.place_bot(status)
    answer = await sandbox.api("sendMessage", chat_id=DESK_CHAT, text="a")
    assert (answer["error_code"], answer["description"]) == (403, words)
    await sandbox.counsellor_text(None, "Where is it?")
    assert [next(iter(set(one) - {"update_id"})) for one in await sandbox.pending()] == ["my_chat_member"]


async def test_a_bot_that_is_no_administrator_may_write_but_not_manage_threads(sandbox: SandboxClient) -> None:
    thread = await sandbox.open_thread("Ulliri 27")
    await sandbox.place_bot("member")
    in_thread = {"chat_id": DESK_CHAT, "message_thread_id": thread}
    created = await sandbox.api("createForumTopic", chat_id=DESK_CHAT, name="a")
    assert created["description"] == "Bad Request: not enough rights to create a topic"
    closed = await sandbox.api("closeForumTopic", **in_thread)
    assert closed["description"] == "Bad Request: not enough rights to manage topics"
    assert (await sandbox.api("sendMessage", **in_thread, text="a"))["ok"]
    await sandbox.close_thread(thread)
    refused = await sandbox.api("sendMessage", **in_thread, text="a")
    assert refused["description"] == "Bad Request: TOPIC_CLOSED"


async def test_an_administrator_without_the_right_may_not_manage_threads(sandbox: SandboxClient) -> None:
    await sandbox.place_bot("administrator", lacking=["can_manage_topics"])
    created = await sandbox.api("createForumTopic", chat_id=DESK_CHAT, name="a")
    assert created["description"] == "Bad Request: not enough rights to create a topic"
    member = (await sandbox.api("getChatMember", chat_id=DESK_CHAT, user_id=10000))["result"]
    assert (member["status"], member["can_manage_topics"]) == ("administrator", False)


async def test_a_thread_that_the_bot_opened_stays_its_own_to_manage(sandbox: SandboxClient) -> None:
    opened = (await sandbox.api("createForumTopic", chat_id=DESK_CHAT, name="Ulliri 27"))["result"]
    mine = {"chat_id": DESK_CHAT, "message_thread_id": opened["message_thread_id"]}
    others = {"chat_id": DESK_CHAT, "message_thread_id": await sandbox.open_thread("Lisi 3")}
    await sandbox.place_bot("administrator", lacking=["can_manage_topics"])
    assert (await sandbox.api("closeForumTopic", **mine))["ok"]
    refused = await sandbox.api("closeForumTopic", **others)
    assert refused["description"] == "Bad Request: not enough rights to manage topics"
    assert (await sandbox.api("deleteForumTopic", **others))["ok"]
    closed = await sandbox.api("sendMessage", **mine, text="a")
    assert closed["description"] == "Bad Request: TOPIC_CLOSED"


async def test_the_old_number_of_an_upgraded_group_names_the_new_one(sandbox: SandboxClient) -> None:
    await sandbox.upgrade_desk(-1002000000002)
    answer = await sandbox.api("sendMessage", chat_id=DESK_CHAT, text="a")
    assert answer["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert answer["parameters"] == {"migrate_to_chat_id": -1002000000002}
    assert (await sandbox.api("sendMessage", chat_id=-1002000000002, text="a"))["ok"]


async def test_what_is_older_than_two_days_cannot_be_deleted(sandbox: SandboxClient) -> None:
    await sandbox.client_text(1001, "/start")
    await sandbox.api("sendMessage", **TEXT)
    await sandbox.advance(48 * 3600 - 60)
    assert (await sandbox.api("deleteMessage", chat_id=1001, message_id=2))["ok"]
    await sandbox.advance(120)
    answer = await sandbox.api("deleteMessage", chat_id=1001, message_id=1)
    assert answer["description"] == "Bad Request: message can't be deleted"


async def test_the_message_that_opened_a_thread_cannot_be_deleted(sandbox: SandboxClient) -> None:
    thread = await sandbox.open_thread("Ulliri 27")
    answer = await sandbox.api("deleteMessage", chat_id=DESK_CHAT, message_id=thread)
    assert answer["description"] == "Bad Request: message can't be deleted"


async def test_the_same_caption_again_is_no_edit(sandbox: SandboxClient) -> None:
    photo = (await sandbox.send_photo(1001)).look["photo"]["file_id"]
    await sandbox.api("sendPhoto", chat_id=1001, photo=photo, caption="a")
    answer = await sandbox.api("editMessageCaption", chat_id=1001, message_id=2, caption="a")
    assert answer["description"] == f"Bad Request: {NOT_MODIFIED}"


async def test_a_picture_has_no_text_to_edit(sandbox: SandboxClient) -> None:
    photo = (await sandbox.send_photo(1001)).look["photo"]["file_id"]
    await sandbox.api("sendPhoto", chat_id=1001, photo=photo)
    answer = await sandbox.api("editMessageText", chat_id=1001, message_id=2, text="a")
    assert answer["description"] == "Bad Request: there is no text in the message to edit"


@pytest.mark.parametrize(
    ("right", "method", "words"),
    [
        ("can_pin_messages", "pinChatMessage", "not enough rights to manage pinned messages in the chat"),
        ("can_delete_messages", "deleteForumTopic", "not enough rights to delete messages"),
    ],
)
async def test_each_right_is_asked_for_by_itself(sandbox: SandboxClient, right: str, method: str, words: str) -> None:
    thread = await sandbox.open_thread("Ulliri 27")
    await sandbox.place_bot("administrator", lacking=[right])
    named = {"message_id": thread} if method == "pinChatMessage" else {"message_thread_id": thread}
    assert (await sandbox.api(method, chat_id=DESK_CHAT, **named))["description"] == f"Bad Request: {words}"


async def test_an_open_thread_cannot_be_reopened(sandbox: SandboxClient) -> None:
    thread = {"chat_id": DESK_CHAT, "message_thread_id": await sandbox.open_thread("Ulliri 27")}
    assert (await sandbox.api("reopenForumTopic", **thread))["description"] == "Bad Request: TOPIC_NOT_MODIFIED"
    assert (await sandbox.api("closeForumTopic", **thread))["ok"]
