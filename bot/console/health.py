"""For operators: whether the bot lives, whether it can work, and how it does (docs/operators.md)."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from typing import TYPE_CHECKING, Final, Literal

from aiohttp import web
from sqlalchemy.exc import SQLAlchemyError

from bot.errors import WrongSchema
from bot.packs.assets import Packs
from bot.storage import version
from bot.storage.database import Database

if TYPE_CHECKING:  # a bot without metrics does without their library
    from bot.console.scraping import Scraping

Allowed = Literal["off", "local", "on"]
"""Who may ask: nobody, this machine only, or whoever reaches the port (UDHA_METRICS)."""
PATIENCE: Final = 1.0
"""Seconds for the database to answer."""
PASSED_ON: Final = ("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via")
"""What web servers add to a request that they pass on. We believe none of it, but then nobody local has asked."""
PLAIN: Final = "text/plain; charset=utf-8"


@dataclass(frozen=True)
class Health:
    """`fetching` is whether updates are asked for; without `scraping` there are no metrics."""

    allowed: Allowed
    database: Database
    packs: Packs
    fetching: Callable[[], bool]
    scraping: "Scraping | None" = None

    async def hindrance(self) -> str | None:
        """The first thing that keeps the bot from its work, in a sentence that names nobody; None when all is well."""
        wrong = await self._database()
        if wrong is not None:
            return wrong
        if not self.packs.topics:
            return "No content is loaded."
        return None if self.fetching() else "Updates are not fetched from Telegram."

    async def _database(self) -> str | None:
        loop = asyncio.get_running_loop()
        asked = loop.time()
        try:
            async with asyncio.timeout(PATIENCE):
                found = await version.current(self.database)
        except WrongSchema:
            found = None
        except (SQLAlchemyError, OSError):
            return "The database does not answer."
        # SQLite holds up this very loop while it waits for a lock, so that no timeout can ring meanwhile.
        if loop.time() - asked > PATIENCE:
            return "The database does not answer within a second."
        return None if found == version.HEAD else "The database has another version than this program."


HEALTH: Final = web.AppKey("health", Health)


def add_health(app: web.Application, health: Health) -> None:
    """Add the pages. What nobody is allowed to ask for is not there at all."""
    app[HEALTH] = health
    app.router.add_get("/healthz", _alive)
    if health.allowed != "off":
        app.router.add_get("/readyz", _ready)
    if health.allowed != "off" and health.scraping is not None:
        app.router.add_get("/metrics", _metrics)


async def _alive(request: web.Request) -> web.Response:  # noqa: ARG001 -- aiohttp hands it to every handler
    return _plain("ok")


async def _ready(request: web.Request) -> web.Response:
    health = request.app[HEALTH]
    if not may_ask(health.allowed, request):
        return _refusal()
    wrong = await health.hindrance()
    return _plain("ok") if wrong is None else _plain(wrong, 503)


async def _metrics(request: web.Request) -> web.Response:
    from bot.metrics import TYPE  # noqa: PLC0415 -- a bot without metrics does without their library

    health = request.app[HEALTH]
    if health.scraping is None or not may_ask(health.allowed, request):
        return _refusal()
    return web.Response(body=await health.scraping.text(), headers={"Content-Type": TYPE})


def may_ask(allowed: Allowed, request: web.BaseRequest) -> bool:
    """Whether whoever is at the other end of the wire may; what a request says of itself makes it no more local."""
    if allowed != "local":
        return allowed == "on"
    return is_loopback(request.remote) and not any(name in request.headers for name in PASSED_ON)


def is_loopback(address: str | None) -> bool:
    """Whether it is an address of this machine to itself, such as 127.0.0.1, ::1 or ::ffff:127.0.0.1."""
    try:
        found = ip_address(address or "")
    except ValueError:
        return False
    inner = found.ipv4_mapped if isinstance(found, IPv6Address) else None
    return (inner or found).is_loopback


def _refusal() -> web.Response:
    return _plain("Only this machine may ask (UDHA_METRICS).", 403)


def _plain(line: str, status: int = 200) -> web.Response:
    return web.Response(text=line + "\n", status=status, headers={"Content-Type": PLAIN})
