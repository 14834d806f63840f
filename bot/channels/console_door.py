"""Whoever asks for the console: it is stored what is to come of it, and the client's rules hear nothing of it."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot import logs
from bot.casework import language_of
from bot.channels.administrators import Administrators
from bot.channels.inbound import ForConsole
from bot.conversation.events import Event, Started
from bot.desk.console import START_CODE, AnswerAsker, ConsoleAction, LetIn, wished
from bot.desk_service import DeskService
from bot.desk_setting import Desk
from bot.errors import ChannelError
from bot.service import Came, taken
from bot.storage import console_access, counsellors, outbox
from bot.storage.outbox import Outgoing, Parcel
from bot.storage.transaction import Transaction

PATIENCE: Final = 5.0
"""Seconds for Telegram to say who somebody is: whoever is nobody must not wait longer for their welcome."""
LANE: Final = -3
"""Before a person's number: the lane of what they ask for here, apart from their own chat and from any case."""


def asks(event: Event) -> bool:
    """Whether somebody came through the link that the desk gives to whoever has never written to the bot."""
    return event == Started(START_CODE)


@dataclass
class ConsoleDoor:
    desk: DeskService
    administrators: Administrators

    async def at_desk(self, came: Came, asked: ForConsole) -> Sequence[Outgoing]:
        """What an administrator wrote at a desk; whether they are one is asked when the link is sent."""
        service = self.desk.service
        desk = self.desk.casework.desks.of_group(asked.where.group)
        async with service.database.transaction() as tx:
            if not await taken(tx, came) or desk is None:
                return ()
            action = await self._wanted(tx, desk, asked)
            lane = service.vault.chat_key(asked.where.group, asked.where.thread or 0)
            if isinstance(action, LetIn):
                lane = self._lane(action.person)
            parcel = Parcel(asked.where.group, action, thread=asked.where.thread)
            return await outbox.put(tx, service.vault, came.first, [(lane, parcel)])

    async def in_private(self, came: Came, person: int) -> Sequence[Outgoing] | None:
        """None for everybody but administrators of a desk: to them it is a start like any other."""
        desk = await self._theirs(person)
        if desk is None:
            return None
        service = self.desk.service
        async with service.database.transaction() as tx:
            if not await taken(tx, came):
                return ()
            action = LetIn(person, desk.chat, "manager", await self._language(tx, desk, person))
            parcel = Parcel(self.desk.casework.desks.number(desk), action)
            return await outbox.put(tx, service.vault, came.first, [(self._lane(person), parcel)])

    async def _wanted(self, tx: Transaction, desk: Desk, asked: ForConsole) -> ConsoleAction:
        """Ending is done at once, in the commit that takes the message; nobody has to be asked for that."""
        wish, by, service = wished(asked.rest), asked.by, self.desk.service
        if by is None:
            return AnswerAsker("anonymous", language_of(desk), asked.message_id)
        language = await self._language(tx, desk, by.number)
        match wish:
            case "off":
                now = self.desk.casework.now
                number = await console_access.end_of(tx, service.vault, by.number, now=now)
                return AnswerAsker("ended", language, asked.message_id, number)
            case "unclear":
                return AnswerAsker("unclear", language, asked.message_id)
            case role:
                return LetIn(by.number, desk.chat, role, language, asked.message_id)

    async def _theirs(self, person: int) -> Desk | None:
        """Where nobody can say in time, they are taken for a client."""
        try:
            async with asyncio.timeout(PATIENCE):
                return await self.administrators.desk_of(person)
        except (ChannelError, TimeoutError) as fault:
            logs.get().info("console_not_checked", error=type(fault).__name__)
            return None

    async def _language(self, tx: Transaction, desk: Desk, person: int) -> str:
        """Which they chose at the desk, else that of the desk."""
        vault = self.desk.service.vault
        known = await counsellors.get(tx, vault, counsellors.key_of(vault, person))
        return (known.language if known else None) or language_of(desk)

    def _lane(self, person: int) -> bytes:
        return self.desk.service.vault.chat_key(LANE, person)
