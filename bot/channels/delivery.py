"""From the outbox to Telegram: in order per lane, waited out as Telegram asks, never two sends of one lane at once."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from typing import Final, TypeVar

from bot import logs
from bot.channels.calls import Call, EditMessage, SendMessage
from bot.channels.errors import MessageGone, NothingToDo, Refused, ThreadMissing, Throttled, Trouble, Unreachable
from bot.channels.lanes import Lanes
from bot.channels.plain import without_markup
from bot.channels.posting import Posting
from bot.channels.protocol import Channel
from bot.channels.settling import Settling
from bot.channels.waiting import growing
from bot.conversation.actions import CopyToClient, CopyToDesk, Show, TellDesk
from bot.conversation.events import ClientBlocked, TurnFailed
from bot.conversation.views import Menu
from bot.errors import ChannelError
from bot.service import Service
from bot.storage import cases
from bot.storage.database import TROUBLE
from bot.storage.outbox import Outgoing, Parcel

Result = TypeVar("Result")
AT_ONCE: Final = 30
"""Sends under way at the same time: Telegram takes about 30 messages a second (Bot FAQ)."""


@dataclass
class Delivery:
    """Sends parcels, and tells the service what it learnt on the way."""

    channel: Channel
    service: Service
    posting: Posting

    def __post_init__(self) -> None:
        self.lanes: Lanes[Outgoing] = Lanes(self._deliver)
        self._settling = Settling(self.service.database)
        self._at_once = asyncio.Semaphore(AT_ONCE)
        self._log = logs.get()

    def put(self, parcels: Iterable[Outgoing]) -> None:
        for outgoing in parcels:
            self.lanes.put(outgoing.lane, outgoing)

    async def _deliver(self, outgoing: Outgoing) -> None:
        """One parcel, until Telegram has it or will never take it; then, and apart, until that is written down."""
        write_down = await self._until_done(lambda: self._attempt(outgoing))
        await self._until_done(write_down)

    async def _until_done(self, work: Callable[[], Awaitable[Result]]) -> Result:
        """Wait out whatever passes: as long as Telegram asks, or a little longer each time."""
        for pause in growing():
            try:
                return await work()
            except Throttled as asked:
                self._log.info("waiting_as_asked", seconds=asked.seconds)
                await asyncio.sleep(asked.seconds + pause / 10)
            except (Trouble, *TROUBLE) as trouble:
                self._log.warning("sending_again", error=type(trouble).__name__, seconds=round(pause, 1))
                await asyncio.sleep(pause)
        raise AssertionError("the pauses never end")

    async def _attempt(self, outgoing: Outgoing) -> Callable[[], Awaitable[None]]:
        """Send it; gives what there is to write down."""
        try:
            await self._send(outgoing.parcel)
        except (Throttled, Trouble, *TROUBLE):
            raise
        except Unreachable:
            if outgoing.parcel.for_desk:
                self._log.error("desk_unreachable", case=outgoing.parcel.case)
                raise Trouble("The desk cannot be reached.") from None
            return partial(self._unreachable, outgoing)
        except Exception as fault:  # noqa: BLE001 -- one parcel that cannot be sent must not stop all others
            return partial(self._failed, outgoing, type(fault).__name__)
        return partial(self._sent, outgoing)

    async def _sent(self, outgoing: Outgoing) -> None:
        """Write it down first: whatever lies between sending and that could be sent twice after a kill."""
        await self._settling.sent(outgoing.id)
        await self._receipt(outgoing.parcel)

    async def _receipt(self, parcel: Parcel) -> None:
        """A mere sign: without it the counsellor knows nothing, but what went out stays out and is not sent again."""
        call = self.posting.receipt(parcel)
        try:
            if call is not None:
                await self._perform(call)
        except ChannelError as fault:
            self._log.info("no_receipt", error=type(fault).__name__)

    async def _send(self, parcel: Parcel) -> None:
        """Sends a parcel; a thread that was deleted meanwhile is opened anew, once."""
        try:
            await self._post(parcel)
        except ThreadMissing:
            self._log.warning("thread_missing", case=parcel.case)
            await self._keep_thread(parcel, None)
            try:
                await self._post(replace(parcel, action=TellDesk("reopened")))
                await self._post(parcel)
            except ThreadMissing:
                raise Trouble("The thread of a case is gone as soon as it is opened.") from None

    async def _post(self, parcel: Parcel) -> None:
        if not parcel.for_desk:
            call = self.posting.to_client(parcel)
        else:
            call = self.posting.to_desk(parcel, await self._thread(parcel))
        if call is not None:
            await self._perform(call)

    async def _thread(self, parcel: Parcel) -> int:
        """The thread of the case; a case without one gets it now."""
        async with self.service.database.transaction() as tx:
            case = await cases.by_id(tx, self.service.vault, parcel.case or 0)
        if case is not None and case.thread is not None:
            return case.thread
        try:
            thread = await self._perform(self.posting.new_thread(parcel))
        except Refused:
            # The bot may not open threads at the desk. The client's words wait until somebody gives it that right.
            self._log.error("desk_refuses_threads", case=parcel.case)
            raise Trouble("The desk does not let the bot open threads.") from None
        if thread is None:
            raise Trouble("Telegram opened a thread and did not say which.")
        await self._keep_thread(parcel, thread)
        return thread

    async def _keep_thread(self, parcel: Parcel, thread: int | None) -> None:
        async with self.service.database.transaction() as tx:
            await cases.set_thread(tx, parcel.case or 0, thread)

    async def _perform(self, call: Call) -> int | None:
        async with self._at_once:
            try:
                return await self.channel.perform(call)
            except NothingToDo:
                return None
            except MessageGone:
                if not isinstance(call, EditMessage):
                    raise
                return await self.channel.perform(SendMessage(call.chat, call.message))
            except Refused:
                if not isinstance(call, SendMessage | EditMessage):
                    raise
                # Words that Telegram cannot parse are a bug of ours; the person gets them without markup all the same.
                self._log.error("markup_refused", method=type(call).__name__)
                return await self.channel.perform(replace(call, message=without_markup(call.message)))

    async def _unreachable(self, outgoing: Outgoing) -> None:
        """The client stopped the bot: an event like any other. A lost desk is waited for instead."""
        self._log.info("client_unreachable")
        self.put(await self.service.learnt(outgoing.id, outgoing.parcel.chat, ClientBlocked()))

    async def _failed(self, outgoing: Outgoing, fault: str) -> None:
        """It will never go out. Words from person to person are not lost silently; nobody is met with silence."""
        parcel = outgoing.parcel
        self._log.error("cannot_be_sent", error=fault, kind=parcel.action.kind)
        if isinstance(parcel.action, CopyToClient | CopyToDesk):
            self.put(await self.service.tell_desk(outgoing.id, parcel, TellDesk("not_copied")))
        elif isinstance(parcel.action, Show) and parcel.action.view != Menu("failed"):
            self.put(await self.service.learnt(outgoing.id, parcel.chat, TurnFailed()))
        else:
            await self._settling.sent(outgoing.id)
