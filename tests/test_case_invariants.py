"""Whatever clients, counsellors and time do to a case: the chat and the case agree, and nothing due is ever lost."""

from collections.abc import Callable, Coroutine
from itertools import count
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.conversation.events import (
    ClientBlocked,
    ClientReturned,
    CommandGiven,
    Event,
    MediaSent,
    MessageEdited,
    Started,
    TextWritten,
    TurnFailed,
)
from bot.desk.actions import ShowAtDesk
from bot.desk.cards import THE_CARD
from bot.desk.events import Commanded, DeskEvent, Pressed, Rewritten, Said, ThreadClosed, ThreadReopened
from bot.desk.taps import DeskTap
from bot.desk.waiting import due
from bot.desk_service import Person
from bot.search.signals import SignalFound
from bot.service import AS_THE_CLIENT_SEES_IT
from bot.storage import cases
from bot.storage.database import Database
from tests.builders import a_service, some_packs
from tests.fakes import Canned
from tests.stage import BESNIK, MIRA, VAULT, Stage, key_of, staged, tap

KNOWLEDGE = Canned(signals={"they hold me": (SignalFound("held", "now"),)}).knowledge(
    some_packs(services=[a_service("al_office")])
)
ANEW = count(1)
"""Every example has a chat and a thread of its own: what the ones before have left stays in the database."""

Move = Callable[[Stage, int], Coroutine[Any, Any, Stage]]


def of_client(event: Event) -> Move:
    async def move(stage: Stage, chat: int) -> Stage:
        await stage.client(event, chat)
        return stage

    return move


def of_desk(event: DeskEvent, by: Person | None) -> Move:
    async def move(stage: Stage, chat: int) -> Stage:
        await stage.at_desk(event, by, chat)
        return stage

    return move


def of_time(minutes: int) -> Move:
    async def move(stage: Stage, _chat: int) -> Stage:
        stage.clock.advance(minutes=minutes)
        await stage.look()
        return stage

    return move


async def restart(stage: Stage, _chat: int) -> Stage:
    return stage.restarted()


BY_CLIENTS: tuple[Event, ...] = (
    tap("accept"), tap("accept"), tap("accept"), tap("end"), tap("erase"), tap("exit"), tap("lang", "en"),
    tap("refer", "yes", "al_office"), tap("refer", "no", "al_office"), tap("share", "41"), tap("menu"),
    TextWritten("azil?", 40), TextWritten("they hold me", 42), MediaSent("photo", (43, 44)),
    MessageEdited(40, "a", "a"), ClientBlocked(), ClientReturned(), CommandGiven("exit"), CommandGiven("counsellor"),
    Started(), TurnFailed(),
)  # fmt: skip
PRESSED = (
    DeskTap("claim"), DeskTap("claim"), DeskTap("take", key_of(MIRA).hex()), DeskTap("release"),
    DeskTap("urgent", "on"), DeskTap("snooze", "1"), DeskTap("close", "referred"), DeskTap("reopen"), DeskTap("reopen"),
    DeskTap("hand", key_of(BESNIK).hex()), DeskTap("send", "81"), DeskTap("refer", "al_office"), DeskTap("case"), None,
)  # fmt: skip
BY_DESK: tuple[DeskEvent, ...] = (
    *(Pressed(each, 60) for each in PRESSED), Said((80,), "Mirë."), Said((81,), "// shënim"), Rewritten(80, "Po", "Po"),
    Commanded("undo", 82), Commanded("close", 83), Commanded("duty", 84), ThreadClosed(), ThreadReopened(),
)  # fmt: skip
MOVES = st.one_of(
    st.sampled_from(BY_CLIENTS).map(of_client),
    st.builds(of_desk, st.sampled_from(BY_DESK), st.sampled_from([MIRA, MIRA, BESNIK, None])),
    st.sampled_from([6, 70, 8 * 24 * 60, 15 * 24 * 60]).map(of_time),
    st.just(restart),
)
SLOWLY = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


async def begin(database: Database) -> tuple[Stage, int]:
    """A stage, a chat that nobody else has used, and a day after all others: time never goes back."""
    chat, stage = next(ANEW), staged(database, KNOWLEDGE)
    stage.updates = count(chat * 10_000)
    stage.clock.advance(days=500 * chat)
    return stage, chat


async def thread_opened(stage: Stage, chat: int) -> None:
    """As delivery does it; the thread of a chat has the chat's number here."""
    record = await stage.found(chat)
    if record is not None and record.thread is None:
        async with stage.database.transaction() as tx:
            await cases.set_thread(tx, record.id, chat)


@SLOWLY
@given(st.lists(MOVES, min_size=5, max_size=30))
async def test_a_client_s_chat_and_their_case_always_agree(database: Database, moves: list[Move]) -> None:
    stage, chat = await begin(database)
    for move in (of_client(tap("accept")), *moves):
        stage = await move(stage, chat)
        await thread_opened(stage, chat)
        conversation, record = await stage.remembered(chat), await stage.found(chat)
        status = record.case.status if record else "closed"
        assert (conversation.case if conversation else "none") == AS_THE_CLIENT_SEES_IT[status]
        assert record is None or (record.case.holder is not None) >= (record.case.status == "held")


@SLOWLY
@given(st.lists(MOVES, min_size=5, max_size=30))
async def test_what_a_case_waits_for_stands_in_its_row_and_never_stays_overdue(
    database: Database, moves: list[Move]
) -> None:
    stage, chat = await begin(database)
    for move in (of_client(tap("accept")), *moves):
        stage = await move(stage, chat)
        await thread_opened(stage, chat)
        record = await stage.found(chat)
        row = next((row for row in (await stage.rows())["cases"] if record and row[0] == record.id), None)
        assert record is None or (row is not None and due(record.case, 5) in row)
    await stage.look()
    async with database.transaction() as tx:
        assert await cases.due(tx, stage.service.casework.now) == []


@SLOWLY
@given(st.lists(st.sampled_from([1, 4, 5, 6, 11, 60, 200]), min_size=3, max_size=15), st.data())
async def test_nothing_that_is_due_is_lost_or_said_twice_over_a_restart(
    database: Database, steps: list[int], data: st.DataObject
) -> None:
    """The same case twice: once with one process from beginning to end, once with a new one now and then."""
    told = []
    for restarts in (
        [False] * len(steps),
        data.draw(st.lists(st.booleans(), min_size=len(steps), max_size=len(steps))),
    ):
        stage, chat = await begin(database)
        await stage.client(tap("accept"), chat)
        await thread_opened(stage, chat)
        said = []
        for minutes, again in zip(steps, restarts, strict=True):
            stage = stage.restarted() if again else stage
            stage.clock.advance(minutes=minutes)
            queued = [each.parcel.action for each in await stage.look()]
            said.append([each for each in queued if not (isinstance(each, ShowAtDesk) and each.replaces == THE_CARD)])
        await stage.client(tap("erase"), chat)
        told.append(said)
    assert told[0] == told[1]


@SLOWLY
@given(st.lists(MOVES, max_size=20))
async def test_whoever_deletes_everything_is_nowhere_any_more_whatever_came_before(
    database: Database, moves: list[Move]
) -> None:
    stage, chat = await begin(database)
    for move in (*moves, of_client(tap("erase"))):
        stage = await move(stage, chat)
        await thread_opened(stage, chat)
    await stage.send_all()
    rows = [row for table in (await stage.rows()).values() for row in table]
    assert not [row for row in rows if VAULT.chat_key(chat) in row]
    assert (await stage.found(chat), await stage.remembered(chat)) == (None, None)
