"""The console over the tiny pack, on a database of its own."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from aiohttp.test_utils import TestClient, TestServer
from aiohttp.web import Application, Request

from bot.console.app import Console, create_app
from bot.console.links import Link, token
from bot.language.phrases import Phrases
from bot.packs.loader import load
from bot.settings import ROOT
from bot.storage import proposals
from bot.storage.database import Database
from bot.storage.proposals import Proposal
from bot.storage.version import make_ready
from tests.checks.tiny_pack import TINY
from tests.storage.storing import TODAY, VAULT

Client = TestClient[Request, Application]


def path_of(service: str, until: date = TODAY + timedelta(days=30)) -> str:
    return f"/p/{token(VAULT, Link(service, until))}"


def noon() -> datetime:
    return datetime.combine(TODAY, time(12), UTC)


@dataclass(frozen=True)
class Pages:
    """The pages by their paths, and what was sent through them."""

    client: Client
    database: Database

    async def waiting(self) -> list[Proposal]:
        async with self.database.transaction() as tx:
            return await proposals.waiting(tx, VAULT)


@asynccontextmanager
async def console(folder: Path, content: Path = TINY) -> AsyncIterator[tuple[Application, Database]]:
    database = Database.open(f"sqlite:///{folder / 'udha.db'}")
    try:
        await make_ready(database)
        packs, phrases = load(content), Phrases.load(ROOT / "locales")
        yield create_app(Console(packs, phrases, database, VAULT, noon)), database
    finally:
        await database.close()


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[Pages]:
    async with console(folder) as (app, database), TestClient(TestServer(app)) as client:
        yield Pages(client, database)
