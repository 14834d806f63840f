"""What was sent is marked and what there is to remember is remembered, in one commit or not at all."""

import asyncio
from functools import partial
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from bot.channels.settling import Settling
from bot.conversation.actions import Show
from bot.conversation.views import Menu
from bot.storage import kept, outbox
from bot.storage.database import Database
from bot.storage.outbox import Outgoing, Parcel
from bot.storage.transaction import Transaction
from tests.stage import CHAT, KEY, VAULT


async def queued(database: Database, how_many: int) -> list[Outgoing]:
    parcels = [(KEY, Parcel(CHAT, Show(Menu(), "sq"))) for _ in range(how_many)]
    async with database.transaction() as tx:
        return await outbox.put(tx, VAULT, 1, parcels)


async def left(database: Database) -> list[int]:
    async with database.transaction() as tx:
        return [each.id for each in await outbox.waiting(tx, VAULT)]


async def remembered(database: Database, name: str) -> bytes | None:
    async with database.transaction() as tx:
        return await kept.get(tx, name)


async def test_many_lanes_are_marked_in_one_commit(database: Database) -> None:
    rows = await queued(database, 5)
    settling, commits = Settling(database), list[Any]()
    event.listen(getattr(database.engine, "sync_engine", database.engine), "commit", commits.append)
    await asyncio.gather(*(settling.sent(row.id) for row in rows))
    assert len(commits) == 1
    assert await left(database) == []


async def test_what_is_to_be_remembered_is_in_the_commit_that_marks_it(database: Database) -> None:
    (row,) = await queued(database, 1)
    await Settling(database).sent(
        row.id, partial(kept.put, name="first", value=b"1"), partial(kept.put, name="second", value=b"2")
    )
    assert await left(database) == []
    assert (await remembered(database, "first"), await remembered(database, "second")) == (b"1", b"2")


async def test_if_it_cannot_be_remembered_it_is_not_marked_either_and_can_be_tried_again(database: Database) -> None:
    (row,) = await queued(database, 1)
    settling = Settling(database)

    async def away(_tx: Transaction) -> None:
        raise OperationalError("", None, Exception("away"))

    with pytest.raises(OperationalError):
        await settling.sent(row.id, partial(kept.put, name="first", value=b"1"), away)
    assert await left(database) == [row.id]
    assert await remembered(database, "first") is None
    await settling.sent(row.id, partial(kept.put, name="first", value=b"1"))
    assert await left(database) == []
    assert await remembered(database, "first") == b"1"


async def test_marking_twice_does_no_harm(database: Database) -> None:
    first, second = await queued(database, 2)
    settling = Settling(database)
    await settling.sent(first.id)
    await settling.sent(first.id)
    assert await left(database) == [second.id]


async def test_a_lane_that_is_stopped_while_it_waits_does_not_undo_the_others(database: Database) -> None:
    first, second = await queued(database, 2)
    settling = Settling(database)
    stopped = asyncio.create_task(settling.sent(first.id))
    await asyncio.sleep(0)
    goes_on = asyncio.create_task(settling.sent(second.id))
    stopped.cancel()
    await goes_on
    assert await left(database) == []
