"""What we ask of Telegram: the few methods of the Bot API that we use, as values. Text is always Telegram's HTML."""

from dataclasses import dataclass
from typing import TypeAlias

from bot.rendering.message import Message, Venue


@dataclass(frozen=True)
class SendMessage:
    chat: int
    message: Message
    thread: int | None = None


@dataclass(frozen=True)
class EditMessage:
    chat: int
    message_id: int
    message: Message


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


@dataclass(frozen=True)
class CreateThread:
    chat: int
    name: str


@dataclass(frozen=True)
class CloseThread:
    chat: int
    thread: int


@dataclass(frozen=True)
class AnswerTap:
    """Stops the spinner on a pressed button."""

    tap_id: str


@dataclass(frozen=True)
class React:
    """A sign on a message; `emoji` is one that Telegram has for reactions (Bot API, ReactionTypeEmoji)."""

    chat: int
    message_id: int
    emoji: str


@dataclass(frozen=True)
class SetCommands:
    """The command menu; `language` None is the default for everybody else."""

    commands: tuple[tuple[str, str], ...]
    language: str | None = None


Call: TypeAlias = (
    SendMessage | EditMessage | SendVenue | CopyMessage | CreateThread | CloseThread | AnswerTap | React | SetCommands
)
