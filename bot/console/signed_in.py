"""For whoever writes pages of the console: who may see them, and what a form needs to be taken.

    app.router.add_get("/console/needs", signed_in(needs))                  # managers only
    app.router.add_get("/console/words", signed_in(words, "editor"))        # editors too
    app.router.add_post("/console/figures", signed_in(enter))               # refused without the form's csrf field

    async def needs(request: web.Request) -> web.Response:
        who = request[SIGNED_IN]                                            # who.role, who.language, who.csrf

and in each form `csrf_field(who.csrf)`, or a hidden input named CSRF with that value.
"""

import hmac
from collections.abc import Awaitable, Callable
from typing import Final
from urllib.parse import urlsplit

from aiohttp import hdrs, web
from markupsafe import Markup

from bot import logs
from bot.console.access import ACCESS
from bot.console.rates import tried
from bot.console.sessions import SignedIn, signed_in_at
from bot.console.turned_away import TurnedAway
from bot.desk.console import Role

__all__ = ["CSRF", "SIGNED_IN", "Role", "SignedIn", "csrf_field", "signed_in"]

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

SIGNED_IN: Final = web.RequestKey("signed_in", SignedIn)
"""Where a handler finds who asks."""
CSRF: Final = "csrf"
"""The name of the hidden field of every form."""
PICTURE: Final = ".svg"
ONLY_LOOKS: Final = frozenset({hdrs.METH_GET, hdrs.METH_HEAD})
OWN: Final = frozenset({"same-origin", "none"})
"""What browsers say of a request that one of our own pages has made, or a person by hand (Fetch Metadata)."""


def signed_in(handler: Handler, role: Role = "manager") -> Handler:
    """The handler for who is signed in with this role; a manager may do whatever an editor may.

    Everybody else is turned away with a page that says what to do.
    """

    async def guarded(request: web.Request) -> web.StreamResponse:
        who = await signed_in_at(request)
        _must_not_hurry(request, who)
        if role not in {"editor", who.role}:
            raise TurnedAway("managers_only", 403, language=who.language)
        if request.method not in ONLY_LOOKS:
            await _must_come_from_a_page_of_ours(request, who)
        request[SIGNED_IN] = who
        return await handler(request)

    return guarded


def csrf_field(csrf: str) -> Markup:
    """The hidden field of a form."""
    return Markup('<input type="hidden" name="{}" value="{}">').format(CSRF, csrf)


def comes_from_ours(request: web.Request) -> bool:
    """Whether the browser says that a page of ours has sent this; one that says nothing is not refused for it.

    Sec-Fetch-Site is what the browser has seen itself and decides alone. Only older browsers leave it out; then Origin
    has to be our address. Where it is "null" it says nothing: our own pages ask to name no origin (no-referrer).
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in OWN
    origin = request.headers.get(hdrs.ORIGIN, "null")
    outside = urlsplit(request.app[ACCESS].base())
    return origin in {"null", f"{outside.scheme}://{outside.netloc}", f"{request.scheme}://{request.host}"}


def _must_not_hurry(request: web.Request, who: SignedIn) -> None:
    """A picture is what a page brings along, and does not count as a page."""
    access = request.app[ACCESS]
    rate = access.pictures if request.path.endswith(PICTURE) else access.pages
    wait = tried([(rate, who.session.mark)])
    if wait:
        raise TurnedAway("too_many", 429, language=who.language, retry=wait)


async def _must_come_from_a_page_of_ours(request: web.Request, who: SignedIn) -> None:
    try:
        given = (await request.post()).get(CSRF, "")
    except (LookupError, ValueError) as fault:  # in an alphabet that nobody knows, or not in the one that it names
        raise TurnedAway("broken", 400, language=who.language) from fault
    same = isinstance(given, str) and hmac.compare_digest(given.encode(), who.csrf.encode())
    if not same or not comes_from_ours(request):
        logs.get().warning("console_form_refused")
        raise TurnedAway("form", 403, language=who.language)
