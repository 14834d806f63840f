"""Our calls as the Bot API has them: a method and its parameters. One place for both libraries.

The libraries' own methods make an object of every button and of every answer, which we do not look at: together about a
third of what a message costs (benchmarks/README.md).
"""

from typing import Any, Final, assert_never

from bot.channels.calls import (
    AnswerTap,
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
    OfLittle,
    OfMessages,
    OfThread,
    OfWords,
    React,
    ReopenThread,
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
        case SendMessage() | EditMessage() | EditCaption() | SendVenue():
            return _words(call)
        case CopyMessage() | CopyMessages() | DeleteMessages():
            return _known(call)
        case CreateThread() | CloseThread() | ReopenThread() | DeleteThread():
            return _thread(call)
        case _:
            return _small(call)


def _words(call: OfWords) -> tuple[str, Parameters]:
    match call:
        case SendMessage(chat, message, thread, reply_to, silent, protected):
            where = {"chat_id": chat, "message_thread_id": thread, "disable_notification": silent or None}
            kept = {"reply_parameters": _reply(reply_to), "protect_content": protected or None}
            return "sendMessage", {**where, **kept, **_text(message)}
        case EditMessage(chat, message_id, message):
            return "editMessageText", {"chat_id": chat, "message_id": message_id, **_text(message)}
        case EditCaption(chat, message_id, html):
            which = {"chat_id": chat, "message_id": message_id}
            return "editMessageCaption", {**which, "caption": html, "parse_mode": "HTML"}
        case SendVenue():
            return "sendVenue", _venue(call)
        case _:
            assert_never(call)


def _known(call: OfMessages) -> tuple[str, Parameters]:
    """What is done with messages that stand somewhere already."""
    match call:
        case CopyMessage(chat, from_chat, message_id, thread, reply_to, quote):
            copied = {"from_chat_id": from_chat, "message_id": message_id, "message_thread_id": thread}
            return "copyMessage", {"chat_id": chat, **copied, "reply_parameters": _reply(reply_to, quote)}
        case CopyMessages(chat, from_chat, message_ids, thread):
            album = {"from_chat_id": from_chat, "message_ids": list(message_ids), "message_thread_id": thread}
            return "copyMessages", {"chat_id": chat, **album}
        case DeleteMessages(chat, message_ids):
            return "deleteMessages", {"chat_id": chat, "message_ids": list(message_ids)}
        case _:
            assert_never(call)


def _thread(call: OfThread) -> tuple[str, Parameters]:
    match call:
        case CreateThread(chat, name):
            return "createForumTopic", {"chat_id": chat, "name": name}
        case CloseThread(chat, thread):
            return "closeForumTopic", {"chat_id": chat, "message_thread_id": thread}
        case ReopenThread(chat, thread):
            return "reopenForumTopic", {"chat_id": chat, "message_thread_id": thread}
        case DeleteThread(chat, thread):
            return "deleteForumTopic", {"chat_id": chat, "message_thread_id": thread}
        case _:
            assert_never(call)


def _small(call: OfLittle) -> tuple[str, Parameters]:
    match call:
        case AnswerTap(tap_id, text):
            return "answerCallbackQuery", {"callback_query_id": tap_id, "text": text or None}
        case React(chat, message_id, emoji):
            sign = [{"type": "emoji", "emoji": emoji}]
            return "setMessageReaction", {"chat_id": chat, "message_id": message_id, "reaction": sign}
        case AskMember(chat, user):
            return "getChatMember", {"chat_id": chat, "user_id": user}
        case SetCommands(commands, language, chat):
            listed = [{"command": command, "description": description} for command, description in commands]
            scope = {"type": "chat", "chat_id": chat} if chat is not None else None
            return "setMyCommands", {"commands": listed, "language_code": language, "scope": scope}
        case _:
            assert_never(call)


def _reply(to: int | None, quote: str = "") -> Parameters | None:
    """A reply to what is gone meanwhile is sent all the same, as no reply."""
    if to is None:
        return None
    quoted = {"quote": quote} if quote else {}
    return {"message_id": to, "allow_sending_without_reply": True, **quoted}


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


def numbers(answer: Any) -> tuple[int, ...]:
    """The ids of an album's copies, in order. Raises Refused when Telegram does not say."""
    match answer:
        case [*copies] if all(isinstance(copy, dict) and isinstance(copy.get("message_id"), int) for copy in copies):
            return tuple(copy["message_id"] for copy in copies)
    raise Refused("Telegram's answer does not say which messages it copied.")


def status(answer: Any) -> str:
    """What somebody is in a group (Bot API, ChatMember). Raises Refused when Telegram does not say."""
    match answer:
        case {"status": str(found)}:
            return found
    raise Refused("Telegram's answer does not say what this person is in the group.")


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
