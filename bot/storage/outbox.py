"""What is to be sent: written in the commit of the turn, gone when Telegram has it."""

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import TypeAdapter
from sqlalchemy import bindparam, delete, insert, select

from bot.conversation.actions import Action, CopyToClient
from bot.storage.tables import OUTBOX
from bot.storage.transaction import Transaction
from bot.storage.vault import Vault

PURPOSE = b"outbox:"


@dataclass(frozen=True)
class Parcel:
    """One action with what its delivery needs: the client's chat, and the case if it concerns the desk."""

    chat: int
    action: Action
    case: int | None = None

    @property
    def for_desk(self) -> bool:
        return self.case is not None and not isinstance(self.action, CopyToClient)


@dataclass(frozen=True)
class Outgoing:
    """A parcel on its way: the row's id and the lane that keeps the order."""

    id: int
    lane: bytes
    parcel: Parcel


SHAPE: TypeAdapter[Parcel] = TypeAdapter(Parcel)
PUT = insert(OUTBOX).returning(OUTBOX.c.id, sort_by_parameter_order=True)
ALL = select(OUTBOX).order_by(OUTBOX.c.id)
SENT = delete(OUTBOX).where(OUTBOX.c.id == bindparam("row"))


async def put(tx: Transaction, vault: Vault, update_id: int, parcels: Sequence[tuple[bytes, Parcel]]) -> list[Outgoing]:
    """Queue what a turn wants sent. `update_id` and position make each row unique: no turn is applied twice."""
    if not parcels:
        return []
    rows = [
        {
            "update_id": update_id,
            "n": n,
            "lane": lane,
            "sealed": vault.seal(SHAPE.dump_json(parcel), PURPOSE + lane),
        }
        for n, (lane, parcel) in enumerate(parcels)
    ]
    if len(rows) == 1:
        ids = [(await tx.execute(PUT, rows[0])).scalar_one()]
    else:
        ids = list((await tx.execute(PUT, rows)).scalars())
    return [Outgoing(row_id, lane, parcel) for row_id, (lane, parcel) in zip(ids, parcels, strict=True)]


async def waiting(tx: Transaction, vault: Vault) -> list[Outgoing]:
    """What was not sent before the process ended, in order. The first of each lane may have been in flight."""
    return [
        Outgoing(row.id, row.lane, SHAPE.validate_json(vault.unseal(row.sealed, PURPOSE + row.lane)))
        for row in await tx.execute(ALL)
    ]


async def sent(tx: Transaction, *row_ids: int) -> None:
    """Telegram has them: they are gone."""
    await tx.execute(SENT, [{"row": row_id} for row_id in row_ids])
