"""What people do, route by route; the table stands in `people_routes`."""

from typing import Any

from aiohttp import web

from bot.errors import SandboxError
from bot.sandbox.bot_api import WORLD
from bot.sandbox.chats import Message
from bot.sandbox.faults import Fault
from bot.sandbox.keyboards import press_reply_button, reply_button, used_once
from bot.sandbox.looks import message_look
from bot.sandbox.people import OWNER
from bot.sandbox.speaking import Speaker, client_speaker, counsellor_speaker
from bot.sandbox.standing import block, introduce, place_bot, upgrade_desk
from bot.sandbox.thread_life import close_thread, delete_thread, open_thread, rename_thread, reopen_thread
from bot.sandbox.threads import ICON_COLOURS, Thread
from bot.sandbox.wire import Wire
from bot.sandbox.world import World


async def change_client(request: web.Request) -> web.Response:
    person = introduce(request.app[WORLD], _user(request), await _said(request))
    return _done(person.wire())


async def client_writes(request: web.Request) -> web.Response:
    speaker = client_speaker(request.app[WORLD], _user(request))
    written = speaker.write(await _said(request))
    used_once(speaker.world.client(speaker.chat.id))
    return _written(written)


async def client_edits(request: web.Request) -> web.Response:
    return await _edit(request, client_speaker(request.app[WORLD], _user(request)))


async def client_deletes(request: web.Request) -> web.Response:
    client_speaker(request.app[WORLD], _user(request)).delete(_number(request))
    return _done()


async def client_presses(request: web.Request) -> web.Response:
    pressed = await _said(request)
    speaker = client_speaker(request.app[WORLD], _user(request))
    if not speaker.has_button(pressed) and reply_button(speaker, pressed) is not None:
        return _written(press_reply_button(speaker, pressed))
    return _done(await speaker.press(pressed))


async def client_blocks(request: web.Request) -> web.Response:
    said = await _said(request)
    block(request.app[WORLD], _user(request), blocked=bool(said.get("blocked", True)))
    return _done()


async def counsellor_writes(request: web.Request) -> web.Response:
    said = await _said(request)
    thread = said.get("thread")
    if thread is not None:
        _thread(request.app[WORLD], int(thread))
    return _written(_counsellor(request, said).write(said))


async def counsellor_edits(request: web.Request) -> web.Response:
    said = await _said(request)
    return await _edit(request, _counsellor(request, said))


async def counsellor_deletes(request: web.Request) -> web.Response:
    _counsellor(request, await _said(request)).delete(_number(request))
    return _done()


async def counsellor_presses(request: web.Request) -> web.Response:
    said = await _said(request)
    return _done(await _counsellor(request, said).press(said))


async def counsellor_opens(request: web.Request) -> web.Response:
    said = await _said(request)
    author = _counsellor(request, said).person.wire()
    return _done(open_thread(request.app[WORLD], author, said["name"], min(ICON_COLOURS)).wire())


async def counsellor_changes(request: web.Request) -> web.Response:
    said, world = await _said(request), request.app[WORLD]
    author, thread = _counsellor(request, said).person.wire(), _thread(world, _number(request))
    match request.match_info["what"]:
        case "close":
            close_thread(world, author, thread)
        case "reopen":
            reopen_thread(world, author, thread)
        case "delete":
            delete_thread(world, thread)
        case "rename":
            rename_thread(world, author, thread, said["name"], thread.icon_emoji)
        case what:
            raise SandboxError(f"A thread cannot {what!r}; it can close, reopen, delete and rename.")
    return _done()


async def place(request: web.Request) -> web.Response:
    said = await _said(request)
    place_bot(request.app[WORLD], said["status"], said.get("lacking", []))
    return _done()


async def upgrade(request: web.Request) -> web.Response:
    said = await _said(request)
    upgrade_desk(request.app[WORLD], int(said["id"]))
    return _done()


async def inject(request: web.Request) -> web.Response:
    said = await _said(request)
    return _done({"update_id": request.app[WORLD].updates.inject(said["update"])})


async def order_fault(request: web.Request) -> web.Response:
    request.app[WORLD].faults.order(Fault(**await _said(request)))
    return _done()


async def clear_faults(request: web.Request) -> web.Response:
    request.app[WORLD].faults.clear()
    return _done()


async def advance(request: web.Request) -> web.Response:
    world = request.app[WORLD]
    world.advance(float((await _said(request))["advance"]))
    return _done({"now": world.now()})


async def reset(request: web.Request) -> web.Response:
    request.app[WORLD].reset()
    return _done()


async def _edit(request: web.Request, speaker: Speaker) -> web.Response:
    said = await _said(request)
    return _done(message_look(speaker.edit(_number(request), said["text"])))


async def _said(request: web.Request) -> Wire:
    found: Any = await request.json() if request.body_exists else {}
    if not isinstance(found, dict):
        raise SandboxError("The body must be a JSON object.")
    return found


def _counsellor(request: web.Request, said: Wire) -> Speaker:
    return counsellor_speaker(request.app[WORLD], int(said.get("counsellor", OWNER)))


def _thread(world: World, number: int) -> Thread:
    if number not in world.desk.threads:
        raise SandboxError(f"The desk has no thread {number}.")
    return world.desk.threads[number]


def _user(request: web.Request) -> int:
    return int(request.match_info["user"])


def _number(request: web.Request) -> int:
    return int(request.match_info["id"])


def _written(messages: list[Message]) -> web.Response:
    return _done({"messages": [message_look(message) for message in messages]})


def _done(body: Any = None) -> web.Response:
    return web.json_response({"done": True} if body is None else body)
