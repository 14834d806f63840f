"""What happened: past tense, one class each. `message_id` is the client's message, `tapped` the one with the button."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from bot.conversation.taps import Tap

Command = Literal[
    "menu", "language", "services", "guides", "help", "counsellor", "privacy", "delete", "exit", "unknown"
]
Medium = Literal[
    "photo",
    "video",
    "voice",
    "audio",
    "document",
    "sticker",
    "contact",
    "poll",
    "animation",
    "video_note",
    "dice",
    "other",
]


@dataclass(frozen=True)
class Started:
    """/start, by hand or through a link; `code` is what the link carried."""

    code: str = ""


@dataclass(frozen=True)
class CommandGiven:
    command: Command


@dataclass(frozen=True)
class TextWritten:
    """`reply_to` is the message that it answers, `quote` the passage of it that it quotes."""

    text: str
    message_id: int
    reply_to: int | None = None
    quote: str = ""


@dataclass(frozen=True)
class ButtonPressed:
    """`tap` is None for a button that no version of ours has made."""

    tap: Tap | None
    tapped: int


@dataclass(frozen=True)
class LocationShared:
    """WGS 84 degrees; used for one answer and never kept."""

    lat: float
    lon: float
    message_id: int


@dataclass(frozen=True)
class MediaSent:
    """Several messages are one album; `medium` is the most telling of what they hold."""

    medium: Medium
    message_ids: tuple[int, ...]
    reply_to: int | None = None
    quote: str = ""


@dataclass(frozen=True)
class MessageEdited:
    """`text` and `html` are how it reads now, without and with its markup; `caption` whether it stands under media."""

    message_id: int
    text: str = ""
    html: str = ""
    caption: bool = False


@dataclass(frozen=True)
class ClientBlocked:
    """The client stopped the bot, or Telegram says that the chat is gone."""


@dataclass(frozen=True)
class ClientReturned:
    """The client unblocked the bot."""


@dataclass(frozen=True)
class ReminderDue:
    """The day has come on which the client wanted to be reminded of a list."""

    guide: str


@dataclass(frozen=True)
class TurnFailed:
    """An update was set aside after failing again and again; the client must not be met with silence."""


Answered: TypeAlias = (
    Started | CommandGiven | TextWritten | ButtonPressed | LocationShared | MediaSent | MessageEdited | TurnFailed
)
"""What a client must not be met with silence for."""

Event: TypeAlias = Answered | ClientBlocked | ClientReturned | ReminderDue
