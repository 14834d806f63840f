"""What is read at the moment when somebody asks for the metrics: lengths, ages, and what the database has."""

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from math import inf
from time import monotonic
from typing import Final, Protocol

from sqlalchemy.exc import SQLAlchemyError

from bot.metrics import Box, Metrics
from bot.packs.assets import Packs
from bot.storage import backlog
from bot.storage.backlog import Backlog
from bot.storage.database import Database

READ_EVERY: Final = 5.0
"""Seconds: however many ask, and however often, the database is not read more often."""
PATIENCE: Final = 1.0
"""Seconds for the database to answer."""
MINUTE: Final = 60


class Queue(Protocol):
    """What the bot works through; `oldest` is how many seconds the oldest in it has waited."""

    @property
    def pending(self) -> int: ...

    @property
    def oldest(self) -> float: ...


@dataclass
class Scraping:
    """`now` counts seconds; `clock` is that of the bot."""

    metrics: Metrics
    database: Database
    packs: Packs
    clock: Callable[[], datetime]
    queues: dict[Box, Queue]
    now: Callable[[], float] = monotonic
    _read: float = -inf
    _reading: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def text(self) -> bytes:
        """The metrics as they are now; those of the database are at most READ_EVERY seconds old."""
        async with self._reading:
            if self.now() - self._read >= READ_EVERY:
                self._read = self.now()
                await self._ask_database()
        for box, queue in self.queues.items():
            self.metrics.show_box(box, queue.pending, queue.oldest)
        today = self.clock().date()
        self.metrics.show_past_review(Counter(each.kind for each in self.packs.deadlines if each.by < today))
        return self.metrics.text()

    async def _ask_database(self) -> None:
        """One that is away, slow or broken leaves no numbers: that it does is the number that counts then."""
        try:
            async with asyncio.timeout(PATIENCE):
                found = await self._found()
        except (SQLAlchemyError, OSError):
            self.metrics.database_away()
            return
        self.metrics.show_stored(found.waiting, found.oldest / MINUTE, found.late_cases, found.late_reminders)

    async def _found(self) -> Backlog:
        async with self.database.transaction() as tx:
            return await backlog.read(tx, int(self.clock().timestamp()))
