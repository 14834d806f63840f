"""setMessageReaction, pinChatMessage, unpinChatMessage."""

from bot.sandbox.chats import Chat, Desk
from bot.sandbox.posting import Draft, arrive, post, touch
from bot.sandbox.refusals import bad_request
from bot.sandbox.rights import known_chat, known_message
from bot.sandbox.wire import Wire
from bot.sandbox.world import World


def set_message_reaction(world: World, params: Wire) -> bool:
    chat = known_chat(world, params["chat_id"])
    message = known_message(chat, params["message_id"], "message to react not found")
    message.reactions = list(params.get("reaction", []))
    touch(world, chat, message)
    return True


def pin_chat_message(world: World, params: Wire) -> bool:
    chat = _pinnable(world, params)
    message = known_message(chat, params["message_id"], "message to pin not found")
    chat.pinned.append(message.id)
    silent = params.get("disable_notification", False)
    note = Draft(world.bot(), {"pinned_message": message.wire}, message.thread, silent=silent)
    arrive(world, chat, post(world, chat, note))
    return True


def unpin_chat_message(world: World, params: Wire) -> bool:
    chat = _pinnable(world, params)
    message_id = params.get("message_id", chat.pinned[-1] if chat.pinned else 0)
    if message_id not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(message_id)
    return True


def _pinnable(world: World, params: Wire) -> Chat:
    chat = known_chat(world, params["chat_id"])
    if isinstance(chat, Desk) and not chat.bot_may("can_pin_messages"):
        raise bad_request("not enough rights to manage pinned messages in the chat")
    return chat
