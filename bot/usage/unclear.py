"""Words that were not understood: counted by keyed marks, readable only when enough different chats have used them.

The rule is the programme's own: single folded words, at least five different chats within 30 days. Until then neither
the word nor the chat can be read from what is stored.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any, Final

from sqlalchemy import bindparam, delete, func, select

from bot.storage.tables import UNCLEAR_MARKS, UNCLEAR_WORDS
from bot.storage.transaction import Transaction
from bot.storage.upsert import insert_into
from bot.storage.vault import Vault

CHATS: Final = 5
"""Different chats that make a word readable: what fewer have said may tell who they are."""

KEPT: Final = timedelta(days=30)
"""How long a chat's use of a word counts, and how long a word that nobody uses any more is shown."""

USED = select(func.count()).where(
    UNCLEAR_MARKS.c.word_mark == bindparam("word"), UNCLEAR_MARKS.c.day >= bindparam("since")
)
SHOWN = select(UNCLEAR_WORDS).order_by(UNCLEAR_WORDS.c.chats.desc(), UNCLEAR_WORDS.c.word)


@dataclass(frozen=True)
class UnclearWord:
    """`chats` is how many different ones used it in the 30 days up to `day`, the last time that it was used."""

    word: str
    language: str
    chats: int
    day: date


async def add(tx: Transaction, vault: Vault, chat_key: bytes, said: tuple[str, Iterable[str]], today: date) -> None:
    """Note that this chat used these words, in a chat of this language."""
    language, words = said
    for word in words:
        named = f"{language}:{word}".encode()
        mark = vault.mark(b"unclear word", named)
        row = {"word_mark": mark, "chat_mark": vault.mark(b"unclear chat", chat_key + named), "day": today}
        await tx.execute(_noted(tx.dialect.name), row)
        chats = (await tx.execute(USED, {"word": mark, "since": today - KEPT})).scalar_one()
        if chats >= CHATS:
            shown = {"word": word, "language": language, "chats": chats, "day": today}
            await tx.execute(_shown(tx.dialect.name), shown)


async def shown(tx: Transaction) -> list[UnclearWord]:
    """What editors may see, the commonest first."""
    return [UnclearWord(row.word, row.language, row.chats, row.day) for row in await tx.execute(SHOWN)]


async def forget_old(tx: Transaction, today: date) -> None:
    for table in (UNCLEAR_MARKS, UNCLEAR_WORDS):
        await tx.execute(delete(table).where(table.c.day < today - KEPT))


@cache
def _noted(dialect: str) -> Any:
    row = insert_into(UNCLEAR_MARKS, dialect)
    return row.on_conflict_do_update(index_elements=["word_mark", "chat_mark"], set_={"day": row.excluded.day})


@cache
def _shown(dialect: str) -> Any:
    row = insert_into(UNCLEAR_WORDS, dialect)
    return row.on_conflict_do_update(
        index_elements=["word", "language"], set_={"chats": row.excluded.chats, "day": row.excluded.day}
    )
