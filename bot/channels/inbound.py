"""What an update means to us: who speaks, and the event. It knows the Bot API's names and neither library."""

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from bot.channels.client_message import edited, written
from bot.channels.desk_message import by, console_words, rewritten, said
from bot.channels.protocol import RawUpdate
from bot.channels.update import CallbackQuery, ChatMemberUpdated, Message, Tapped, Update, User
from bot.conversation.events import ButtonPressed, ClientBlocked, ClientReturned, Event, MediaSent
from bot.conversation.handover import PERSONAL
from bot.conversation.taps import unpacked
from bot.desk import taps
from bot.desk.events import DeskEvent, Pressed, Said
from bot.desk.relaying import NOTE
from bot.desk_service import Person, Where


@dataclass(frozen=True)
class FromClient:
    """`language_hint` is the language of the client's Telegram; `tap_id` names a press that still waits for us.

    `messages` are those that the update brought into the chat.
    """

    chat: int
    event: Event
    language_hint: str | None = None
    tap_id: str | None = None
    messages: tuple[int, ...] = ()


@dataclass(frozen=True)
class FromDesk:
    """`by` is None for an anonymous administrator."""

    where: Where
    event: DeskEvent
    by: Person | None = None
    tap_id: str | None = None


@dataclass(frozen=True)
class ForConsole:
    """Somebody at a desk asks for the console; `rest` is what follows the command. `by` is as above."""

    where: Where
    message_id: int
    rest: str = ""
    by: Person | None = None


@dataclass(frozen=True)
class OfGroup:
    """Something that happened to a group of counsellors: it got another number, or the bot another standing in it."""

    group: int
    moved_to: int | None = None
    status: str = ""


Spoke: TypeAlias = FromClient | FromDesk | ForConsole | OfGroup
"""Who did what. There is nothing for us in an update that means none of these."""


def lane_of(raw: RawUpdate) -> tuple[int, int]:
    """(chat, thread); thread 0 is none, chat 0 an update of no chat. Order is kept within a lane."""
    tap = raw.get("callback_query") or {}
    holder = raw.get("message") or raw.get("edited_message") or tap.get("message") or raw.get("my_chat_member") or {}
    chat = holder.get("chat") or tap.get("from") or {}
    number = chat.get("id", 0)
    # Only the desk has threads of its own; a person's chat is one lane, whatever folders they keep it in.
    return number, 0 if number > 0 else holder.get("message_thread_id", 0)


def chat_of(raw: RawUpdate) -> int:
    """Tell the chat before an update is decoded; 0 for none."""
    return lane_of(raw)[0]


def album_of(raw: RawUpdate) -> str:
    """The album that a new message is a part of; nothing for any other update."""
    return str((raw.get("message") or {}).get("media_group_id") or "")


def read(update: Update, groups: Container[int]) -> Spoke | None:
    """Tell who did what; None when it is nothing for us. Private chats are clients, `groups` are the counsellors'."""
    if update.message:
        return _message(update.message, groups)
    if update.edited_message:
        return _edit(update.edited_message, groups)
    if update.callback_query:
        return _press(update.callback_query, groups)
    if update.my_chat_member:
        return _membership(update.my_chat_member, groups)
    return None


def together(parts: Sequence[Spoke | None]) -> Spoke | None:
    """The parts of one album as one event, in order."""
    first, events = parts[0], [part.event for part in parts if isinstance(part, FromClient | FromDesk)]
    media = [event for event in events if isinstance(event, MediaSent)]
    if isinstance(first, FromClient) and isinstance(first.event, MediaSent):
        return replace(first, event=_album(media), messages=_album(media).message_ids)
    said = [event for event in events if isinstance(event, Said)]
    if isinstance(first, FromDesk) and isinstance(first.event, Said):
        return replace(first, event=_said(said))
    return first


def _album(parts: Sequence[MediaSent]) -> MediaSent:
    """What may show a face decides for the whole album."""
    ids = tuple(sorted(number for part in parts for number in part.message_ids))
    telling = next((part.medium for part in parts if part.medium in PERSONAL), parts[0].medium)
    return replace(parts[0], medium=telling, message_ids=ids)


def _said(parts: Sequence[Said]) -> Said:
    """A note is a note whichever of them has the caption."""
    ids = tuple(sorted(number for part in parts for number in part.message_ids))
    words = sorted((part.words for part in parts if part.words), key=lambda each: not each.lstrip().startswith(NOTE))
    to_colleague = any(part.to_colleague for part in parts)
    return replace(parts[0], message_ids=ids, words="\n".join(words), to_colleague=to_colleague)


def _message(message: Message, groups: Container[int]) -> Spoke | None:
    if message.chat.type == "private":
        return _from_client(message, written(message))
    if message.chat.id not in groups:
        return None
    if message.migrate_to_chat_id:
        return OfGroup(message.chat.id, message.migrate_to_chat_id)
    where = Where(message.chat.id, _thread(message))
    asked = console_words(message)
    if asked is not None:
        return ForConsole(where, message.message_id, asked, by(message))
    event = said(message, in_thread=where.thread is not None)
    return FromDesk(where, event, by(message)) if event else None


def _edit(message: Message, groups: Container[int]) -> FromClient | FromDesk | None:
    if message.chat.type == "private":
        return _from_client(message, edited(message))
    thread = _thread(message) if message.chat.id in groups else None
    event = rewritten(message) if thread else None
    return FromDesk(Where(message.chat.id, thread), event, by(message)) if event else None


def _from_client(message: Message, event: Event | None) -> FromClient | None:
    if event is None:
        return None
    return FromClient(message.chat.id, event, _language(message.from_user), messages=(message.message_id,))


def _press(query: CallbackQuery, groups: Container[int]) -> FromClient | FromDesk | None:
    tapped, user, data = query.message, query.from_user, query.data or ""
    if tapped is None:  # too old for Telegram to say where; ours stand in private chats, whose id is the user's
        return FromClient(user.id, ButtonPressed(unpacked(data), 0), _language(user), query.id)
    if tapped.chat.type == "private":
        pressed = ButtonPressed(unpacked(data), tapped.message_id)
        return FromClient(tapped.chat.id, pressed, _language(user), query.id)
    if tapped.chat.id not in groups:
        return None
    where = Where(tapped.chat.id, _thread(tapped))
    return FromDesk(where, Pressed(taps.unpacked(data), tapped.message_id), _person(user), query.id)


def _person(user: User) -> Person | None:
    return None if user.is_bot else Person(user.id, user.first_name)


def _membership(change: ChatMemberUpdated, groups: Container[int]) -> FromClient | OfGroup | None:
    status = change.new_chat_member.status
    if change.chat.id in groups:
        return OfGroup(change.chat.id, status=status)
    events: dict[str, Event] = {"kicked": ClientBlocked(), "member": ClientReturned()}
    event = events.get(status)
    if event is None or change.chat.type != "private":
        return None
    return FromClient(change.chat.id, event, _language(change.from_user))


def _thread(message: Tapped) -> int | None:
    """Tell the thread; None for General, and where Telegram no longer says."""
    if not getattr(message, "is_topic_message", None):
        return None
    return getattr(message, "message_thread_id", None)


def _language(user: User | None) -> str | None:
    """Take the first part of an IETF tag, as in "pt-br"."""
    code = user.language_code if user else None
    return code.split("-")[0].lower() if code else None
