"""The session of a browser: its cookie, how it is bound to that browser, and what has to hold at each request."""

import hmac
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

from aiohttp import hdrs, web

from bot import logs
from bot.console.access import ACCESS, Access
from bot.console.administrators import NotAnswered
from bot.console.app import CONSOLE, Console
from bot.console.sign_in_headers import ROOT
from bot.console.turned_away import TurnedAway
from bot.desk.console import Role
from bot.storage import console_access
from bot.storage.console_access import Pass, Session

SECURE: Final = "__Secure-udha"
PLAIN: Final = "udha"
"""Names of the cookie; browsers take the first one over HTTPS only (OWASP ASVS 5.0, 3.3.1).

`__Host-` would not do: it wants the path /, and the cookie is for the console alone.
"""
LONGEST: Final = 100
"""Characters of a cookie that is looked up at all; ours have 43."""
UNCHECKED_AGAIN: Final = 60.0
"""Seconds after which it is worth asking once more whether somebody is still an administrator."""


@dataclass(frozen=True)
class SignedIn:
    """Who looks at the page: nobody's name, only the role. `csrf` is what every form has to send back."""

    role: Role
    csrf: str
    language: str
    session: Session = field(repr=False)


async def signed_in_at(request: web.Request) -> SignedIn:
    """The session of this browser, which goes on with that. Raises TurnedAway where there is none any more."""
    cookie = request.cookies.get(cookie_name(request.app[ACCESS]), "")
    if not cookie:
        raise TurnedAway("signed_out", 401)
    session = await _known(request, cookie)
    await must_be_administrator(request, session.holder)
    console = request.app[CONSOLE]
    language = request.query.get("lang", "")
    spoken = language if language in console.packs.languages else session.holder.language
    return SignedIn(session.holder.role, csrf_of(console, cookie), spoken, session)


async def _known(request: web.Request, cookie: str) -> Session:
    """Of this very browser; a cookie in another one was stolen, and ends the session."""
    console = request.app[CONSOLE]
    now = seconds(console)
    async with console.database.transaction() as tx:
        found = await console_access.session_of(tx, console.vault, cookie, now) if len(cookie) <= LONGEST else None
        same = found is not None and hmac.compare_digest(found.agent, agent_of(request))
        if found is not None and same:
            await console_access.prolong(tx, found, now)
            return found
        if found is not None:
            await console_access.end(tx, found.mark)
            logs.get().warning("console_other_browser")
    raise TurnedAway("signed_out", 401, forget=True)


async def must_be_administrator(request: web.Request, holder: Pass) -> None:
    """Raises TurnedAway where they are none any more, which ends all their sessions and links, or nobody can say."""
    console, access = request.app[CONSOLE], request.app[ACCESS]
    try:
        if await access.administrators.has(holder.desk, holder.person):
            return
    except NotAnswered:
        logs.get().warning("console_not_checked")
        raise TurnedAway("unchecked", 503, retry=UNCHECKED_AGAIN) from None
    async with console.database.transaction() as tx:
        await console_access.end_of(tx, console.vault, holder.person, holder.desk, now=seconds(console))
    logs.get().warning("console_no_administrator")
    raise TurnedAway("signed_out", 401, forget=True)


def seconds(console: Console) -> int:
    """Since 1970, by the bot's clock."""
    return int(console.clock().timestamp())


def agent_of(request: web.Request) -> str:
    """A mark of what the browser calls itself."""
    named = request.headers.get(hdrs.USER_AGENT, "")
    return request.app[CONSOLE].vault.mark(b"console browser", named.encode()).hex()


def csrf_of(console: Console, cookie: str) -> str:
    """Belongs to one session, and nobody without its cookie and our secret can make it."""
    return console.vault.mark(b"console form", cookie.encode()).hex()


def cookie_name(access: Access) -> str:
    return SECURE if access.is_secure else PLAIN


def set_cookie(response: web.StreamResponse, access: Access, cookie: str) -> None:
    """Without a time: it goes when the browser is closed, and the session may be over sooner."""
    response.set_cookie(
        cookie_name(access), cookie, path=_path(access), secure=access.is_secure, httponly=True, samesite="Strict"
    )


def drop_cookie(response: web.StreamResponse, access: Access) -> None:
    response.del_cookie(
        cookie_name(access), path=_path(access), secure=access.is_secure, httponly=True, samesite="Strict"
    )


def _path(access: Access) -> str:
    """Whoever serves us may have put us below a folder."""
    return urlsplit(access.base()).path + ROOT
