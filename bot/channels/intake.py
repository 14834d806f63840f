"""From Telegram into the inbox: a whole batch in one commit, and only then is it acknowledged.

Both libraries' own runners acknowledge an update before its handler has finished and lose it when the process is
killed. Here the next `getUpdates` is the acknowledgement, and it comes after the commit (docs/architecture.md).
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final

from bot import logs
from bot.channels.errors import Conflict, Throttled, TokenRefused
from bot.channels.inbound import lane_of
from bot.channels.protocol import Channel, RawUpdate
from bot.channels.waiting import growing
from bot.errors import ChannelError
from bot.storage import console_access, conversations, counsellors, inbox, proposals, relayed, traces
from bot.storage.database import TROUBLE, Database
from bot.storage.inbox import Waiting
from bot.storage.transaction import Transaction
from bot.storage.vault import Vault
from bot.usage import unclear

LONG_POLL: Final = 30
"""Seconds that Telegram may wait for the first update (Bot API: at most 50)."""
LINGER: Final = 0.01
"""Seconds before asking again after something came: what follows close behind comes along, in one call, one commit."""
FULL: Final = 2000
"""Updates in memory from which we stop asking for more: they wait as well at Telegram."""
KEPT_SEEN: Final = timedelta(days=3)
"""Telegram keeps an update 24 hours (Bot API, getUpdates); after that it cannot come a second time."""
KEPT_CONVERSATION: Final = timedelta(days=90)
"""docs/privacy.md."""


@dataclass
class Intake:
    """Asks Telegram for updates and hands on those that are safely stored."""

    channel: Channel
    database: Database
    vault: Vault
    clock: Callable[[], datetime]
    hand_on: Callable[[Waiting], None]
    room: Callable[[int], Awaitable[None]]
    running: bool = field(default=False, init=False)
    """Whether updates are asked for."""

    async def run(self) -> None:
        """Until cancelled. Raises TokenRefused when Telegram does not know the token."""
        self.running = True
        try:
            await self._go_on()
        finally:
            self.running = False

    async def _go_on(self) -> None:
        log, offset, pauses, cleaned = logs.get(), None, growing(), None
        while True:
            try:
                await self.room(FULL)
                updates = await self.channel.fetch(offset, LONG_POLL)
                await self.take_in(updates)
                if updates:
                    offset = max(int(update["update_id"]) for update in updates) + 1
                    await asyncio.sleep(LINGER)
                pauses = growing()
                cleaned = await self._clean(cleaned)
            except TokenRefused:
                raise
            except Throttled as asked:
                await asyncio.sleep(asked.seconds)
            except (ChannelError, *TROUBLE) as trouble:
                level = log.error if isinstance(trouble, Conflict) else log.warning
                level("asking_again", error=type(trouble).__name__)
                await asyncio.sleep(next(pauses))

    async def take_in(self, updates: Sequence[RawUpdate]) -> None:
        """Store what is new, in one commit, then hand it on in order."""
        arrived = [self._waiting(update) for update in updates]
        async with self.database.transaction() as tx:
            new = await inbox.put(tx, self.vault, arrived, self.clock().date())
        for item in arrived:
            if item.update_id in new:
                new.discard(item.update_id)
                self.hand_on(item)

    def _waiting(self, update: RawUpdate) -> Waiting:
        lane = self.vault.chat_key(*lane_of(update))
        return Waiting(int(update["update_id"]), lane, json.dumps(update, ensure_ascii=False).encode())

    async def _clean(self, cleaned: datetime | None) -> datetime:
        """Forget what need not be kept: each hour what is kept by the hour, once a day the rest."""
        now = self.clock()
        if cleaned is not None and traces.hour_of(cleaned) == traces.hour_of(now):
            return cleaned
        async with self.database.transaction() as tx:
            await traces.forget_old(tx, now)
            await console_access.forget_old(tx, int(now.timestamp()))
            if cleaned is None or cleaned.date() != now.date():
                await self._clean_up(tx, now.date())
        return now

    async def _clean_up(self, tx: Transaction, today: date) -> None:
        await inbox.forget_old(tx, today - KEPT_SEEN)
        await conversations.forget_stale(tx, today - KEPT_CONVERSATION)
        await unclear.forget_old(tx, today)
        await proposals.forget_old(tx, today)
        await counsellors.forget_old(tx, self.vault, (today - date(1970, 1, 1)).days)
        await relayed.forget_unlinked(tx)
