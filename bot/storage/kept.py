"""Facts about the database itself, by name."""

from sqlalchemy import bindparam, select

from bot.storage.tables import KEPT
from bot.storage.transaction import Transaction
from bot.storage.upsert import insert_into

GET = select(KEPT.c.value).where(KEPT.c.name == bindparam("which"))


async def get(tx: Transaction, name: str) -> bytes | None:
    found: bytes | None = (await tx.execute(GET, {"which": name})).scalar()
    return found


async def put(tx: Transaction, name: str, value: bytes) -> None:
    insert = insert_into(KEPT, tx.dialect.name).values(name=name, value=value)
    await tx.execute(insert.on_conflict_do_update(index_elements=[KEPT.c.name], set_={"value": value}))
