"""Twenty messages a minute to one group, where the limit is on."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.sandbox.server import DESK_CHAT, SECOND_DESK, World
from tests.sandbox_client import SandboxClient, running_sandbox


@pytest.fixture
async def sandbox() -> AsyncIterator[SandboxClient]:
    async with running_sandbox(World(lambda: 1000.0, desks=(DESK_CHAT, SECOND_DESK))) as playing:
        yield playing


async def sent(sandbox: SandboxClient, chat_id: int = DESK_CHAT) -> dict[str, Any]:
    return await sandbox.api("sendMessage", chat_id=chat_id, text="a")


async def test_without_a_limit_nothing_is_counted(sandbox: SandboxClient) -> None:
    for _ in range(30):
        assert (await sent(sandbox))["ok"]


async def test_one_too_many_waits_until_the_oldest_is_a_minute_old(sandbox: SandboxClient) -> None:
    await sandbox.limit_group(per_minute=2)
    await sent(sandbox)
    await sandbox.advance(20)
    await sent(sandbox)
    refused = await sent(sandbox)
    assert (refused["error_code"], refused["parameters"]) == (429, {"retry_after": 40})
    await sandbox.advance(39)
    assert not (await sent(sandbox))["ok"]
    await sandbox.advance(1)
    assert (await sent(sandbox))["ok"]
    assert (await sent(sandbox))["parameters"] == {"retry_after": 20}


async def test_each_group_has_its_own_minute_and_clients_have_none(sandbox: SandboxClient) -> None:
    await sandbox.limit_group(per_minute=1)
    await sandbox.client_text(1001, "/start")
    assert (await sent(sandbox))["ok"]
    assert (await sent(sandbox, SECOND_DESK))["ok"]
    for _ in range(3):
        assert (await sent(sandbox, 1001))["ok"]


async def test_copies_edits_and_new_threads_count_but_typing_and_refusals_do_not(sandbox: SandboxClient) -> None:
    await sandbox.client_text(1001, "/start")
    await sandbox.limit_group(per_minute=4)
    here: dict[str, Any] = {"chat_id": DESK_CHAT}
    await sandbox.api("sendChatAction", **here, action="typing")
    await sandbox.api("sendMessage", **here, text="a", message_thread_id=77)
    sent_one = await sandbox.api("copyMessage", **here, from_chat_id=1001, message_id=1)
    number = sent_one["result"]["message_id"]
    await sandbox.api("editMessageText", **here, message_id=number, text="b")
    await sandbox.api("createForumTopic", **here, name="Ulliri 27")
    assert (await sent(sandbox))["ok"]
    assert (await sent(sandbox))["error_code"] == 429
    assert (await sandbox.api("deleteMessage", **here, message_id=number))["ok"]


async def test_a_batch_counts_as_many_as_it_brings(sandbox: SandboxClient) -> None:
    album = [seen.id for seen in await sandbox.send_album(1001, 3)]
    batch: dict[str, Any] = {"chat_id": DESK_CHAT, "from_chat_id": 1001, "message_ids": album}
    await sandbox.limit_group(per_minute=4)
    await sent(sandbox)
    await sent(sandbox)
    assert (await sandbox.api("copyMessages", **batch))["parameters"] == {"retry_after": 60}
    await sandbox.limit_group(per_minute=2)
    assert (await sandbox.api("copyMessages", **batch))["ok"]
    await sandbox.limit_group(None)
    assert (await sent(sandbox))["ok"]
