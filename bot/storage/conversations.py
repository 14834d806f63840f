"""Conversations at rest: sealed, under a key that names nobody."""

from datetime import date
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import bindparam, delete, select

from bot.conversation.state import Conversation
from bot.storage.tables import CASES, CONVERSATIONS
from bot.storage.transaction import Transaction
from bot.storage.upsert import insert_into
from bot.storage.vault import Vault

SHAPE: TypeAdapter[Conversation] = TypeAdapter(Conversation)
PURPOSE = b"conversation:"


@cache
def _upsert(dialect: str) -> Any:
    row = insert_into(CONVERSATIONS, dialect)
    return row.on_conflict_do_update(
        index_elements=["chat_key"], set_={"sealed": row.excluded.sealed, "touched": row.excluded.touched}
    )


LOAD = select(CONVERSATIONS.c.sealed).where(CONVERSATIONS.c.chat_key == bindparam("key"))
FORGET = delete(CONVERSATIONS).where(CONVERSATIONS.c.chat_key == bindparam("key"))
TALKING = select(CASES.c.chat_key).where(CASES.c.closed_on.is_(None), CASES.c.chat_key.is_not(None))
STALE = delete(CONVERSATIONS).where(
    CONVERSATIONS.c.touched < bindparam("before"), CONVERSATIONS.c.chat_key.not_in(TALKING)
)


async def load(tx: Transaction, vault: Vault, key: bytes) -> Conversation | None:
    """The conversation of this chat, locked for this transaction; None for somebody new."""
    statement = LOAD.with_for_update() if tx.dialect.name == "postgresql" else LOAD
    sealed = (await tx.execute(statement, {"key": key})).scalar()
    if sealed is None:
        return None
    try:
        return SHAPE.validate_json(vault.unseal(sealed, PURPOSE + key))
    except ValidationError:
        # Written by another version of this program: better to greet somebody anew than never to answer again.
        return None


async def save(tx: Transaction, vault: Vault, key: bytes, conversation: Conversation, today: date) -> None:
    sealed = vault.seal(SHAPE.dump_json(conversation, exclude_defaults=True), PURPOSE + key)
    await tx.execute(_upsert(tx.dialect.name), {"chat_key": key, "sealed": sealed, "touched": today})


async def forget(tx: Transaction, key: bytes) -> None:
    await tx.execute(FORGET, {"key": key})


async def forget_stale(tx: Transaction, before: date) -> None:
    """Whoever has not written since then, and has no open case, is forgotten (docs/privacy.md)."""
    await tx.execute(STALE, {"before": before})
