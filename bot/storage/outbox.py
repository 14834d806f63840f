"""What is to be sent: written in the commit of the turn, gone when Telegram has it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Final

from pydantic import Field, TypeAdapter, ValidationError
from sqlalchemy import bindparam, delete, insert, select

from bot import logs
from bot.conversation.actions import Action, Alert, CopyToDesk, EditAtDesk
from bot.desk.actions import Announce, ChangeThread, DeskAction, ShowAtDesk
from bot.desk.console import ConsoleAction
from bot.storage.tables import OUTBOX
from bot.storage.transaction import Transaction
from bot.storage.vault import Vault

PURPOSE = b"outbox:"
AT_DESK: Final = (ShowAtDesk, Announce, CopyToDesk, EditAtDesk, ChangeThread, Alert)
"""Actions that are done in a group of counsellors; all others in the chat of a client."""


@dataclass(frozen=True)
class Parcel:
    """One action with what its delivery needs.

    `chat` is the client's, or the group's where an answer goes to a `thread` that is no case's (None is General).
    `traced` is whether the quick exit has to find it again.
    """

    chat: int
    action: Annotated[Action | DeskAction | ConsoleAction, Field(discriminator="kind")]
    case: int | None = None
    thread: int | None = None
    traced: bool = True

    @property
    def for_desk(self) -> bool:
        return isinstance(self.action, AT_DESK)


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
    found = [(row, _parcel(vault.unseal(row.sealed, PURPOSE + row.lane))) for row in await tx.execute(ALL)]
    strange = [row.id for row, parcel in found if parcel is None]
    if strange:
        logs.get().error("unsent_of_another_version", count=len(strange))
        await sent(tx, *strange)
    return [Outgoing(row.id, row.lane, parcel) for row, parcel in found if parcel is not None]


def _parcel(content: bytes) -> Parcel | None:
    """None where another version of this program wrote it: better to lose one message than never to start again."""
    try:
        return SHAPE.validate_json(content)
    except ValidationError:
        return None


async def sent(tx: Transaction, *row_ids: int) -> None:
    """Telegram has them: they are gone."""
    await tx.execute(SENT, [{"row": row_id} for row_id in row_ids])
