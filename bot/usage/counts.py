"""Counters: a day, a kind, a subject, a language and how many. Never who, never what was written."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any

from bot.conversation.state import Count
from bot.storage.tables import COUNTS
from bot.storage.transaction import Transaction
from bot.storage.upsert import insert_into


@cache
def _add(dialect: str) -> Any:
    row = insert_into(COUNTS, dialect)
    return row.on_conflict_do_update(
        index_elements=["day", "kind", "subject", "language"], set_={"n": COUNTS.c.n + row.excluded.n}
    )


async def add(tx: Transaction, counts: Iterable[Count], language: str, today: date) -> None:
    rows = [
        {"day": today, "kind": count.kind, "subject": count.subject, "language": language, "n": 1} for count in counts
    ]
    if rows:
        await tx.execute(_add(tx.dialect.name), rows)
