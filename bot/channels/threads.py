"""The threads of a desk: one a case, opened when it is needed and again when somebody deleted it; one for the news."""

import asyncio
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Final, NoReturn

from bot import logs
from bot.channels.calls import CreateThread, ReopenThread, SendMessage
from bot.channels.errors import DeskLost, Refused, ThreadMissing, ThreadShut, Trouble
from bot.channels.performing import Performing
from bot.channels.posting import Posting
from bot.desk.actions import ShowAtDesk
from bot.desk.case import DESK_LANGUAGE
from bot.desk.views import CaseCard, Sentence
from bot.desks import Desks
from bot.errors import ChannelError
from bot.rendering.message import Message
from bot.storage import cases, kept
from bot.storage.cases import Record
from bot.storage.database import Database

NEWS: Final = "Udha"
"""The name of the thread with the desk's own news; "udha" stands in no case's alias."""
NEWS_THREAD: Final = "news {}"
"""Under this name, with that of the desk, its number is kept."""


@dataclass
class Threads:
    """Nothing of a case is ever written anywhere but into its own thread."""

    performing: Performing
    posting: Posting
    database: Database
    desks: Desks
    _told: set[int] = field(default_factory=set)
    _news: defaultdict[int, asyncio.Lock] = field(default_factory=lambda: defaultdict(asyncio.Lock))

    async def of_case(self, record: Record, group: int, *, again: bool = False) -> int:
        """The thread of the case, opened now if there is none; a thread that was deleted begins with the card."""
        if record.thread is not None and not again:
            return record.thread
        thread = await self._opened(self.posting.new_thread(group, record.id), group)
        async with self.database.transaction() as tx:
            await cases.set_thread(tx, record.id, thread)
        if again:
            await self.card(record, group, thread)
            await self._say(Sentence("thread_again"), record, (group, thread))
        return thread

    async def open_up(self, thread: int, group: int) -> None:
        """A thread that is shut and in which the bot may not write so."""
        try:
            await self.performing.group(ReopenThread(group, thread), group)
        except Refused:
            await self._lacks_the_right(group)

    async def card(self, record: Record, group: int, thread: int) -> None:
        """The card at the head of the thread, and its number remembered."""
        shown = self.posting.shown(ShowAtDesk(CaseCard(record.case), record.case.desk_language), record.id, record.case)
        card = await self.performing.group(SendMessage(group, shown, thread), group)
        async with self.database.transaction() as tx:
            await cases.set_card(tx, record.id, card)

    async def news(self, group: int, message: Message) -> None:
        """Into the thread of the desk's own news; where no thread can be opened into General, for it names nobody."""
        try:
            # Two lanes with news at once must not open two threads for them.
            async with self._news[group]:
                await self._in_news(group, message)
        except (Refused, ThreadMissing, ThreadShut):
            await self.performing.group(SendMessage(group, message), group)

    async def _in_news(self, group: int, message: Message) -> None:
        desk = self.desks.of_group(group)
        name = NEWS_THREAD.format(self.desks.key(desk).hex() if desk else "")
        async with self.database.transaction() as tx:
            known = await kept.get(tx, name)
        if known is not None:
            try:
                await self.performing.group(SendMessage(group, message, int(known)), group)
            except ThreadMissing:
                logs.get().warning("thread_missing")
            else:
                return
        thread = await self.performing.group(CreateThread(group, NEWS), group)
        async with self.database.transaction() as tx:
            await kept.put(tx, name, b"%d" % (thread or 0))
        await self.performing.group(SendMessage(group, message, thread), group)

    async def _opened(self, call: CreateThread, group: int) -> int:
        try:
            thread = await self.performing.group(call, group)
        except Refused:
            await self._lacks_the_right(group)
        if thread is None:
            raise Trouble("Telegram opened a thread and did not say which.")
        self._told.discard(group)
        return thread

    async def _lacks_the_right(self, group: int) -> NoReturn:
        """The bot may not open threads there. The client's words wait until somebody gives it that right."""
        logs.get().error("desk_refuses_threads")
        await self.tell_once(group)
        raise DeskLost("The desk does not let the bot open threads.")

    async def tell_once(self, group: int) -> None:
        """A sentence that names nobody, in General: there is no other place, and a person has to know."""
        if group in self._told:
            return
        self._told.add(group)
        said = self.posting.answer(ShowAtDesk(Sentence("no_threads"), DESK_LANGUAGE))
        try:
            await self.performing.group(SendMessage(group, said), group)
        except ChannelError as fault:
            logs.get().error("desk_not_told", error=type(fault).__name__)

    async def _say(self, said: Sentence, record: Record, where: tuple[int, int]) -> None:
        group, thread = where
        message = self.posting.shown(ShowAtDesk(said, record.case.desk_language), record.id, record.case)
        await self.performing.group(SendMessage(group, message, thread), group)
