"""The inbox: an update is taken in once, handled once, and nobody can read it while it waits."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, select

from bot.errors import SecretKeyError
from bot.storage import inbox
from bot.storage.database import Database
from bot.storage.inbox import Waiting
from bot.storage.tables import INBOX, SEEN
from tests.storage.storing import KEY, OTHER_VAULT, TODAY, VAULT


def an_update(update_id: int, raw: bytes = b'{"text": "a secret question"}') -> Waiting:
    return Waiting(update_id, KEY, raw)


async def put(database: Database, *updates: Waiting) -> set[int]:
    async with database.transaction() as tx:
        return await inbox.put(tx, VAULT, updates, TODAY)


async def waiting(database: Database) -> list[Waiting]:
    async with database.transaction() as tx:
        return await inbox.waiting(tx, VAULT)


async def done(database: Database, update_id: int) -> bool:
    async with database.transaction() as tx:
        return await inbox.done(tx, update_id)


async def test_what_was_taken_in_waits_in_the_order_of_its_numbers(database: Database) -> None:
    updates = [an_update(number, b"%d" % number) for number in (12, 10, 11)]
    assert await put(database, *updates) == {10, 11, 12}
    assert await waiting(database) == sorted(updates, key=lambda update: update.update_id)


async def test_an_empty_batch_is_no_trouble(database: Database) -> None:
    assert await put(database) == set()


async def test_the_same_update_sent_twice_is_taken_in_once(database: Database) -> None:
    await put(database, an_update(1))
    assert await put(database, an_update(1), an_update(2)) == {2}
    assert len(await waiting(database)) == 2


async def test_the_same_update_twice_in_one_batch_is_taken_in_once(database: Database) -> None:
    assert await put(database, an_update(1), an_update(1)) == {1}
    assert await waiting(database) == [an_update(1)]


async def test_an_update_that_was_handled_is_not_taken_in_again(database: Database) -> None:
    await put(database, an_update(1))
    assert await done(database, 1)
    assert await put(database, an_update(1)) == set()
    assert await waiting(database) == []


async def test_an_update_is_done_only_once(database: Database) -> None:
    await put(database, an_update(1))
    assert [await done(database, 1), await done(database, 1), await done(database, 2)] == [True, False, False]


async def test_an_update_that_waits_cannot_be_read(database: Database) -> None:
    await put(database, an_update(1))
    async with database.transaction() as tx:
        row = (await tx.execute(select(INBOX))).one()
    assert b"secret" not in row.sealed


async def test_an_update_does_not_open_with_another_secret(database: Database) -> None:
    await put(database, an_update(1))
    with pytest.raises(SecretKeyError):
        async with database.transaction() as tx:
            await inbox.waiting(tx, OTHER_VAULT)


async def test_an_update_moved_to_another_number_does_not_open(database: Database) -> None:
    await put(database, an_update(1))
    async with database.transaction() as tx:
        sealed = (await tx.execute(select(INBOX.c.sealed))).scalar_one()
        moved = {"update_id": 2, "lane": KEY, "sealed": sealed, "attempts": 0, "set_aside": False}
        await tx.execute(insert(INBOX), moved)
    with pytest.raises(SecretKeyError):
        await waiting(database)


async def test_failures_are_counted_over_a_restart(database: Database) -> None:
    await put(database, an_update(1))
    async with database.transaction() as tx:
        await inbox.failed(tx, 1, 3)
    assert [update.attempts for update in await waiting(database)] == [3]


async def test_an_update_that_was_set_aside_waits_no_more_and_does_not_come_again(database: Database) -> None:
    await put(database, an_update(1), an_update(2))
    async with database.transaction() as tx:
        await inbox.set_aside(tx, 1)
    assert await waiting(database) == [an_update(2)]
    assert await put(database, an_update(1)) == set()


async def test_old_numbers_are_forgotten_when_they_cannot_come_again(database: Database) -> None:
    async with database.transaction() as tx:
        await inbox.put(tx, VAULT, [an_update(1)], TODAY - timedelta(days=4))
        await inbox.put(tx, VAULT, [an_update(2)], TODAY - timedelta(days=3))
        await inbox.forget_old(tx, TODAY - timedelta(days=3))
        assert (await tx.execute(select(SEEN.c.update_id))).scalars().all() == [2]
    assert len(await waiting(database)) == 2


async def test_what_was_set_aside_is_forgotten_with_its_number(database: Database) -> None:
    async with database.transaction() as tx:
        for number, day in ((1, TODAY - timedelta(days=4)), (2, TODAY)):
            await inbox.put(tx, VAULT, [an_update(number)], day)
            await inbox.set_aside(tx, number)
        await inbox.forget_old(tx, TODAY - timedelta(days=3))
        assert (await tx.execute(select(INBOX.c.update_id))).scalars().all() == [2]


batches = st.lists(st.lists(st.tuples(st.integers(1, 8), st.booleans()), max_size=6), max_size=6)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(batches)
async def test_however_often_it_comes_every_update_is_handled_exactly_once(
    database: Database, batches: list[list[tuple[int, bool]]]
) -> None:
    """Every example starts where the last one ended: what was done stays done."""
    async with database.transaction() as tx:
        ever = set((await tx.execute(select(SEEN.c.update_id))).scalars())
    for batch in batches:
        new = await put(database, *(an_update(update_id) for update_id, _ in batch))
        assert new == {update_id for update_id, _ in batch} - ever
        ever |= new
        there = {update.update_id for update in await waiting(database)}
        for update_id in dict.fromkeys(update_id for update_id, handled in batch if handled):
            assert await done(database, update_id) == (update_id in there)
