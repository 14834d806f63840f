"""The smallest Bot API that answers: what it is asked is kept, what it answers can be set, fault by fault."""

import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer

Wire = dict[str, Any]


@dataclass(frozen=True)
class Asked:
    """One call: `method` in small letters, `fields` with their JSON read."""

    method: str
    fields: Wire


@dataclass
class FakeBotApi:
    """Methods answer as Telegram does when all is well, unless `will` said otherwise."""

    asked: list[Asked] = field(default_factory=list)
    base: str = ""

    def __post_init__(self) -> None:
        self._next: deque[Callable[[web.Request], Awaitable[web.StreamResponse]]] = deque()

    def will(self, body: str | Wire, status: int = HTTPStatus.OK) -> None:
        """Answer the next call so."""
        text = body if isinstance(body, str) else json.dumps(body)

        async def answer(_: web.Request) -> web.StreamResponse:
            return web.Response(text=text, status=status)

        self._next.append(answer)

    def will_answer(self, result: Any) -> None:
        self.will({"ok": True, "result": result})

    def will_refuse(self, code: int, description: str, **parameters: int) -> None:
        self.will({"ok": False, "error_code": code, "description": description, "parameters": parameters}, code)

    def will_hang_up(self) -> None:
        async def hang_up(request: web.Request) -> web.StreamResponse:
            if request.transport:
                request.transport.abort()
            return web.Response()

        self._next.append(hang_up)

    def will_be_silent(self, seconds: float) -> None:
        async def be_silent(_: web.Request) -> web.StreamResponse:
            await asyncio.sleep(seconds)
            return web.Response()

        self._next.append(be_silent)

    async def serve(self, request: web.Request) -> web.StreamResponse:
        fields = {name: _read(str(value)) for name, value in (await request.post()).items()}
        asked = Asked(request.match_info["method"].lower(), fields)
        self.asked.append(asked)
        if self._next:
            return await self._next.popleft()(request)
        return web.json_response({"ok": True, "result": _usual(asked)})


@asynccontextmanager
async def fake_bot_api() -> AsyncIterator[FakeBotApi]:
    fake = FakeBotApi()
    app = web.Application()
    app.router.add_post("/bot{token}/{method}", fake.serve)
    async with TestServer(app) as server:
        fake.base = str(server.make_url("")).rstrip("/")
        yield fake


def _read(value: str) -> Any:
    try:
        return json.loads(value)
    except ValueError:
        return value


def _usual(asked: Asked) -> Any:
    thread = asked.fields.get("message_thread_id")
    message = {"message_id": 55, "date": 1_790_000_000, "chat": {"id": asked.fields.get("chat_id"), "type": "private"}}
    in_thread = {"message_thread_id": thread, "is_topic_message": True} if thread else {}
    usual: Wire = {
        "getme": {"id": 10000, "is_bot": True, "first_name": "Udha", "username": "udha_bot"},
        "getupdates": [],
        "sendmessage": message | in_thread,
        "sendvenue": message,
        "editmessagetext": message,
        "copymessage": {"message_id": 56},
        "createforumtopic": {"message_thread_id": 77, "name": "x", "icon_color": 7322096},
    }
    return usual.get(asked.method, True)
