"""What is due, when it is due: calls to the desk, signs of life, what was put off or to be forgotten, reminders.

What is due stands in the database, so that a restart loses none of it.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import Final

from bot import logs
from bot.channels.timing import Timing, untimed
from bot.desk_service import DeskService
from bot.storage import cases, reminders
from bot.storage.database import TROUBLE
from bot.storage.outbox import Outgoing

LOOK_EVERY: Final = 5.0
"""Seconds between two looks: the shortest thing that can be due is a minute."""
AT_ONCE: Final = 50
"""Reminders between two looks: all are due at nine, and whoever writes just then must not wait for them to go out."""


@dataclass
class Punctual:
    desk: DeskService
    put: Callable[[Iterable[Outgoing]], None]
    timed: Timing = untimed

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
        service = self.desk.service
        async with service.database.transaction() as tx:
            due = await cases.due(tx, self.desk.casework.now)
            wishes = await reminders.due(tx, self.desk.casework.now, AT_ONCE)
        await self._done(service.quarters_over(), "quarter")
        for case in due:
            await self._done(self._turn(self.desk.time_passed(case)), "case", case)
        for wish in wishes:
            if not await self._done(self._turn(service.reminded(wish)), "reminder"):
                await service.not_reminded(wish)

    async def _turn(self, work: Awaitable[Iterable[Outgoing]]) -> Iterable[Outgoing]:
        with self.timed("time"):
            return await work

    async def _done(self, work: Awaitable[Iterable[Outgoing]], kind: str, case: int | None = None) -> bool:
        """Whatever one of them breaks must not stop the others; False where it did break."""
        try:
            self.put(await work)
        except TROUBLE:
            raise
        except Exception as fault:  # noqa: BLE001 -- see above
            logs.get().error("time_failed", error=type(fault).__name__, kind=kind, case=case)
            return False
        return True
