"""Which browsers are signed in at a desk, without names: a manager can end any of them."""

import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Final

from aiohttp import web

from bot import logs
from bot.console import sign_in_words
from bot.console.access import ACCESS
from bot.console.app import CONSOLE, Console
from bot.console.page_catalogue import SESSIONS
from bot.console.page_frame import Frame, base_of, rendered
from bot.console.sessions import drop_cookie, seconds
from bot.console.signed_in import SIGNED_IN, SignedIn, signed_in
from bot.language.formats import long_date
from bot.language.phrases import Speaker
from bot.opening.zones import zone_of
from bot.storage import console_access
from bot.storage.console_access import Session

ALL: Final = "all"
"""What the button sends that ends every session; the others send the one that they end."""
HOME: Final = "AL"
"""Whose clock tells the hour; Kosovo has the same."""


@dataclass(frozen=True)
class Row:
    """`key` names the session in the form, and is of no use anywhere else."""

    key: str
    title: str
    since: str
    here: bool


def add_sessions(app: web.Application) -> None:
    app.router.add_get(f"/console/{SESSIONS}", signed_in(_show))
    app.router.add_post(f"/console/{SESSIONS}", signed_in(_end))


async def _show(request: web.Request) -> web.Response:
    console, who = request.app[CONSOLE], request[SIGNED_IN]
    say = console.phrases.speak(who.language)
    frame = Frame(say, console.packs.languages, who.role, who.csrf, SESSIONS, base_of(request))
    said = sign_in_words.sessions(say)
    rows = [_row(each, who, console, say) for each in await _sessions(console, who)]
    return rendered("sessions.html", frame, lead=said["lead"], said=said, rows=rows, all=ALL)


async def _end(request: web.Request) -> web.Response:
    """One, or all of them; whoever ends their own is signed out with that."""
    console, who = request.app[CONSOLE], request[SIGNED_IN]
    which = str((await request.post()).get("end", ""))
    own = which == ALL or hmac.compare_digest(which.encode(), key_of(console, who.session).encode())
    found = await _sessions(console, who)
    async with console.database.transaction() as tx:
        if which == ALL:
            await console_access.end_at(tx, console.vault, who.session.holder.desk, now=seconds(console))
        for each in found:
            if hmac.compare_digest(which.encode(), key_of(console, each).encode()):
                await console_access.end(tx, each.mark)
    logs.get().info("console_session_ended")
    # A page of its own: loading it again ends nothing more.
    there = "../console" if own else SESSIONS
    answer = web.Response(status=HTTPStatus.SEE_OTHER, headers={"Location": f"{there}?lang={who.language}"})
    if own:
        drop_cookie(answer, request.app[ACCESS])
    return answer


async def _sessions(console: Console, who: SignedIn) -> Sequence[Session]:
    async with console.database.transaction() as tx:
        return await console_access.sessions_at(tx, console.vault, who.session.holder.desk, seconds(console))


def key_of(console: Console, session: Session) -> str:
    return console.vault.mark(b"console shown", session.mark).hex()


def _row(session: Session, who: SignedIn, console: Console, say: Speaker) -> Row:
    """Since which hour, for the minute would tell more than who reads it has to know."""
    said = sign_in_words.sessions(say)
    began = datetime.fromtimestamp(session.began, UTC).astimezone(zone_of(HOME))
    since = said["since"].format(day=long_date(began.date(), say.language), hour=f"{began:%H}:00")
    return Row(key_of(console, session), said[session.holder.role], since, session.mark == who.session.mark)
