"""editMessageText, editMessageReplyMarkup, setMessageReaction, pinChatMessage, unpinChatMessage."""

from bot.sandbox.chats import Chat, Message
from bot.sandbox.markup import inline_keyboard
from bot.sandbox.people import BOT_ID
from bot.sandbox.posting import Draft, arrive, post, revise, touch
from bot.sandbox.refusals import bad_request
from bot.sandbox.rights import known_chat, known_message
from bot.sandbox.texts import text_content
from bot.sandbox.wire import Wire
from bot.sandbox.world import World

_UNCHANGED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)
_TEXT_FIELDS = ("text", "entities", "link_preview_options", "reply_markup")


def edit_message_text(world: World, params: Wire) -> Wire:
    chat, message = _own_message(world, params)
    if "text" not in params:
        raise bad_request("message text is empty")
    if "text" not in message.wire:
        raise bad_request("there is no text in the message to edit")
    preview = {"link_preview_options": params["link_preview_options"]} if "link_preview_options" in params else {}
    content = text_content(params, strict=world.strict) | preview | inline_keyboard(params.get("reply_markup"))
    return _replace(world, chat, message, _TEXT_FIELDS, content)


def edit_message_reply_markup(world: World, params: Wire) -> Wire:
    chat, message = _own_message(world, params)
    return _replace(world, chat, message, ("reply_markup",), inline_keyboard(params.get("reply_markup")))


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
    arrive(world, post(world, chat, Draft(world.bot(), {"pinned_message": message.wire}, message.thread)))
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
    if chat.id == world.desk.id and not world.desk.bot_may("can_pin_messages"):
        raise bad_request("not enough rights to manage pinned messages in the chat")
    return chat


def _own_message(world: World, params: Wire) -> tuple[Chat, Message]:
    if "chat_id" not in params:
        raise bad_request("chat_id is empty")
    if "message_id" not in params:
        raise bad_request("message identifier is not specified")
    chat = known_chat(world, params["chat_id"])
    message = known_message(chat, params["message_id"], "message to edit not found")
    if message.author != BOT_ID or "forward_origin" in message.wire:
        raise bad_request("message can't be edited")
    return chat, message


def _replace(world: World, chat: Chat, message: Message, names: tuple[str, ...], content: Wire) -> Wire:
    before = {name: message.wire[name] for name in names if name in message.wire}
    if before == content:
        raise bad_request(_UNCHANGED)
    kept = {name: value for name, value in message.wire.items() if name not in names}
    revise(world, chat, message, kept | content)
    return message.wire
