"""Messages come into a chat, are edited there and go."""

import time
from dataclasses import dataclass, field

from bot.sandbox.chats import Chat, Client, Desk, Message
from bot.sandbox.people import BOT_ID
from bot.sandbox.wire import Wire
from bot.sandbox.world import World

ACTION_SECONDS = 5.0
_NOT_NESTED = frozenset({"reply_to_message"})


@dataclass(frozen=True, slots=True)
class Draft:
    """What someone is about to send: `content` are the fields of a Message that say what it holds."""

    author: Wire
    content: Wire
    thread: int | None = None
    reply_to: int | None = None
    extra: Wire = field(default_factory=dict)
    silent: bool = False


def post(world: World, chat: Chat, draft: Draft) -> Message:
    """Put a message into a chat. In a thread, Telegram shows it as a reply to the message that opened the thread."""
    head: Wire = {"message_id": chat.next_id(), "from": draft.author, "chat": chat.about, "date": int(world.now())}
    wire = head | _place(chat, draft) | draft.content | draft.extra
    message = Message(wire, world.next_version(), draft.silent)
    chat.messages[message.id] = message
    chat.actions.pop(draft.thread, None)
    world.tell("message", chat=chat.id, thread=draft.thread)
    return message


def revise(world: World, chat: Chat, message: Message, wire: Wire) -> None:
    """Give a message new content; the old wire stays as it is, for updates that still wait."""
    message.wire = wire | {"edit_date": int(world.now())}
    touch(world, chat, message)


def touch(world: World, chat: Chat, message: Message) -> None:
    message.version = world.next_version()
    world.tell("message", chat=chat.id, thread=message.thread)


def remove(world: World, chat: Chat, message: Message) -> None:
    del chat.messages[message.id]
    world.next_version()
    world.tell("removed", chat=chat.id, thread=message.thread, message=message.id)


def arrive(world: World, chat: Chat, message: Message, kind: str = "message") -> None:
    """Tell the bot of a message, if it may see it."""
    if sees(chat, message):
        world.updates.put(kind, message.wire)


def sees(chat: Chat, message: Message) -> bool:
    """Tell whether the bot gets this: as administrator all, as plain member only commands and replies to itself."""
    if not isinstance(chat, Desk) or chat.bot_is_admin:
        return True
    if chat.bot_status != "member":
        return False
    answered = message.wire.get("reply_to_message", {}).get("from", {}).get("id")
    return answered == BOT_ID or str(message.wire.get("text", "")).startswith("/")


def act(world: World, chat: Chat, thread: int | None, action: str) -> None:
    """Show that the bot is typing. On the real clock: it is for the eyes of who looks at the page."""
    chat.actions[thread] = (action, time.time() + ACTION_SECONDS)
    world.tell("action", chat=chat.id, thread=thread, action=action)


def use_keyboard(chat: Chat, markup: Wire | None) -> None:
    """Reply keyboards stay under the client's composer until another takes their place."""
    if not isinstance(chat, Client) or markup is None:
        return
    if "keyboard" in markup:
        chat.keyboard = markup
    elif "remove_keyboard" in markup:
        chat.keyboard = None


def _place(chat: Chat, draft: Draft) -> Wire:
    found: Wire = {}
    if isinstance(chat, Desk) and draft.thread is not None:
        found = {"message_thread_id": draft.thread, "is_topic_message": True}
    answered = chat.messages.get(draft.reply_to or draft.thread or 0)
    if answered is None or answered.id == chat.last_id:
        return found
    nested = {name: value for name, value in answered.wire.items() if name not in _NOT_NESTED}
    return found | {"reply_to_message": nested}
