"""A Telegram that answers calls, knows which threads and messages there are, and can refuse."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Final

from bot.channels.calls import (
    AskMember,
    Call,
    CloseThread,
    CopyMessage,
    CopyMessages,
    CreateThread,
    DeleteMessages,
    DeleteThread,
    EditCaption,
    EditMessage,
    ReopenThread,
    SendMessage,
    SendVenue,
)
from bot.channels.errors import MessageGone, NothingToDo, ThreadMissing
from bot.channels.protocol import Identity, RawUpdate
from bot.channels.update import Update
from bot.errors import ChannelError
from tests.both_channels import decoded

FIRST_ID: Final = 5000


@dataclass
class Telegram:
    """A channel. `calls` is what it was asked, `done` what it did."""

    calls: list[Call] = field(default_factory=list)
    done: list[Call] = field(default_factory=list)
    threads: dict[tuple[int, int], str] = field(default_factory=dict)
    """Group and thread, and its state: open or closed."""
    places: dict[tuple[int, int], int | None] = field(default_factory=dict)
    """Chat and message of what the bot sent, and the thread that it stands in."""
    members: dict[tuple[int, int], str] = field(default_factory=dict)
    """Group and person, and what they are there; everybody else has left."""
    uncopied: int = 0
    """So many parts of the next album cannot be copied."""
    _faults: list[tuple[Callable[[Call], bool], ChannelError]] = field(default_factory=list)
    _ids: "count[int]" = field(default_factory=lambda: count(FIRST_ID))

    async def open(self) -> Identity:
        return Identity(10000, "udha_bot")

    async def close(self) -> None:
        pass

    async def fetch(self, offset: int | None, wait: int) -> Sequence[RawUpdate]:  # noqa: ARG002 -- a channel's form
        return []

    def decode(self, raw: RawUpdate) -> Update:
        return decoded("python-telegram-bot", raw)

    def refuses(self, kind: Any, *faults: ChannelError, chat: int | None = None) -> None:
        """The next calls of this kind (to this chat) fail so, one after the other."""

        def hits(call: Call) -> bool:
            return isinstance(call, kind) and chat in {None, getattr(call, "chat", None)}

        self._faults += [(hits, fault) for fault in faults]

    def forgets_faults(self) -> None:
        self._faults.clear()

    def somebody_deletes_thread(self, group: int, thread: int) -> None:
        self.threads.pop((group, thread), None)
        for place in [place for place, within in self.places.items() if (place[0], within) == (group, thread)]:
            del self.places[place]

    async def perform(self, call: Call) -> int | None:
        await asyncio.sleep(0)
        self.calls.append(call)
        self._fail(call)
        answer = self._do(call)
        self.done.append(call)
        return answer

    async def copies(self, call: CopyMessages) -> tuple[int, ...]:
        await asyncio.sleep(0)
        self.calls.append(call)
        self._fail(call)
        self._look_for_thread(call.chat, call.thread)
        self.done.append(call)
        copied, self.uncopied = len(call.message_ids) - self.uncopied, 0
        return tuple(self._new(call.chat, call.thread) for _ in range(copied))

    async def member(self, call: AskMember) -> str:
        await asyncio.sleep(0)
        self.calls.append(call)
        self._fail(call)
        self.done.append(call)
        return self.members.get((call.chat, call.user), "left")

    def _fail(self, call: Call) -> None:
        for at, (hits, fault) in enumerate(self._faults):
            if hits(call):
                del self._faults[at]
                raise fault

    def _do(self, call: Call) -> int | None:
        match call:
            case SendMessage(chat) | SendVenue(chat) | CopyMessage(chat):
                thread = getattr(call, "thread", None)
                self._look_for_thread(chat, thread)
                return self._new(chat, thread)
            case CreateThread(group):
                thread = next(self._ids)
                self.threads[group, thread] = "open"
                return thread
            case EditMessage(chat, message) | EditCaption(chat, message) if (chat, message) not in self.places:
                raise MessageGone
            case DeleteMessages(chat, messages):
                self.places = {place: to for place, to in self.places.items() if place not in _of(chat, messages)}
            case CloseThread() | ReopenThread() | DeleteThread():
                self._change(call)
        return None

    def _change(self, call: CloseThread | ReopenThread | DeleteThread) -> None:
        self._look_for_thread(call.chat, call.thread)
        if isinstance(call, DeleteThread):
            self.somebody_deletes_thread(call.chat, call.thread)
            return
        state = "closed" if isinstance(call, CloseThread) else "open"
        if self.threads[call.chat, call.thread] == state:
            raise NothingToDo
        self.threads[call.chat, call.thread] = state

    def _look_for_thread(self, chat: int, thread: int | None) -> None:
        if thread is not None and (chat, thread) not in self.threads:
            raise ThreadMissing

    def _new(self, chat: int, thread: int | None) -> int:
        message = next(self._ids)
        self.places[chat, message] = thread
        return message


def _of(chat: int, messages: Sequence[int]) -> set[tuple[int, int]]:
    return {(chat, message) for message in messages}
