"""What clients do and what Telegram does, route by route; the table stands in `people_routes`."""

from aiohttp import web

from bot.sandbox.bodies import done, number, said, written
from bot.sandbox.bot_api import WORLD
from bot.sandbox.faults import Fault
from bot.sandbox.keyboards import press_reply_button, reply_button, used_once
from bot.sandbox.looks import message_look
from bot.sandbox.speaking import client_speaker
from bot.sandbox.standing import block, introduce


async def change_client(request: web.Request) -> web.Response:
    person = introduce(request.app[WORLD], _user(request), await said(request))
    return done(person.wire())


async def client_writes(request: web.Request) -> web.Response:
    speaker = client_speaker(request.app[WORLD], _user(request))
    messages = await speaker.write(await said(request))
    used_once(speaker.world.client(speaker.chat.id))
    return written(messages)


async def client_edits(request: web.Request) -> web.Response:
    speaker = client_speaker(request.app[WORLD], _user(request))
    return done(message_look(speaker.edit(number(request), await said(request))))


async def client_deletes(request: web.Request) -> web.Response:
    client_speaker(request.app[WORLD], _user(request)).delete(number(request))
    return done()


async def client_presses(request: web.Request) -> web.Response:
    pressed = await said(request)
    speaker = client_speaker(request.app[WORLD], _user(request))
    if not speaker.has_button(pressed) and reply_button(speaker, pressed) is not None:
        return written(await press_reply_button(speaker, pressed))
    return done(await speaker.press(pressed))


async def client_blocks(request: web.Request) -> web.Response:
    blocked = bool((await said(request)).get("blocked", True))
    block(request.app[WORLD], _user(request), blocked=blocked)
    return done()


async def inject(request: web.Request) -> web.Response:
    update = (await said(request))["update"]
    return done({"update_id": request.app[WORLD].updates.inject(update)})


async def order_fault(request: web.Request) -> web.Response:
    request.app[WORLD].faults.order(Fault(**await said(request)))
    return done()


async def clear_faults(request: web.Request) -> web.Response:
    request.app[WORLD].faults.clear()
    return done()


async def limit_group(request: web.Request) -> web.Response:
    per_minute = (await said(request)).get("per_minute")
    request.app[WORLD].pace.limit(None if per_minute is None else int(per_minute))
    return done()


async def advance(request: web.Request) -> web.Response:
    world = request.app[WORLD]
    world.advance(float((await said(request))["advance"]))
    return done({"now": world.now()})


async def reset(request: web.Request) -> web.Response:
    request.app[WORLD].reset()
    return done()


def _user(request: web.Request) -> int:
    return int(request.match_info["user"])
