"""One call of the Bot API: read, spoil where a fault is on order, check, do, keep in the log."""

import asyncio
import inspect
import time
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from bot.sandbox.checking import checked, method_name
from bot.sandbox.faults import Fault
from bot.sandbox.methods.served import SERVED
from bot.sandbox.reading import read_call
from bot.sandbox.refusals import Refusal
from bot.sandbox.wire import Wire
from bot.sandbox.world import World

WORLD = web.AppKey("world", World)


@dataclass(slots=True)
class _Turn:
    """One call on its way."""

    method: str
    raw: Wire = field(default_factory=dict)
    fault: Fault | None = None
    done: bool = False

    def breaks(self, kind: str) -> bool:
        return self.fault is not None and self.fault.kind == kind


def add_bot_api(app: web.Application) -> None:
    app.router.add_route("*", r"/bot{token:[^/]+}/{method}", call)
    app.router.add_get(r"/file/bot{token:[^/]+}/{path:.+}", download)


async def call(request: web.Request) -> web.StreamResponse:
    world, turn, start = request.app[WORLD], _Turn(request.match_info["method"]), time.perf_counter()
    try:
        result = await _result(world, turn, request)
        status, headers, body = 200, {}, {"ok": True, "result": result}
    except Refusal as refusal:
        status, headers, body = refusal.code, refusal.headers(), refusal.body()
    dropped = turn.breaks("drop_before") or turn.breaks("drop_after")
    outcome = (0 if dropped else status, turn.done, str(body.get("description", "")))
    world.calls.keep(turn.method, turn.raw, outcome, (time.perf_counter() - start) * 1000)
    return _dropped(request) if dropped else web.json_response(body, status=status, headers=headers)


async def download(request: web.Request) -> web.StreamResponse:
    """Give the file behind a `file_path` that getFile gave."""
    stored = request.app[WORLD].files.by_path(request.match_info["path"])
    if stored is None:
        return web.json_response(Refusal(404, "Not Found").body(), status=404)
    return web.Response(body=stored.upload.content, content_type=stored.upload.mime.split(";")[0])


async def _result(world: World, turn: _Turn, request: web.Request) -> Any:
    turn.method = method_name(turn.method)
    turn.raw = await read_call(request)
    turn.fault = world.faults.take(turn.method, turn.raw)
    await _spoil(turn)
    if turn.breaks("drop_before"):
        return None
    turn.raw = checked(turn.method, turn.raw, strict=world.strict)
    world.pace.check(turn.method, turn.raw, world.now())
    result = SERVED[turn.method](world, turn.raw)
    if inspect.isawaitable(result):
        result = await result
    world.pace.count(turn.method, turn.raw, world.now())
    turn.done = True
    return result


async def _spoil(turn: _Turn) -> None:
    if turn.fault is None:
        return
    if turn.fault.kind == "delay":
        await asyncio.sleep(turn.fault.seconds)
    refusal = turn.fault.refusal()
    if refusal is not None:
        raise refusal


def _dropped(request: web.Request) -> web.StreamResponse:
    """Close the line without a word, so that the bot cannot know whether the call was done."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
