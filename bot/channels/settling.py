"""Marks what was sent, many lanes in one commit: each lane goes on only when its own is marked."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from bot.storage import outbox
from bot.storage.database import Database
from bot.storage.transaction import Transaction

Noted = Callable[[Transaction], Awaitable[None]]
"""What is to be remembered of something that was sent, in the commit that marks it."""


@dataclass
class Settling:
    """A lane waits for its mark before its next send, so a kill repeats only what was in flight."""

    database: Database
    _sent: list[int] = field(default_factory=list)
    _noted: list[Noted] = field(default_factory=list)
    _commit: asyncio.Task[None] | None = None

    async def sent(self, row: int, *noted: Noted) -> None:
        """Returns when the row is gone. Raises what the database raises; marking twice does no harm."""
        self._sent.append(row)
        self._noted += noted
        if self._commit is None:
            self._commit = asyncio.create_task(self._settle())
        await asyncio.shield(self._commit)

    async def _settle(self) -> None:
        # One round of the event loop: whatever else has arrived by then goes into the same commit.
        await asyncio.sleep(0)
        rows, noted = self._sent, self._noted
        self._sent, self._noted, self._commit = [], [], None
        async with self.database.transaction() as tx:
            await outbox.sent(tx, *rows)
            for note in noted:
                await note(tx)
