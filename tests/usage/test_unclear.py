"""Words that were not understood: counted by marks, readable only when five different chats have used them."""

from collections.abc import Iterable
from datetime import date, timedelta

from sqlalchemy import select

from bot.storage.database import Database
from bot.storage.tables import UNCLEAR_MARKS, UNCLEAR_WORDS
from bot.usage import unclear
from bot.usage.unclear import UnclearWord
from tests.builders import TODAY
from tests.storage.storing import VAULT


async def _use(database: Database, chats: Iterable[int], *words: str, day: date = TODAY, language: str = "sq") -> None:
    async with database.transaction() as tx:
        for chat in chats:
            await unclear.add(tx, VAULT, VAULT.chat_key(chat), (language, words), day)


async def _shown(database: Database) -> list[UnclearWord]:
    async with database.transaction() as tx:
        return await unclear.shown(tx)


async def test_four_chats_leave_a_word_unreadable(database: Database) -> None:
    await _use(database, [1, 2, 3, 4, 1, 2, 3, 4], "vinjeta")
    assert await _shown(database) == []


async def test_the_fifth_chat_makes_it_readable(database: Database) -> None:
    await _use(database, range(5), "vinjeta", "trotinet")
    await _use(database, [9], "vinjeta")
    assert await _shown(database) == [UnclearWord("vinjeta", "sq", 6, TODAY), UnclearWord("trotinet", "sq", 5, TODAY)]


async def test_the_same_word_in_two_languages_is_two_words(database: Database) -> None:
    await _use(database, range(3), "kino")
    await _use(database, range(3, 6), "kino", language="en")
    assert await _shown(database) == []


async def test_uses_of_more_than_thirty_days_ago_do_not_count(database: Database) -> None:
    await _use(database, range(4), "vinjeta", day=TODAY - timedelta(days=31))
    await _use(database, [4], "vinjeta")
    assert await _shown(database) == []


async def test_neither_word_nor_chat_stands_in_the_database_before(database: Database) -> None:
    await _use(database, range(4), "vinjeta", "trotinet")
    async with database.transaction() as tx:
        marks = (await tx.execute(select(UNCLEAR_MARKS))).all()
        words = (await tx.execute(select(UNCLEAR_WORDS))).all()
    keys = {VAULT.chat_key(chat) for chat in range(4)}
    assert (len(marks), words) == (8, [])
    assert len({mark.chat_mark for mark in marks}) == 8, "the marks of one chat cannot be joined"
    assert not keys & {mark.chat_mark for mark in marks}
    assert all(b"vinj" not in mark.word_mark for mark in marks)


async def test_after_thirty_days_all_is_forgotten(database: Database) -> None:
    await _use(database, range(5), "vinjeta")
    async with database.transaction() as tx:
        await unclear.forget_old(tx, TODAY + timedelta(days=30))
    assert len(await _shown(database)) == 1
    async with database.transaction() as tx:
        await unclear.forget_old(tx, TODAY + timedelta(days=31))
        assert (await tx.execute(select(UNCLEAR_MARKS))).all() == []
    assert await _shown(database) == []
