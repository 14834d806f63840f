"""sendMessage and what all sending methods share."""

from bot.sandbox.chats import Message
from bot.sandbox.markup import inline_keyboard
from bot.sandbox.mentions import with_people
from bot.sandbox.methods.replying import replied
from bot.sandbox.posting import Draft, act, post, use_keyboard
from bot.sandbox.refusals import bad_request
from bot.sandbox.rights import writable_chat, writable_thread
from bot.sandbox.texts import text_content
from bot.sandbox.wire import Wire
from bot.sandbox.world import World

_ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)


def send_message(world: World, params: Wire) -> Wire:
    content = text_content(params, strict=world.strict)
    preview = {"link_preview_options": params["link_preview_options"]} if "link_preview_options" in params else {}
    return deliver(world, params, content | preview).wire


def send_chat_action(world: World, params: Wire) -> bool:
    if params["action"] not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = writable_chat(world, params["chat_id"])
    act(world, chat, writable_thread(chat, params), params["action"])
    return True


def deliver(world: World, params: Wire, content: Wire) -> Message:
    """Put a message of the bot where the call says; the whole call is checked before anything is changed."""
    markup = inline_keyboard(params.get("reply_markup"))
    chat = writable_chat(world, params["chat_id"])
    thread = writable_thread(chat, params)
    reply_to, quote = replied(chat, params.get("reply_parameters"), strict=world.strict)
    extra = markup | quote | ({"has_protected_content": True} if params.get("protect_content") else {})
    silent = params.get("disable_notification", False)
    draft = Draft(world.bot(), with_people(world, content), thread, reply_to, extra, silent)
    message = post(world, chat, draft)
    use_keyboard(chat, params.get("reply_markup"))
    return message
