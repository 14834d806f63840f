"""Which message of a client's chat is which message of the thread, as long as the case leads to the client."""

from collections.abc import Iterable

from sqlalchemy import bindparam, delete, select

from bot.storage.tables import CASES, RELAYED
from bot.storage.transaction import Transaction
from bot.storage.upsert import insert_into

OF_CASE = RELAYED.c.case_id == bindparam("case")
AT_DESK = select(RELAYED.c.at_desk).where(OF_CASE, RELAYED.c.at_client == bindparam("message"))
AT_CLIENT = select(RELAYED.c.at_client).where(OF_CASE, RELAYED.c.at_desk == bindparam("message"))
SENT = AT_CLIENT.where(RELAYED.c.from_client.is_(False))
LAST = (
    select(RELAYED.c.at_desk)
    .where(OF_CASE, RELAYED.c.from_client.is_(False))
    .order_by(RELAYED.c.at_desk.desc())
    .limit(1)
)
ALL = select(RELAYED.c.at_desk).where(OF_CASE).order_by(RELAYED.c.at_desk)
GONE = delete(RELAYED).where(OF_CASE, RELAYED.c.at_desk == bindparam("message"))
FORGET = delete(RELAYED).where(OF_CASE)
UNLINKED = delete(RELAYED).where(RELAYED.c.case_id.in_(select(CASES.c.id).where(CASES.c.chat_key.is_(None))))


async def add(tx: Transaction, case: int, pairs: Iterable[tuple[int, int]], *, from_client: bool) -> None:
    """Pairs of the number at the client and the number at the desk."""
    rows = [
        {"case_id": case, "at_client": client, "at_desk": desk, "from_client": from_client} for client, desk in pairs
    ]
    if rows:
        await tx.execute(insert_into(RELAYED, tx.dialect.name).on_conflict_do_nothing(), rows)


async def at_desk(tx: Transaction, case: int, message: int) -> int | None:
    """Where a message of the client's chat stands in the thread; the newest copy of it."""
    return max((await tx.execute(AT_DESK, {"case": case, "message": message})).scalars(), default=None)


async def at_client(tx: Transaction, case: int, message: int) -> int | None:
    """Where a message of the thread stands in the client's chat."""
    return max((await tx.execute(AT_CLIENT, {"case": case, "message": message})).scalars(), default=None)


async def sent_as(tx: Transaction, case: int, message: int) -> int | None:
    """The same, only of what a counsellor wrote: a client's own message is nobody else's to change or delete."""
    return max((await tx.execute(SENT, {"case": case, "message": message})).scalars(), default=None)


async def last_sent(tx: Transaction, case: int) -> int | None:
    """The number at the desk of the counsellor's newest message that the client has."""
    found: int | None = (await tx.execute(LAST, {"case": case})).scalar()
    return found


async def all_at_desk(tx: Transaction, case: int) -> list[int]:
    return list((await tx.execute(ALL, {"case": case})).scalars())


async def gone(tx: Transaction, case: int, message: int) -> None:
    """The client no longer has what stands at this number of the desk."""
    await tx.execute(GONE, {"case": case, "message": message})


async def forget(tx: Transaction, case: int) -> None:
    await tx.execute(FORGET, {"case": case})


async def forget_unlinked(tx: Transaction) -> None:
    """What was still on its way when its case was unlinked, and was written down after that."""
    await tx.execute(UNLINKED)
