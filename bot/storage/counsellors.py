"""Counsellors: a first name to hand a case to, a number to call by name, a language, and until when on duty. Sealed."""

from dataclasses import dataclass
from typing import Final

from pydantic import TypeAdapter
from sqlalchemy import bindparam, delete, select

from bot.storage.tables import COUNSELLORS
from bot.storage.transaction import Transaction
from bot.storage.upsert import insert_into
from bot.storage.vault import Vault

PURPOSE = b"counsellor:"


@dataclass(frozen=True)
class Counsellor:
    """`number` is Telegram's, `desk` the group where they were seen last (hex).

    `duty` is until when they are on duty (seconds since 1970), `seen` the last day on which they did something at the
    desk (days since 1970).
    """

    number: int
    name: str
    desk: str = ""
    language: str | None = None
    duty: int = 0
    seen: int = 0


SHAPE: TypeAdapter[Counsellor] = TypeAdapter(Counsellor)
KEPT: Final = 90
"""Days after which somebody who does nothing at the desk any more is forgotten."""
GET = select(COUNSELLORS.c.sealed).where(COUNSELLORS.c.key == bindparam("which"))
ALL = select(COUNSELLORS)
GONE = delete(COUNSELLORS).where(COUNSELLORS.c.key == bindparam("which"))


def key_of(vault: Vault, number: int) -> bytes:
    """The name of a counsellor in the database; another one than that of the same person's own chat with the bot."""
    return vault.mark(b"counsellor", b"%d" % number)


async def get(tx: Transaction, vault: Vault, key: bytes) -> Counsellor | None:
    sealed = (await tx.execute(GET, {"which": key})).scalar()
    return None if sealed is None else SHAPE.validate_json(vault.unseal(sealed, PURPOSE + key))


async def everyone(tx: Transaction, vault: Vault) -> dict[bytes, Counsellor]:
    return {row.key: SHAPE.validate_json(vault.unseal(row.sealed, PURPOSE + row.key)) for row in await tx.execute(ALL)}


async def put(tx: Transaction, vault: Vault, key: bytes, counsellor: Counsellor) -> None:
    sealed = vault.seal(SHAPE.dump_json(counsellor), PURPOSE + key)
    insert = insert_into(COUNSELLORS, tx.dialect.name).values(key=key, sealed=sealed)
    await tx.execute(insert.on_conflict_do_update(index_elements=[COUNSELLORS.c.key], set_={"sealed": sealed}))


async def forget_old(tx: Transaction, vault: Vault, today: int) -> None:
    """Whoever was not seen for so long has left; `today` is days since 1970."""
    for key, one in (await everyone(tx, vault)).items():
        if one.seen < today - KEPT:
            await tx.execute(GONE, {"which": key})
