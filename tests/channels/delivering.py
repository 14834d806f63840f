"""A bot's delivery between a real database and a Telegram that can refuse."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any, Final

from sqlalchemy import select

from bot.channels.budget import Budget
from bot.channels.calls import (
    SendMessage,
)
from bot.channels.delivery import Delivery
from bot.channels.posting import Posting
from bot.conversation.events import Event
from bot.desk.alias import alias
from bot.desk.events import DeskEvent, Pressed, Said
from bot.desk.taps import DeskTap, DeskTapName
from bot.desk.views import Alarm, Sentence
from bot.desk_service import Done, Person
from bot.desk_setting import Desk
from bot.desk_standing import Standing
from bot.rendering.at_desk import at_desk
from bot.storage import outbox
from bot.storage.database import Database
from bot.storage.tables import RELAYED, TRACES
from tests.builders import a_reply, some_town_and_its_services, with_replies
from tests.channels.fake_telegram import FIRST_ID, Telegram
from tests.contexts import the_phrases
from tests.fakes import Canned
from tests.stage import CHAT, GROUP, MIRA, ONE_DESK, VAULT, Stage, staged, tap

PATIENCE: Final = 10.0
"""Seconds after which a test that waits has failed."""


@dataclass
class Delivering:
    """The stage with delivery behind it: what people do goes out at once."""

    stage: Stage
    telegram: Telegram
    delivery: Delivery

    @property
    def posting(self) -> Posting:
        return self.delivery.posting

    async def client(self, event: Event, chat: int = CHAT) -> None:
        self.delivery.put(await self.stage.client(event, chat))
        await self.quiet()

    async def at_desk(self, event: DeskEvent, by: Person | None = MIRA, thread: int | None = None) -> Done:
        """In the thread of the case, where none is named."""
        where = thread if thread is not None else await self.thread()
        done = await self.stage.at_desk(event, by, where)
        self.delivery.put(done.outgoing)
        await self.quiet()
        return done

    async def press(self, name: DeskTapName, argument: str = "", by: Person | None = MIRA) -> Done:
        done = await self.stage.at_desk(_pressed(name, argument), by, await self.thread())
        self.delivery.put(done.outgoing)
        await self.quiet()
        return done

    async def say(self, *messages: int, words: str = "Mirë.", **more: Any) -> None:
        await self.at_desk(Said(messages, words, **more))

    async def time_passes(self, **by: float) -> None:
        self.stage.clock.advance(**by)
        self.delivery.put(await self.stage.look())
        await self.quiet()

    async def quiet(self) -> None:
        await asyncio.wait_for(self.delivery.lanes.room(0), PATIENCE)

    async def a_waiting_case(self) -> int:
        """Gives its number."""
        await self.client(tap("accept"))
        return (await self.stage.record()).id

    async def a_case(self, by: Person = MIRA) -> int:
        """Taken by a counsellor; what was called so far is forgotten."""
        number = await self.a_waiting_case()
        await self.press("claim", by=by)
        self.forget_calls()
        return number

    async def thread(self) -> int:
        thread = (await self.stage.record()).thread
        assert thread is not None
        return thread

    def forget_calls(self) -> None:
        self.telegram.calls.clear()
        self.telegram.done.clear()

    def done(self, kind: type[Any] | None = None, chat: int | None = None) -> list[Any]:
        """What Telegram did of this kind, in this chat."""
        return [
            call
            for call in self.telegram.done
            if (kind is None or isinstance(call, kind)) and chat in {None, getattr(call, "chat", None)}
        ]

    def written(self, thread: int | None, group: int = GROUP) -> list[str]:
        """The sentences sent into a thread of a group."""
        return [call.message.html for call in self.done(SendMessage, group) if call.thread == thread]

    def sentence(self, said: Sentence | Alarm, case: int | None = None, language: str = "sq") -> str:
        """How counsellors read it."""
        return at_desk(said, language, self.posting.context(), alias(case) if case else "").html

    async def relayed(self) -> set[tuple[int, int, bool]]:
        """Pairs at the client and at the desk, and whether the client wrote it."""
        async with self.stage.database.transaction() as tx:
            rows = await tx.execute(select(RELAYED))
            return {(row.at_client, row.at_desk, row.from_client) for row in rows}

    async def traced(self, chat: int = CHAT) -> list[int]:
        async with self.stage.database.transaction() as tx:
            found = select(TRACES.c.message).where(TRACES.c.chat_key == VAULT.chat_key(chat)).order_by(TRACES.c.message)
            return list((await tx.execute(found)).scalars())

    async def left_over(self) -> list[outbox.Outgoing]:
        return await self.stage.waiting()


def _pressed(name: DeskTapName, argument: str) -> DeskEvent:
    return Pressed(DeskTap(name, argument), FIRST_ID - 1)


def no_limit() -> Budget:
    """A budget whose minute is over whenever anybody looks."""
    minutes = count(step=1000)
    return Budget(lambda: float(next(minutes)))


def delivering(
    database: Database, desks: Sequence[Desk] = ONE_DESK, budget: Budget | None = None, telegram: Telegram | None = None
) -> Delivering:
    packs = with_replies(some_town_and_its_services(), a_reply())
    stage = staged(database, Canned().knowledge(packs), desks)
    posting = Posting(packs, the_phrases(), stage.clock, desk=bool(desks))
    standing = Standing(database, stage.service.casework.desks)
    asked = telegram or Telegram()
    delivery = Delivery(asked, stage.desk, posting, budget or no_limit(), standing)
    return Delivering(stage, asked, delivery)


async def eventually(holds: Callable[[], bool]) -> None:
    """Wait until it is so."""
    async with asyncio.timeout(PATIENCE):
        while not holds():  # noqa: ASYNC110 -- a fake has nothing to tell it by
            await asyncio.sleep(0.01)
