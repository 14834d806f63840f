"""What a programme enters by hand is kept as it was checked, and removed by its number."""

from dataclasses import replace
from datetime import date

from bot.reports.figures import Figure
from bot.storage import figures
from bot.storage.database import Database
from tests.storage.storing import TODAY

FIGURE = Figure("income", date(2026, 9, 30), 24, "List of the course in Kukës", having=9, known=20)


async def kept(database: Database, figure: Figure = FIGURE, on: date = TODAY) -> int:
    async with database.transaction() as tx:
        return await figures.add(tx, figure, on)


async def listed(database: Database) -> list[Figure]:
    async with database.transaction() as tx:
        return await figures.listed(tx)


async def test_a_figure_comes_back_with_its_number_and_the_day_on_which_it_was_entered(database: Database) -> None:
    number = await kept(database)
    assert await listed(database) == [replace(FIGURE, id=number, entered_on=TODAY)]


async def test_what_is_not_known_stays_unknown_and_is_not_nobody(database: Database) -> None:
    await kept(database, replace(FIGURE, having=None, known=None))
    await kept(database, replace(FIGURE, having=0, known=0))
    assert {(one.having, one.known) for one in await listed(database)} == {(None, None), (0, 0)}


async def test_the_latest_day_comes_first(database: Database) -> None:
    days = (date(2026, 3, 1), date(2026, 11, 1), date(2025, 12, 31))
    for day in days:
        await kept(database, replace(FIGURE, day=day))
    assert [one.day for one in await listed(database)] == sorted(days, reverse=True)


async def test_a_removed_figure_is_gone_and_its_number_does_not_come_again(database: Database) -> None:
    first = await kept(database)
    async with database.transaction() as tx:
        assert await figures.remove(tx, first)
        assert not await figures.remove(tx, first)
    assert await listed(database) == []
    assert await kept(database) > first
