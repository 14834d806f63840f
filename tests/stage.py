"""A service and its desks on a real database, and the people on both sides of it. What they do is stored, not sent."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import count
from typing import Any, Final

from sqlalchemy import select

from bot.casework import Casework
from bot.conversation.events import ButtonPressed, Event
from bot.conversation.knowledge import Knowledge
from bot.conversation.state import Conversation
from bot.conversation.taps import Tap, TapName
from bot.desk.case import Colleague
from bot.desk.events import Commanded, DeskCommand, DeskEvent, Pressed, Said
from bot.desk.taps import DeskTap, DeskTapName
from bot.desk_service import DeskService, Done, Person, Where
from bot.desk_setting import Desk
from bot.desks import Desks
from bot.service import Came, Service
from bot.storage import cases, conversations, counsellors, inbox, outbox, trail
from bot.storage.cases import Record
from bot.storage.database import Database
from bot.storage.inbox import Waiting
from bot.storage.outbox import Outgoing
from bot.storage.tables import COUNTS, METADATA
from bot.storage.vault import Vault
from bot.usage.tally import BY_MONTH
from tests.fakes import Clock, a_clock

VAULT: Final = Vault("a secret of some length")
CHAT, NEIGHBOUR = 481516234201, 481516234202
KEY: Final = VAULT.chat_key(CHAT)
GROUP, THREAD = -1002183746501, 77
MIRA, BESNIK = Person(700100200301, "Mira"), Person(700100200302, "Besnik")
ONE_DESK: Final = (Desk(GROUP),)


@dataclass
class Stage:
    """`send_all` stands for delivery: whatever waits in the outbox is gone."""

    database: Database
    desk: DeskService
    clock: Clock
    updates: "count[int]" = field(default_factory=lambda: count(1))

    @property
    def service(self) -> Service:
        return self.desk.service

    async def take_in(self, chat: int = CHAT) -> Came:
        """An update in the inbox, as intake leaves it there."""
        update_id = next(self.updates)
        waiting = Waiting(update_id, VAULT.chat_key(chat), b"{}")
        async with self.database.transaction() as tx:
            await inbox.put(tx, VAULT, [waiting], self.clock().date())
        return Came((update_id,))

    async def client(self, event: Event, chat: int = CHAT, hint: str | None = None) -> list[Outgoing]:
        came = await self.take_in(chat)
        messages = (number,) if (number := getattr(event, "message_id", None)) else ()
        return await self.service.client_turn(Came(came.update_ids, messages), chat, event, hint)

    async def at_desk(
        self, event: DeskEvent, by: Person | None = MIRA, thread: int | None = THREAD, group: int = GROUP
    ) -> Done:
        return await self.desk.turn(await self.take_in(group), Where(group, thread), event, by)

    async def press(
        self, name: DeskTapName, argument: str = "", *, by: Person | None = MIRA, thread: int = THREAD
    ) -> Done:
        return await self.at_desk(Pressed(DeskTap(name, argument), 60), by, thread)

    async def say(self, message: int, words: str = "Mirë.", by: Person | None = MIRA) -> Done:
        return await self.at_desk(Said((message,), words), by)

    async def command(self, name: DeskCommand, rest: str = "", by: Person = MIRA, thread: int | None = None) -> Done:
        return await self.at_desk(Commanded(name, 61, rest), by, thread)

    async def look(self) -> list[Outgoing]:
        """Everything that is due, as often as the running bot looks for it; here once."""
        async with self.database.transaction() as tx:
            due = await cases.due(tx, self.service.casework.now)
        return [outgoing for number in due for outgoing in await self.desk.time_passed(number)]

    async def open_case(self, chat: int = CHAT, thread: int = THREAD) -> int:
        """As after delivery: the case is open, its thread is known, and all is sent."""
        await self.client(tap("accept"), chat)
        record = await self.record(chat)
        async with self.database.transaction() as tx:
            await cases.set_thread(tx, record.id, thread)
        await self.send_all()
        return record.id

    async def send_all(self) -> None:
        async with self.database.transaction() as tx:
            waiting = await outbox.waiting(tx, VAULT)
            if waiting:
                await outbox.sent(tx, *(outgoing.id for outgoing in waiting))

    async def waiting(self) -> list[Outgoing]:
        async with self.database.transaction() as tx:
            return await outbox.waiting(tx, VAULT)

    async def remembered(self, chat: int = CHAT) -> Conversation | None:
        """What was talked of: without what was counted of the chat, which is `told`."""
        told = await self.told(chat)
        return told and replace(told, quarter="", did=())

    async def told(self, chat: int = CHAT) -> Conversation | None:
        async with self.database.transaction() as tx:
            return await conversations.load(tx, VAULT, VAULT.chat_key(chat))

    async def found(self, chat: int = CHAT) -> Record | None:
        """The case that leads to this chat, open or closed."""
        async with self.database.transaction() as tx:
            return await cases.of_chat(tx, VAULT, VAULT.chat_key(chat))

    async def record(self, chat: int = CHAT) -> Record:
        found = await self.found(chat)
        assert found is not None
        return found

    async def deeds(self, case: int) -> list[tuple[str, bytes | None]]:
        """What the trail has of a case: what was done and by whom."""
        async with self.database.transaction() as tx:
            return [(step.deed, step.by) for step in await trail.of_case(tx, case)]

    async def rows(self) -> dict[str, list[tuple[Any, ...]]]:
        """Everything that is stored."""
        async with self.database.transaction() as tx:
            return {
                table.name: sorted((tuple(row) for row in await tx.execute(select(table))), key=repr)
                for table in METADATA.sorted_tables
            }

    async def counted(self) -> dict[tuple[str, str], int]:
        """What happened, wherever; not how many people it were, nor at which hours."""
        happened = select(COUNTS).where(COUNTS.c.kind.not_in(BY_MONTH))
        async with self.database.transaction() as tx:
            return {(row.kind, row.subject): row.n for row in await tx.execute(happened)}

    def restarted(self, minutes: int | None = None) -> "Stage":
        """Another process on the same database: nothing is left of what was in memory."""
        before = self.service.casework
        again = staged(self.database, before.knowledge, before.desks.all, minutes or before.minutes, before.keep)
        again.desk.service.clock = again.service.casework.clock = self.clock
        return Stage(self.database, again.desk, self.clock, self.updates)


def staged(
    database: Database,
    knowledge: Knowledge,
    desks: Sequence[Desk] = ONE_DESK,
    minutes: int = 5,
    keep: timedelta = timedelta(days=14),
) -> Stage:
    clock = a_clock()
    casework = Casework(VAULT, knowledge, clock, Desks(tuple(desks), VAULT), minutes, keep)
    return Stage(database, DeskService(Service(database, VAULT, knowledge, clock, casework)), clock)


def tap(name: TapName, argument: str = "", detail: str = "") -> ButtonPressed:
    return ButtonPressed(Tap(name, argument, detail), 40)


def actions(outgoing: Sequence[Outgoing]) -> list[Any]:
    return [each.parcel.action for each in outgoing]


def key_of(person: Person) -> bytes:
    return counsellors.key_of(VAULT, person.number)


def colleague(person: Person, language: str = "sq") -> Colleague:
    return Colleague(key_of(person).hex(), person.name, language, person.number)
