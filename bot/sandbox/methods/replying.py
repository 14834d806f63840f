"""`reply_parameters`: which message an answer of the bot points at, and at which words of it."""

from bot.sandbox.chats import Chat
from bot.sandbox.quoting import text_quote
from bot.sandbox.refusals import bad_request
from bot.sandbox.texts import marked_up
from bot.sandbox.wire import Wire


def replied(chat: Chat, reply: Wire | None, *, strict: bool) -> tuple[int | None, Wire]:
    """Find the message answered, if any, and the quote as the new message carries it."""
    if reply is None or "message_id" not in reply:
        return None, {}
    if reply.get("chat_id", chat.id) != chat.id:
        raise bad_request("the sandbox does not serve replies to another chat")
    answered = chat.messages.get(reply["message_id"])
    if answered is not None:
        return answered.id, _quote(answered.wire, reply, strict=strict)
    if reply.get("allow_sending_without_reply"):
        return None, {}
    raise bad_request("message to be replied not found")


def _quote(answered: Wire, reply: Wire, *, strict: bool) -> Wire:
    if "quote" not in reply:
        return {}
    words, entities = marked_up(
        reply["quote"], reply.get("quote_parse_mode"), reply.get("quote_entities"), strict=strict
    )
    found = text_quote(answered, words, entities, reply.get("quote_position", 0))
    if found is None:
        raise bad_request("QUOTE_TEXT_INVALID")
    return {"quote": found}
