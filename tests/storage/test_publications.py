"""What is published stays published, number by number, and by one process only."""

import asyncio

from bot.reports.suppression import Passed, gate
from bot.reports.table import ALL, SUPPRESSED, Cut, Published, Table
from bot.storage import publications
from bot.storage.database import Database

OCTOBER, NOVEMBER, QUARTER = "2026-10", "2026-11", "2026-Q4"
TABLE = Table("topics 2026-Q4", ("topic", "month"), {("asylum", OCTOBER): 3, ("work", OCTOBER): 20})
CUT = Cut(({"asylum": ("asylum",), "work": ("work",)}, {OCTOBER: (OCTOBER,)}))
PASSED = gate(TABLE, CUT, Published())


async def put(database: Database, period: str, **passed: Passed) -> bool:
    async with database.transaction() as tx:
        return await publications.put(tx, period, passed)


async def test_what_was_put_comes_back_for_the_next_month(database: Database) -> None:
    assert await put(database, OCTOBER, topics=PASSED)
    async with database.transaction() as tx:
        assert await publications.of_month(tx, OCTOBER) == {"topics": PASSED}
        assert await publications.of_month(tx, NOVEMBER) == {}


async def test_numbers_are_read_by_what_was_counted_and_when(database: Database) -> None:
    await put(database, OCTOBER, topics=PASSED)
    await put(database, QUARTER, people=Passed({("reached",): 40, ("topic",): SUPPRESSED}, Published()))
    async with database.transaction() as tx:
        found = await publications.numbers(tx, [OCTOBER, QUARTER, NOVEMBER])
        assert await publications.numbers(tx, []) == {}
    assert set(found) == {("topics", OCTOBER), ("people", QUARTER)}
    assert found["people", QUARTER] == {("reached",): 40, ("topic",): SUPPRESSED}
    assert found["topics", OCTOBER][ALL, ALL] == 23


async def test_a_period_is_published_even_where_it_has_no_table(database: Database) -> None:
    await put(database, OCTOBER)
    async with database.transaction() as tx:
        assert await publications.done(tx) == {OCTOBER}
        assert await publications.of_month(tx, OCTOBER) == {}


async def test_a_quarter_keeps_its_numbers_and_not_what_went_out_of_them(database: Database) -> None:
    await put(database, QUARTER, topics=PASSED)
    async with database.transaction() as tx:
        (kept,) = (await publications.of_month(tx, QUARTER)).values()
    assert kept == Passed(PASSED.numbers, Published())


async def test_whoever_comes_second_publishes_nothing(database: Database) -> None:
    other = Passed({(ALL,): 7}, Published())
    assert await put(database, OCTOBER, topics=PASSED)
    assert not await put(database, OCTOBER, topics=other, asked=other)
    async with database.transaction() as tx:
        assert set(await publications.of_month(tx, OCTOBER)) == {"topics"}


async def test_of_several_at_once_one_publishes(database: Database) -> None:
    each = [Passed({(ALL,): n}, Published()) for n in range(10, 14)]
    won = await asyncio.gather(*(put(database, OCTOBER, topics=passed) for passed in each))
    assert won.count(True) == 1
    async with database.transaction() as tx:
        (kept,) = (await publications.of_month(tx, OCTOBER)).values()
    assert kept == each[won.index(True)]


async def test_a_withheld_table_is_remembered_as_withheld(database: Database) -> None:
    withheld = Passed({(ALL,): SUPPRESSED}, Published(), withheld=True)
    await put(database, OCTOBER, topics=withheld)
    async with database.transaction() as tx:
        assert await publications.of_month(tx, OCTOBER) == {"topics": withheld}
