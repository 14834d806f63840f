"""What providers propose for their own services: sealed, and gone as soon as an editor has decided."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import Row, bindparam, delete, func, insert, select

from bot.packs.correction import Correction
from bot.storage.tables import PROPOSALS
from bot.storage.transaction import Transaction
from bot.storage.vault import Vault

PURPOSE: Final = b"proposal:"
MOST: Final = 5
"""Open ones for one service: whoever has its link must not be able to bury the editors."""
KEPT: Final = timedelta(days=90)
"""How long one waits for an editor (docs/privacy.md)."""


@dataclass(frozen=True)
class Proposal:
    """`id` is the number by which an editor names it."""

    id: int
    service: str
    given_on: date
    correction: Correction


PUT = insert(PROPOSALS)
WAITING = select(func.count()).where(PROPOSALS.c.service == bindparam("which"))
FOR = select(PROPOSALS.c.service).order_by(PROPOSALS.c.id)
ALL = select(PROPOSALS).order_by(PROPOSALS.c.id)
BY_ID = select(PROPOSALS).where(PROPOSALS.c.id == bindparam("number"))
DONE = delete(PROPOSALS).where(PROPOSALS.c.id == bindparam("number"))
OLD = delete(PROPOSALS).where(PROPOSALS.c.given_on < bindparam("before"))


async def put(tx: Transaction, vault: Vault, service: str, correction: Correction, today: date) -> bool:
    """Keep it for an editor; False where too many wait for this service already."""
    if (await tx.execute(WAITING, {"which": service})).scalar_one() >= MOST:
        return False
    sealed = vault.seal(correction.model_dump_json(exclude_defaults=True).encode(), PURPOSE + service.encode())
    await tx.execute(PUT, {"service": service, "given_on": today, "sealed": sealed})
    return True


async def waiting(tx: Transaction, vault: Vault) -> list[Proposal]:
    """Those on which nobody has decided, the oldest first."""
    return [_proposal(row, vault) for row in await tx.execute(ALL)]


async def services(tx: Transaction) -> list[str]:
    """The service of each that waits, the oldest first; what it says stays sealed."""
    return list((await tx.execute(FOR)).scalars())


async def by_id(tx: Transaction, vault: Vault, number: int) -> Proposal | None:
    row = (await tx.execute(BY_ID, {"number": number})).first()
    return None if row is None else _proposal(row, vault)


async def done(tx: Transaction, number: int) -> bool:
    """Decided: gone. False when there was none."""
    return bool((await tx.execute(DONE, {"number": number})).rowcount)


async def forget_old(tx: Transaction, today: date) -> None:
    await tx.execute(OLD, {"before": today - KEPT})


def _proposal(row: Row[Any], vault: Vault) -> Proposal:
    opened = vault.unseal(row.sealed, PURPOSE + row.service.encode())
    return Proposal(row.id, row.service, row.given_on, Correction.model_validate_json(opened))
