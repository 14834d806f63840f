"""What the people's routes read and answer."""

from typing import Any

from aiohttp import web

from bot.errors import SandboxError
from bot.sandbox.chats import Message
from bot.sandbox.looks import message_look
from bot.sandbox.wire import Wire


async def said(request: web.Request) -> Wire:
    """Read the body: a JSON object, or nothing."""
    found: Any = await request.json() if request.body_exists else {}
    if not isinstance(found, dict):
        raise SandboxError("The body must be a JSON object.")
    return found


def number(request: web.Request) -> int:
    """The number of a message or a thread in the address."""
    return int(request.match_info["id"])


def written(messages: list[Message]) -> web.Response:
    return done({"messages": [message_look(message) for message in messages]})


def done(body: Any = None) -> web.Response:
    return web.json_response({"done": True} if body is None else body)
