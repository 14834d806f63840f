"""Our calls as the Bot API has them: a method and its parameters. One place for both libraries.

The libraries' own methods make an object of every button and of every answer, which we do not look at: together about a
third of what a message costs (benchmarks/README.md).
"""

from typing import Any, Final

from bot.channels.calls import (
    AnswerTap,
    Call,
    CloseThread,
    CopyMessage,
    CreateThread,
    EditMessage,
    React,
    SendMessage,
    SendVenue,
    SetCommands,
)
from bot.channels.errors import Refused
from bot.channels.refusals import expect_thread
from bot.rendering.message import Message, Rows

Parameters = dict[str, Any]

NO_PREVIEW: Final = {"is_disabled": True}


def asked(call: Call) -> tuple[str, Parameters]:
    """The method's name and its parameters; what is None is left out."""
    method, parameters = _asked(call)
    return method, {name: value for name, value in parameters.items() if value is not None}


def _asked(call: Call) -> tuple[str, Parameters]:
    match call:
        case SendMessage(chat, message, thread):
            return "sendMessage", {"chat_id": chat, "message_thread_id": thread, **_text(message)}
        case EditMessage(chat, message_id, message):
            return "editMessageText", {"chat_id": chat, "message_id": message_id, **_text(message)}
        case CopyMessage(chat, from_chat, message_id, thread):
            copied = {"from_chat_id": from_chat, "message_id": message_id, "message_thread_id": thread}
            return "copyMessage", {"chat_id": chat, **copied}
        case SendVenue():
            return "sendVenue", _venue(call)
        case _:
            return _small(call)


def _small(call: CreateThread | CloseThread | AnswerTap | React | SetCommands) -> tuple[str, Parameters]:
    match call:
        case CreateThread(chat, name):
            return "createForumTopic", {"chat_id": chat, "name": name}
        case CloseThread(chat, thread):
            return "closeForumTopic", {"chat_id": chat, "message_thread_id": thread}
        case AnswerTap(tap_id):
            return "answerCallbackQuery", {"callback_query_id": tap_id}
        case React(chat, message_id, emoji):
            sign = [{"type": "emoji", "emoji": emoji}]
            return "setMessageReaction", {"chat_id": chat, "message_id": message_id, "reaction": sign}
        case SetCommands(commands, language):  # pragma: no branch  # mypy proves that none is left
            listed = [{"command": command, "description": description} for command, description in commands]
            return "setMyCommands", {"commands": listed, "language_code": language}


def number(call: Call, answer: Any) -> int | None:
    """The id of the message or thread that came of it, if any.

    Raises ThreadMissing when it landed elsewhere, and Refused when Telegram does not say.
    """
    match call, answer:
        case SendMessage(), {"message_id": int(message_id)}:
            expect_thread(call.thread, answer.get("message_thread_id"))
            return message_id
        case CopyMessage() | SendVenue(), {"message_id": int(message_id)}:
            return message_id
        case CreateThread(), {"message_thread_id": int(thread)}:
            return thread
        case ((SendMessage() | CopyMessage() | SendVenue() | CreateThread()), _):
            raise Refused("Telegram's answer does not say which message or thread it was.")
    return None


def _text(message: Message) -> Parameters:
    return {
        "text": message.html,
        "parse_mode": "HTML",
        "link_preview_options": NO_PREVIEW,
        "reply_markup": _keyboard(message.rows),
    }


def _venue(call: SendVenue) -> Parameters:
    venue = call.venue
    where = {"latitude": venue.lat, "longitude": venue.lon, "title": venue.title, "address": venue.address}
    return {"chat_id": call.chat, **where, "reply_markup": _keyboard(venue.rows)}


def _keyboard(rows: Rows) -> Parameters | None:
    if not rows:
        return None
    return {
        "inline_keyboard": [
            [
                {"text": button.label, "url": button.url}
                if button.url
                else {"text": button.label, "callback_data": button.data}
                for button in row
            ]
            for row in rows
        ]
    }
