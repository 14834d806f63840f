"""From what went wrong, as Telegram or a library says it, to our errors. One table, for both channels."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http import HTTPStatus
from typing import Final

from aiohttp import ClientError

from bot.channels.errors import (
    ChatMoved,
    Conflict,
    MessageGone,
    NothingToDo,
    NotInGroup,
    Refused,
    ThreadMissing,
    ThreadShut,
    Throttled,
    TokenRefused,
    Trouble,
    Unreachable,
)
from bot.errors import ChannelError

_PATIENCE: Final = 1
"""Seconds to wait after a 429 that does not say how long."""

_BY_CODE: Final[dict[int, type[ChannelError]]] = {401: TokenRefused, 403: Unreachable, 409: Conflict}

_BY_WORDS: Final[tuple[tuple[str, type[ChannelError]], ...]] = (
    ("message thread not found", ThreadMissing),
    ("topic_deleted", ThreadMissing),
    ("topic_id_invalid", ThreadMissing),
    ("topic_closed", ThreadShut),
    ("topic_not_modified", NothingToDo),
    ("query is too old", NothingToDo),
    ("message is not modified", NothingToDo),
    ("message to edit not found", MessageGone),
    ("message can't be edited", MessageGone),
    ("there is no caption in the message to edit", MessageGone),
    ("there is no text in the message to edit", MessageGone),  # a place on the map, with the menu under it
    ("message to copy not found", MessageGone),
    ("message can't be copied", MessageGone),
    ("message_id_invalid", MessageGone),
    ("chat not found", Unreachable),
    ("user is deactivated", Unreachable),
    ("peer_id_invalid", Unreachable),
)
"""Telegram's own words, lower-cased (telegram-bot-api, Client.cpp); its codes say only 400 for all of these."""

_OF_A_GROUP: Final = ("bot was kicked from", "bot is not a member")
"""What Telegram says of a group, never of a person's own chat."""
_GARBLED: Final = (ClientError, OSError, json.JSONDecodeError, UnicodeDecodeError)
_UNREADABLE: Final = (ValueError, TypeError, LookupError, AttributeError)
"""What both libraries raise on good JSON of a shape they do not know. It was done all the same, so a call that ends so
must not be made again."""


def refusal(code: int, body: str | bytes) -> ChannelError:
    """Name the error behind an answer with a 4xx or 5xx. A proxy may have written it, so the body may be anything."""
    answer = _mapping(_read(body))
    parameters = _mapping(answer.get("parameters"))
    return named(
        code,
        str(answer.get("description") or ""),
        retry_after=_whole(parameters.get("retry_after")),
        migrate_to_chat_id=_whole(parameters.get("migrate_to_chat_id")),
    )


def named(
    code: int, description: str, *, retry_after: float | None = None, migrate_to_chat_id: int | None = None
) -> ChannelError:
    """Name the error behind a code and Telegram's words for it (Bot API, Making requests)."""
    if migrate_to_chat_id is not None:
        return ChatMoved(migrate_to_chat_id)
    if code == HTTPStatus.TOO_MANY_REQUESTS:
        return Throttled(retry_after or _PATIENCE)
    if code >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return Trouble(f"Telegram is in trouble ({code}).")
    return _kind(code, description.lower())(f"Telegram refused ({code}): {description or 'without a word'}")


@contextmanager
def only_channel_errors() -> Iterator[None]:
    """Whatever a library raises inside leaves as a ChannelError."""
    try:
        yield
    except ChannelError:
        raise
    except Exception as error:  # noqa: BLE001  # neither library lists what it raises on an odd answer
        raise from_library(error) from None


def expect_thread(asked: int | None, answered: int | None) -> None:
    """Raise ThreadMissing when a message landed elsewhere: Telegram says ok to that (telegram-bot-api, issue 854)."""
    if asked is not None and answered != asked:
        raise ThreadMissing("The message did not reach its thread.")


def from_library(error: Exception) -> ChannelError:
    """Name the error behind a library's exception. Its text is dropped: it may hold the token or a client's words."""
    cause = error.__cause__ or error  # both libraries wrap what went wrong below them
    if isinstance(cause, ChannelError):
        return cause
    what = type(cause).__name__
    if isinstance(cause, _UNREADABLE) and not isinstance(cause, _GARBLED):
        return Refused(f"The library cannot read what Telegram sent ({what}); asking again would not help.")
    # Below a timeout that nobody wrapped lies the cancelling that brought it about.
    in_time = not any(isinstance(each, TimeoutError) for each in (error, cause))
    return Trouble(f"Telegram could not be reached or understood ({what}).", "lost" if in_time else "timeout")


def _kind(code: int, words: str) -> type[ChannelError]:
    if code == HTTPStatus.NOT_FOUND:
        return Refused if "method" in words else TokenRefused
    if any(part in words for part in _OF_A_GROUP):
        return NotInGroup
    by_words = (kind for part, kind in _BY_WORDS if part in words)
    return _BY_CODE.get(code) or next(by_words, Refused)


def _read(body: str | bytes) -> object:
    try:
        return json.loads(body)
    except ValueError:
        return None


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) else None
