"""Sending, editing, copying, deleting: what the bot's calls leave in a chat."""

from typing import Any

import pytest

from bot.sandbox.server import DESK_CHAT
from tests.sandbox_client import SandboxClient


@pytest.fixture
async def chat(sandbox: SandboxClient) -> SandboxClient:
    """A sandbox in which client 1001 has begun."""
    await sandbox.client_text(1001, "/start")
    return sandbox


async def ok(sandbox: SandboxClient, method: str, **params: Any) -> Any:
    answer = await sandbox.api(method, **params)
    assert answer["ok"], answer
    return answer["result"]


async def test_an_edit_replaces_text_and_takes_the_buttons_away(chat: SandboxClient) -> None:
    keyboard = {"inline_keyboard": [[{"text": "Po", "callback_data": "yes"}]]}
    sent = await ok(chat, "sendMessage", chat_id=1001, text="a", reply_markup=keyboard)
    await ok(chat, "editMessageText", chat_id=1001, message_id=sent["message_id"], text="b")
    seen = await chat.last(1001)
    assert (seen.text, seen.labels, seen.edited) == ("b", [], True)
    await ok(chat, "editMessageReplyMarkup", chat_id=1001, message_id=sent["message_id"], reply_markup=keyboard)
    assert (await chat.last(1001)).labels == ["Po"]


async def test_a_waiting_update_keeps_the_message_as_it_was(chat: SandboxClient) -> None:
    first = await chat.client_text(1001, "a")
    await chat.client_edits(1001, first.id, "b")
    waiting = (await chat.pending())[1:]
    assert waiting[0]["message"]["text"] == "a"
    assert waiting[1]["edited_message"]["text"] == "b"


async def test_a_copy_shows_nothing_of_who_wrote_first(chat: SandboxClient) -> None:
    await chat.send_photo(1001, "foto")
    copy = await ok(chat, "copyMessage", chat_id=DESK_CHAT, from_chat_id=1001, message_id=2, caption="tjetër")
    wire = await chat.wire(DESK_CHAT, copy["message_id"])
    assert wire["caption"] == "tjetër"
    assert wire["from"]["is_bot"]
    assert not {"forward_origin", "reply_markup"} & set(wire)


async def test_a_forward_shows_who_wrote_first(chat: SandboxClient) -> None:
    await ok(chat, "forwardMessage", chat_id=DESK_CHAT, from_chat_id=1001, message_id=1)
    assert (await chat.desk_messages())[0].look["forward_origin"]["sender_user"]["id"] == 1001


async def test_a_protected_message_can_be_neither_copied_nor_forwarded(chat: SandboxClient) -> None:
    sent = await ok(chat, "sendMessage", chat_id=1001, text="a", protect_content=True)
    source = {"chat_id": DESK_CHAT, "from_chat_id": 1001, "message_id": sent["message_id"]}
    assert (await chat.api("copyMessage", **source))["description"] == "Bad Request: message can't be copied"
    assert (await chat.api("forwardMessage", **source))["description"] == "Bad Request: message can't be forwarded"


async def test_a_service_message_cannot_be_copied(chat: SandboxClient) -> None:
    thread = (await ok(chat, "createForumTopic", chat_id=DESK_CHAT, name="a"))["message_thread_id"]
    answer = await chat.api("copyMessage", chat_id=1001, from_chat_id=DESK_CHAT, message_id=thread)
    assert answer["description"] == "Bad Request: message can't be copied"


async def test_an_album_stays_an_album_when_copied(chat: SandboxClient) -> None:
    album = [seen.id for seen in await chat.send_album(1001, 3, "foto")]
    groups = {update["message"].get("media_group_id") for update in (await chat.pending())[1:]}
    assert len(groups) == 1
    copies = await ok(chat, "copyMessages", chat_id=DESK_CHAT, from_chat_id=1001, message_ids=[*album, 99])
    assert len(copies) == 3
    copied = await chat.desk_messages()
    assert len({seen.look["media_group_id"] for seen in copied}) == 1
    assert [seen.text for seen in copied] == ["foto", "", ""]
    bare = await ok(chat, "copyMessages", chat_id=1001, from_chat_id=1001, message_ids=album, remove_caption=True)
    assert (await chat.wire(1001, bare[0]["message_id"])).get("caption") is None
    none = await chat.api("copyMessages", chat_id=1001, from_chat_id=1001, message_ids=[99])
    assert none["description"] == "Bad Request: there are no messages to copy"


async def test_several_messages_go_at_once_and_missing_ones_do_no_harm(chat: SandboxClient) -> None:
    await ok(chat, "sendMessage", chat_id=1001, text="a")
    await ok(chat, "deleteMessages", chat_id=1001, message_ids=[1, 2, 99])
    assert await chat.messages(1001) == []


async def test_the_bot_deletes_others_messages_in_the_desk_only_with_the_right(chat: SandboxClient) -> None:
    seen = await chat.counsellor_text(None, "a")
    await chat.place_bot("administrator", lacking=["can_delete_messages"])
    answer = await chat.api("deleteMessage", chat_id=DESK_CHAT, message_id=seen.id)
    assert answer["description"] == "Bad Request: message can't be deleted"
    await chat.place_bot("administrator")
    assert await ok(chat, "deleteMessage", chat_id=DESK_CHAT, message_id=seen.id)


async def test_a_reaction_is_seen(chat: SandboxClient) -> None:
    await ok(chat, "setMessageReaction", chat_id=1001, message_id=1, reaction=[{"type": "emoji", "emoji": "👍"}])
    assert (await chat.messages(1001))[0].reactions == ["👍"]


async def test_a_message_is_pinned_and_unpinned(chat: SandboxClient) -> None:
    await ok(chat, "pinChatMessage", chat_id=1001, message_id=1)
    assert (await ok(chat, "getChat", chat_id=1001))["pinned_message"]["message_id"] == 1
    await ok(chat, "unpinChatMessage", chat_id=1001)
    again = await chat.api("unpinChatMessage", chat_id=1001)
    assert again["description"] == "Bad Request: message to unpin not found"


async def test_typing_is_shown_until_the_message_comes(chat: SandboxClient) -> None:
    await ok(chat, "sendChatAction", chat_id=1001, action="typing")
    assert (await chat.state())["clients"][0]["action"] == "typing"
    await ok(chat, "sendMessage", chat_id=1001, text="a")
    assert (await chat.state())["clients"][0]["action"] is None


async def test_a_venue_carries_its_location_twice(chat: SandboxClient) -> None:
    place = {"latitude": 42.66, "longitude": 21.16}
    wire = await ok(chat, "sendVenue", chat_id=1001, **place, title="Qendra", address="Rr. B")
    assert wire["venue"] == {"location": place, "title": "Qendra", "address": "Rr. B"}
    assert wire["location"] == place


async def test_a_file_the_bot_got_can_be_sent_again_as_its_kind(chat: SandboxClient) -> None:
    voice = (await chat.client_sends(1001, "voice", duration=4))[0].look["voice"]
    assert (await ok(chat, "sendVoice", chat_id=1001, voice=voice["file_id"]))["voice"]["duration"] == 1
    answer = await chat.api("sendPhoto", chat_id=1001, photo=voice["file_id"])
    assert "type of file mismatch" in answer["description"]


async def test_each_kind_of_file_is_sent(chat: SandboxClient) -> None:
    for kind in ("Video", "Sticker", "Document"):
        held = (await chat.client_sends(1001, kind.lower())).pop().look[kind.lower()]
        assert (await ok(chat, f"send{kind}", chat_id=1001, **{kind.lower(): held["file_id"]}))[kind.lower()]


async def test_a_reply_to_a_message_that_is_gone_is_sent_without_it_if_allowed(chat: SandboxClient) -> None:
    reply = {"message_id": 99, "allow_sending_without_reply": True}
    assert "reply_to_message" not in await ok(chat, "sendMessage", chat_id=1001, text="a", reply_parameters=reply)
    allowed = {"allow_sending_without_reply": True}
    assert await ok(chat, "sendMessage", chat_id=1001, text="a", reply_parameters=allowed)


async def test_people_are_members_of_their_chats(chat: SandboxClient) -> None:
    for chat_id, user, status in ((1001, 1001, "member"), (1001, 10000, "member"), (DESK_CHAT, 1001, "left")):
        assert (await ok(chat, "getChatMember", chat_id=chat_id, user_id=user))["status"] == status


async def test_commands_follow_scope_and_language(chat: SandboxClient) -> None:
    await chat.client_text(1002, "/start")
    for language, scope, word in (("", "default", "all"), ("sq", "default", "shqip"), ("", "chat", "one")):
        about = {"type": scope} | ({"chat_id": 1002} if scope == "chat" else {})
        commands = [{"command": "menu", "description": word}]
        await ok(chat, "setMyCommands", commands=commands, language_code=language, scope=about)
    await chat.add_client(1002, language="sq")
    await chat.add_client(1003, language="en")
    shown = {one["id"]: one["commands"][0]["description"] for one in (await chat.state())["clients"]}
    assert shown == {1001: "shqip", 1002: "one", 1003: "all"}
    await ok(chat, "deleteMyCommands", language_code="sq")
    assert await ok(chat, "getMyCommands", language_code="sq") == []


async def test_the_desk_has_commands_of_its_own(chat: SandboxClient) -> None:
    for scope, word in (("chat", "desk"), ("all_private_chats", "clients"), ("default", "all")):
        about = {"type": scope} | ({"chat_id": DESK_CHAT} if scope == "chat" else {})
        await ok(chat, "setMyCommands", commands=[{"command": "menu", "description": word}], scope=about)
    state = await chat.state()
    assert state["desks"][0]["commands"][0]["description"] == "desk"
    assert state["clients"][0]["commands"][0]["description"] == "clients"
    await ok(chat, "deleteMyCommands", scope={"type": "chat", "chat_id": DESK_CHAT})
    assert (await chat.state())["desks"][0]["commands"][0]["description"] == "all"


async def test_a_caption_is_edited_and_taken_away(chat: SandboxClient) -> None:
    photo = (await chat.send_photo(1001)).look["photo"]["file_id"]
    sent = await ok(chat, "sendPhoto", chat_id=1001, photo=photo, caption="para")
    where = {"chat_id": 1001, "message_id": sent["message_id"]}
    edited = await ok(chat, "editMessageCaption", **where, caption="<b>pas</b>", parse_mode="HTML")
    assert (edited["caption"], edited["caption_entities"][0]["type"]) == ("pas", "bold")
    assert edited["edit_date"]
    bare = await ok(chat, "editMessageCaption", **where)
    assert not {"caption", "caption_entities"} & set(bare)
    assert bare["photo"]


async def test_a_message_may_come_without_a_sound(chat: SandboxClient) -> None:
    await ok(chat, "sendMessage", chat_id=1001, text="a", disable_notification=True)
    assert (await chat.last(1001)).silent
    await ok(chat, "copyMessage", chat_id=1001, from_chat_id=1001, message_id=1)
    assert not (await chat.last(1001)).silent
    assert "disable_notification" not in await chat.wire(1001, 2)


async def test_a_person_named_by_number_becomes_a_mention_where_the_person_is_known(chat: SandboxClient) -> None:
    text = '<a href="tg://user?id=501">Mira</a> dhe <a href="tg://user?id=999">askush</a>'
    wire = await ok(chat, "sendMessage", chat_id=DESK_CHAT, text=text, parse_mode="HTML")
    assert wire["text"] == "Mira dhe askush"
    (entity,) = wire["entities"]
    assert (entity["type"], entity["offset"], entity["length"]) == ("text_mention", 0, 4)
    assert entity["user"]["first_name"] == "Mira"
    assert '<span class="mention">Mira</span>' in (await chat.desk_messages())[0].html


async def test_one_part_of_an_album_is_copied_alone(chat: SandboxClient) -> None:
    album = [seen.id for seen in await chat.send_album(1001, 2)]
    (copy,) = await ok(chat, "copyMessages", chat_id=DESK_CHAT, from_chat_id=1001, message_ids=album[:1])
    assert "media_group_id" not in await chat.wire(DESK_CHAT, copy["message_id"])


async def test_copies_go_into_a_thread_with_captions_and_their_marks(chat: SandboxClient) -> None:
    thread = (await ok(chat, "createForumTopic", chat_id=DESK_CHAT, name="Ulliri 27"))["message_thread_id"]
    marked = await chat.client_sends(1001, text="shumë e rëndë", entities=[{"type": "bold", "offset": 0, "length": 5}])
    album = [seen.id for seen in await chat.send_album(1001, 2, "dy letra", of="document")]
    source = {"chat_id": DESK_CHAT, "message_thread_id": thread, "from_chat_id": 1001}
    ids = await ok(chat, "copyMessages", **source, message_ids=[marked[0].id, *album])
    copies = (await chat.desk_messages(thread))[1:]
    assert [seen.id for seen in copies] == [one["message_id"] for one in ids]
    assert [(seen.kind, seen.text) for seen in copies] == [
        ("text", "shumë e rëndë"),
        ("document", "dy letra"),
        ("document", ""),
    ]
    assert copies[0].html.startswith("<b>shumë</b>")


async def test_the_bot_takes_another_name(chat: SandboxClient) -> None:
    await ok(chat, "setMyName", name="Rruga")
    await ok(chat, "setMyDescription", description="a")
    await ok(chat, "setMyShortDescription", short_description="a", language_code="sq")
    await ok(chat, "setChatMenuButton", menu_button={"type": "commands"})
    assert (await ok(chat, "getMe"))["first_name"] == "Rruga"
    await ok(chat, "setMyDescription")
    assert (await chat.state())["bot"]["description"] == ""
