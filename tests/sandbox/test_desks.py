"""A world with two desks: each has its own rights, threads and number."""

from collections.abc import AsyncIterator

import pytest

from bot.sandbox.server import DESK_CHAT, SECOND_DESK, World
from tests.sandbox_client import BESNIK, MIRA, SandboxClient, SandboxProcess, SandboxRefused, running_sandbox

NEWCOMER = 503


@pytest.fixture
async def sandbox() -> AsyncIterator[SandboxClient]:
    async with running_sandbox(World(desks=(DESK_CHAT, SECOND_DESK))) as playing:
        yield playing


async def test_without_a_name_the_first_desk_is_meant(sandbox: SandboxClient) -> None:
    assert await sandbox.desk_chat() == DESK_CHAT
    assert await sandbox.desk_chat(SECOND_DESK) == SECOND_DESK
    titles = [desk["title"] for desk in (await sandbox.state())["desks"]]
    assert titles == ["Udha · desk", "Udha · desk 2"]


async def test_threads_and_messages_belong_to_one_desk(sandbox: SandboxClient) -> None:
    first = await sandbox.open_thread("Ulliri 27")
    second = await sandbox.open_thread("Lisi 3", BESNIK, desk=SECOND_DESK)
    await sandbox.counsellor_text(second, "Mirëdita", desk=SECOND_DESK)
    assert (await sandbox.pending())[-1]["message"]["chat"]["id"] == SECOND_DESK
    assert [thread.name for thread in await sandbox.threads()] == ["Ulliri 27"]
    assert [thread.name for thread in await sandbox.threads(SECOND_DESK)] == ["Lisi 3"]
    texts = [seen.text for seen in await sandbox.desk_messages(second, desk=SECOND_DESK)]
    assert texts == ["", "Mirëdita"]
    assert len(await sandbox.desk_messages(first)) == 1


async def test_what_counsellors_do_they_do_at_the_desk_they_name(sandbox: SandboxClient) -> None:
    thread = await sandbox.open_thread("Lisi 3", desk=SECOND_DESK)
    keyboard = {"inline_keyboard": [[{"text": "E marr unë", "callback_data": "take"}]]}
    there = {"chat_id": SECOND_DESK, "message_thread_id": thread}
    await sandbox.api("sendMessage", **there, text="a", reply_markup=keyboard)
    await sandbox.counsellor_presses("take", thread=thread, wait=0, desk=SECOND_DESK)
    query = (await sandbox.pending())[-1]["callback_query"]
    assert query["message"]["chat"]["id"] == SECOND_DESK
    seen = await sandbox.counsellor_text(thread, "a", desk=SECOND_DESK)
    assert (await sandbox.counsellor_edits(seen.id, "b", desk=SECOND_DESK)).text == "b"
    await sandbox.counsellor_deletes(seen.id, desk=SECOND_DESK)
    await sandbox.rename_thread(thread, "Lisi 4", desk=SECOND_DESK)
    await sandbox.close_thread(thread, desk=SECOND_DESK)
    await sandbox.reopen_thread(thread, desk=SECOND_DESK)
    assert [one.name for one in await sandbox.threads(SECOND_DESK)] == ["Lisi 4"]
    await sandbox.delete_thread(thread, desk=SECOND_DESK)
    assert await sandbox.threads(SECOND_DESK) == []
    with pytest.raises(SandboxRefused, match="The desk has no thread"):
        await sandbox.counsellor_text(thread, "a", desk=DESK_CHAT)


async def test_the_bot_is_thrown_out_of_one_desk_and_taken_back(sandbox: SandboxClient) -> None:
    await sandbox.place_bot("kicked", desk=SECOND_DESK)
    assert (await sandbox.api("sendMessage", chat_id=SECOND_DESK, text="a"))["error_code"] == 403
    assert (await sandbox.api("sendMessage", chat_id=DESK_CHAT, text="a"))["ok"]
    await sandbox.place_bot("administrator", ["can_manage_topics"], desk=SECOND_DESK)
    await sandbox.place_bot("administrator", desk=SECOND_DESK)
    assert (await sandbox.api("createForumTopic", chat_id=SECOND_DESK, name="Lisi 3"))["ok"]
    changes = [one["my_chat_member"] for one in await sandbox.pending() if "my_chat_member" in one]
    assert {change["chat"]["id"] for change in changes} == {SECOND_DESK}
    ways = [(one["old_chat_member"]["status"], one["new_chat_member"]["status"]) for one in changes]
    assert ways == [("administrator", "kicked"), ("kicked", "administrator"), ("administrator", "administrator")]
    assert [one["new_chat_member"].get("can_manage_topics") for one in changes] == [None, False, True]


async def test_one_desk_gets_another_number(sandbox: SandboxClient) -> None:
    await sandbox.upgrade_desk(-1002000000002, desk=SECOND_DESK)
    answer = await sandbox.api("sendMessage", chat_id=SECOND_DESK, text="a")
    assert answer["parameters"] == {"migrate_to_chat_id": -1002000000002}
    assert await sandbox.desk_chat() == DESK_CHAT
    assert await sandbox.desk_chat(SECOND_DESK) == -1002000000002
    told = [update["message"] for update in await sandbox.pending()]
    assert (told[0]["chat"]["id"], told[0]["migrate_to_chat_id"]) == (SECOND_DESK, -1002000000002)
    assert (told[1]["chat"]["id"], told[1]["migrate_from_chat_id"]) == (-1002000000002, SECOND_DESK)


async def test_who_joins_one_desk_is_no_member_of_the_other(sandbox: SandboxClient) -> None:
    await sandbox.counsellor_text(None, "a", NEWCOMER, desk=SECOND_DESK)
    found = {}
    for desk in (DESK_CHAT, SECOND_DESK):
        for user in (MIRA, NEWCOMER):
            answer = await sandbox.api("getChatMember", chat_id=desk, user_id=user)
            found[desk, user] = answer["result"]["status"]
    assert found == {
        (DESK_CHAT, MIRA): "creator",
        (DESK_CHAT, NEWCOMER): "left",
        (SECOND_DESK, MIRA): "creator",
        (SECOND_DESK, NEWCOMER): "administrator",
    }
    administrators = (await sandbox.api("getChatAdministrators", chat_id=DESK_CHAT))["result"]
    assert [one["user"]["id"] for one in administrators] == [MIRA, BESNIK, 10000]


async def test_waiting_looks_at_the_desk_that_is_named(sandbox: SandboxClient) -> None:
    await sandbox.open_thread("Lisi 3", desk=SECOND_DESK)
    thread = await sandbox.wait_for_thread(lambda one: one.name == "Lisi 3", desk=SECOND_DESK)
    await sandbox.api("sendMessage", chat_id=SECOND_DESK, message_thread_id=thread.id, text="Mirëdita")
    seen = await sandbox.wait_for_desk(lambda one: one.text == "Mirëdita", thread.id, desk=SECOND_DESK)
    assert seen.thread == thread.id


async def test_a_sandbox_of_its_own_process_has_the_desks_it_is_told() -> None:
    async with SandboxProcess((DESK_CHAT, SECOND_DESK)) as sandbox:
        assert [desk["id"] for desk in (await sandbox.state())["desks"]] == [DESK_CHAT, SECOND_DESK]
