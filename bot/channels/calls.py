"""What we ask of Telegram: the few methods of the Bot API that we use, as values. Text is always Telegram's HTML."""

from dataclasses import dataclass
from typing import TypeAlias

from bot.rendering.message import Message, Venue


@dataclass(frozen=True)
class SendMessage:
    """`reply_to` is the message that it answers, if that is still there; `silent` makes no sound.

    `protected` can be neither passed on nor saved (Bot API, protect_content).
    """

    chat: int
    message: Message
    thread: int | None = None
    reply_to: int | None = None
    silent: bool = False
    protected: bool = False


@dataclass(frozen=True)
class EditMessage:
    chat: int
    message_id: int
    message: Message


@dataclass(frozen=True)
class EditCaption:
    """Other words under media."""

    chat: int
    message_id: int
    html: str


@dataclass(frozen=True)
class SendVenue:
    chat: int
    venue: Venue


@dataclass(frozen=True)
class CopyMessage:
    chat: int
    from_chat: int
    message_id: int
    thread: int | None = None
    reply_to: int | None = None
    quote: str = ""


@dataclass(frozen=True)
class CopyMessages:
    """Several at once, so that an album stays one; `message_ids` go up (Bot API, copyMessages)."""

    chat: int
    from_chat: int
    message_ids: tuple[int, ...]
    thread: int | None = None


@dataclass(frozen=True)
class DeleteMessages:
    """At most 100, younger than 48 hours; those that are gone are passed over (Bot API, deleteMessages)."""

    chat: int
    message_ids: tuple[int, ...]


@dataclass(frozen=True)
class CreateThread:
    chat: int
    name: str


@dataclass(frozen=True)
class CloseThread:
    chat: int
    thread: int


@dataclass(frozen=True)
class ReopenThread:
    chat: int
    thread: int


@dataclass(frozen=True)
class DeleteThread:
    """With everything in it."""

    chat: int
    thread: int


@dataclass(frozen=True)
class AnswerTap:
    """Stops the spinner on a pressed button; `text` (at most 200 characters) only the one who pressed sees."""

    tap_id: str
    text: str = ""


@dataclass(frozen=True)
class React:
    """A sign on a message; `emoji` is one that Telegram has for reactions (Bot API, ReactionTypeEmoji)."""

    chat: int
    message_id: int
    emoji: str


@dataclass(frozen=True)
class AskMember:
    """What somebody is in a group: the status of a ChatMember (Bot API)."""

    chat: int
    user: int


@dataclass(frozen=True)
class SetCommands:
    """The command menu; `language` None is the default for everybody else, `chat` the one group that has its own."""

    commands: tuple[tuple[str, str], ...]
    language: str | None = None
    chat: int | None = None


OfThread: TypeAlias = CreateThread | CloseThread | ReopenThread | DeleteThread
OfWords: TypeAlias = SendMessage | EditMessage | EditCaption | SendVenue
OfMessages: TypeAlias = CopyMessage | CopyMessages | DeleteMessages
OfLittle: TypeAlias = AnswerTap | React | AskMember | SetCommands
Call: TypeAlias = OfThread | OfWords | OfMessages | OfLittle
