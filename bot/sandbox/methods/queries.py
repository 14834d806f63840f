"""answerCallbackQuery."""

from bot.sandbox.refusals import bad_request
from bot.sandbox.units import units
from bot.sandbox.wire import Wire
from bot.sandbox.world import World

_LONGEST = 200


def answer_callback_query(world: World, params: Wire) -> bool:
    if units(params.get("text", "")) > _LONGEST:
        raise bad_request("MESSAGE_TOO_LONG")
    answer = {"text": params.get("text", ""), "alert": params.get("show_alert", False), "url": params.get("url", "")}
    if not world.queries.answer(params["callback_query_id"], answer, world.now()):
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    return True
