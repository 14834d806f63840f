"""Threads of the desk: opening, writing, closing, deleting, and how messages look in them."""

from bot.sandbox.server import DESK_CHAT
from tests.sandbox_client import BESNIK, SandboxClient, Thread


async def opened(sandbox: SandboxClient, name: str = "Ulliri 27") -> int:
    return int((await sandbox.api("createForumTopic", chat_id=DESK_CHAT, name=name))["result"]["message_thread_id"])


async def test_a_thread_has_the_number_of_the_message_that_opened_it(sandbox: SandboxClient) -> None:
    thread = await opened(sandbox)
    wire = await sandbox.wire(DESK_CHAT, thread)
    assert wire["forum_topic_created"]["name"] == "Ulliri 27"
    assert thread > 1  # 1 would be General


async def test_a_counsellors_message_in_a_thread_is_a_reply_to_its_opening(sandbox: SandboxClient) -> None:
    thread = await opened(sandbox)
    await sandbox.counsellor_text(thread, "Mirëdita", BESNIK)
    message = (await sandbox.pending())[-1]["message"]
    assert message["from"]["first_name"] == "Besnik"
    assert (message["message_thread_id"], message["is_topic_message"]) == (thread, True)
    assert message["reply_to_message"]["message_id"] == thread


async def test_a_message_in_general_names_no_thread(sandbox: SandboxClient) -> None:
    await opened(sandbox)
    await sandbox.counsellor_text(None, "Pushim")
    message = (await sandbox.pending())[-1]["message"]
    assert not {"message_thread_id", "is_topic_message", "reply_to_message"} & set(message)
    assert [seen.text for seen in await sandbox.desk_messages()] == ["Pushim"]


async def test_a_reply_carries_the_message_it_answers_without_that_ones_own_reply(sandbox: SandboxClient) -> None:
    thread = await opened(sandbox)
    first = await sandbox.counsellor_text(thread, "një")
    await sandbox.counsellor_text(thread, "dy", reply_to=first.id)
    answered = (await sandbox.pending())[-1]["message"]["reply_to_message"]
    assert answered["text"] == "një"
    assert "reply_to_message" not in answered


async def test_a_thread_closes_and_opens_again_with_service_messages(sandbox: SandboxClient) -> None:
    thread = await opened(sandbox)
    await sandbox.close_thread(thread)
    assert await sandbox.threads() == [Thread(thread, "Ulliri 27", closed=True)]
    assert (await sandbox.api("sendMessage", chat_id=DESK_CHAT, message_thread_id=thread, text="a"))["ok"]
    again = await sandbox.api("closeForumTopic", chat_id=DESK_CHAT, message_thread_id=thread)
    assert again["description"] == "Bad Request: TOPIC_NOT_MODIFIED"
    await sandbox.api("reopenForumTopic", chat_id=DESK_CHAT, message_thread_id=thread)
    services = [seen.service for seen in await sandbox.desk_messages(thread) if seen.service]
    assert services == ["forum_topic_created", "forum_topic_closed", "forum_topic_reopened"]


async def test_a_deleted_thread_is_gone_with_its_messages(sandbox: SandboxClient) -> None:
    thread, other = await opened(sandbox), await opened(sandbox, "Lisi 3")
    await sandbox.counsellor_text(thread, "a")
    await sandbox.delete_thread(thread)
    answer = await sandbox.api("sendMessage", chat_id=DESK_CHAT, message_thread_id=thread, text="a")
    assert answer["description"] == "Bad Request: message thread not found"
    assert await sandbox.desk_messages(thread) == []
    assert [one.id for one in await sandbox.threads()] == [other]
    assert (await sandbox.api("deleteForumTopic", chat_id=DESK_CHAT, message_thread_id=other))["ok"]


async def test_the_bot_renames_a_thread_once(sandbox: SandboxClient) -> None:
    thread = {"chat_id": DESK_CHAT, "message_thread_id": await opened(sandbox)}
    assert (await sandbox.api("editForumTopic", **thread, name="Ulliri 28"))["ok"]
    again = await sandbox.api("editForumTopic", **thread, name="Ulliri 28")
    assert again["description"] == "Bad Request: TOPIC_NOT_MODIFIED"
    assert [one.name for one in await sandbox.threads()] == ["Ulliri 28"]


async def test_a_plain_member_bot_sees_only_commands_and_replies_to_itself(sandbox: SandboxClient) -> None:
    sent = (await sandbox.api("sendMessage", chat_id=DESK_CHAT, text="a"))["result"]
    await sandbox.place_bot("member")
    await sandbox.counsellor_text(None, "unseen")
    await sandbox.counsellor_text(None, "/close")
    await sandbox.counsellor_text(None, "seen", reply_to=sent["message_id"])
    texts = [update["message"]["text"] for update in (await sandbox.pending())[1:]]
    assert texts == ["/close", "seen"]


async def test_counsellors_press_buttons_in_a_thread(sandbox: SandboxClient) -> None:
    thread = await opened(sandbox)
    keyboard = {"inline_keyboard": [[{"text": "E marr unë", "callback_data": "take"}]]}
    await sandbox.api("sendMessage", chat_id=DESK_CHAT, message_thread_id=thread, text="a", reply_markup=keyboard)
    await sandbox.counsellor_presses("E marr unë", BESNIK, thread=thread, wait=0)
    query = (await sandbox.pending())[-1]["callback_query"]
    assert (query["from"]["id"], query["data"]) == (BESNIK, "take")
    assert query["message"]["message_thread_id"] == thread
