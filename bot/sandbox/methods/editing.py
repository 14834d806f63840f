"""editMessageText, editMessageCaption, editMessageReplyMarkup."""

from bot.sandbox.chats import Chat, Message
from bot.sandbox.markup import inline_keyboard
from bot.sandbox.mentions import with_people
from bot.sandbox.people import BOT_ID
from bot.sandbox.posting import revise
from bot.sandbox.refusals import bad_request
from bot.sandbox.rights import known_chat, known_message
from bot.sandbox.texts import CAPTIONED, caption_content, text_content
from bot.sandbox.wire import Wire
from bot.sandbox.world import World

_UNCHANGED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)
_TEXT_FIELDS = ("text", "entities", "link_preview_options", "reply_markup")
_CAPTION_FIELDS = ("caption", "caption_entities", "show_caption_above_media", "reply_markup")


def edit_message_text(world: World, params: Wire) -> Wire:
    chat, message = _own_message(world, params)
    if "text" not in params:
        raise bad_request("message text is empty")
    if "text" not in message.wire:
        raise bad_request("there is no text in the message to edit")
    preview = {"link_preview_options": params["link_preview_options"]} if "link_preview_options" in params else {}
    content = text_content(params, strict=world.strict) | preview | inline_keyboard(params.get("reply_markup"))
    return _replace(world, chat, message, _TEXT_FIELDS, content)


def edit_message_caption(world: World, params: Wire) -> Wire:
    """Replace the caption and the buttons; without a new caption the old one goes."""
    chat, message = _own_message(world, params)
    if CAPTIONED.isdisjoint(message.wire):
        raise bad_request("there is no caption in the message to edit")
    above = {"show_caption_above_media": True} if params.get("show_caption_above_media") else {}
    content = caption_content(params, strict=world.strict) | above | inline_keyboard(params.get("reply_markup"))
    return _replace(world, chat, message, _CAPTION_FIELDS, content)


def edit_message_reply_markup(world: World, params: Wire) -> Wire:
    chat, message = _own_message(world, params)
    return _replace(world, chat, message, ("reply_markup",), inline_keyboard(params.get("reply_markup")))


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
    content = with_people(world, content)
    before = {name: message.wire[name] for name in names if name in message.wire}
    if before == content:
        raise bad_request(_UNCHANGED)
    kept = {name: value for name, value in message.wire.items() if name not in names}
    revise(world, chat, message, kept | content)
    return message.wire
