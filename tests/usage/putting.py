"""One of several processes that put chats into the sketches of one database.

    python -m tests.usage.putting postgresql+asyncpg://... FIRST BEYOND

says that it is ready, and begins when it reads a line.
"""

import asyncio
import sys

from bot.counting import Counting
from bot.storage.database import Database
from bot.usage.people import Sketches, What
from tests.builders import TODAY
from tests.storage.storing import VAULT


async def put_in(url: str, chats: range) -> None:
    database, counting = Database.open(url), Counting(Sketches(VAULT))
    async with database.transaction():
        print("ready", flush=True)  # noqa: T201 -- the test waits for it
    sys.stdin.readline()
    for chat in chats:
        async with database.transaction() as tx:
            await counting.follow(tx, VAULT.chat_key(chat), frozenset({What.REACHED, What.TOPIC}), TODAY)
    await database.close()


if __name__ == "__main__":
    asyncio.run(put_in(sys.argv[1], range(int(sys.argv[2]), int(sys.argv[3]))))
