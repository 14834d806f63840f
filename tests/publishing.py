"""Puts made-up counts of past months into a database, as they would stand there."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import insert

from bot.reports.happened import Happened, QuarterCounted
from bot.storage.database import Database
from bot.storage.tables import COUNTS, PEOPLE


async def count(database: Database, rows: Iterable[Happened]) -> None:
    """On the fourth of their month."""
    counted = Counter[Happened]()
    for row in rows:
        counted[replace(row, n=0)] += row.n
    async with database.transaction() as tx:
        await tx.execute(insert(COUNTS), [_row(row, n) for row, n in counted.items()])


async def count_people(database: Database, quarter: QuarterCounted) -> None:
    """As they are written down when the quarter is over."""
    rows = [
        {"period": quarter.name, "what": what, "n": one.n, "low": one.low, "high": one.high}
        for what, one in quarter.people.items()
    ]
    async with database.transaction() as tx:
        await tx.execute(insert(PEOPLE), rows)


def _row(row: Happened, n: int) -> dict[str, Any]:
    return {
        "day": date.fromisoformat(f"{row.month}-04"),
        "kind": row.kind,
        "subject": row.subject,
        "language": row.language,
        "area": row.area,
        "campaign": row.campaign,
        "n": n,
    }
