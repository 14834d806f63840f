"""Cases: found by chat, thread and number, their state sealed, and unlinked from everybody when they are destroyed."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert, select, update

from bot.desk.case import Case, Colleague, FollowUp
from bot.errors import SecretKeyError
from bot.storage import cases
from bot.storage.cases import SHAPE, Record, Saved
from bot.storage.database import Database
from bot.storage.tables import CASES
from tests.storage.storing import CHAT, KEY, OTHER_VAULT, TODAY, VAULT

THREAD = 77
DESK, OTHER_DESK = VAULT.chat_key(-1001), VAULT.chat_key(-1002)
MIRA = Colleague("6d" * 16, "Mira", "en")
NOW = 1_795_338_000
FULL = Case(
    "en", NOW, "kukes", "AL", "asylum-facts", "held", minor=True, shown=("asylum-facts", "signal:held"),
    status="held", holder=MIRA, urgent=True, begins=NOW, called=2, signs=1, snoozed=NOW + 3600,
    follow_ups=(FollowUp("al_office", NOW + 7 * 86400),), noted="13", hinted=True, unheard=True,
)  # fmt: skip


async def opened(
    database: Database, chat: int = CHAT, thread: int | None = THREAD, case: Case = FULL, desk: bytes = DESK
) -> int:
    async with database.transaction() as tx:
        number = await cases.open_case(tx, VAULT, chat, desk, TODAY)
        await cases.save(tx, VAULT, number, Saved(case, None, TODAY))
        await cases.set_thread(tx, number, thread)
        return number


async def save(database: Database, number: int, case: Case, due: int | None = None, days_later: int = 0) -> None:
    async with database.transaction() as tx:
        await cases.save(tx, VAULT, number, Saved(case, due, TODAY + timedelta(days=days_later)))


async def unlink(database: Database, number: int) -> None:
    async with database.transaction() as tx:
        await cases.unlink(tx, number, TODAY)


async def test_a_case_is_found_by_its_chat_its_thread_and_its_number(database: Database) -> None:
    await opened(database, CHAT + 1, THREAD + 1)
    number = await opened(database)
    async with database.transaction() as tx:
        expected = Record(number, CHAT, THREAD, DESK, None, FULL)
        assert await cases.of_chat(tx, VAULT, KEY) == expected
        assert await cases.of_thread(tx, VAULT, DESK, THREAD) == expected
        assert await cases.by_id(tx, VAULT, number) == expected
        assert await cases.by_id(tx, VAULT, number, lock=True) == expected


async def test_where_there_is_no_case_none_is_found(database: Database) -> None:
    await opened(database, CHAT + 1, None)
    async with database.transaction() as tx:
        assert await cases.of_chat(tx, VAULT, KEY) is None
        assert await cases.of_thread(tx, VAULT, DESK, THREAD) is None
        assert await cases.by_id(tx, VAULT, 999) is None


async def test_two_desks_have_threads_with_the_same_number(database: Database) -> None:
    """Numbers of threads are numbers of messages, and each group counts its own."""
    old = await opened(database, CHAT + 1)
    async with database.transaction() as tx:
        await tx.execute(update(CASES).where(CASES.c.id == old).values(desk=None))
    here, there = await opened(database, desk=DESK), await opened(database, CHAT + 2, desk=OTHER_DESK)
    async with database.transaction() as tx:
        of_each = [await cases.of_thread(tx, VAULT, desk, THREAD) for desk in (DESK, OTHER_DESK)]
    assert [record.id for record in of_each if record] == [here, there]


async def test_a_closed_case_still_leads_to_its_client_until_it_is_unlinked(database: Database) -> None:
    number = await opened(database)
    closed = replace(FULL, status="closed", ended="counsellor", closed=NOW, erase=NOW + 86400)
    await save(database, number, closed, closed.erase)
    async with database.transaction() as tx:
        assert await cases.of_chat(tx, VAULT, KEY) == Record(number, CHAT, THREAD, DESK, None, closed)


async def test_an_unlinked_case_leads_to_nobody_and_says_nothing_of_anybody(database: Database) -> None:
    number = await opened(database)
    await save(database, number, replace(FULL, status="closed", closed=NOW), NOW)
    await unlink(database, number)
    async with database.transaction() as tx:
        row = (await tx.execute(select(CASES))).one()
        assert (row.chat_key, row.address, row.sealed, row.due, row.closed_on) == (None, None, None, None, TODAY)
        assert await cases.of_chat(tx, VAULT, KEY) is None
        found = await cases.of_thread(tx, VAULT, DESK, THREAD)
        assert await cases.due(tx, NOW * 2) == []
    assert found is not None
    assert (found.chat, found.case.is_open, found.case.place, found.case.holder) == (None, False, None, None)


async def test_a_case_that_is_unlinked_while_it_is_open_waits_for_nobody_any_more(database: Database) -> None:
    number = await opened(database, case=Case("sq", NOW))
    await unlink(database, number)
    async with database.transaction() as tx:
        assert await cases.not_closed(tx, VAULT) == []
        assert await cases.waiting_before(tx, DESK, None) == 0
        assert await cases.load_of_desks(tx) == {}
        found = await cases.by_id(tx, VAULT, number)
        assert (await tx.execute(select(CASES.c.closed_on))).scalar_one() == TODAY
    assert found is not None
    assert not found.case.is_open


async def test_the_newest_case_of_a_chat_counts(database: Database) -> None:
    first = await opened(database)
    await unlink(database, first)
    second = await opened(database, thread=THREAD + 1)
    async with database.transaction() as tx:
        found = await cases.of_chat(tx, VAULT, KEY)
    assert found is not None
    assert found.id == second != first


async def test_the_day_on_which_a_case_was_closed_stays_until_it_is_opened_again(database: Database) -> None:
    number, closed = await opened(database), replace(FULL, status="closed", closed=NOW)
    days = []
    for case, days_later in ((closed, 1), (replace(closed, noted="14"), 5), (FULL, 6), (closed, 7)):
        await save(database, number, case, days_later=days_later)
        async with database.transaction() as tx:
            days.append((await tx.execute(select(CASES.c.closed_on))).scalar_one())
    assert days == [TODAY + timedelta(days=1), TODAY + timedelta(days=1), None, TODAY + timedelta(days=7)]


@given(st.from_type(Case))
def test_every_state_there_can_be_survives_the_storage(case: Case) -> None:
    assert SHAPE.validate_json(SHAPE.dump_json(case, exclude_defaults=True)) == case


async def test_another_thread_begins_without_a_card(database: Database) -> None:
    number = await opened(database)
    async with database.transaction() as tx:
        await cases.set_card(tx, number, 5)
        with_card = await cases.by_id(tx, VAULT, number)
        await cases.set_thread(tx, number, THREAD + 1)
        without = await cases.by_id(tx, VAULT, number)
    assert with_card is not None
    assert without is not None
    assert (with_card.card, without.card, without.thread) == (5, None, THREAD + 1)


async def test_what_is_due_comes_the_longest_overdue_first(database: Database) -> None:
    for chat, due in ((1, NOW), (2, NOW + 1), (3, NOW - 500), (4, None)):
        await save(database, await opened(database, chat, chat), FULL, due)
    async with database.transaction() as tx:
        assert await cases.due(tx, NOW) == [3, 1]
        assert await cases.due(tx, NOW - 501) == []


async def test_only_cases_that_wait_at_the_same_desk_and_are_older_come_before(database: Database) -> None:
    waits, held = Case("sq", NOW), replace(FULL, status="held")
    for chat, (case, desk) in enumerate([(waits, DESK), (held, DESK), (waits, OTHER_DESK), (waits, DESK)], 1):
        await opened(database, chat, chat, case, desk)
    async with database.transaction() as tx:
        assert [await cases.waiting_before(tx, DESK, number) for number in (1, 4, None)] == [0, 1, 2]
        assert await cases.load_of_desks(tx) == {DESK: 3, OTHER_DESK: 1}
        assert [record.id for record in await cases.not_closed(tx, VAULT)] == [1, 2, 3, 4]


async def test_what_is_stored_of_a_case_cannot_be_read_nor_opened_with_another_secret(database: Database) -> None:
    await opened(database)
    async with database.transaction() as tx:
        row = (await tx.execute(select(CASES))).one()
        assert not [word for word in (b"%d" % CHAT, b"kukes", b"Mira", b"asylum") if word in row.address + row.sealed]
        with pytest.raises(SecretKeyError):
            await cases.of_thread(tx, OTHER_VAULT, DESK, THREAD)


@pytest.mark.parametrize("column", ["address", "sealed"])
async def test_what_is_moved_to_another_case_does_not_open(database: Database, column: str) -> None:
    case, other = await opened(database), await opened(database, CHAT + 1, THREAD + 1)
    async with database.transaction() as tx:
        sealed = (await tx.execute(select(CASES.c[column]).where(CASES.c.id == case))).scalar_one()
        await tx.execute(update(CASES).where(CASES.c.id == other).values({column: sealed}))
        with pytest.raises(SecretKeyError):
            await cases.by_id(tx, VAULT, other)


async def test_a_case_of_the_time_when_nothing_was_kept_of_it_waits_since_the_day_it_was_opened(
    database: Database,
) -> None:
    row = {"chat_key": KEY, "address": VAULT.seal(b"%d" % CHAT, cases.PURPOSE + KEY), "opened_on": TODAY}
    async with database.transaction() as tx:
        await tx.execute(insert(CASES), row | {"thread": THREAD})
        found = await cases.of_thread(tx, VAULT, DESK, THREAD)
    since = int(datetime(TODAY.year, TODAY.month, TODAY.day, tzinfo=UTC).timestamp())
    assert found is not None
    assert (found.chat, found.desk, found.case) == (CHAT, None, Case("sq", since, since=since, begins=since))
