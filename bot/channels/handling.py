"""One waiting update: decoded, read, given to the service. One that keeps failing is set aside, not tried for ever."""

import asyncio
import json
from collections.abc import Awaitable
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Final

from bot import logs
from bot.channels.calls import AnswerTap
from bot.channels.console_door import ConsoleDoor, asks
from bot.channels.delivery import Delivery
from bot.channels.inbound import ForConsole, FromClient, FromDesk, OfGroup, album_of, chat_of, read, together
from bot.channels.lanes import Lanes
from bot.channels.protocol import Channel
from bot.channels.timing import Timing, untimed
from bot.channels.waiting import growing
from bot.desk_service import DeskService
from bot.errors import ChannelError
from bot.rendering.desk_news import set_aside
from bot.service import Came, taken
from bot.storage import inbox
from bot.storage.database import TROUBLE
from bot.storage.inbox import Waiting

ATTEMPTS: Final = 5
"""After so many failures an update is set aside and the operator told."""
DEMOTED: Final = frozenset({"member", "restricted"})
"""Still in the group, but no administrator: it may write there and open no threads (Bot API, ChatMember)."""
ALBUM_SECONDS: Final = 0.7
"""How long we wait for the next part of an album: Telegram sends each as an update of its own, close together."""


@dataclass
class Handling:
    """Works through the inbox, in order per chat."""

    channel: Channel
    desk: DeskService
    delivery: Delivery
    timed: Timing = untimed

    def __post_init__(self) -> None:
        self.service = self.desk.service
        self.standing = self.delivery.standing
        self.door = ConsoleDoor(self.desk, self.delivery.administrators)
        self.lanes: Lanes[Waiting] = Lanes(self._handle)
        self._aside: set[asyncio.Task[None]] = set()
        self._log = logs.get()

    def put(self, item: Waiting) -> None:
        self.lanes.put(item.lane, item)

    async def _handle(self, item: Waiting) -> None:
        """One update, until it is handled or set aside. A database that is away is no fault of the update."""
        for pause in growing():
            try:
                await self._turn(await self._album(item))
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

    async def _album(self, item: Waiting) -> tuple[Waiting, ...]:
        """The update with all parts of its album that came behind it: an album is one thing to those who see it."""
        album = album_of(json.loads(item.raw))
        if not album:
            return (item,)
        seen = -1
        while len(parts := self._behind(item, album)) > seen:
            seen = len(parts)
            await asyncio.sleep(ALBUM_SECONDS)
        return (item, *parts)

    def _behind(self, item: Waiting, album: str) -> tuple[Waiting, ...]:
        waiting = self.lanes.behind(item.lane)
        return tuple(takewhile(lambda each: album_of(json.loads(each.raw)) == album, waiting))

    async def _turn(self, items: tuple[Waiting, ...]) -> None:
        decoded = [self.channel.decode(json.loads(item.raw)) for item in items]
        spoke = together([read(update, self.desk.casework.desks) for update in decoded])
        came = Came(tuple(item.update_id for item in items))
        match spoke:
            case FromClient():
                await self._of_client(came, spoke)
            case FromDesk():
                await self._at_desk(came, spoke)
            case ForConsole():
                self.delivery.put(await self.door.at_desk(came, spoke))
            case OfGroup():
                await self._of_group(came, spoke)
            case None:
                async with self.service.database.transaction() as tx:
                    await taken(tx, came)
        self.lanes.drop_behind(items[0].lane, len(items) - 1)

    async def _of_client(self, came: Came, spoke: FromClient) -> None:
        """An administrator of a desk who asks for the console is no client; to everybody else nothing tells of it."""
        self._beside(spoke.tap_id)
        sent = await self.door.in_private(came, spoke.chat) if asks(spoke.event) else None
        if sent is None:
            of_chat = replace(came, messages=spoke.messages)
            with self.timed("client"):
                sent = await self.service.client_turn(of_chat, spoke.chat, spoke.event, spoke.language_hint)
        self.delivery.put(sent)

    async def _at_desk(self, came: Came, spoke: FromDesk) -> None:
        """Whoever presses hears at once what came of it: there is one winner, and the others learn who."""
        with self.timed("desk"):
            done = await self.desk.turn(came, spoke.where, spoke.event, spoke.by)
        self.delivery.put(done.outgoing)
        if spoke.tap_id is not None:
            said = self.delivery.posting.toast(done.toast, done.language) if done.toast else ""
            self._start(self._quietly(AnswerTap(spoke.tap_id, said)))

    async def _of_group(self, came: Came, change: OfGroup) -> None:
        """A group of counsellors moved, or the bot's standing in it changed: a person has to know."""
        if change.moved_to is not None:
            self._log.warning("desk_moved")
            await self.standing.moved(came, change.group, change.moved_to)
            return
        lost = change.status != "administrator"
        (self._log.error if lost else self._log.info)("desk_standing", state=change.status)
        self.delivery.put(await self.standing.lost(came, change.group, "desk_lost" if lost else "desk_again"))
        if change.status in DEMOTED:
            self._start(self.delivery.threads.tell_once(change.group))

    def _beside(self, tap_id: str | None) -> None:
        """Stop the spinner at once, beside the turn: nothing is lost if that fails."""
        if tap_id is not None:
            self._start(self._quietly(AnswerTap(tap_id)))

    def _start(self, work: Awaitable[None]) -> None:
        task = asyncio.ensure_future(work)
        self._aside.add(task)
        task.add_done_callback(self._aside.discard)

    async def _quietly(self, call: AnswerTap) -> None:
        try:
            await self.channel.perform(call)
        except ChannelError as fault:
            self._log.info("not_answered", error=type(fault).__name__)

    async def _in_news(self, telling: Awaitable[None]) -> None:
        try:
            await telling
        except (ChannelError, *TROUBLE) as fault:
            self._log.info("not_told", error=type(fault).__name__)

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
        news = self.delivery.news_of_first
        if news is not None:
            self._start(self._in_news(news(set_aside(posting.context()))))
        chat = chat_of(json.loads(item.raw))
        if chat > 0:
            self.delivery.put(await self.service.apologise(item.update_id, chat))


def _where(fault: BaseException) -> str:
    """File and line of the fault: enough to find the bug, and no word of anybody."""
    trace = fault.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_name}:{trace.tb_lineno}" if trace else ""
