"""The chats: one with each client, and the desk."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.sandbox.people import COUNSELLORS, Person
from bot.sandbox.threads import Thread
from bot.sandbox.wire import Wire


@dataclass(slots=True)
class Message:
    """`version` counts the changes of the whole world, so that a page can ask for what is newer.

    `silent` messages make no sound; Telegram tells people of it, but not bots.
    """

    wire: Wire
    version: int
    silent: bool = False
    reactions: list[Wire] = field(default_factory=list)

    @property
    def id(self) -> int:
        return int(self.wire["message_id"])

    @property
    def author(self) -> int:
        return int(self.wire["from"]["id"])

    @property
    def thread(self) -> int | None:
        found: int | None = self.wire.get("message_thread_id")
        return found


@dataclass(slots=True)
class Chat:
    """What all chats have. `actions` are the chat actions shown until a moment of the real clock, by thread."""

    id: int
    about: Wire
    messages: dict[int, Message] = field(default_factory=dict)
    last_id: int = 0
    actions: dict[int | None, tuple[str, float]] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)

    def next_id(self) -> int:
        self.last_id += 1
        return self.last_id

    def after(self, message_id: int) -> Iterator[Message]:
        """Messages with a higher number, oldest first."""
        found = (self.messages.get(number) for number in range(message_id + 1, self.last_id + 1))
        return (message for message in found if message is not None)

    def newest(self, most: int) -> Iterator[Message]:
        """Newest first, looking at no more than the last `most` numbers."""
        numbers = range(self.last_id, max(0, self.last_id - most), -1)
        return (self.messages[number] for number in numbers if number in self.messages)


@dataclass(slots=True)
class Client(Chat):
    """The private chat of one client; `keyboard` is the reply keyboard under the composer."""

    person: Person = COUNSELLORS[0]
    started: bool = False
    blocked: bool = False
    keyboard: Wire | None = None


@dataclass(slots=True)
class Desk(Chat):
    """The counsellors' forum; `bot_status` is the bot's ChatMember status, `lacking` its missing rights.

    `staff` are the numbers of the counsellors who are members here.
    """

    threads: dict[int, Thread] = field(default_factory=dict)
    staff: set[int] = field(default_factory=lambda: {person.id for person in COUNSELLORS})
    bot_status: str = "administrator"
    lacking: frozenset[str] = frozenset()

    @property
    def bot_is_there(self) -> bool:
        return self.bot_status in {"administrator", "member"}

    @property
    def bot_is_admin(self) -> bool:
        return self.bot_status == "administrator"

    def bot_may(self, right: str) -> bool:
        return self.bot_is_admin and right not in self.lacking


def client_chat(person: Person) -> Client:
    about: Wire = {"id": person.id, "type": "private", "first_name": person.name}
    about |= {"username": person.username} if person.username else {}
    return Client(id=person.id, about=about, person=person)


def desk_chat(chat_id: int, place: int = 1) -> Desk:
    """Make the desk that is the `place`-th of its world.

    Message 1 of a supergroup tells of its making, so no thread has the number of General.
    """
    title = "Udha \N{MIDDLE DOT} desk" + (f" {place}" if place > 1 else "")
    return Desk(chat_id, {"id": chat_id, "type": "supergroup", "title": title, "is_forum": True}, last_id=1)
