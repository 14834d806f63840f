"""deleteMessage, deleteMessages: only what is younger than two days."""

from bot.sandbox.chats import Chat, Desk, Message
from bot.sandbox.people import BOT_ID
from bot.sandbox.posting import remove
from bot.sandbox.refusals import bad_request
from bot.sandbox.rights import known_chat, known_message
from bot.sandbox.wire import Wire
from bot.sandbox.world import World

_TWO_DAYS = 48 * 3600
_MOST_AT_ONCE = 100


def delete_message(world: World, params: Wire) -> bool:
    chat = known_chat(world, params["chat_id"])
    message = known_message(chat, params["message_id"], "message to delete not found")
    _check(world, chat, message)
    remove(world, chat, message)
    return True


def delete_messages(world: World, params: Wire) -> bool:
    """Those that are gone already are passed over."""
    ids = params["message_ids"]
    if not 1 <= len(ids) <= _MOST_AT_ONCE:
        raise bad_request("too many messages to delete" if ids else "message identifiers are not specified")
    chat = known_chat(world, params["chat_id"])
    found = [chat.messages[number] for number in dict.fromkeys(ids) if number in chat.messages]
    for message in found:
        _check(world, chat, message)
    for message in found:
        remove(world, chat, message)
    return True


def _check(world: World, chat: Chat, message: Message) -> None:
    others = isinstance(chat, Desk) and message.author != BOT_ID and not chat.bot_may("can_delete_messages")
    if others or "forum_topic_created" in message.wire:
        raise bad_request("message can't be deleted")
    if world.now() - message.wire["date"] > _TWO_DAYS:
        raise bad_request("message can't be deleted")
