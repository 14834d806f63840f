"""What is over is published once, in its order, and never again."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import partial

import structlog
from sqlalchemy import insert, select, update

from bot.packs.assets import Packs
from bot.publishing import Publishing, publish, thresholds
from bot.reports.happened import Happened
from bot.reports.table import ALL, SUPPRESSED
from bot.storage import publications
from bot.storage.database import Database
from bot.storage.tables import COUNTS, PERIOD_KEYS, PUBLICATIONS
from tests.builders import some_packs, the_real_packs
from tests.publishing import count, count_people
from tests.reports.happening import QUARTER, a_programme, happened

PACKS = some_packs()
YEAR_END = date(2027, 1, 1)
OCTOBER, NOVEMBER = "2026-10", "2026-11"


async def done(database: Database) -> list[str]:
    async with database.transaction() as tx:
        return sorted(await publications.done(tx))


async def is_done(database: Database) -> bool:
    return bool(await done(database))


async def everything(database: Database) -> Mapping[tuple[str, str], str]:
    async with database.transaction() as tx:
        return {(row.counted, row.period): row.passed for row in await tx.execute(select(PUBLICATIONS))}


def asked(month: str, n: int = 60) -> list[Happened]:
    return happened("asked", {"answer": n, "choose": 40}, month)


async def test_months_that_are_over_are_published_and_the_running_one_is_not(database: Database) -> None:
    await count(database, [*asked(OCTOBER), *asked(NOVEMBER), *asked("2026-12")])
    await publish(database, PACKS, date(2026, 12, 31))
    assert await done(database) == [OCTOBER, NOVEMBER]
    async with database.transaction() as tx:
        found = await publications.numbers(tx, [OCTOBER])
    assert found["asked", OCTOBER]["answer", OCTOBER] == 60


async def test_the_third_month_goes_out_with_its_quarter(database: Database) -> None:
    await count(database, asked(NOVEMBER))
    await publish(database, PACKS, YEAR_END)
    assert await done(database) == [NOVEMBER, QUARTER]


async def test_a_quarter_waits_until_its_people_are_written_down(database: Database) -> None:
    await count(database, [*asked("2026-12"), *asked("2027-01")])
    async with database.transaction() as tx:
        await tx.execute(insert(PERIOD_KEYS), {"period": QUARTER, "sealed": b"key"})
    await publish(database, PACKS, date(2027, 2, 1))
    assert await done(database) == ["2027-01"]
    async with database.transaction() as tx:
        await tx.execute(PERIOD_KEYS.delete())
    await publish(database, PACKS, date(2027, 2, 1))
    assert await done(database) == [QUARTER, "2027-01"]


async def test_what_is_published_does_not_change_whatever_is_counted_later(database: Database) -> None:
    await count(database, asked(OCTOBER))
    await publish(database, PACKS, date(2026, 11, 1))
    before = await everything(database)
    async with database.transaction() as tx:
        await tx.execute(update(COUNTS).values(n=9))
    await publish(database, PACKS, date(2026, 11, 1))
    assert await everything(database) == before


async def test_what_comes_late_comes_out_the_same(database: Database) -> None:
    rows = [*asked(OCTOBER), *asked(NOVEMBER, 13), *asked("2026-12", 2)]
    await count(database, rows)
    for today in (date(2026, 11, 1), date(2026, 12, 1), YEAR_END):
        await publish(database, PACKS, today)
    in_time = await everything(database)
    async with database.transaction() as tx:
        await tx.execute(PUBLICATIONS.delete())
    await publish(database, PACKS, date(2027, 3, 1))
    late = await everything(database)
    assert {key: late[key] for key in in_time} == in_time


async def test_a_new_database_has_nothing_to_publish(database: Database) -> None:
    await publish(database, PACKS, YEAR_END)
    assert await done(database) == []


async def test_two_at_once_publish_once(database: Database) -> None:
    await count(database, [*asked(OCTOBER), *asked(NOVEMBER)])
    await asyncio.gather(*(publish(database, PACKS, YEAR_END) for _ in range(3)))
    assert await done(database) == [OCTOBER, NOVEMBER, QUARTER]
    async with database.transaction() as tx:
        found = await publications.numbers(tx, [QUARTER])
    assert found["asked", QUARTER]["answer", ALL] == 120


async def test_a_table_that_cannot_be_worked_out_is_logged_and_the_others_go_out(database: Database) -> None:
    nobody = [*happened("quiz_half", {"know:1:a:3": 20}), *happened("quiz_gain_by", {"know:gender=woman:+1": 9})]
    await count(database, [*asked(OCTOBER), *nobody])
    with structlog.testing.capture_logs() as logged:
        await publish(database, PACKS, YEAR_END)
    (fault,) = [line for line in logged if line["event"] == "not_published"]
    assert (fault["error"], fault["kind"]) == ("ReportError", "gain")
    assert QUARTER in await done(database)
    assert {counted for counted, period in await everything(database) if period == QUARTER} > {"asked", "halves"}


async def test_a_whole_programme_is_published_with_its_people(database: Database) -> None:
    quarter = a_programme(the_real_packs())
    await count(database, quarter.rows)
    await count_people(database, quarter)
    await publish(database, the_real_packs(), YEAR_END)
    async with database.transaction() as tx:
        numbers = await publications.numbers(tx, [QUARTER])
    assert numbers["people", QUARTER]["reached",] == quarter.people["reached"].n
    assert numbers["topics", QUARTER][ALL, ALL] == 900
    assert SUPPRESSED not in (numbers["gain:know", QUARTER]["woman", ALL], numbers["halves", QUARTER]["know", "first"])


def test_thresholds_are_those_of_the_indicators() -> None:
    packs: Packs = the_real_packs()
    assert 1 in thresholds(packs)["know"]
    assert thresholds(PACKS) == {}


async def run_until(
    database: Database, clock: Callable[[], datetime], happened_: Callable[[], Awaitable[bool]]
) -> None:
    running = asyncio.create_task(Publishing(database, PACKS, clock).run())
    async with asyncio.timeout(20):
        while not await happened_():  # noqa: ASYNC110 -- it is in the database that it happens
            await asyncio.sleep(0.01)
    assert not running.done()
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def test_beside_the_bot_it_publishes_by_itself(database: Database) -> None:
    await count(database, asked(OCTOBER))
    await run_until(database, lambda: datetime(2026, 11, 2, tzinfo=UTC), partial(is_done, database))
    assert await done(database) == [OCTOBER]


async def test_it_waits_an_hour_after_midnight_for_turns_that_began_before(database: Database) -> None:
    await count(database, [*asked(OCTOBER), *asked(NOVEMBER)])
    midnight = datetime(2026, 12, 1, tzinfo=UTC)
    await run_until(database, lambda: midnight + timedelta(minutes=59), partial(is_done, database))
    assert await done(database) == [OCTOBER]


async def test_what_breaks_does_not_stop_the_bot(database: Database) -> None:
    await count(database, [*asked(OCTOBER), *happened("quiz_gain", {"what is this?": 9})])
    with structlog.testing.capture_logs() as logged:

        async def is_logged() -> bool:
            return "not_published" in [line["event"] for line in logged]

        await run_until(database, lambda: datetime(2027, 1, 2, tzinfo=UTC), is_logged)
