"""How many people: right within two in a hundred, nobody twice, and in the end nothing but the numbers."""

import asyncio
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, update

from bot.errors import SecretKeyError, StorageError
from bot.settings import ROOT
from bot.storage.database import Database
from bot.storage.tables import PEOPLE, PERIOD_KEYS, SKETCHES
from bot.storage.version import make_ready
from bot.usage import people
from bot.usage.people import People, Quarter, Sketches, What
from tests.conftest import an_empty_one
from tests.storage.storing import OTHER_VAULT, VAULT
from tests.usage.sketching import FIRST, NEXT, NOW, REACHED, mark, put, seeded, seems_in, sketch_and_key


async def so_far(database: Database) -> dict[str, People]:
    async with database.transaction() as tx:
        return {each.what: each for each in await people.so_far(tx, NOW)}


async def closed(database: Database, now: Quarter = NEXT) -> list[People]:
    async with database.transaction() as tx:
        await Sketches(VAULT).close(tx, now)
        return await people.over(tx)


@given(st.dates(date(1, 1, 1), date(9999, 9, 30)))
def test_every_day_is_in_one_quarter_and_the_next_begins_when_it_ends(day: date) -> None:
    period = Quarter.of(day)
    assert period.first <= day <= period.last
    following = Quarter.of(period.last + timedelta(days=1))
    assert following.first == period.last + timedelta(days=1)
    assert (period < following, str(period) < str(following)) == (True, True)


def test_a_quarter_is_named_as_the_programme_names_it() -> None:
    assert str(NOW) == "2026-Q4"
    assert (NOW.first, NOW.last) == (date(2026, 10, 1), date(2026, 12, 31))
    assert str(Quarter.of(date(2027, 3, 31))) == "2027-Q1"


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_five_thousand_people_are_counted_within_two_in_a_hundred(database: Database) -> None:
    await put(database, range(5000), sketches=seeded(1))
    (numbers,) = [each for each in await closed(database) if each.what == "reached"]
    assert 4900 <= numbers.n <= 5100
    assert 0.98 * numbers.n <= numbers.low <= 5000 <= numbers.high <= 1.02 * numbers.n


@pytest.mark.parametrize("some", [1, 2, 5, 20, 60])
async def test_a_few_people_are_counted_exactly(database: Database, some: int) -> None:
    await put(database, range(some), sketches=seeded(some))
    assert (await so_far(database))["reached"].n == some


async def test_the_same_chat_counts_once_however_often_and_whichever_process_puts_it_in(database: Database) -> None:
    for _ in range(20):
        await put(database, range(3), sketches=Sketches(VAULT))
    assert (await so_far(database))["reached"].n == 3


async def test_each_thing_done_is_a_count_of_its_own(database: Database) -> None:
    await put(database, range(4))
    await put(database, range(2, 6), (What.TOPIC, What.REACHED))
    assert {what: each.n for what, each in (await so_far(database)).items()} == {"reached": 6, "topic": 4}


async def test_it_is_said_of_whom_nothing_is_left_to_be_done_only_by_what_is_committed(database: Database) -> None:
    sketches, key = Sketches(VAULT), VAULT.chat_key(FIRST)
    async with database.transaction() as tx:
        assert await sketches.put(tx, NOW, key, [What.REACHED]) == []
    async with database.transaction() as tx:
        assert await sketches.put(tx, NOW, key, [What.REACHED, What.TOPIC]) == [What.REACHED]


async def test_two_processes_on_one_database_end_with_all_that_either_put_in(postgres: str) -> None:
    async with an_empty_one(postgres) as url:
        database = Database.open(url)
        await make_ready(database)
        running = [await _process(url, FIRST, FIRST + 300), await _process(url, FIRST + 200, FIRST + 500)]
        for process in running:
            process.stdin.write(b"\n")  # type: ignore[union-attr]  # it is a pipe
        assert [(await process.communicate(), process.returncode)[1] for process in running] == [0, 0]
        sketch, key = await sketch_and_key(database)
        assert seems_in(sketch, (mark(key, chat) for chat in range(500))) == 500
        numbers = await so_far(database)
        assert {what: 490 <= each.n <= 510 for what, each in numbers.items()} == {"reached": True, "topic": True}
        await database.close()


async def _process(url: str, first: int, beyond: int) -> asyncio.subprocess.Process:
    pipe, command = asyncio.subprocess.PIPE, ("-m", "tests.usage.putting", url, str(first), str(beyond))
    process = await asyncio.create_subprocess_exec(sys.executable, *command, stdin=pipe, stdout=pipe, cwd=ROOT)
    assert process.stdout is not None
    assert await process.stdout.readline() == b"ready\n"
    return process


async def test_when_a_quarter_is_over_the_numbers_stay_and_nothing_else(database: Database) -> None:
    await put(database, range(30), (What.REACHED, What.GUIDE), seeded(3))
    await put(database, range(7), (What.GAINED,), seeded(3))
    numbers = await closed(database)
    assert {each.period for each in numbers} == {"2026-Q4"}
    assert {each.what: each.n for each in numbers} == dict.fromkeys(What, 0) | {"reached": 30, "guide": 30, "gained": 7}
    assert all(each.low <= each.n <= each.high for each in numbers)
    async with database.transaction() as tx:
        assert [(await tx.execute(select(table))).all() for table in (SKETCHES, PERIOD_KEYS)] == [[], []]
    assert await closed(database) == numbers, "closing again changes nothing"


async def test_two_that_close_a_quarter_at_once_write_its_numbers_once(database: Database) -> None:
    await put(database, range(4))
    one, other = await asyncio.gather(closed(database), closed(database))
    assert one == other
    assert len(one) == len(What)


async def test_a_quarter_that_runs_is_not_closed(database: Database) -> None:
    await put(database, range(3))
    assert await closed(database, NOW) == []
    assert (await so_far(database))["reached"].n == 3


async def test_after_a_long_stop_every_quarter_that_is_over_is_closed(database: Database) -> None:
    async with database.transaction() as tx:
        for period in (NOW, NEXT):
            await Sketches(VAULT).put(tx, period, VAULT.chat_key(FIRST), REACHED)
    numbers = await closed(database, Quarter(2027, 4))
    assert [(each.period, each.n) for each in numbers if each.what == "reached"] == [("2027-Q1", 1), ("2026-Q4", 1)]


async def test_a_process_whose_clock_is_slow_begins_no_quarter_anew(database: Database) -> None:
    await put(database, range(3))
    numbers = await closed(database)
    async with database.transaction() as tx:
        assert await Sketches(VAULT).put(tx, NOW, VAULT.chat_key(FIRST + 9), REACHED) == REACHED
        assert (await tx.execute(select(PERIOD_KEYS))).all() == []
    assert await closed(database) == numbers


async def test_each_quarter_has_a_key_of_its_own(database: Database) -> None:
    async with database.transaction() as tx:
        for period in (NOW, NEXT):
            await Sketches(VAULT).put(tx, period, VAULT.chat_key(FIRST), REACHED)
        sealed = {row.period: row.sealed for row in await tx.execute(select(PERIOD_KEYS))}
    keys = {VAULT.unseal(value, people.PURPOSE + period.encode()) for period, value in sealed.items()}
    assert [len(key) for key in keys] == [32, 32]


async def test_a_key_that_was_sealed_with_another_secret_is_refused(database: Database) -> None:
    await put(database, range(3))
    with pytest.raises(SecretKeyError):
        await put(database, range(3), sketches=Sketches(OTHER_VAULT))


async def test_of_a_damaged_sketch_no_number_is_given_and_it_goes_like_the_others(database: Database) -> None:
    await put(database, range(9), (What.REACHED, What.TOPIC), seeded(5))
    async with database.transaction() as tx:
        await tx.execute(update(SKETCHES).where(SKETCHES.c.what == What.TOPIC).values(sketch=b"damaged"))
    with pytest.raises(StorageError, match="damaged"):
        await put(database, [10], (What.TOPIC,))
    numbers = {each.what: each.n for each in await closed(database)}
    assert numbers == dict.fromkeys(set(What) - {What.TOPIC}, 0) | {"reached": 9}
    async with database.transaction() as tx:
        assert (await tx.execute(select(SKETCHES))).all() == []
        assert (await tx.execute(select(PEOPLE.c.n).where(PEOPLE.c.what == "topic"))).all() == []
