"""Cases: their state, sealed, and which thread belongs to which chat until that is destroyed."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Date, Row, bindparam, case, func, insert, null, select, update

from bot.desk.case import Case
from bot.storage.tables import CASES
from bot.storage.transaction import Transaction
from bot.storage.vault import Vault

PURPOSE = b"case:"
STATE = b"case state:"
SHAPE: TypeAdapter[Case] = TypeAdapter(Case)
NEWEST = 2**62
"""Greater than any number of a case."""


@dataclass(frozen=True)
class Record:
    """A case in the database. `chat` is None once nobody can be reached through it any more.

    `desk` names the group it is at (None for the first), `card` the message at the head of its thread.
    """

    id: int
    chat: int | None
    thread: int | None
    desk: bytes | None
    card: int | None
    case: Case


TODAY = bindparam("today", type_=Date)
OPEN = insert(CASES).returning(CASES.c.id)
BY_CHAT = select(CASES).where(CASES.c.chat_key == bindparam("key")).order_by(CASES.c.id.desc()).limit(1)
BY_THREAD = select(CASES).where(CASES.c.thread == bindparam("which"))
BY_ID = select(CASES).where(CASES.c.id == bindparam("case"))
NOT_CLOSED = select(CASES).where(CASES.c.status != "closed").order_by(CASES.c.id)
THREAD = update(CASES).where(CASES.c.id == bindparam("case")).values(thread=bindparam("to"), card=None)
CARD = update(CASES).where(CASES.c.id == bindparam("case")).values(card=bindparam("to"))
MOVE = update(CASES).where(CASES.c.id == bindparam("case")).values(desk=bindparam("to"), thread=None, card=None)
SAVE = (
    update(CASES)
    .where(CASES.c.id == bindparam("case"))
    .values(
        status=bindparam("is_now"),
        due=bindparam("due_at"),
        sealed=bindparam("state"),
        closed_on=case((bindparam("is_open"), null()), else_=func.coalesce(CASES.c.closed_on, TODAY)),
    )
)
"""The day on which a case was closed stays, whatever happens to it after that."""
UNLINK = (
    update(CASES)
    .where(CASES.c.id == bindparam("case"))
    .values(
        chat_key=None,
        address=None,
        sealed=None,
        due=None,
        status="closed",
        closed_on=func.coalesce(CASES.c.closed_on, TODAY),
    )
)
DUE = select(CASES.c.id).where(CASES.c.due <= bindparam("now")).order_by(CASES.c.due)
WAITING = (
    select(func.count())
    .select_from(CASES)
    .where(CASES.c.status == "waiting", CASES.c.desk == bindparam("which"), CASES.c.id < bindparam("number"))
)
LOAD = select(CASES.c.desk, func.count().label("n")).where(CASES.c.status != "closed").group_by(CASES.c.desk)


async def open_case(tx: Transaction, vault: Vault, chat: int, desk: bytes, today: date) -> int:
    """A new case for this chat at this desk; gives its number, from which its alias is made."""
    key = vault.chat_key(chat)
    address = vault.seal(b"%d" % chat, PURPOSE + key)
    row = {"chat_key": key, "address": address, "opened_on": today, "desk": desk, "status": "waiting"}
    return int((await tx.execute(OPEN, row)).scalar_one())


@dataclass(frozen=True)
class Saved:
    """A state, when something of it is due (seconds since 1970), and the day."""

    case: Case
    due: int | None
    today: date


async def save(tx: Transaction, vault: Vault, number: int, now: Saved) -> None:
    """Its state from now on."""
    state = vault.seal(SHAPE.dump_json(now.case, exclude_defaults=True), STATE + b"%d" % number)
    values = {"is_now": now.case.status, "is_open": now.case.is_open, "due_at": now.due, "state": state}
    await tx.execute(SAVE, values | {"case": number, "today": now.today})


async def of_chat(tx: Transaction, vault: Vault, key: bytes) -> Record | None:
    """The newest case of a chat, open or closed, as long as it leads to it; locked for this transaction."""
    return _record((await tx.execute(_locking(BY_CHAT, tx), {"key": key})).first(), vault)


async def of_thread(tx: Transaction, vault: Vault, desk: bytes, thread: int) -> Record | None:
    """The case, open or closed, that this thread of this desk belongs to; of no desk, only where none is of this."""
    rows = (await tx.execute(BY_THREAD, {"which": thread})).all()
    here = sorted((row for row in rows if row.desk in {None, desk}), key=lambda row: row.desk is None)
    return _record(here[0], vault) if here else None


async def by_id(tx: Transaction, vault: Vault, number: int, *, lock: bool = False) -> Record | None:
    statement = _locking(BY_ID, tx) if lock else BY_ID
    return _record((await tx.execute(statement, {"case": number})).first(), vault)


async def not_closed(tx: Transaction, vault: Vault) -> list[Record]:
    """Every case that is open, the oldest first."""
    found = (_record(row, vault) for row in await tx.execute(NOT_CLOSED))
    return [record for record in found if record is not None]


async def set_thread(tx: Transaction, number: int, thread: int | None) -> None:
    await tx.execute(THREAD, {"case": number, "to": thread})


async def move(tx: Transaction, number: int, desk: bytes) -> None:
    """To another desk, where it has no thread yet: the number of the old one may be that of another case there."""
    await tx.execute(MOVE, {"case": number, "to": desk})


async def set_card(tx: Transaction, number: int, card: int | None) -> None:
    await tx.execute(CARD, {"case": number, "to": card})


async def unlink(tx: Transaction, number: int, today: date) -> None:
    """What is needed to write to the client is destroyed, and what was known of them; it is closed, if it was not."""
    await tx.execute(UNLINK, {"case": number, "today": today})


async def due(tx: Transaction, now: int) -> list[int]:
    """Cases of which something is due, the longest overdue first."""
    return list((await tx.execute(DUE, {"now": now})).scalars())


async def waiting_before(tx: Transaction, desk: bytes, number: int | None) -> int:
    """How many cases wait at this desk that are older than the one with this number; all where it has none yet."""
    newest = NEWEST if number is None else number
    return int((await tx.execute(WAITING, {"which": desk, "number": newest})).scalar_one())


async def load_of_desks(tx: Transaction) -> dict[bytes | None, int]:
    """How many open cases each desk has."""
    return {row.desk: row.n for row in await tx.execute(LOAD)}


def _locking(statement: Any, tx: Transaction) -> Any:
    return statement.with_for_update() if tx.dialect.name == "postgresql" else statement


def _record(row: Row[Any] | None, vault: Vault) -> Record | None:
    if row is None:
        return None
    chat = int(vault.unseal(row.address, PURPOSE + row.chat_key)) if row.address is not None else None
    state = vault.unseal(row.sealed, STATE + b"%d" % row.id) if row.sealed is not None else None
    case = SHAPE.validate_json(state) if state is not None else _unknown(row)
    return Record(row.id, chat, row.thread, row.desk, row.card, case)


def _unknown(row: Row[Any]) -> Case:
    """All that there is to know of a case that is unlinked, or that an earlier version opened."""
    since = int(datetime.combine(row.opened_on, time(), UTC).timestamp())
    return Case("sq", since, since=since, begins=since, status="waiting" if row.closed_on is None else "closed")
