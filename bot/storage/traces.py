"""The numbers of the messages of a client's chat that Telegram still lets us delete: for the quick exit, no longer."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from sqlalchemy import bindparam, delete, select

from bot.storage.tables import TRACES
from bot.storage.transaction import Transaction
from bot.storage.upsert import insert_into

HOURS: Final = 48
"""A bot can delete a message that is younger (Bot API, deleteMessage)."""

OF_CHAT = select(TRACES.c.message).where(TRACES.c.chat_key == bindparam("key")).order_by(TRACES.c.message)
FORGET = delete(TRACES).where(TRACES.c.chat_key == bindparam("key"))
OLD = delete(TRACES).where(TRACES.c.hour < bindparam("before"))


def hour_of(now: datetime) -> int:
    """Hours since 1970, UTC."""
    return int(now.timestamp()) // 3600


async def add(tx: Transaction, key: bytes, messages: Iterable[int], now: datetime) -> None:
    hour = hour_of(now)
    rows = [{"chat_key": key, "message": message, "hour": hour} for message in messages]
    if rows:
        await tx.execute(insert_into(TRACES, tx.dialect.name).on_conflict_do_nothing(), rows)


async def of_chat(tx: Transaction, key: bytes) -> list[int]:
    return list((await tx.execute(OF_CHAT, {"key": key})).scalars())


async def forget(tx: Transaction, key: bytes) -> None:
    await tx.execute(FORGET, {"key": key})


async def forget_old(tx: Transaction, now: datetime) -> None:
    """What Telegram no longer lets us delete."""
    await tx.execute(OLD, {"before": hour_of(now) - HOURS})
