"""Once a week the desk reads what has to be checked again, what people say is wrong, and what was not understood."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from bot import logs
from bot.channels.posting import Posting
from bot.errors import ChannelError
from bot.packs.deadlines import due
from bot.rendering.desk_news import due_list, mistake_list, proposal_list, unclear_list
from bot.rendering.message import Message
from bot.storage import kept, proposals
from bot.storage.database import TROUBLE, Database
from bot.usage import mistakes, unclear

NAME: Final = "week_told"
BEGINS: Final = timedelta(hours=7)
"""After midnight on Monday, UTC: eight or nine in the morning in Albania and Kosovo."""
AHEAD: Final = timedelta(days=30)
PAUSE: Final = 3600.0
"""Seconds between looks at the calendar, and before the next try when Telegram or the database was away."""


def week_of(now: datetime) -> bytes:
    """The week by its number (ISO 8601), beginning when the desk begins to work."""
    year, week, _ = (now - BEGINS).isocalendar()
    return f"{year}-W{week:02}".encode()


@dataclass
class Weekly:
    """Sends first and writes down after: a kill in between repeats one list and loses none."""

    database: Database
    posting: Posting
    news: Callable[[Message], Awaitable[None]] | None
    """Into the thread of the desk's own news; None where there is no desk."""

    async def run(self) -> None:
        while True:
            try:
                await self.tell()
            except (ChannelError, *TROUBLE) as trouble:
                logs.get().warning("week_not_told", error=type(trouble).__name__)
            await asyncio.sleep(PAUSE)

    async def tell(self) -> None:
        """The list of this week, if it was not told yet. A new database begins with the next week."""
        now = self.posting.clock()
        async with self.database.transaction() as tx:
            told = await kept.get(tx, NAME)
        if told == week_of(now):
            return
        if told is not None and self.news is not None:
            for message in await self._lists(now.date()):
                await self.news(message)
        async with self.database.transaction() as tx:
            await kept.put(tx, NAME, week_of(now))

    async def _lists(self, today: date) -> list[Message]:
        """Nothing to tell, no message."""
        async with self.database.transaction() as tx:
            words = [each.word for each in await unclear.shown(tx)]
            waiting = await proposals.services(tx)
            wrong = [(each.service, each.what) for each in await mistakes.told(tx, today)]
        deadlines, context = due(self.posting.packs.deadlines, today, AHEAD), self.posting.context()
        lists = [due_list(deadlines, AHEAD, context)] if deadlines else []
        lists += [proposal_list(waiting, context)] if waiting else []
        lists += [mistake_list(wrong, context)] if wrong else []
        return [*lists, unclear_list(words, context)] if words else lists
