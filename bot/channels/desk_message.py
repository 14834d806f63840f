"""What a message in a thread of the desk means. In doubt it stays among the counsellors: what is relayed is read."""

from typing import Final

from bot.channels.content import relayed
from bot.channels.slash import slash
from bot.channels.update import Message
from bot.conversation.events import CounsellorClosed, CounsellorReplied, Event

_CLOSE: Final = frozenset({"close", "mbyll"})
_NOTE: Final = "//"


def said(message: Message) -> Event | None:
    """Name the event behind a message of the desk; None for a note, staff talk, a bot or a service message."""
    if not _by_a_person(message):
        return None
    if message.forum_topic_closed:
        return CounsellorClosed()
    command = slash(message.text or "")
    if command:
        return CounsellorClosed() if command.word in _CLOSE else None
    kept = _is_note(message) or _is_staff_talk(message) or not relayed(message)
    return None if kept else CounsellorReplied(message.message_id)


def _by_a_person(message: Message) -> bool:
    # An anonymous administrator writes as the group itself, through an account that says it is a bot.
    if message.sender_chat:
        return message.sender_chat.id == message.chat.id
    return message.from_user is not None and not message.from_user.is_bot


def _is_note(message: Message) -> bool:
    return (message.text or message.caption or "").lstrip().startswith(_NOTE)


def _is_staff_talk(message: Message) -> bool:
    answered = message.reply_to_message
    # To Telegram every message of a thread is a reply to the thread's first one, whose id is the thread's.
    return answered is not None and answered.message_id != message.message_thread_id and _by_a_person(answered)
