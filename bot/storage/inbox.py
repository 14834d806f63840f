"""Updates that were taken in and wait for their turn: sealed, and gone in the commit that handles them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, update

from bot.storage.tables import INBOX, SEEN
from bot.storage.transaction import Transaction
from bot.storage.upsert import insert_into
from bot.storage.vault import Vault

PURPOSE = b"inbox:"


@dataclass(frozen=True)
class Waiting:
    """One update: its id, the lane that keeps its order, the raw JSON, how often it failed."""

    update_id: int
    lane: bytes
    raw: bytes
    attempts: int = 0


@cache
def _mark(dialect: str) -> Any:
    return insert_into(SEEN, dialect).on_conflict_do_nothing().returning(SEEN.c.update_id)


PUT = insert(INBOX)
TAKE = delete(INBOX).where(INBOX.c.update_id == bindparam("id"))
ALL = select(INBOX).where(INBOX.c.set_aside.is_(False)).order_by(INBOX.c.update_id)
FAILED = update(INBOX).where(INBOX.c.update_id == bindparam("id")).values(attempts=bindparam("tried"))
ASIDE = update(INBOX).where(INBOX.c.update_id == bindparam("id")).values(set_aside=True)
FORGET = delete(INBOX).where(INBOX.c.lane == bindparam("lane"), INBOX.c.set_aside.is_(True))
OLD = delete(SEEN).where(SEEN.c.day < bindparam("before"))
GIVEN_UP = delete(INBOX).where(INBOX.c.set_aside, INBOX.c.update_id.not_in(select(SEEN.c.update_id)))


async def put(tx: Transaction, vault: Vault, updates: Iterable[Waiting], today: date) -> set[int]:
    """Take in those that are new; gives their ids. The same update sent twice is taken once."""
    listed = list(updates)
    if not listed:
        return set()
    rows = [{"update_id": item.update_id, "day": today} for item in listed]
    new = set((await tx.execute(_mark(tx.dialect.name), rows)).scalars())
    fresh = [
        {
            "update_id": item.update_id,
            "lane": item.lane,
            "sealed": vault.seal(item.raw, PURPOSE + b"%d" % item.update_id),
            "attempts": 0,
            "set_aside": False,
        }
        for item in {item.update_id: item for item in listed}.values()
        if item.update_id in new
    ]
    if fresh:
        await tx.execute(PUT, fresh)
    return new


async def waiting(tx: Transaction, vault: Vault) -> list[Waiting]:
    """What was taken in before the process ended and not handled yet, in order."""
    return [
        Waiting(row.update_id, row.lane, vault.unseal(row.sealed, PURPOSE + b"%d" % row.update_id), row.attempts)
        for row in await tx.execute(ALL)
    ]


async def done(tx: Transaction, update_id: int) -> bool:
    """Handled: gone. False when it was gone already, so that nothing is applied twice."""
    return bool((await tx.execute(TAKE, {"id": update_id})).rowcount)


async def failed(tx: Transaction, update_id: int, attempts: int) -> None:
    await tx.execute(FAILED, {"id": update_id, "tried": attempts})


async def set_aside(tx: Transaction, update_id: int) -> None:
    """It cannot be handled; it stays sealed for the operator and holds nobody up."""
    await tx.execute(ASIDE, {"id": update_id})


async def forget_set_aside(tx: Transaction, lane: bytes) -> None:
    """Whoever wants all of it deleted wants this deleted too."""
    await tx.execute(FORGET, {"lane": lane})


async def forget_old(tx: Transaction, before: date) -> None:
    """What was seen before that day, and what was set aside so long ago: nobody will mend it any more."""
    await tx.execute(OLD, {"before": before})
    await tx.execute(GIVEN_UP)
