"""Cases: which thread of the desk belongs to which chat, sealed, and unlinked when the case is closed."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, bindparam, insert, select, update

from bot.storage.tables import CASES
from bot.storage.transaction import Transaction
from bot.storage.vault import Vault

PURPOSE = b"case:"


@dataclass(frozen=True)
class Case:
    """`chat` is None once the case is closed: nobody can be reached through it any more."""

    id: int
    chat: int | None
    thread: int | None
    is_open: bool


OPEN = insert(CASES).returning(CASES.c.id)
BY_CHAT = select(CASES).where(CASES.c.chat_key == bindparam("key"), CASES.c.closed_on.is_(None))
BY_THREAD = select(CASES).where(CASES.c.thread == bindparam("which"))
BY_ID = select(CASES).where(CASES.c.id == bindparam("case"))
THREAD = update(CASES).where(CASES.c.id == bindparam("case")).values(thread=bindparam("to"))
CLOSE = (
    update(CASES)
    .where(CASES.c.id == bindparam("case"))
    .values(chat_key=None, address=None, closed_on=bindparam("today"))
)


async def open_case(tx: Transaction, vault: Vault, chat: int, today: date) -> int:
    """A new case for this chat; gives its number, from which its alias is made."""
    key = vault.chat_key(chat)
    row = {"chat_key": key, "address": vault.seal(b"%d" % chat, PURPOSE + key), "opened_on": today}
    return int((await tx.execute(OPEN, row)).scalar_one())


async def of_chat(tx: Transaction, vault: Vault, key: bytes) -> Case | None:
    """The open case of a chat."""
    return _case((await tx.execute(BY_CHAT, {"key": key})).first(), vault)


async def of_thread(tx: Transaction, vault: Vault, thread: int) -> Case | None:
    """The case, open or closed, that this thread of the desk belongs to."""
    return _case((await tx.execute(BY_THREAD, {"which": thread})).first(), vault)


async def by_id(tx: Transaction, vault: Vault, case: int) -> Case | None:
    return _case((await tx.execute(BY_ID, {"case": case})).first(), vault)


async def set_thread(tx: Transaction, case: int, thread: int | None) -> None:
    await tx.execute(THREAD, {"case": case, "to": thread})


async def close_case(tx: Transaction, case: int, today: date) -> None:
    """Closed, and unlinked: what is needed to write to the client is destroyed."""
    await tx.execute(CLOSE, {"case": case, "today": today})


def _case(row: Row[Any] | None, vault: Vault) -> Case | None:
    if row is None:
        return None
    chat = int(vault.unseal(row.address, PURPOSE + row.chat_key)) if row.address is not None else None
    return Case(row.id, chat, row.thread, row.closed_on is None)
