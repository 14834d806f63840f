"""What is behind, on both databases: who waits and since when, and what is late."""

from sqlalchemy import delete

from bot.storage import backlog, reminders
from bot.storage.backlog import GRACE, Backlog
from bot.storage.database import Database
from bot.storage.tables import TRAIL
from tests.builders import knowledge_of, some_packs
from tests.stage import CHAT, NEIGHBOUR, VAULT, Stage, staged, tap


async def read(stage: Stage) -> Backlog:
    async with stage.database.transaction() as tx:
        return await backlog.read(tx, stage.service.casework.now)


async def test_a_case_waits_from_when_it_was_opened_until_somebody_has_it(database: Database) -> None:
    stage = staged(database, knowledge_of(some_packs()))
    assert await read(stage) == Backlog(0, 0, 0, 0)
    await stage.open_case()
    stage.clock.advance(seconds=90)
    await stage.open_case(NEIGHBOUR, 78)
    stage.clock.advance(seconds=30)
    assert await read(stage) == Backlog(2, 120, 0, 0)
    await stage.press("claim")
    assert await read(stage) == Backlog(1, 30, 0, 0)
    await stage.press("claim", thread=78)
    assert await read(stage) == Backlog(0, 0, 0, 0)


async def test_a_case_that_was_let_go_waits_from_then_on(database: Database) -> None:
    stage = staged(database, knowledge_of(some_packs()))
    await stage.open_case()
    await stage.press("claim")
    stage.clock.advance(hours=2)
    await stage.press("release")
    stage.clock.advance(seconds=40)
    assert await read(stage) == Backlog(1, 40, 0, 0)


async def test_a_case_that_the_client_opens_again_waits_from_then_on(database: Database) -> None:
    stage = staged(database, knowledge_of(some_packs()))
    await stage.open_case()
    await stage.press("claim")
    await stage.press("close", "informed")
    assert (await read(stage)).waiting == 0
    stage.clock.advance(days=2)
    await stage.client(tap("accept"))
    stage.clock.advance(seconds=20)
    found = await read(stage)
    assert (found.waiting, found.oldest) == (1, 20)


async def test_a_case_without_a_trail_waits_and_has_no_age(database: Database) -> None:
    stage = staged(database, knowledge_of(some_packs()))
    await stage.open_case()
    async with database.transaction() as tx:
        await tx.execute(delete(TRAIL))
    assert await read(stage) == Backlog(1, 0, 0, 0)


async def test_late_is_what_was_due_more_than_a_minute_ago(database: Database) -> None:
    stage = staged(database, knowledge_of(some_packs()))
    now = stage.service.casework.now
    async with database.transaction() as tx:
        await reminders.put(tx, VAULT, CHAT, "papers", now - GRACE)
        await reminders.put(tx, VAULT, NEIGHBOUR, "papers", now - GRACE - 1)
        await reminders.put(tx, VAULT, NEIGHBOUR, "later", now + 1)
    assert (await read(stage)).late_reminders == 1
