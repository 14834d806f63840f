"""Traces: the messages of a chat that Telegram still lets us delete, and no others."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.storage import traces
from bot.storage.database import Database
from bot.storage.tables import TRACES
from tests.storage.storing import CHAT, KEY, VAULT

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
STRANGER = VAULT.chat_key(CHAT + 1)


async def add(database: Database, *messages: int, key: bytes = KEY, ago: timedelta = timedelta()) -> None:
    async with database.transaction() as tx:
        await traces.add(tx, key, messages, NOW - ago)


async def of_chat(database: Database, key: bytes = KEY) -> list[int]:
    async with database.transaction() as tx:
        return await traces.of_chat(tx, key)


async def test_the_messages_of_a_chat_are_kept_in_order_and_once(database: Database) -> None:
    await add(database, 42, 40)
    await add(database, 41, 42)
    await add(database, 40, key=STRANGER)
    assert await of_chat(database) == [40, 41, 42]


async def test_no_messages_are_no_rows(database: Database) -> None:
    await add(database)
    assert await of_chat(database) == []


async def test_what_is_forgotten_of_one_chat_leaves_that_of_others(database: Database) -> None:
    await add(database, 40)
    await add(database, 40, key=STRANGER)
    async with database.transaction() as tx:
        await traces.forget(tx, KEY)
    assert (await of_chat(database), await of_chat(database, STRANGER)) == ([], [40])


@pytest.mark.parametrize(("hours", "kept"), [(0, True), (47, True), (48, True), (50, False), (500, False)])
async def test_what_telegram_no_longer_lets_us_delete_is_forgotten(database: Database, hours: int, kept: bool) -> None:  # noqa: FBT001 -- a column of the table
    await add(database, 40, ago=timedelta(hours=hours))
    async with database.transaction() as tx:
        await traces.forget_old(tx, NOW)
    assert await of_chat(database) == ([40] if kept else [])


async def test_the_time_of_a_message_is_kept_by_the_hour_and_no_closer(database: Database) -> None:
    await add(database, 40)
    await add(database, 41, ago=timedelta(minutes=29))
    async with database.transaction() as tx:
        hours = (await tx.execute(select(TRACES.c.hour))).scalars().all()
    assert hours == [int(NOW.timestamp()) // 3600] * 2
