"""What happened at the desk: past tense, one class each. `message_ids` are numbers in the desk's group."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from bot.desk.taps import DeskTap

DeskCommand = Literal["queue", "duty", "find", "case", "help", "language", "close", "undo", "unknown"]


@dataclass(frozen=True)
class Said:
    """Somebody wrote or sent something in a thread; several messages are one album.

    `words` is its text or caption and where hidden links lead, looked at and never kept; `personal` whether it holds
    a contact. `reply_to` is the message it answers, `to_colleague` whether a counsellor wrote that one.
    """

    message_ids: tuple[int, ...]
    words: str = ""
    reply_to: int | None = None
    quote: str = ""
    to_colleague: bool = False
    personal: bool = False
    album: str = ""


@dataclass(frozen=True)
class Rewritten:
    """Somebody changed what they wrote; `html` is how it reads now, `caption` whether it stands under media."""

    message_id: int
    words: str
    html: str
    caption: bool = False


@dataclass(frozen=True)
class Commanded:
    """A command with what follows it; `reply_to` is the message it answers."""

    command: DeskCommand
    message_id: int
    rest: str = ""
    reply_to: int | None = None


@dataclass(frozen=True)
class Pressed:
    """`tap` is None for a button that no version of ours has made."""

    tap: DeskTap | None
    tapped: int


@dataclass(frozen=True)
class ThreadClosed:
    """Somebody closed the thread by hand."""


@dataclass(frozen=True)
class ThreadReopened:
    pass


@dataclass(frozen=True)
class TimePassed:
    """Something of this case is due."""


DeskEvent: TypeAlias = Said | Rewritten | Commanded | Pressed | ThreadClosed | ThreadReopened | TimePassed
