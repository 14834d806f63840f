"""Conversations at rest: one row a chat, sealed, gone when nobody needs it."""

from datetime import timedelta

import pytest
from sqlalchemy import insert, select

from bot.conversation.state import Conversation
from bot.desk.case import Case
from bot.errors import SecretKeyError
from bot.storage import cases, conversations
from bot.storage.cases import Saved
from bot.storage.conversations import PURPOSE
from bot.storage.database import Database
from bot.storage.tables import CONVERSATIONS
from tests.builders import a_conversation
from tests.storage.storing import CHAT, KEY, OTHER_VAULT, TODAY, VAULT

FULL = Conversation(
    "en", "AL", "kukes", "asylum-facts", "held", "place", 3, "open",
    reachable=False, home="XK", wish="lawyer/f", minor=True, shown=("asylum-facts", "signal:held"),
)  # fmt: skip
DESK = VAULT.chat_key(-1001)


async def load(database: Database, key: bytes = KEY) -> Conversation | None:
    async with database.transaction() as tx:
        return await conversations.load(tx, VAULT, key)


async def save(database: Database, conversation: Conversation, key: bytes = KEY, days_ago: int = 0) -> None:
    async with database.transaction() as tx:
        await conversations.save(tx, VAULT, key, conversation, TODAY - timedelta(days=days_ago))


async def test_nobody_is_known_before_they_wrote(database: Database) -> None:
    assert await load(database) is None


@pytest.mark.parametrize("conversation", [FULL, a_conversation()], ids=["full", "new"])
async def test_a_conversation_is_loaded_as_it_was_saved(database: Database, conversation: Conversation) -> None:
    await save(database, conversation)
    assert await load(database) == conversation


async def test_the_last_one_saved_counts(database: Database) -> None:
    await save(database, FULL)
    await save(database, a_conversation())
    assert await load(database) == a_conversation()


async def test_one_chat_never_sees_another_one_s_conversation(database: Database) -> None:
    await save(database, FULL, VAULT.chat_key(CHAT + 1))
    assert await load(database) is None


async def test_what_is_stored_cannot_be_read(database: Database) -> None:
    await save(database, FULL)
    async with database.transaction() as tx:
        row = (await tx.execute(select(CONVERSATIONS))).one()
    assert b"kukes" not in row.sealed
    assert row.chat_key == KEY


async def test_a_conversation_does_not_open_with_another_secret(database: Database) -> None:
    await save(database, FULL)
    with pytest.raises(SecretKeyError):
        async with database.transaction() as tx:
            await conversations.load(tx, OTHER_VAULT, KEY)


async def test_a_conversation_moved_to_another_chat_does_not_open(database: Database) -> None:
    stranger = VAULT.chat_key(CHAT + 1)
    await save(database, FULL)
    async with database.transaction() as tx:
        sealed = (await tx.execute(select(CONVERSATIONS.c.sealed))).scalar_one()
        await tx.execute(insert(CONVERSATIONS), {"chat_key": stranger, "sealed": sealed, "touched": TODAY})
    with pytest.raises(SecretKeyError):
        await load(database, stranger)


async def test_a_conversation_of_another_version_is_begun_anew(database: Database) -> None:
    sealed = VAULT.seal(b'{"language": "sq", "case": "half open"}', PURPOSE + KEY)
    async with database.transaction() as tx:
        await tx.execute(insert(CONVERSATIONS), {"chat_key": KEY, "sealed": sealed, "touched": TODAY})
    assert await load(database) is None


async def test_what_is_forgotten_leaves_no_row(database: Database) -> None:
    await save(database, FULL)
    async with database.transaction() as tx:
        await conversations.forget(tx, KEY)
        assert (await tx.execute(select(CONVERSATIONS))).all() == []


async def test_whoever_has_not_written_for_long_is_forgotten(database: Database) -> None:
    keys = {days: VAULT.chat_key(days) for days in (89, 90, 91)}
    for days, key in keys.items():
        await save(database, FULL, key, days)
    async with database.transaction() as tx:
        await conversations.forget_stale(tx, TODAY - timedelta(days=90))
    assert [await load(database, keys[days]) is not None for days in (89, 90, 91)] == [True, True, False]


async def test_whoever_has_an_open_case_is_not_forgotten_until_it_is_closed(database: Database) -> None:
    await save(database, FULL, days_ago=200)
    async with database.transaction() as tx:
        case = await cases.open_case(tx, VAULT, CHAT, DESK, TODAY)
        await conversations.forget_stale(tx, TODAY)
    assert await load(database) == FULL
    async with database.transaction() as tx:
        await cases.save(tx, VAULT, case, Saved(Case("sq", 0, status="closed"), None, TODAY))
        await conversations.forget_stale(tx, TODAY)
    assert await load(database) is None
