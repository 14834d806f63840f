"""Server-Sent Events: every open page learns at once what changed where, and asks for it."""

import asyncio
import json

from aiohttp import web

from bot.sandbox.bot_api import WORLD

_HEARTBEAT = 10.0
_HEADERS = {"Content-Type": "text/event-stream", "Cache-Control": "no-store", "X-Accel-Buffering": "no"}


async def events(request: web.Request) -> web.StreamResponse:
    world = request.app[WORLD]
    response = web.StreamResponse(headers=_HEADERS)
    await response.prepare(request)
    listener = world.listen()
    try:
        await response.write(b": here\n\n")
        while True:
            await response.write(await _next(listener))
    except ConnectionError:
        return response  # the page was closed
    finally:
        world.unlisten(listener)


async def _next(listener: asyncio.Queue[dict[str, object]]) -> bytes:
    try:
        async with asyncio.timeout(_HEARTBEAT):
            about = await listener.get()
    except TimeoutError:
        return b": still here\n\n"
    return f"data: {json.dumps(about)}\n\n".encode()
