"""Chats that are put into the sketches of a quarter, and how somebody would look for one of them there."""

import hmac
import random
from collections.abc import Iterable
from datetime import timedelta
from hashlib import sha256

from datasketches import cpc_sketch  # type: ignore[import-untyped]  # it comes without types
from sqlalchemy import select

from bot.storage.database import Database
from bot.storage.tables import PERIOD_KEYS, SKETCHES
from bot.usage import people
from bot.usage.people import Quarter, Sketches, What
from tests.builders import TODAY
from tests.storage.storing import VAULT

NOW = Quarter.of(TODAY)
NEXT = Quarter.of(NOW.last + timedelta(days=1))
REACHED = (What.REACHED,)
FIRST = 481516000000
"""The number of the first chat; the others follow."""


def seeded(seed: int) -> Sketches:
    return Sketches(VAULT, lambda: random.Random(seed).randbytes(32))  # noqa: S311 -- the same in every run


async def put(
    database: Database, chats: Iterable[int], did: Iterable[What] = REACHED, sketches: Sketches | None = None
) -> None:
    async with database.transaction() as tx:
        for chat in chats:
            await (sketches or Sketches(VAULT)).put(tx, NOW, VAULT.chat_key(FIRST + chat), tuple(did))


async def sketch_and_key(database: Database) -> tuple[bytes, bytes]:
    """What somebody finds who has the database and the secret while the quarter runs."""
    async with database.transaction() as tx:
        sketch = (await tx.execute(select(SKETCHES.c.sketch).where(SKETCHES.c.what == What.REACHED))).scalar_one()
        sealed = (await tx.execute(select(PERIOD_KEYS.c.sealed))).scalar_one()
    return sketch, VAULT.unseal(sealed, people.PURPOSE + str(NOW).encode())


def mark(key: bytes, chat: int) -> str:
    return hmac.digest(key, VAULT.chat_key(FIRST + chat), sha256).hex()


def seems_in(sketch: bytes, marked: Iterable[str]) -> int:
    """How many of these change nothing in the sketch: the only way there is to ask it for somebody."""
    return sum(_with(sketch, each) == sketch for each in marked)


def _with(sketch: bytes, marked: str) -> bytes:
    opened = cpc_sketch.deserialize(sketch)
    opened.update(marked)
    return bytes(opened.serialize())
