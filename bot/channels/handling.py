"""One waiting update: decoded, read, given to the service. One that keeps failing is set aside, not tried for ever."""

import asyncio
import json
from collections.abc import Awaitable
from dataclasses import dataclass, replace
from typing import Final

from bot import logs
from bot.channels.calls import AnswerTap, SendMessage
from bot.channels.delivery import Delivery
from bot.channels.inbound import FromClient, FromDesk, chat_of, read
from bot.channels.lanes import Lanes
from bot.channels.protocol import Channel
from bot.channels.waiting import growing
from bot.errors import ChannelError
from bot.rendering.desk import set_aside
from bot.service import Service
from bot.storage import inbox
from bot.storage.database import TROUBLE
from bot.storage.inbox import Waiting

ATTEMPTS: Final = 5
"""After so many failures an update is set aside and the operator told."""


@dataclass
class Handling:
    """Works through the inbox, in order per chat."""

    channel: Channel
    service: Service
    delivery: Delivery

    def __post_init__(self) -> None:
        self.lanes: Lanes[Waiting] = Lanes(self._handle)
        self._aside: set[asyncio.Task[None]] = set()
        self._log = logs.get()

    def put(self, item: Waiting) -> None:
        self.lanes.put(item.lane, item)

    async def _handle(self, item: Waiting) -> None:
        """One update, until it is handled or set aside. A database that is away is no fault of the update."""
        for pause in growing():
            try:
                await self._turn(item)
            except TROUBLE as trouble:
                self._log.warning("database_away", error=type(trouble).__name__)
            except Exception as fault:  # noqa: BLE001 -- whatever an update breaks must not stop the others
                item = replace(item, attempts=item.attempts + 1)
                self._log.error("turn_failed", error=type(fault).__name__, where=_where(fault), attempts=item.attempts)
                if await self._given_up(item):
                    return
            else:
                return
            await asyncio.sleep(pause)

    async def _turn(self, item: Waiting) -> None:
        spoke = read(self.channel.decode(json.loads(item.raw)), self.delivery.posting.desk)
        match spoke:
            case FromClient(chat, event, hint, tap_id):
                self._beside(tap_id)
                self.delivery.put(await self.service.client_turn(item.update_id, chat, event, hint))
            case FromDesk(thread, event, tap_id):
                self._beside(tap_id)
                self.delivery.put(await self.service.desk_turn(item.update_id, thread, event))
            case None:
                async with self.service.database.transaction() as tx:
                    await inbox.done(tx, item.update_id)

    def _beside(self, tap_id: str | None) -> None:
        """Stop the spinner at once, beside the turn: nothing is lost if that fails."""
        if tap_id is not None:
            self._start(self._quietly(AnswerTap(tap_id)))

    def _start(self, work: Awaitable[None]) -> None:
        task = asyncio.ensure_future(work)
        self._aside.add(task)
        task.add_done_callback(self._aside.discard)

    async def _quietly(self, call: AnswerTap | SendMessage) -> None:
        try:
            await self.channel.perform(call)
        except ChannelError as fault:
            self._log.info("not_answered", error=type(fault).__name__)

    async def _given_up(self, item: Waiting) -> bool:
        """Remember the failure; at the last one set the update aside, tell the operator, answer the client."""
        try:
            async with self.service.database.transaction() as tx:
                await inbox.failed(tx, item.update_id, item.attempts)
                if item.attempts < ATTEMPTS:
                    return False
                await inbox.set_aside(tx, item.update_id)
        except TROUBLE:
            return False
        try:
            await self._told(item)
        except Exception as fault:  # noqa: BLE001 -- it is set aside already; telling must not bring all down
            self._log.error("not_told", error=type(fault).__name__)
        return True

    async def _told(self, item: Waiting) -> None:
        self._log.error("set_aside", count=1)
        posting = self.delivery.posting
        if posting.desk is not None:
            self._start(self._quietly(SendMessage(posting.desk, set_aside(posting.context()))))
        chat = chat_of(json.loads(item.raw))
        if chat > 0:
            self.delivery.put(await self.service.apologise(item.update_id, chat))


def _where(fault: BaseException) -> str:
    """File and line of the fault: enough to find the bug, and no word of anybody."""
    trace = fault.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_name}:{trace.tb_lineno}" if trace else ""
