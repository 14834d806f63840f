"""Cases: found by chat and by thread while they are open, and unlinked from everybody when they are closed."""

import pytest
from sqlalchemy import select, update

from bot.errors import SecretKeyError
from bot.storage import cases
from bot.storage.cases import Case
from bot.storage.database import Database
from bot.storage.tables import CASES
from tests.storage.storing import CHAT, KEY, OTHER_VAULT, TODAY, VAULT

THREAD = 77


async def opened(database: Database, chat: int = CHAT, thread: int | None = THREAD) -> int:
    async with database.transaction() as tx:
        case = await cases.open_case(tx, VAULT, chat, TODAY)
        await cases.set_thread(tx, case, thread)
        return case


async def test_an_open_case_is_found_by_its_chat_its_thread_and_its_number(database: Database) -> None:
    await opened(database, CHAT + 1, THREAD + 1)
    case = await opened(database)
    async with database.transaction() as tx:
        expected = Case(case, CHAT, THREAD, is_open=True)
        assert await cases.of_chat(tx, VAULT, KEY) == expected
        assert await cases.of_thread(tx, VAULT, THREAD) == expected
        assert await cases.by_id(tx, VAULT, case) == expected


async def test_where_there_is_no_case_none_is_found(database: Database) -> None:
    await opened(database, CHAT + 1, None)
    async with database.transaction() as tx:
        assert await cases.of_chat(tx, VAULT, KEY) is None
        assert await cases.of_thread(tx, VAULT, THREAD) is None
        assert await cases.by_id(tx, VAULT, 999) is None


async def test_a_case_has_no_thread_before_the_desk_has_opened_one(database: Database) -> None:
    case = await opened(database, thread=None)
    async with database.transaction() as tx:
        found = await cases.by_id(tx, VAULT, case)
    assert found == Case(case, CHAT, None, is_open=True)


async def test_a_closed_case_leads_to_nobody(database: Database) -> None:
    case = await opened(database)
    async with database.transaction() as tx:
        await cases.close_case(tx, case, TODAY)
        row = (await tx.execute(select(CASES))).one()
        assert (row.chat_key, row.address, row.closed_on) == (None, None, TODAY)
        assert await cases.of_chat(tx, VAULT, KEY) is None
        assert await cases.of_thread(tx, VAULT, THREAD) == Case(case, None, THREAD, is_open=False)


async def test_a_chat_can_have_another_case_after_the_first_one(database: Database) -> None:
    first = await opened(database)
    async with database.transaction() as tx:
        await cases.close_case(tx, first, TODAY)
    second = await opened(database, thread=THREAD + 1)
    async with database.transaction() as tx:
        assert await cases.of_chat(tx, VAULT, KEY) == Case(second, CHAT, THREAD + 1, is_open=True)
    assert second != first


async def test_the_address_of_a_case_cannot_be_read_nor_opened_with_another_secret(database: Database) -> None:
    await opened(database)
    async with database.transaction() as tx:
        assert b"%d" % CHAT not in (await tx.execute(select(CASES.c.address))).scalar_one()
        with pytest.raises(SecretKeyError):
            await cases.of_thread(tx, OTHER_VAULT, THREAD)


async def test_an_address_moved_to_another_case_does_not_open(database: Database) -> None:
    case, other = await opened(database), await opened(database, CHAT + 1, THREAD + 1)
    async with database.transaction() as tx:
        address = (await tx.execute(select(CASES.c.address).where(CASES.c.id == case))).scalar_one()
        await tx.execute(update(CASES).where(CASES.c.id == other).values(address=address))
        with pytest.raises(SecretKeyError):
            await cases.by_id(tx, VAULT, other)
