"""Reminders at rest: one for each list of a chat, sealed, found when they are due and taken once."""

from datetime import timedelta

import pytest
from sqlalchemy import insert, select, update

from bot.errors import SecretKeyError
from bot.storage import conversations, reminders
from bot.storage.database import Database
from bot.storage.reminders import Due
from bot.storage.tables import REMINDERS
from tests.builders import a_conversation
from tests.storage.storing import CHAT, KEY, OTHER_VAULT, TODAY, VAULT

NOW = 1_795_338_000
NEIGHBOUR = CHAT + 1
MANY = 100


async def put(database: Database, guide: str = "papers", at: int = NOW, chat: int = CHAT) -> None:
    async with database.transaction() as tx:
        await reminders.put(tx, VAULT, chat, guide, at)


async def due(database: Database, now: int = NOW, at_most: int = MANY) -> list[Due]:
    async with database.transaction() as tx:
        return await reminders.due(tx, now, at_most)


async def take(database: Database, wish: Due) -> bool:
    async with database.transaction() as tx:
        return await reminders.take(tx, wish)


def told(wishes: list[Due]) -> list[tuple[int, str, int]]:
    return [(wish.chat(VAULT), wish.guide, wish.at) for wish in wishes]


async def test_a_wish_is_found_from_its_second_on_with_the_chat_that_wished(database: Database) -> None:
    await put(database)
    assert await due(database, NOW - 1) == []
    (found,) = await due(database)
    assert (found.key, found.guide, found.at, found.chat(VAULT)) == (KEY, "papers", NOW, CHAT)
    assert await due(database, NOW + 10**6) == [found]


async def test_of_one_list_the_last_wish_counts(database: Database) -> None:
    await put(database, at=NOW)
    await put(database, at=NOW + 500)
    assert await due(database) == []
    assert told(await due(database, NOW + 500)) == [(CHAT, "papers", NOW + 500)]


async def test_each_list_and_each_chat_has_its_own_the_longest_overdue_comes_first(database: Database) -> None:
    await put(database, at=NOW)
    await put(database, "return", at=NOW - 2)
    await put(database, at=NOW - 1, chat=NEIGHBOUR)
    assert told(await due(database)) == [
        (CHAT, "return", NOW - 2),
        (NEIGHBOUR, "papers", NOW - 1),
        (CHAT, "papers", NOW),
    ]


async def test_no_more_are_given_than_were_asked_for(database: Database) -> None:
    for number in range(5):
        await put(database, at=NOW - number, chat=CHAT + number)
    assert [chat for chat, _, _ in told(await due(database, at_most=2))] == [CHAT + 4, CHAT + 3]


async def test_it_is_taken_once(database: Database) -> None:
    await put(database)
    (wish,) = await due(database)
    assert [await take(database, wish), await take(database, wish)] == [True, False]
    assert await due(database) == []


async def test_one_that_was_wished_anew_meanwhile_is_not_taken(database: Database) -> None:
    await put(database)
    (wish,) = await due(database)
    await put(database, at=NOW + 500)
    assert not await take(database, wish)
    assert told(await due(database, NOW + 500)) == [(CHAT, "papers", NOW + 500)]


async def test_what_is_put_off_comes_later_and_nothing_that_was_wished_anew_is_moved(database: Database) -> None:
    await put(database)
    await put(database, chat=NEIGHBOUR)
    (ours, theirs) = await due(database)
    await put(database, at=NOW + 500, chat=NEIGHBOUR)
    async with database.transaction() as tx:
        for wish in (ours, theirs):
            await reminders.put_off(tx, wish, NOW + 300)
    assert sorted(at for _, _, at in told(await due(database, NOW + 500))) == [NOW + 300, NOW + 500]


async def test_a_wish_that_is_dropped_leaves_those_for_other_lists_and_of_others(database: Database) -> None:
    await put(database)
    await put(database, "return")
    await put(database, chat=NEIGHBOUR)
    async with database.transaction() as tx:
        await reminders.drop(tx, KEY, "papers")
        await reminders.drop(tx, KEY, "never-wished")
    assert {(chat, guide) for chat, guide, _ in told(await due(database))} == {(CHAT, "return"), (NEIGHBOUR, "papers")}


async def test_what_is_forgotten_of_one_chat_leaves_that_of_others(database: Database) -> None:
    await put(database)
    await put(database, "return")
    await put(database, chat=NEIGHBOUR)
    async with database.transaction() as tx:
        await reminders.forget(tx, KEY)
    assert told(await due(database)) == [(NEIGHBOUR, "papers", NOW)]


async def test_no_wish_outlives_the_conversation_in_which_it_was_wished(database: Database) -> None:
    await put(database)
    await put(database, chat=NEIGHBOUR)
    async with database.transaction() as tx:
        for chat, days in ((CHAT, 91), (NEIGHBOUR, 90)):
            touched = TODAY - timedelta(days=days)
            await conversations.save(tx, VAULT, VAULT.chat_key(chat), a_conversation(), touched)
        await conversations.forget_stale(tx, TODAY - timedelta(days=90))
        await reminders.forget_left(tx)
    assert told(await due(database)) == [(NEIGHBOUR, "papers", NOW)]


async def test_what_is_stored_does_not_say_whose_it_is(database: Database) -> None:
    await put(database)
    async with database.transaction() as tx:
        row = (await tx.execute(select(REMINDERS))).one()
    assert row.chat_key == KEY
    assert str(CHAT).encode() not in row.address
    (wish,) = await due(database)
    with pytest.raises(SecretKeyError):
        wish.chat(OTHER_VAULT)


@pytest.mark.parametrize("changed", [{"chat_key": VAULT.chat_key(NEIGHBOUR)}, {"guide": "return"}])
async def test_one_that_was_moved_to_another_chat_or_list_does_not_open(
    database: Database, changed: dict[str, object]
) -> None:
    await put(database)
    async with database.transaction() as tx:
        await tx.execute(update(REMINDERS).values(**changed))
    (wish,) = await due(database)
    with pytest.raises(SecretKeyError):
        wish.chat(VAULT)


async def test_a_damaged_one_is_found_like_any_other_and_can_be_put_off(database: Database) -> None:
    """It must be possible to step over it."""
    async with database.transaction() as tx:
        row = {"chat_key": KEY, "guide": "papers", "due": NOW, "address": b"damaged"}
        await tx.execute(insert(REMINDERS), row)
    (wish,) = await due(database)
    async with database.transaction() as tx:
        await reminders.put_off(tx, wish, NOW + 1)
    assert await due(database) == []
