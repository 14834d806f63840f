"""What a command reads or writes in the bot's database, in one transaction."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.storage.database import Database
from bot.storage.transaction import Transaction
from bot.storage.vault import Vault
from bot.storage.version import check_key, make_ready

Result = TypeVar("Result")


def stored(url: str, work: Callable[[Transaction], Awaitable[Result]], vault: Vault | None = None) -> Result:
    """Do the work and close the database again. With a `vault` its key is checked first (SecretKeyError)."""

    async def opened() -> Result:
        database = Database.open(url)
        try:
            await make_ready(database)
            if vault is not None:
                await check_key(database, vault)
            async with database.transaction() as tx:
                return await work(tx)
        finally:
            await database.close()

    return asyncio.run(opened())
