"""What counsellors do and what happens to their desk, route by route; the table stands in `people_routes`."""

from aiohttp import web

from bot.errors import SandboxError
from bot.sandbox.bodies import done, number, said, written
from bot.sandbox.bot_api import WORLD
from bot.sandbox.chats import Desk
from bot.sandbox.looks import message_look
from bot.sandbox.people import OWNER
from bot.sandbox.speaking import Speaker, counsellor_speaker
from bot.sandbox.standing import place_bot, upgrade_desk
from bot.sandbox.thread_life import close_thread, delete_thread, open_thread, rename_thread, reopen_thread
from bot.sandbox.threads import ICON_COLOURS, Thread
from bot.sandbox.wire import Wire


async def counsellor_writes(request: web.Request) -> web.Response:
    body = await said(request)
    thread = body.get("thread")
    if thread is not None:
        _thread(_desk(request, body), int(thread))
    return written(await _counsellor(request, body).write(body))


async def counsellor_edits(request: web.Request) -> web.Response:
    body = await said(request)
    return done(message_look(_counsellor(request, body).edit(number(request), body)))


async def counsellor_deletes(request: web.Request) -> web.Response:
    _counsellor(request, await said(request)).delete(number(request))
    return done()


async def counsellor_presses(request: web.Request) -> web.Response:
    body = await said(request)
    return done(await _counsellor(request, body).press(body))


async def counsellor_opens(request: web.Request) -> web.Response:
    body = await said(request)
    author, look = _counsellor(request, body).person.wire(), {"name": body["name"], "icon_color": min(ICON_COLOURS)}
    return done(open_thread(request.app[WORLD], _desk(request, body), author, look).wire())


async def counsellor_changes(request: web.Request) -> web.Response:
    body, world = await said(request), request.app[WORLD]
    author, desk = _counsellor(request, body).person.wire(), _desk(request, body)
    thread = _thread(desk, number(request))
    match request.match_info["what"]:
        case "close":
            close_thread(world, desk, author, thread)
        case "reopen":
            reopen_thread(world, desk, author, thread)
        case "delete":
            delete_thread(world, desk, thread)
        case "rename":
            rename_thread(world, desk, author, thread, {"name": body["name"]})
        case what:
            raise SandboxError(f"A thread cannot {what!r}; it can close, reopen, delete and rename.")
    return done()


async def place(request: web.Request) -> web.Response:
    body = await said(request)
    place_bot(request.app[WORLD], _desk(request, body), body["status"], body.get("lacking", []))
    return done()


async def upgrade(request: web.Request) -> web.Response:
    body = await said(request)
    upgrade_desk(request.app[WORLD], _desk(request, body), int(body["id"]))
    return done()


def _desk(request: web.Request, body: Wire) -> Desk:
    """The desk that the body names, or the first."""
    named = body.get("desk")
    return request.app[WORLD].desk(None if named is None else int(named))


def _counsellor(request: web.Request, body: Wire) -> Speaker:
    user, anonymous = int(body.get("counsellor", OWNER)), bool(body.get("anonymous"))
    return counsellor_speaker(request.app[WORLD], user, _desk(request, body), anonymous=anonymous)


def _thread(desk: Desk, thread_id: int) -> Thread:
    if thread_id not in desk.threads:
        raise SandboxError(f"The desk has no thread {thread_id}.")
    return desk.threads[thread_id]
