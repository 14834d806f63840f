"""Of which of their lists clients want to be reminded, and when; sealed, and gone as soon as it is carried out."""

from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from sqlalchemy import bindparam, delete, select, update

from bot.storage.tables import CONVERSATIONS, REMINDERS
from bot.storage.transaction import Transaction
from bot.storage.upsert import insert_into
from bot.storage.vault import Vault

PURPOSE: Final = b"reminder:"


@dataclass(frozen=True)
class Due:
    """One wish whose time has come: of which list, since when (seconds since 1970), and whose, still sealed."""

    key: bytes
    guide: str
    at: int
    address: bytes

    def chat(self, vault: Vault) -> int:
        """Raises SecretKeyError when it was written with another key, or for another chat or list."""
        return int(vault.unseal(self.address, _purpose(self.key, self.guide)))


@cache
def _upsert(dialect: str) -> Any:
    row = insert_into(REMINDERS, dialect)
    changed = {"due": row.excluded.due, "address": row.excluded.address}
    return row.on_conflict_do_update(index_elements=["chat_key", "guide"], set_=changed)


OF_CHAT = REMINDERS.c.chat_key == bindparam("key")
OF_LIST = (OF_CHAT, REMINDERS.c.guide == bindparam("name"))
JUST_THIS = (*OF_LIST, REMINDERS.c.due == bindparam("at"))
"""Not one that the client has put in its place meanwhile."""

DUE = select(REMINDERS).where(REMINDERS.c.due <= bindparam("now")).order_by(REMINDERS.c.due).limit(bindparam("at_most"))
DROP = delete(REMINDERS).where(*OF_LIST)
TAKE = delete(REMINDERS).where(*JUST_THIS)
PUT_OFF = update(REMINDERS).where(*JUST_THIS).values(due=bindparam("later"))
FORGET = delete(REMINDERS).where(OF_CHAT)
LEFT = delete(REMINDERS).where(REMINDERS.c.chat_key.not_in(select(CONVERSATIONS.c.chat_key)))


async def put(tx: Transaction, vault: Vault, chat: int, guide: str, due: int) -> None:
    """Remember the wish; an earlier one for the same list no longer counts."""
    key = vault.chat_key(chat)
    address = vault.seal(b"%d" % chat, _purpose(key, guide))
    row = {"chat_key": key, "guide": guide, "due": due, "address": address}
    await tx.execute(_upsert(tx.dialect.name), row)


async def drop(tx: Transaction, key: bytes, guide: str) -> None:
    await tx.execute(DROP, {"key": key, "name": guide})


async def due(tx: Transaction, now: int, at_most: int) -> list[Due]:
    """What is due, the longest overdue first, and no more of it than that."""
    found = await tx.execute(DUE, {"now": now, "at_most": at_most})
    return [Due(row.chat_key, row.guide, row.due, row.address) for row in found]


async def take(tx: Transaction, wish: Due) -> bool:
    """It is gone with the commit that carries it out. False when it was gone already, or is wanted at another time."""
    return bool((await tx.execute(TAKE, {"key": wish.key, "name": wish.guide, "at": wish.at})).rowcount)


async def put_off(tx: Transaction, wish: Due, later: int) -> None:
    """It comes at another time."""
    await tx.execute(PUT_OFF, {"key": wish.key, "name": wish.guide, "at": wish.at, "later": later})


async def forget(tx: Transaction, key: bytes) -> None:
    """All of this chat."""
    await tx.execute(FORGET, {"key": key})


async def forget_left(tx: Transaction) -> None:
    """Those of chats of which nothing else is remembered: there is no list any more to be reminded of."""
    await tx.execute(LEFT)


def _purpose(key: bytes, guide: str) -> bytes:
    return PURPOSE + guide.encode() + b":" + key
