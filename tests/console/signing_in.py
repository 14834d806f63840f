"""The console with its sign-in, one page for managers and one for editors, and a Telegram that says who is who."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from pathlib import Path
from typing import Final

from aiohttp import ClientResponse, CookieJar, web
from aiohttp.test_utils import TestClient, TestServer

from bot.channels.errors import Trouble
from bot.console.access import Access
from bot.console.app import Console, Handler, create_app
from bot.console.sign_in import add_sign_in
from bot.console.signed_in import SIGNED_IN, csrf_field, signed_in
from bot.desk.console import Role
from bot.language.phrases import Phrases
from bot.packs.loader import load
from bot.settings import ROOT
from bot.storage import console_access
from bot.storage.console_access import Pass
from bot.storage.database import Database
from bot.storage.version import make_ready
from tests.checks.tiny_pack import TINY
from tests.console.pages import Client
from tests.storage.storing import VAULT

DESK: Final = -1002183746501
MIRA, BESNIK = 700100200301, 700100200302
FIREFOX, CHROME = "Mozilla/5.0 Firefox", "Mozilla/5.0 Chrome"
FIELD: Final = re.compile(r'name="csrf" value="([0-9a-f]+)"')


@dataclass
class Telegram:
    """Who is an administrator; while it is `away` it says nothing. `asked` is how often somebody wanted to know."""

    administrators: set[tuple[int, int]] = field(default_factory=lambda: {(DESK, MIRA), (DESK, BESNIK)})
    away: bool = False
    asked: int = 0

    async def is_admin(self, desk: int, person: int) -> bool:
        self.asked += 1
        if self.away:
            raise Trouble
        return (desk, person) in self.administrators


@dataclass
class Door:
    """The console as a browser sees it. `advance` moves both clocks, that of the day and that of the machine."""

    client: Client
    database: Database
    telegram: Telegram
    server: TestServer
    folder: Path
    ticking: list[float]

    def stored(self) -> bytes:
        """Every byte of the database and of what lies beside it."""
        return b"".join(path.read_bytes() for path in self.folder.iterdir() if path.is_file())

    def advance(self, **by: float) -> None:
        self.ticking[0] += timedelta(**by).total_seconds()

    @property
    def now(self) -> int:
        return int(_moment(self.ticking).timestamp())

    async def link(self, person: int = MIRA, role: Role = "manager") -> str:
        """The way in that somebody was sent."""
        async with self.database.transaction() as tx:
            holder = Pass(person, DESK, role, "en")
            return f"/console/in/{await console_access.make_link(tx, VAULT, holder, self.now)}"

    @asynccontextmanager
    async def browser(self, agent: str = FIREFOX) -> AsyncIterator[Client]:
        """Another one, with cookies of its own."""
        jar = CookieJar(unsafe=True)  # so that an address in numbers may set a cookie
        # The server is everybody's: it is not closed with one browser.
        async with _Browser(self.server, cookie_jar=jar, headers={"User-Agent": agent}) as client:
            yield client

    async def sign_in(self, role: Role = "manager", person: int = MIRA) -> ClientResponse:
        return await self.client.post(await self.link(person, role), allow_redirects=False)

    async def status(self, path: str, client: Client | None = None) -> int:
        async with (client or self.client).get(path, allow_redirects=False) as answer:
            return answer.status

    async def csrf(self, client: Client | None = None) -> str:
        """What the forms of this browser send back."""
        async with (client or self.client).get("/console/words") as answer:
            found = FIELD.search(await answer.text())
            assert found is not None
            return found[1]


class _Browser(TestClient[web.Request, web.Application]):
    async def close(self) -> None:
        await self.session.close()


def _moment(ticking: list[float]) -> datetime:
    return datetime(2026, 11, 22, 12, 20, tzinfo=UTC) + timedelta(seconds=ticking[0])


async def _for_managers(request: web.Request) -> web.Response:
    return web.Response(text=f"numbers for a {request[SIGNED_IN].role}")


async def _for_editors(request: web.Request) -> web.Response:
    icon, form = '<link rel="icon" href="/console/icon.svg">', csrf_field(request[SIGNED_IN].csrf)
    return web.Response(text=f"{icon}<form>{form}</form>", content_type="text/html")


async def _taken(request: web.Request) -> web.Response:
    return web.Response(text=f"taken: {(await request.post()).get('what', '')}")


def _static(name: str, kind: str) -> Handler:
    """As the pages serve what lies beside them."""
    text = (files("bot.console") / "static" / name).read_text("utf-8")

    async def served(_request: web.Request) -> web.Response:
        return web.Response(text=text, content_type=kind, headers={"Cache-Control": "private, max-age=3600"})

    return served


@asynccontextmanager
async def door(folder: Path, base: str = "") -> AsyncIterator[Door]:
    """`base` is the address from outside, where it is not the one at which it is served."""
    database, telegram, ticking = Database.open(f"sqlite:///{folder / 'udha.db'}"), Telegram(), [0.0]
    try:
        await make_ready(database)
        console = Console(load(TINY), Phrases.load(ROOT / "locales"), database, VAULT, lambda: _moment(ticking))
        app = create_app(console)
        server = TestServer(app)
        outside = lambda: base or str(server.make_url("")).rstrip("/")  # noqa: E731 -- known once it is served
        add_sign_in(app, Access(telegram.is_admin, outside, lambda: ticking[0]))
        app.router.add_get("/console", signed_in(_for_editors, "editor"))
        app.router.add_get("/console/needs", signed_in(_for_managers))
        app.router.add_get("/console/words", signed_in(_for_editors, "editor"))
        app.router.add_get("/console/chart/needs.svg", signed_in(_for_managers))
        app.router.add_post("/console/words", signed_in(_taken, "editor"))
        for name, kind in (("console-pages.css", "text/css"), ("icon.svg", "image/svg+xml")):
            app.router.add_get(f"/console/{name}", _static(name, kind))
        jar = CookieJar(unsafe=True)
        async with TestClient(server, cookie_jar=jar, headers={"User-Agent": FIREFOX}) as client:
            yield Door(client, database, telegram, server, folder, ticking)
    finally:
        await database.close()
