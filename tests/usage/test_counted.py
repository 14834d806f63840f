"""What was counted in a month comes out as it is published."""

from datetime import date

from sqlalchemy import insert

from bot.reports.happened import Estimate, Happened
from bot.storage.database import Database
from bot.storage.tables import COUNTS, PEOPLE, PERIOD_KEYS
from bot.usage import counted

QUARTER = "2026-Q4"


async def count(database: Database, day: date, kind: str, n: int, **more: str) -> None:
    row = {"day": day, "kind": kind, "subject": "", "language": "sq", "area": "", "campaign": "", "n": n}
    async with database.transaction() as tx:
        await tx.execute(insert(COUNTS), row | more)


async def test_the_days_of_a_month_add_up_and_no_other(database: Database) -> None:
    for day in (date(2026, 9, 30), date(2026, 10, 1), date(2026, 10, 31), date(2026, 11, 1)):
        await count(database, day, "topic", 2, subject="asylum", area="kukes")
    await count(database, date(2026, 10, 9), "topic", 5, subject="asylum", area="AL")
    async with database.transaction() as tx:
        found = await counted.of_month(tx, "2026-10")
    assert found == [
        Happened("2026-10", "topic", "asylum", 5, "sq", "AL"), Happened("2026-10", "topic", "asylum", 4, "sq", "kukes")
    ]  # fmt: skip


async def test_what_is_never_published_is_not_read(database: Database) -> None:
    await count(database, date(2026, 10, 9), "mistake", 1, subject="al_office:phone")
    async with database.transaction() as tx:
        assert await counted.of_month(tx, "2026-10") == []
        assert await counted.first_day(tx) == date(2026, 10, 9)


async def test_a_new_database_has_no_first_day(database: Database) -> None:
    async with database.transaction() as tx:
        assert await counted.first_day(tx) is None


async def test_people_are_not_known_before_their_quarter_is_closed(database: Database) -> None:
    async with database.transaction() as tx:
        assert await counted.people_of(tx, QUARTER) == {}
        await tx.execute(insert(PERIOD_KEYS), {"period": "2026-Q3", "sealed": b"key"})
        assert await counted.people_of(tx, QUARTER) is None
        assert await counted.people_of(tx, "2026-Q2") == {}


async def test_people_of_a_closed_quarter_come_with_their_bounds(database: Database) -> None:
    async with database.transaction() as tx:
        row = {"period": QUARTER, "what": "reached", "n": 40, "low": 39, "high": 41}
        await tx.execute(insert(PEOPLE), row)
        assert await counted.people_of(tx, QUARTER) == {"reached": Estimate(40, 39, 41)}
