"""All that the stand-in Telegram knows, in memory; one world has one bot and one desk or more."""

import asyncio
import time
from collections.abc import Callable, Sequence
from typing import Any

from bot.errors import SandboxError
from bot.sandbox.calls import Calls
from bot.sandbox.chats import Chat, Client, Desk, client_chat, desk_chat
from bot.sandbox.faults import Faults
from bot.sandbox.files import Files
from bot.sandbox.pace import Pace
from bot.sandbox.people import COUNSELLORS, Person, bot_user
from bot.sandbox.profile import Profile
from bot.sandbox.queries import Queries
from bot.sandbox.updates import Updates
from bot.sandbox.wire import Wire

DESK_CHAT = -1001000000001
"""The number of the desk's supergroup."""

SECOND_DESK = -1001000000002
"""A number for the second desk of a world with two."""

BOT_NAME = "Udha"
_MOST_UNREAD = 1000


class World:
    """`clock` gives seconds since 1970; `strict` refuses what Telegram would silently ignore.

    `desks` are the numbers of the desks' supergroups; where nobody says which one is meant, the first is.
    """

    def __init__(
        self, clock: Callable[[], float] = time.time, *, strict: bool = True, desks: Sequence[int] = (DESK_CHAT,)
    ) -> None:
        self._clock = clock
        self._desk_chats = tuple(desks)
        self.strict = strict
        self._listeners: set[asyncio.Queue[Wire]] = set()
        self.version = 0
        self.updates = Updates(self.now, lambda: self.faults.take_twice())  # noqa: PLW0108 -- reset makes new faults
        self.reset()

    def reset(self) -> None:
        """Everything as on the first day, but that updates count on: a bot that polls keeps its offset."""
        self.offset = 0.0
        self.calls = Calls()
        self.faults = Faults()
        self.files = Files()
        self.profile = Profile(BOT_NAME)
        self.queries = Queries()
        self.updates.drop()
        self.pace = Pace()
        self.desks: list[Desk] = [desk_chat(number, place) for place, number in enumerate(self._desk_chats, 1)]
        self.clients: dict[int, Client] = {}
        self.counsellors: dict[int, Person] = {person.id: person for person in COUNSELLORS}
        self.moved: dict[int, int] = {}
        self._albums = 0
        self.tell("reset")

    def now(self) -> float:
        return self._clock() + self.offset

    def advance(self, seconds: float) -> None:
        self.offset += seconds

    def bot(self) -> Wire:
        return bot_user(self.profile.text("name", None))

    def client(self, user: int) -> Client:
        """Find somebody's private chat with the bot; make it where there is none yet. Counsellors may have one too."""
        if user not in self.clients:
            if user <= 0:
                raise SandboxError(f"{user} cannot be a client; take a number from 1001 on.")
            self.clients[user] = client_chat(self.counsellors.get(user) or Person(user, f"Client {user}", "sq"))
            self.tell("clients")
        return self.clients[user]

    def chat(self, chat_id: int) -> Chat:
        """Any chat, as the people's side sees it."""
        found = self.desk_at(chat_id) or self.clients.get(chat_id)
        if found is None:
            raise SandboxError(f"There is no chat {chat_id}.")
        return found

    def desk_at(self, chat_id: int) -> Desk | None:
        return next((desk for desk in self.desks if desk.id == chat_id), None)

    def desk(self, chat_id: int | None = None) -> Desk:
        """Find the desk with this number, be it one it had before an upgrade; the first where none is named."""
        found = self.desks[0] if chat_id is None else self.desk_at(self.moved.get(chat_id, chat_id))
        if found is None:
            raise SandboxError(f"There is no desk {chat_id}.")
        return found

    def person(self, user: int) -> Person | None:
        client = self.clients.get(user)
        return client.person if client else self.counsellors.get(user)

    def counsellor(self, user: int) -> Person:
        """Find the counsellor with this number; make one where there is none yet."""
        return self.counsellors.setdefault(user, Person(user, f"Counsellor {user}", "sq"))

    def album(self) -> str:
        """Make a new media_group_id."""
        self._albums += 1
        return str(13_000_000_000 + self._albums)

    def next_version(self) -> int:
        self.version += 1
        return self.version

    def tell(self, kind: str, **about: Any) -> None:
        """Tell every open page that something changed."""
        for listener in self._listeners:
            if listener.full():
                listener.get_nowait()
            listener.put_nowait({"kind": kind} | about)

    def listen(self) -> asyncio.Queue[Wire]:
        listener: asyncio.Queue[Wire] = asyncio.Queue(_MOST_UNREAD)
        self._listeners.add(listener)
        return listener

    def unlisten(self, listener: asyncio.Queue[Wire]) -> None:
        self._listeners.discard(listener)
