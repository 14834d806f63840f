"""The console with all its pages over made-up reports: somebody is signed in by a link, as managers are."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.console.access import Access
from bot.console.page_sources import Sources
from bot.console.pages import add_pages
from bot.console.sign_in import add_sign_in
from bot.desk.console import Role
from bot.exports.period import Period
from bot.storage import console_access
from bot.storage.console_access import Pass
from bot.storage.database import Database
from tests.checks.tiny_pack import TINY
from tests.console.made_up import MadeUp
from tests.console.pages import Client, console, noon
from tests.storage.storing import VAULT

PERSON: Final = 4711
DESK: Final = -100123
QUARTERS: Final = tuple(Period.read(f"{year}-Q{n}") for year, n in ((2026, 1), (2026, 2), (2026, 3), (2026, 4)))
"""Published on the 22nd of November; of the last quarter there is October."""


@dataclass(frozen=True)
class Mounted:
    """The pages by their paths, with the reports that they are made of and the database behind them."""

    client: Client
    database: Database
    made_up: MadeUp

    async def text(self, path: str, status: int = 200) -> str:
        answer = await self.client.get(path)
        assert answer.status == status, await answer.text()
        return await answer.text()


async def link(database: Database, role: Role) -> str:
    """The path of a link that lets somebody in once."""
    async with database.transaction() as tx:
        holder = Pass(PERSON, DESK, role, "sq")
        return f"/console/in/{await console_access.make_link(tx, VAULT, holder, int(noon().timestamp()))}"


@asynccontextmanager
async def with_pages(
    folder: Path, made_up: MadeUp, published: Sequence[Period] = QUARTERS, content: Path = TINY
) -> AsyncIterator[tuple[web.Application, Database]]:
    """Nobody is signed in yet."""

    async def periods() -> Sequence[Period]:
        return published

    async def is_admin(desk: int, person: int) -> bool:
        return (desk, person) == (DESK, PERSON)

    async with console(folder, content) as (app, database):
        add_sign_in(app, Access(is_admin, lambda: "http://127.0.0.1"))
        add_pages(app, Sources(made_up.report, periods))
        yield app, database


@asynccontextmanager
async def mounted(
    folder: Path,
    role: Role = "manager",
    made_up: MadeUp | None = None,
    published: Sequence[Period] = QUARTERS,
    content: Path = TINY,
) -> AsyncIterator[Mounted]:
    """Somebody with this role is signed in."""
    reports = made_up or MadeUp()
    async with (
        with_pages(folder, reports, published, content) as (app, database),
        TestClient(TestServer(app)) as client,
    ):
        answer = await client.post(await link(database, role), allow_redirects=False)
        assert answer.status == 303, await answer.text()
        yield Mounted(client, database, reports)
