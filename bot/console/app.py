"""What is served beside the bot as one aiohttp application; here the provider's form, which writes only proposals."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime
from importlib.resources import files
from typing import Final

from aiohttp import web

from bot import logs
from bot.console import links, page, wording
from bot.console.entry import entry_of
from bot.console.sign_in_headers import dress, in_console
from bot.console.submitted import Typed, submitted
from bot.language.formats import long_date
from bot.language.phrases import Phrases, Speaker
from bot.packs.assets import Packs
from bot.packs.correction import Correction
from bot.storage import proposals
from bot.storage.database import Database
from bot.storage.vault import Vault

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

LARGEST_BODY: Final = 32 * 1024
"""Bytes: every field at its longest, in letters that take six bytes each in a form."""
HEADERS: Final = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": (
        "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}
"""The address is the key: it goes into no cache, no other site's log, no search engine and no frame."""


@dataclass(frozen=True)
class Console:
    """What the pages are made of and where proposals go."""

    packs: Packs
    phrases: Phrases
    database: Database
    vault: Vault
    clock: Callable[[], datetime]

    def speaker(self, request: web.Request) -> Speaker:
        """In the language that the address asks for; in the first of the packs without that."""
        asked = request.query.get("lang", "")
        return self.phrases.speak(asked if asked in self.packs.languages else self.packs.languages[0])


STYLE: Final = files("bot.console") / "static" / "console.css"
CONSOLE: Final = web.AppKey("console", Console)


class _Refused(Exception):
    """Nothing is shown but a notice of this kind, with this status of HTTP."""

    def __init__(self, kind: str, status: int) -> None:
        super().__init__(kind)
        self.kind, self.status = kind, status


def create_app(console: Console) -> web.Application:
    app = web.Application(client_max_size=LARGEST_BODY, middlewares=[_kindly])
    app[CONSOLE] = console
    app.on_response_prepare.append(_with_headers)
    app.router.add_get("/p/{token}", _show)
    app.router.add_post("/p/{token}", _take)
    app.router.add_get("/console.css", _stylesheet)
    return app


async def _show(request: web.Request) -> web.Response:
    shown = _opened(request)
    if "sent" in request.query:
        return _notice(request, "thanks", 200)
    return _form(request, shown, 200)


async def _take(request: web.Request) -> web.Response:
    """Keep what was sent for an editor. After a fault the form comes back with every letter that was typed."""
    shown = _opened(request)
    typed = await _typed(request)
    if "confirm" in typed:
        return await _kept(request, shown, Correction())
    sent = submitted(shown.entry, typed)
    again, troubles = replace(shown, typed=typed, faults=sent.faults), wording.troubles(shown.say)
    if sent.faults:
        return _form(request, replace(again, trouble=troubles["faulty"]), 422)
    if not sent.correction.changes and not sent.correction.remark:
        return _form(request, replace(again, trouble=troubles["same"]), 422)
    return await _kept(request, again, sent.correction)


async def _kept(request: web.Request, shown: page.Shown, correction: Correction) -> web.Response:
    console = request.app[CONSOLE]
    service = shown.entry.service.id
    async with console.database.transaction() as tx:
        fits = await proposals.put(tx, console.vault, service, correction, console.clock().date())
    if not fits:
        return _form(request, replace(shown, trouble=wording.troubles(shown.say)["many"]), 429)
    # A page of its own: loading it again sends nothing twice.
    raise web.HTTPSeeOther(f"?lang={shown.say.language}&sent=1")


def _opened(request: web.Request) -> page.Shown:
    """What the link leads to, as it stands in the packs."""
    console = request.app[CONSOLE]
    say = console.speaker(request)
    link = links.opened(console.vault, request.match_info["token"])
    entry = entry_of(link.service, console.packs, say.language) if link else None
    if link is None or entry is None:
        raise _Refused("missing", 404)
    if console.clock().date() > link.until:
        raise _Refused("over", 410)
    return page.Shown(entry, console.packs, say, long_date(link.until, say.language))


async def _typed(request: web.Request) -> Typed:
    try:
        posted = await request.post()
    except (LookupError, ValueError) as fault:  # in an alphabet that nobody knows, or not in the one that it names
        raise _Refused("broken", 400) from fault
    return {name: [value for value in posted.getall(name) if isinstance(value, str)] for name in posted}


async def _stylesheet(request: web.Request) -> web.Response:  # noqa: ARG001 -- aiohttp hands it to every handler
    return web.Response(text=STYLE.read_text("utf-8"), content_type="text/css")


def _form(request: web.Request, shown: page.Shown, status: int) -> web.Response:
    html = page.form(shown, _way_to_style(request), request.app[CONSOLE].packs.languages)
    return web.Response(text=html, status=status, content_type="text/html")


def _notice(request: web.Request, kind: str, status: int) -> web.Response:
    html = page.notice(kind, request.app[CONSOLE].speaker(request), _way_to_style(request))
    return web.Response(text=html, status=status, content_type="text/html")


def _way_to_style(request: web.Request) -> str:
    """From this page: whoever serves us may have put us below a folder."""
    return "../" * (request.path.count("/") - 1) + "console.css"


async def _with_headers(request: web.Request, response: web.StreamResponse) -> None:
    if in_console(request.path):
        dress(response.headers)
    else:
        response.headers.update(HEADERS)


@web.middleware
async def _kindly(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Whatever goes wrong is said in a sentence; what is our fault is logged, by its kind only."""
    try:
        return await handler(request)
    except _Refused as refused:
        return _notice(request, refused.kind, refused.status)
    except web.HTTPRequestEntityTooLarge as refused:
        return _notice(request, "long", refused.status)
    except web.HTTPClientError as refused:
        return _notice(request, "missing", refused.status)
    except web.HTTPException:
        raise
    except Exception as fault:  # noqa: BLE001 -- nobody shall read a trace, and one page's fault ends no bot
        logs.get().error("page_failed", error=type(fault).__name__)
        return _notice(request, "broken", 500)
