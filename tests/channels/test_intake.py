"""Intake: what need not be kept any more is forgotten in time, while updates come or do not come."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from sqlalchemy import event as sqlalchemy_event
from sqlalchemy import select

from bot.channels.intake import Intake
from bot.channels.protocol import RawUpdate
from bot.conversation.state import Conversation
from bot.storage import cases, console_access, conversations, counsellors, relayed, traces
from bot.storage.console_access import Pass
from bot.storage.counsellors import Counsellor, key_of
from bot.storage.database import Database
from bot.storage.inbox import Waiting
from bot.storage.tables import CONSOLE_LINKS, CONSOLE_SESSIONS
from tests.builders import TODAY
from tests.fakes import Clock, a_clock
from tests.stage import CHAT, KEY, MIRA, NEIGHBOUR, VAULT


@dataclass
class Quiet:
    """A Telegram where nobody writes; each look lets some time go by."""

    clock: Clock
    passes: timedelta
    looks: int
    over: asyncio.Event = field(default_factory=asyncio.Event)

    async def fetch(self, _offset: int | None, _wait: int) -> Sequence[RawUpdate]:
        await asyncio.sleep(0)
        self.looks -= 1
        if self.looks < 0:
            self.over.set()
            await asyncio.Event().wait()
        self.clock.advance(seconds=self.passes.total_seconds())
        return []


async def look(database: Database, passes: timedelta, looks: int) -> None:
    """So many looks for updates, with so much time before each."""
    clock = a_clock()
    channel = Quiet(clock, passes, looks)
    intake = Intake(channel, database, VAULT, clock, _nobody, _room)  # type: ignore[arg-type]  # the one part that it needs
    running = asyncio.create_task(intake.run())
    await asyncio.wait_for(channel.over.wait(), 30)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


def _nobody(_item: Waiting) -> None:
    raise AssertionError("Nobody wrote.")


async def _room(_limit: int) -> None:
    pass


@pytest.mark.parametrize(("hours", "kept"), [(47, True), (50, False)])
async def test_the_numbers_of_messages_are_gone_an_hour_after_they_are_of_no_use(
    database: Database,
    hours: int,
    kept: bool,  # noqa: FBT001 -- a column of the table
) -> None:
    """Not only with the cleaning of the next day."""
    async with database.transaction() as tx:
        await traces.add(tx, KEY, [40], a_clock()())
    await look(database, timedelta(hours=1), hours)
    async with database.transaction() as tx:
        assert await traces.of_chat(tx, KEY) == ([40] if kept else [])


async def test_the_rows_of_links_and_sessions_that_are_over_go_within_the_hour(database: Database) -> None:
    holder, now = Pass(MIRA.number, -1, "manager"), int(a_clock()().timestamp())
    async with database.transaction() as tx:
        await console_access.make_link(tx, VAULT, holder, now)
        await console_access.begin(tx, VAULT, holder, "a browser", now)
    await look(database, timedelta(hours=1), 2)
    async with database.transaction() as tx:
        assert (await tx.execute(select(CONSOLE_LINKS))).all() == []
        assert (await tx.execute(select(CONSOLE_SESSIONS))).all() == []


async def test_once_a_day_what_is_old_is_forgotten(database: Database) -> None:
    async with database.transaction() as tx:
        gone = await cases.open_case(tx, VAULT, CHAT, b"desk", TODAY)
        await cases.unlink(tx, gone, TODAY)
        await relayed.add(tx, gone, [(40, 901)], from_client=True)
        seen = (TODAY - TODAY.replace(year=1970, month=1, day=1)).days
        await counsellors.put(tx, VAULT, key_of(VAULT, MIRA.number), Counsellor(MIRA.number, "Mira", seen=seen))
        await conversations.save(tx, VAULT, VAULT.chat_key(NEIGHBOUR), Conversation("sq"), TODAY)
    await look(database, timedelta(hours=12), 2 * 91)
    async with database.transaction() as tx:
        assert await relayed.all_at_desk(tx, gone) == []
        assert await counsellors.everyone(tx, VAULT) == {}
        assert await conversations.load(tx, VAULT, VAULT.chat_key(NEIGHBOUR)) is None


async def test_it_is_cleaned_once_an_hour_however_often_telegram_is_asked(database: Database) -> None:
    begun: list[object] = []
    engine = getattr(database.engine, "sync_engine", database.engine)
    sqlalchemy_event.listen(engine, "commit", begun.append)
    await look(database, timedelta(minutes=1), 120)
    # Taking in nothing is a commit as well.
    assert len(begun) - 120 in {2, 3}
