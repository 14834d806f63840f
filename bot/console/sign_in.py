"""Signing in to the console: a link that somebody got in Telegram opens it once, with a tap on a button, and out again.

A link is only looked at when it is opened (GET), for Telegram, mail filters and browsers open links by themselves.
The button (POST) uses it up, in the commit that begins the session.
"""

from http import HTTPStatus
from math import ceil
from typing import Final

from aiohttp import web

from bot import logs
from bot.console import sign_in_page
from bot.console.access import ACCESS, Access
from bot.console.app import CONSOLE, Handler
from bot.console.rates import address_of, tried
from bot.console.sessions import (
    agent_of,
    cookie_name,
    drop_cookie,
    must_be_administrator,
    seconds,
    set_cookie,
)
from bot.console.sessions_page import add_sessions
from bot.console.sign_in_headers import ONLY_HTTPS, in_console
from bot.console.signed_in import SIGNED_IN, comes_from_ours, signed_in
from bot.console.turned_away import TurnedAway
from bot.storage import console_access
from bot.storage.console_access import OF_COOKIE, Pass, mark_of
from bot.storage.transaction import Transaction

LONGEST: Final = 100
"""Characters of the secret part of a link; ours have 43."""
ROAD: Final = "/console/in/{token}"
FORGET: Final = '"cache"'
"""What the browser drops when somebody signs out (Clear-Site-Data): the pictures that it kept.

Not "cookies": that would be those of every site whose name ends like ours. Ours goes by itself.
"""


def add_sign_in(app: web.Application, access: Access) -> None:
    """Add the ways in and out, and the list of who is in; the pages themselves are added by whoever has some."""
    app[ACCESS] = access
    app.middlewares.append(_turned_away)
    app.on_response_prepare.append(_with_https_only)
    app.router.add_get(ROAD, _entrance)
    app.router.add_post(ROAD, _enter)
    app.router.add_post("/console/out", signed_in(_leave, "editor"))
    add_sessions(app)


async def _entrance(request: web.Request) -> web.Response:
    """Only looks at the link."""
    holder = await _holder(request)
    asked = request.query.get("lang", "")
    spoken = asked if asked in request.app[CONSOLE].packs.languages else holder.language
    return sign_in_page.entrance(request, holder.role, spoken)


async def _enter(request: web.Request) -> web.Response:
    """Use the link up. Whoever was signed in with this browser no longer is (OWASP ASVS 5.0, 7.2.4)."""
    holder = await _holder(request)
    if not comes_from_ours(request):
        raise TurnedAway("form", 403)
    await must_be_administrator(request, holder)
    console, access = request.app[CONSOLE], request.app[ACCESS]
    now, token = seconds(console), request.match_info["token"]
    async with console.database.transaction() as tx:
        if not await console_access.take_link(tx, console.vault, token, now):
            raise TurnedAway("gone", 404)
        await _end_earlier(tx, request)
        cookie = await console_access.begin(tx, console.vault, holder, agent_of(request), now)
    logs.get().info("console_signed_in")
    answer = web.Response(
        status=HTTPStatus.SEE_OTHER, headers={"Location": f"../../console?lang={_spoken(request, holder)}"}
    )
    set_cookie(answer, access, cookie)
    return answer


async def _leave(request: web.Request) -> web.Response:
    console, who = request.app[CONSOLE], request[SIGNED_IN]
    async with console.database.transaction() as tx:
        await console_access.end(tx, who.session.mark)
    answer = sign_in_page.signed_out(request, who.language)
    answer.headers["Clear-Site-Data"] = FORGET
    drop_cookie(answer, request.app[ACCESS])
    return answer


async def _holder(request: web.Request) -> Pass:
    """Whom the link would let in. Raises TurnedAway, and tells nobody whether there ever was such a link."""
    console, access = request.app[CONSOLE], request.app[ACCESS]
    wait = tried([(access.tries, address_of(request.remote)), (access.tries_in_all, "")])
    if wait:
        logs.get().warning("console_too_many")
        raise TurnedAway("too_many", 429, retry=wait)
    token = request.match_info["token"]
    async with console.database.transaction() as tx:
        known = len(token) <= LONGEST
        holder = await console_access.opened_by(tx, console.vault, token, seconds(console)) if known else None
    if holder is None:
        raise TurnedAway("gone", 404)
    return holder


async def _end_earlier(tx: Transaction, request: web.Request) -> None:
    cookie = request.cookies.get(cookie_name(request.app[ACCESS]), "")
    if cookie:
        await console_access.end(tx, mark_of(request.app[CONSOLE].vault, OF_COOKIE, cookie))


def _spoken(request: web.Request, holder: Pass) -> str:
    asked = request.query.get("lang", "")
    return asked if asked in request.app[CONSOLE].packs.languages else holder.language


@web.middleware
async def _turned_away(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Whoever may not see a page of the console reads a sentence; what else goes wrong is for the one around us."""
    if not in_console(request.path):
        return await handler(request)
    try:
        return await handler(request)
    except TurnedAway as away:
        return _answered(request, away)
    except web.HTTPRequestEntityTooLarge as refused:
        return _answered(request, TurnedAway("long", refused.status))
    except web.HTTPClientError as refused:
        return _answered(request, TurnedAway("missing", refused.status))


def _answered(request: web.Request, away: TurnedAway) -> web.Response:
    answer = sign_in_page.turned_away(request, away)
    if away.retry:
        answer.headers["Retry-After"] = str(ceil(away.retry))
    if away.status == HTTPStatus.UNAUTHORIZED:
        # HTTP wants a 401 to name a way (RFC 9110, 11.6.1); browsers know no such one and ask nobody for a password.
        answer.headers["WWW-Authenticate"] = 'Link realm="Udha"'
    if away.forget:
        drop_cookie(answer, request.app[ACCESS])
    return answer


async def _with_https_only(request: web.Request, response: web.StreamResponse) -> None:
    if in_console(request.path) and request.app[ACCESS].is_secure:
        response.headers["Strict-Transport-Security"] = ONLY_HTTPS
