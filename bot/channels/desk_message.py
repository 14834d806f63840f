"""What a message in a group of counsellors means. In doubt it stays among them: what is relayed is read."""

from typing import Final

from bot.channels.content import relayed
from bot.channels.slash import slash
from bot.channels.update import Message
from bot.channels.words import html_of, words_and_links, words_of
from bot.desk.events import Commanded, DeskCommand, DeskEvent, Rewritten, Said, ThreadClosed, ThreadReopened
from bot.desk.relaying import NOTE
from bot.desk_service import Person

COMMANDS: Final[dict[str, DeskCommand]] = {
    "queue": "queue",
    "radha": "queue",
    "duty": "duty",
    "dezhur": "duty",
    "find": "find",
    "gjej": "find",
    "case": "case",
    "rasti": "case",
    "help": "help",
    "ndihme": "help",
    "start": "help",
    "language": "language",
    "gjuha": "language",
    "close": "close",
    "mbyll": "close",
    "undo": "undo",
    "kthe": "undo",
}


CONSOLE: Final = frozenset({"console", "konsola"})
"""What an administrator of the desk writes for a way into the console; it is no case's concern."""


def console_words(message: Message) -> str | None:
    """What follows that command; None for any other message."""
    command = slash(message.text or "")
    if command is None or command.word not in CONSOLE or not _by_a_person(message):
        return None
    return command.rest


def said(message: Message, *, in_thread: bool) -> DeskEvent | None:
    """Name the event behind a message of the desk; None for what is of no case, a bot's, or a service message."""
    if not _by_a_person(message):
        return None
    if in_thread and (message.forum_topic_closed or message.forum_topic_reopened):
        return ThreadClosed() if message.forum_topic_closed else ThreadReopened()
    command = slash(message.text or "")
    if command:
        named = COMMANDS.get(command.word, "unknown")
        return Commanded(named, message.message_id, command.rest.strip(), _answered(message))
    return _words(message) if in_thread and relayed(message) else None


def rewritten(message: Message) -> DeskEvent | None:
    """Name the event behind an edit; None where there are no words to carry over."""
    if not _by_a_person(message) or not words_of(message):
        return None
    return Rewritten(message.message_id, words_and_links(message), html_of(message), caption=not message.text)


def by(message: Message) -> Person | None:
    """Who did it; an anonymous administrator writes as the group itself, and nobody knows who that is."""
    user = message.from_user
    return None if message.sender_chat or user is None or user.is_bot else Person(user.id, user.first_name)


def _words(message: Message) -> Said:
    quote = message.quote.text if message.quote else ""
    return Said(
        (message.message_id,),
        words_and_links(message),
        _answered(message),
        quote,
        to_colleague=_is_staff_talk(message),
        personal=bool(message.contact),
        album=message.media_group_id or "",
    )


def _by_a_person(message: Message) -> bool:
    # An anonymous administrator writes as the group itself, through an account that says it is a bot.
    if message.sender_chat:
        return message.sender_chat.id == message.chat.id
    return message.from_user is not None and not message.from_user.is_bot


def _answered(message: Message) -> int | None:
    """To Telegram every message of a thread is a reply to the thread's first one, whose id is the thread's."""
    answered = message.reply_to_message
    return answered.message_id if answered and answered.message_id != message.message_thread_id else None


def _is_staff_talk(message: Message) -> bool:
    """An answer to a colleague, or to a note of one's own."""
    answered = message.reply_to_message
    if answered is None or _answered(message) is None or not _by_a_person(answered):
        return False
    same = by(answered) is not None and by(answered) == by(message)
    return not same or words_of(answered).lstrip().startswith(NOTE)
