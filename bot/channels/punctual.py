"""What is due, when it is due: calls to the desk, signs of life, what was put off, what is to be forgotten.

What is due stands in the database, so that a restart loses none of it.
"""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from bot import logs
from bot.desk_service import DeskService
from bot.storage import cases
from bot.storage.database import TROUBLE
from bot.storage.outbox import Outgoing

LOOK_EVERY: Final = 5.0
"""Seconds between two looks: the shortest thing that can be due is a minute."""


@dataclass
class Punctual:
    desk: DeskService
    put: Callable[[Iterable[Outgoing]], None]

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            try:
                await self.look()
            except TROUBLE as trouble:
                logs.get().warning("database_away", error=type(trouble).__name__)
            await asyncio.sleep(LOOK_EVERY)

    async def look(self) -> None:
        """Whatever is due by now, once."""
        async with self.desk.service.database.transaction() as tx:
            due = await cases.due(tx, self.desk.casework.now)
        for case in due:
            try:
                self.put(await self.desk.time_passed(case))
            except TROUBLE:
                raise
            except Exception as fault:  # noqa: BLE001 -- whatever one case breaks must not stop the others
                logs.get().error("time_failed", error=type(fault).__name__, case=case)
