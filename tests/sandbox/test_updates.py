"""getUpdates: numbers, acknowledgement, waiting, filters, expiry."""

import asyncio
import time
from typing import Any

from bot.sandbox.server import DESK_CHAT
from tests.sandbox_client import SandboxClient


async def texts(sandbox: SandboxClient, **params: Any) -> list[str]:
    answer = await sandbox.api("getUpdates", **params)
    return [update["message"]["text"] for update in answer["result"]]


async def test_updates_count_from_one_and_stay_until_acknowledged(sandbox: SandboxClient) -> None:
    for text in "abc":
        await sandbox.client_text(1001, text)
    assert [update["update_id"] for update in (await sandbox.api("getUpdates"))["result"]] == [1, 2, 3]
    assert await texts(sandbox) == ["a", "b", "c"]
    assert await texts(sandbox, offset=2, limit=1) == ["b"]
    assert await texts(sandbox, offset=4) == []
    assert await sandbox.pending() == []


async def test_a_negative_offset_forgets_all_but_the_last(sandbox: SandboxClient) -> None:
    for text in "abc":
        await sandbox.client_text(1001, text)
    assert await texts(sandbox, offset=-1) == ["c"]
    assert await texts(sandbox) == ["c"]


async def test_a_long_poll_wakes_when_something_comes(sandbox: SandboxClient) -> None:
    polling = asyncio.create_task(texts(sandbox, timeout=20))
    await asyncio.sleep(0.05)
    start = time.monotonic()
    await sandbox.client_text(1001, "a")
    assert await polling == ["a"]
    assert time.monotonic() - start < 1


async def test_a_long_poll_ends_empty_after_its_timeout(sandbox: SandboxClient) -> None:
    start = time.monotonic()
    assert await texts(sandbox, timeout=1) == []
    assert 0.9 < time.monotonic() - start < 3


async def test_the_older_of_two_pollers_is_told_of_the_conflict(sandbox: SandboxClient) -> None:
    older = asyncio.create_task(sandbox.api("getUpdates", timeout=20))
    await asyncio.sleep(0.05)
    newer = asyncio.create_task(texts(sandbox, timeout=20))
    answer = await older
    assert answer["error_code"] == 409
    assert answer["description"].startswith("Conflict: terminated by other getUpdates request")
    await sandbox.client_text(1001, "a")
    assert await newer == ["a"]


async def test_polling_with_a_webhook_is_a_conflict(sandbox: SandboxClient) -> None:
    await sandbox.client_text(1001, "a")
    assert (await sandbox.api("setWebhook", url="https://udha.al/hook", max_connections=5))["ok"]
    assert (await sandbox.api("getUpdates"))["error_code"] == 409
    assert (await sandbox.api("getWebhookInfo"))["result"] == {
        "url": "https://udha.al/hook",
        "has_custom_certificate": False,
        "pending_update_count": 1,
        "max_connections": 5,
    }
    await sandbox.api("deleteWebhook", drop_pending_updates=True)
    assert await texts(sandbox) == []


async def test_only_the_kinds_asked_for_come_and_the_choice_persists(sandbox: SandboxClient) -> None:
    await sandbox.api("getUpdates", allowed_updates=["callback_query"])
    await sandbox.client_text(1001, "a")
    assert await texts(sandbox) == []
    await sandbox.api("getUpdates", allowed_updates=[])
    await sandbox.client_text(1001, "b")
    assert await texts(sandbox) == ["b"]


async def test_a_message_waits_a_day_and_a_tap_two_and_a_half_minutes(sandbox: SandboxClient) -> None:
    await sandbox.client_text(1001, "a")
    keyboard = {"inline_keyboard": [[{"text": "Po", "callback_data": "yes"}]]}
    await sandbox.api("sendMessage", chat_id=1001, text="a", reply_markup=keyboard)
    await sandbox.press(1001, "yes", wait=0)
    await sandbox.advance(160)
    kinds = [min(update) for update in (await sandbox.api("getUpdates"))["result"]]
    assert kinds == ["message"]
    await sandbox.advance(24 * 3600)
    assert await texts(sandbox) == []


async def test_an_update_on_order_comes_again_after_it_was_acknowledged(sandbox: SandboxClient) -> None:
    await sandbox.fault("twice", times=2)
    for text in "abc":
        await sandbox.client_text(1001, text)
    assert await texts(sandbox) == ["a", "b", "c"]
    assert await texts(sandbox, offset=4) == ["a", "b"]
    assert await texts(sandbox, offset=4) == []


async def test_a_raw_update_is_passed_on_as_it_stands(sandbox: SandboxClient) -> None:
    assert await sandbox.inject({"purchased_paid_media": {"from": {"id": 5}}}) == 1
    assert await sandbox.inject({"update_id": 40, "poll": {}}) == 40
    await sandbox.client_text(1001, "a")
    assert [update["update_id"] for update in await sandbox.pending()] == [1, 40, 41]


async def test_after_a_reset_a_bot_that_polls_hears_of_what_comes(sandbox: SandboxClient) -> None:
    await sandbox.client_text(1001, "a")
    polling = asyncio.create_task(texts(sandbox, offset=2, timeout=20))
    await asyncio.sleep(0.05)
    await sandbox.reset()
    await sandbox.client_text(1001, "b")
    assert await polling == ["b"]


async def test_the_bot_hears_of_its_own_service_messages_but_not_of_its_messages(sandbox: SandboxClient) -> None:
    await sandbox.api("createForumTopic", chat_id=DESK_CHAT, name="Ulliri 27")
    await sandbox.api("sendMessage", chat_id=DESK_CHAT, text="a")
    assert ["forum_topic_created" in update["message"] for update in await sandbox.pending()] == [True]
