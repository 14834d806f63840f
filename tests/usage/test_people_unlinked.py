"""Nobody is to be found among the people who were counted once the key is gone, and nothing at rest names anybody."""

import random
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import select

from bot.storage.database import Database
from bot.storage.tables import METADATA
from bot.usage.people import What
from tests.storage.storing import VAULT
from tests.usage.sketching import FIRST, NOW, mark, put, seeded, seems_in, sketch_and_key


async def test_with_the_key_somebody_can_be_tested_for_and_without_it_nobody(database: Database) -> None:
    """Why the key is destroyed: even who kept a copy of the sketch, and has the secret, learns nothing any more."""
    await put(database, range(300), sketches=seeded(4))
    sketch, key = await sketch_and_key(database)
    inside, outside = range(300), range(1000, 1300)

    def seen(of: Callable[[int], str]) -> tuple[int, int]:
        return seems_in(sketch, map(of, inside)), seems_in(sketch, map(of, outside))

    members, strangers = seen(lambda chat: mark(key, chat))
    assert (members, strangers < 30) == (300, True), "with the key: everybody who is in, and hardly anybody else"
    guesses = [random.Random(seed).randbytes(32) for seed in range(100, 110)]  # noqa: S311 -- the same in every run
    blind = [seen(lambda chat, guess=guess: mark(guess, chat)) for guess in guesses]  # type: ignore[misc]
    blind.append(seen(lambda chat: VAULT.chat_key(FIRST + chat).hex()))
    blind.append(seen(lambda chat: str(FIRST + chat)))
    # Of 3,600 on either side about 40 change nothing by chance; 36 more or less would be four standard deviations.
    there, elsewhere = (sum(side) for side in zip(*blind, strict=True))
    assert abs(there - elsewhere) < 36
    assert there < 80


async def test_no_number_no_key_of_a_chat_and_no_mark_lies_in_the_database(
    database: Database, database_url: str
) -> None:
    await put(database, range(200), What)
    _, key = await sketch_and_key(database)
    async with database.transaction() as tx:
        rows = [row for table in METADATA.sorted_tables for row in await tx.execute(select(table))]
    values = [value if isinstance(value, bytes) else str(value).encode() for row in rows for value in row]
    stored = b"\0".join(values + _files_of(database_url))
    assert str(NOW).encode() in stored
    assert [secret for chat in range(200) for secret in _names_of(chat, key) if secret in stored] == []
    assert key not in stored


def _names_of(chat: int, key: bytes) -> list[bytes]:
    """Each way in which a chat could be named: of marks already eight bytes would be enough."""
    plain, marked = FIRST + chat, bytes.fromhex(mark(key, chat))
    numbers = [b"%d" % plain, plain.to_bytes(8, "big"), plain.to_bytes(8, "little")]
    return [*numbers, VAULT.chat_key(plain), marked[:8], marked[:8].hex().encode()]


def _files_of(database_url: str) -> list[bytes]:
    if not database_url.startswith("sqlite"):
        return []
    return [path.read_bytes() for path in Path(database_url.partition(":///")[2]).parent.iterdir() if path.is_file()]
