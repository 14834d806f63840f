"""Whatever people do and Telegram refuses: no word goes where it does not belong, and nothing is left lying."""

import asyncio
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.calls import CopyMessage, CopyMessages, CreateThread, DeleteThread, EditMessage, SendMessage
from bot.channels.errors import MessageGone, NothingToDo, Refused, ThreadShut, Throttled
from bot.conversation.events import CommandGiven, MediaSent, MessageEdited, TextWritten
from bot.desk.events import Commanded, DeskEvent, Pressed, Rewritten, Said
from bot.desk.taps import DeskTap
from bot.desk_service import Person
from bot.errors import ChannelError
from bot.storage.database import Database
from bot.storage.version import make_ready
from tests.channels.delivering import Delivering, delivering
from tests.stage import BESNIK, CHAT, GROUP, MIRA, NEIGHBOUR, tap

CLIENTS = {CHAT: 100, NEIGHBOUR: 200}
"""The numbers of their own messages begin so."""
DESK_SIDE = {CHAT: 300, NEIGHBOUR: 400}
"""And so do those of the counsellors in the threads of their cases."""

Step = Callable[["Played"], Awaitable[None]]


class Played:
    """Two clients, two counsellors, one desk. `may_reach` has what a holder wrote, and whom it may reach."""

    def __init__(self, play: Delivering) -> None:
        self.play = play
        self.numbers = 0
        self.may_reach: dict[int, int] = {}
        self.deleted = 0

    def number(self, base: int) -> int:
        self.numbers += 1
        return base * 1000 + self.numbers

    async def client(self, chat: int, event: object) -> None:
        await self.play.client(event, chat)  # type: ignore[arg-type]  # an event of a client

    async def at_desk(self, chat: int, event: DeskEvent, by: Person) -> None:
        record = await self.play.stage.found(chat)
        if record is not None and record.thread is not None:
            await self.play.at_desk(event, by, record.thread)

    async def says(self, chat: int, by: Person, words: str) -> None:
        record = await self.play.stage.found(chat)
        number = self.number(DESK_SIDE[chat])
        holder = record.case.holder if record is not None and record.case.status == "held" else None
        if holder is not None and holder.name == by.name and not words.startswith("//"):
            self.may_reach[number] = chat
        await self.at_desk(chat, Said((number,), words), by)

    async def loses_thread(self, chat: int) -> None:
        record = await self.play.stage.found(chat)
        if record is not None and record.thread is not None and (GROUP, record.thread) in self.play.telegram.threads:
            self.play.telegram.somebody_deletes_thread(GROUP, record.thread)
            self.deleted += 1


chats, people = st.sampled_from(list(CLIENTS)), st.sampled_from([MIRA, BESNIK])
PRESSED = ("claim", "claim", "claim", "release", "urgent", "case", "found", "hand", "reopen", "card", "snooze")
FAULTS = (
    (EditMessage, MessageGone),
    (EditMessage, NothingToDo),
    (CopyMessage, Refused),
    (CopyMessage, ThreadShut),
    (SendMessage, Refused),
    (CopyMessage, MessageGone),
)


def _client(chat: int, what: str) -> Step:
    async def step(played: Played) -> None:
        number = played.number(CLIENTS[chat])
        events = {
            "text": TextWritten("Ku?", number),
            "album": MediaSent("document", (number, number + 1)),
            "edit": MessageEdited(number - 1, "Ku tani?", "Ku tani?"),
            "exit": CommandGiven("exit"),
        }
        await played.client(chat, events.get(what) or tap(what))  # type: ignore[arg-type]  # names of buttons

    return step


def _pressed(chat: int, by: Person, name: str) -> Step:
    argument = {"urgent": "on"}.get(name, "")
    event = Pressed(DeskTap(name, argument), 5)  # type: ignore[arg-type]  # names of buttons
    return lambda played: played.at_desk(chat, event, by)


def _closed(chat: int, by: Person) -> Step:
    return lambda played: played.at_desk(chat, Pressed(DeskTap("close", "informed"), 5), by)


def _said(chat: int, by: Person, words: str) -> Step:
    return lambda played: played.says(chat, by, words)


def _changed(chat: int, by: Person, what: str) -> Step:
    async def step(played: Played) -> None:
        number = DESK_SIDE[chat] * 1000 + played.numbers
        event: DeskEvent = Commanded("undo", played.number(DESK_SIDE[chat]))
        await played.at_desk(chat, Rewritten(number, "Po!", "Po!") if what == "edit" else event, by)

    return step


def _fault(which: tuple[type, type[ChannelError]]) -> Step:
    async def step(played: Played) -> None:
        played.play.telegram.refuses(which[0], which[1]("no"))

    return step


async def _slowed_down(played: Played) -> None:
    played.play.telegram.refuses(SendMessage, Throttled(0.001))


STEPS = st.one_of(
    st.builds(
        _client, chats, st.sampled_from(["accept", "accept", "text", "text", "album", "edit", "end", "erase", "exit"])
    ),
    st.builds(_said, chats, people, st.sampled_from(["Mirë.", "Ejani nesër.", "// për ne"])),
    st.builds(_pressed, chats, people, st.sampled_from(PRESSED)),
    st.builds(_closed, chats, people),
    st.builds(_changed, chats, people, st.sampled_from(["edit", "undo"])),
    st.builds(lambda chat: lambda played: played.loses_thread(chat), chats),
    st.sampled_from(FAULTS).map(_fault),
    st.just(_slowed_down),
)
OPENED = [_client(CHAT, "accept"), _client(NEIGHBOUR, "accept"), _pressed(CHAT, MIRA, "claim")]


@given(st.lists(STEPS, min_size=5, max_size=30))
@settings(deadline=None, max_examples=30)
def test_no_word_goes_astray(steps: list[Step]) -> None:
    asyncio.run(_played([*OPENED, *steps]))


async def _played(steps: list[Step]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        database = Database.open(f"sqlite:///{Path(folder) / 'udha.db'}")
        await make_ready(database)
        played = Played(delivering(database))
        try:
            for step in steps:
                await step(played)
            await played.play.quiet()
            assert await played.play.left_over() == []
        finally:
            await played.play.delivery.lanes.stop(0)
            await database.close()
        _judge(played)


def _judge(played: Played) -> None:
    done, threads = played.play.telegram.done, dict[int | None, set[int]]()
    for call in done:
        if isinstance(call, SendMessage | CopyMessage | CopyMessages) and call.chat == GROUP:
            assert call.thread is not None, "never to General"
        if isinstance(call, CopyMessage | CopyMessages):
            _copied_rightly(call, played)
            threads.setdefault(call.thread, set()).add(call.from_chat)
    assert all(len(clients) == 1 for clients in threads.values()), "a thread is one client's"
    opened = [call.name for call in done if isinstance(call, CreateThread)]
    gone = sum(isinstance(call, DeleteThread) for call in done) + played.deleted
    assert len(opened) - len(set(opened)) <= gone, "a second thread only where the first is gone"


def _copied_rightly(call: CopyMessage | CopyMessages, played: Played) -> None:
    ids = call.message_ids if isinstance(call, CopyMessages) else (call.message_id,)
    if call.chat == GROUP:
        assert {number // 1000 for number in ids} == {CLIENTS[call.from_chat]}
    else:
        assert call.from_chat == GROUP
        assert {played.may_reach.get(number) for number in ids} == {call.chat}, "only the holder's, to their own client"
