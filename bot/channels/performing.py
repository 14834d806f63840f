"""One call, as well as it can be done: what is done already is done, what Telegram cannot parse goes without markup."""

import asyncio
from dataclasses import dataclass, field, replace
from typing import Final

from bot import logs
from bot.channels.budget import Budget
from bot.channels.calls import Call, CopyMessage, CopyMessages, EditMessage, SendMessage
from bot.channels.errors import MessageGone, NothingToDo, Refused, Throttled
from bot.channels.plain import without_markup
from bot.channels.protocol import Channel

AT_ONCE: Final = 30
"""Sends under way at the same time: Telegram takes about 30 messages a second (Bot FAQ)."""


@dataclass
class Performing:
    channel: Channel
    budget: Budget
    _at_once: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))

    async def client(self, call: Call) -> int | None:
        """In a client's chat, and for what no group has to bear."""
        async with self._at_once:
            return await self._done(call)

    async def shown(self, call: Call) -> int | None:
        """In a client's chat; where the message to change is gone, a new one comes."""
        try:
            return await self.client(call)
        except MessageGone:
            if not isinstance(call, EditMessage):
                raise
            return await self.client(SendMessage(call.chat, call.message))

    async def group(self, call: Call, group: int, *, decorates: bool = False) -> int | None:
        """In a group of counsellors, which takes only so many a minute."""
        await self.budget.room(group, decorates=decorates)
        async with self._at_once:
            self.budget.spend(group)
            try:
                return await self._done(call)
            except Throttled as asked:
                self.budget.refused(group, asked.seconds)
                raise

    async def copies(self, call: CopyMessages, *, to_group: bool) -> tuple[int, ...]:
        """An album; gives the numbers of the copies."""
        if to_group:
            await self.budget.room(call.chat, decorates=False)
        async with self._at_once:
            if to_group:
                for _ in call.message_ids:
                    self.budget.spend(call.chat)
            try:
                return await self.channel.copies(call)
            except Throttled as asked:
                if to_group:
                    self.budget.refused(call.chat, asked.seconds)
                raise

    async def _done(self, call: Call) -> int | None:
        try:
            return await self.channel.perform(call)
        except NothingToDo:
            return None
        except Refused as refused:
            return await self._simpler(call, refused)

    async def _simpler(self, call: Call, refused: Refused) -> int | None:
        """Words that Telegram cannot parse are a bug of ours; the person gets them without markup all the same."""
        if isinstance(call, SendMessage | EditMessage):
            logs.get().error("markup_refused", method=type(call).__name__)
            return await self.channel.perform(replace(call, message=without_markup(call.message)))
        if isinstance(call, CopyMessage) and call.quote:
            # The passage that was quoted has been changed meanwhile.
            return await self.channel.perform(replace(call, quote=""))
        raise refused
