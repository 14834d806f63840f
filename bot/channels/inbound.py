"""What an update means to us: who speaks, and the event. It knows the Bot API's names and neither library."""

from dataclasses import dataclass

from bot.channels.client_message import edited, written
from bot.channels.desk_message import said
from bot.channels.protocol import RawUpdate
from bot.channels.update import CallbackQuery, ChatMemberUpdated, Message, Tapped, Update, User
from bot.conversation.events import ButtonPressed, ClientBlocked, ClientReturned, CounsellorClosed, Event
from bot.conversation.taps import Tap, unpacked


@dataclass(frozen=True)
class FromClient:
    """`language_hint` is the language of the client's Telegram; `tap_id` names a press that still waits for us."""

    chat: int
    event: Event
    language_hint: str | None = None
    tap_id: str | None = None


@dataclass(frozen=True)
class FromDesk:
    thread: int
    event: Event
    tap_id: str | None = None


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


def read(update: Update, desk_chat: int | None) -> FromClient | FromDesk | None:
    """Tell who did what; None when it is nothing for us. Private chats are clients, `desk_chat` is the counsellors."""
    if update.message:
        return _message(update.message, desk_chat)
    if update.edited_message:
        return _edit(update.edited_message)
    if update.callback_query:
        return _press(update.callback_query, desk_chat)
    if update.my_chat_member:
        return _membership(update.my_chat_member)
    return None


def _message(message: Message, desk_chat: int | None) -> FromClient | FromDesk | None:
    if message.chat.type == "private":
        return _from_client(message, written(message))
    thread = _thread(message, desk_chat)
    event = said(message) if thread else None
    return FromDesk(thread, event) if thread and event else None


def _edit(message: Message) -> FromClient | None:
    return _from_client(message, edited(message)) if message.chat.type == "private" else None


def _from_client(message: Message, event: Event | None) -> FromClient | None:
    return FromClient(message.chat.id, event, _language(message.from_user)) if event else None


def _press(query: CallbackQuery, desk_chat: int | None) -> FromClient | FromDesk | None:
    tap, tapped, user = unpacked(query.data or ""), query.message, query.from_user
    if tapped is None:  # too old for Telegram to say where; ours stand in private chats, whose id is the user's
        return FromClient(user.id, ButtonPressed(tap, 0), _language(user), query.id)
    if tapped.chat.type == "private":
        return FromClient(tapped.chat.id, ButtonPressed(tap, tapped.message_id), _language(user), query.id)
    thread = _thread(tapped, desk_chat)
    return FromDesk(thread, CounsellorClosed(), query.id) if thread and tap == Tap("close") else None


def _membership(change: ChatMemberUpdated) -> FromClient | None:
    events: dict[str, Event] = {"kicked": ClientBlocked(), "member": ClientReturned()}
    event = events.get(change.new_chat_member.status)
    if event is None or change.chat.type != "private":
        return None
    return FromClient(change.chat.id, event, _language(change.from_user))


def _thread(message: Tapped, desk_chat: int | None) -> int | None:
    """Tell the thread of the desk; None for a message anywhere else, and where Telegram no longer says."""
    if message.chat.id != desk_chat or not getattr(message, "is_topic_message", None):
        return None
    return getattr(message, "message_thread_id", None)


def _language(user: User | None) -> str | None:
    """Take the first part of an IETF tag, as in "pt-br"."""
    code = user.language_code if user else None
    return code.split("-")[0].lower() if code else None
