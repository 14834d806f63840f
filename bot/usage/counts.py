"""Counters: what, on which day, in which language and area, how often. Never who, never what was written."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from bot.storage.tables import COUNTS
from bot.storage.transaction import Transaction
from bot.storage.upsert import insert_into
from bot.usage.tally import Row


@cache
def _add(dialect: str) -> Any:
    row = insert_into(COUNTS, dialect)
    return row.on_conflict_do_update(
        index_elements=["day", "kind", "subject", "language", "area", "campaign"],
        set_={"n": COUNTS.c.n + row.excluded.n},
    )


async def add(tx: Transaction, rows: Iterable[Row]) -> None:
    """Add these to what is counted; the same row may come several times."""
    added = list(rows)
    if added:
        await tx.execute(_add(tx.dialect.name), added)
