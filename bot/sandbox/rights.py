"""What the bot may do where: the chat it names, the thread it names, or Telegram's refusal."""

from bot.sandbox.chats import Chat, Client, Desk, Message
from bot.sandbox.people import BOT_ID
from bot.sandbox.refusals import Refusal, bad_request, forbidden, moved
from bot.sandbox.threads import GENERAL, Thread
from bot.sandbox.wire import Wire
from bot.sandbox.world import World

_GONE = {
    "kicked": "bot was kicked from the supergroup chat",
    "left": "bot is not a member of the supergroup chat",
}


def known_chat(world: World, chat_id: int | str) -> Chat:
    """Find a chat that the bot may see."""
    if isinstance(chat_id, str):
        raise bad_request("chat not found")
    if chat_id in world.moved:
        raise moved(world.moved[chat_id])
    found = world.desk_at(chat_id)
    if found is not None:
        return _desk_seen(found)
    client = world.clients.get(chat_id)
    if client is None or not client.started:
        raise bad_request("chat not found")
    return client


def writable_chat(world: World, chat_id: int | str) -> Chat:
    chat = known_chat(world, chat_id)
    if isinstance(chat, Client) and chat.blocked:
        raise forbidden("bot was blocked by the user")
    return chat


def forum(world: World, chat_id: int | str) -> Desk:
    """Find a desk; the private chats have no threads here."""
    chat = known_chat(world, chat_id)
    if not isinstance(chat, Desk):
        raise bad_request("the chat is not a forum")
    return chat


def managed_thread(world: World, params: Wire) -> tuple[Desk, Thread]:
    """Find the thread a call names and its desk, if the bot is administrator and has the right or opened the thread."""
    desk = forum(world, params["chat_id"])
    thread = desk.threads.get(params["message_thread_id"])
    own = desk.bot_is_admin and thread is not None and thread.opened_by == BOT_ID
    if not own and not desk.bot_may("can_manage_topics"):
        raise bad_request("not enough rights to manage topics")
    return desk, known_thread(desk, params["message_thread_id"])


def known_thread(chat: Chat, thread_id: int) -> Thread:
    """Find a thread that is still there; General must not be named (1 is refused, as by Telegram)."""
    threads = chat.threads if isinstance(chat, Desk) else {}
    if thread_id == GENERAL or thread_id not in threads:
        raise bad_request("message thread not found")
    return threads[thread_id]


def writable_thread(chat: Chat, params: Wire) -> int | None:
    """Find the thread a call names, if any; a closed one takes messages only from an administrator."""
    thread_id: int | None = params.get("message_thread_id")
    if thread_id is None:
        return None
    thread = known_thread(chat, thread_id)
    if thread.closed and isinstance(chat, Desk) and not chat.bot_may("can_manage_topics"):
        raise bad_request("TOPIC_CLOSED")
    return thread_id


def known_message(chat: Chat, message_id: int, refusal: str) -> Message:
    found = chat.messages.get(message_id)
    if found is None:
        raise bad_request(refusal)
    return found


def _desk_seen(found: Desk) -> Desk:
    if found.bot_status in _GONE:
        raise _gone(found.bot_status)
    return found


def _gone(status: str) -> Refusal:
    return forbidden(_GONE[status])
