"""What a client's message means."""

import re
from typing import Final

from bot.channels.content import is_service, medium_of
from bot.channels.slash import Slash, slash
from bot.channels.update import Location, Message
from bot.channels.words import html_of, words_of
from bot.conversation.events import (
    Command,
    CommandGiven,
    Event,
    LocationShared,
    MediaSent,
    MessageEdited,
    Started,
    TextWritten,
)

_COMMANDS: Final[dict[str, Command]] = {
    "menu": "menu",
    "gjuha": "language",
    "language": "language",
    "sherbime": "services",
    "services": "services",
    "hapat": "guides",
    "guides": "guides",
    "ndihme": "help",
    "help": "help",
    "keshilltar": "counsellor",
    "counsellor": "counsellor",
    "privatesia": "privacy",
    "privacy": "privacy",
    "fshi": "delete",
    "delete": "delete",
    "dil": "exit",
    "exit": "exit",
}

_WORD: Final = re.compile(r"\w")
_CODE: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")
"""What a link can carry (Bot API, deep linking); anything else was typed by a person and is no code."""


def written(message: Message) -> Event | None:
    """Name the event behind a new message; None for a service message."""
    if message.text is not None:
        return _text(message.text, message)
    point = _point(message)
    if point:
        return LocationShared(point.latitude, point.longitude, message.message_id)
    if is_service(message):
        return None
    return MediaSent(medium_of(message) or "other", (message.message_id,), _answered(message), _quoted(message))


def edited(message: Message) -> Event | None:
    """Name the event behind an edit; None for a live location that moves, which Telegram sends as one."""
    if message.location:
        return None
    return MessageEdited(message.message_id, words_of(message), html_of(message), caption=message.text is None)


def _text(text: str, message: Message) -> Event:
    command = slash(text)
    # Words after a command are a message, and danger must be seen in them too: "/ndihme burri me rreh".
    said = _command(command) if command else None
    return said or TextWritten(text, message.message_id, _answered(message), _quoted(message))


def _answered(message: Message) -> int | None:
    return message.reply_to_message.message_id if message.reply_to_message else None


def _quoted(message: Message) -> str:
    return message.quote.text if message.quote else ""


def _command(command: Slash) -> Event | None:
    if command.word == "start" and len(command.rest.split()) <= 1:
        return Started(command.rest if _CODE.fullmatch(command.rest) else "")
    if _WORD.search(command.rest):
        return None
    return CommandGiven(_COMMANDS.get(command.word, "unknown"))


def _point(message: Message) -> Location | None:
    # A venue carries a location of its own beside it; the venue's is the one meant.
    return message.venue.location if message.venue else message.location
