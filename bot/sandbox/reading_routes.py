"""What there is to see, route by route; the table stands in `people_routes`."""

from aiohttp import web

from bot.errors import SandboxError
from bot.sandbox.bot_api import WORLD
from bot.sandbox.chats import Desk
from bot.sandbox.looks import desk_look, message_look, state_look, threads_look


async def state(request: web.Request) -> web.Response:
    return web.json_response(state_look(request.app[WORLD]))


async def messages(request: web.Request) -> web.Response:
    """Only one thread with `thread`, 0 for General; with `limit` the newest ones."""
    chat = request.app[WORLD].chat(int(request.match_info["chat"]))
    after, limit = int(request.query.get("after", 0)), int(request.query.get("limit", 0))
    thread = request.query.get("thread")
    found = [one for one in chat.after(after) if thread is None or (one.thread or 0) == int(thread)]
    return web.json_response([message_look(one) for one in (found[-limit:] if limit else found)])


async def message(request: web.Request) -> web.Response:
    chat = request.app[WORLD].chat(int(request.match_info["chat"]))
    found = chat.messages.get(int(request.match_info["id"]))
    if found is None:
        raise SandboxError("There is no such message.")
    return web.json_response(found.wire)


async def threads(request: web.Request) -> web.Response:
    return web.json_response(threads_look(_desk(request)))


async def desk(request: web.Request) -> web.Response:
    return web.json_response(desk_look(request.app[WORLD], _desk(request)))


async def updates(request: web.Request) -> web.Response:
    return web.json_response(request.app[WORLD].updates.pending())


async def calls(request: web.Request) -> web.Response:
    found = request.app[WORLD].calls.after(int(request.query.get("after", 0)), request.query.get("method"))
    return web.json_response([call.wire() for call in found])


async def file(request: web.Request) -> web.Response:
    stored = request.app[WORLD].files.by_id(request.match_info["file_id"])
    return web.Response(body=stored.upload.content, content_type=stored.upload.mime.split(";")[0])


def _desk(request: web.Request) -> Desk:
    named = request.query.get("desk")
    return request.app[WORLD].desk(None if named is None else int(named))
