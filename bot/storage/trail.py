"""The audit trail: what was done to a case, when and by whom. It has no word in it and outlives the case."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import bindparam, insert, select

from bot.storage.tables import TRAIL
from bot.storage.transaction import Transaction


@dataclass(frozen=True)
class Step:
    """`at` is seconds since 1970, UTC; `by` the key of a counsellor, None for the client, time or an anonymous one."""

    at: int
    deed: str
    by: bytes | None


PUT = insert(TRAIL)
OF_CASE = select(TRAIL).where(TRAIL.c.case_id == bindparam("which")).order_by(TRAIL.c.id)


async def add(tx: Transaction, case: int, deeds: Iterable[str], by: bytes | None, at: int) -> None:
    rows = [{"case_id": case, "at": at, "deed": deed, "by": by} for deed in deeds]
    if rows:
        await tx.execute(PUT, rows)


async def of_case(tx: Transaction, case: int) -> list[Step]:
    return [Step(row.at, row.deed, row.by) for row in await tx.execute(OF_CASE, {"which": case})]
