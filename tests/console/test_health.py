"""Health and readiness as an operator's programs ask for them: true, brief, and only for whoever may ask."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Timer
from typing import Any, Literal

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from prometheus_client import CollectorRegistry
from sqlalchemy import text

from bot.console.health import PATIENCE, Allowed, Health, add_health, is_loopback
from bot.console.scraping import Scraping
from bot.metrics import TYPE, Metrics
from bot.packs.assets import Packs
from bot.storage.database import Database
from tests.builders import some_packs
from tests.console.pages import Client, console, noon

LINES = ("/readyz", "/metrics")
FAR = "203.0.113.9"
"""An address that is nobody's (RFC 5737)."""
Handler = Callable[[web.Request], Any]


class Away(Database):
    """A database whose transactions begin only when `back` is set, or end in `fault`."""

    def __init__(self, database: Database, fault: Exception | None = None) -> None:
        super().__init__(database.engine)
        self.back, self.fault = asyncio.Event(), fault

    def transaction(self) -> Any:
        return self._late()

    @asynccontextmanager
    async def _late(self) -> AsyncIterator[Any]:
        if self.fault is not None:
            raise self.fault
        await self.back.wait()
        async with super().transaction() as tx:
            yield tx


@dataclass
class House:
    """The console's application, and what it is told of the bot. `remote` stands for the other end of the wire."""

    app: web.Application
    health: Health
    fetching: bool = True
    remote: str | None = None

    @asynccontextmanager
    async def asked(self, **changes: Any) -> AsyncIterator[Client]:
        add_health(self.app, replace(self.health, **changes))
        self.app.middlewares.insert(0, self._from_afar)
        async with TestClient(TestServer(self.app)) as client:
            yield client

    @property
    def _from_afar(self) -> Any:
        @web.middleware
        async def passed(request: web.Request, handler: Handler) -> web.StreamResponse:
            found: web.StreamResponse = await handler(request.clone(remote=self.remote) if self.remote else request)
            return found

        return passed


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with console(tmp_path) as (app, database):
        packs = some_packs()
        scraping = Scraping(Metrics(CollectorRegistry()), database, packs, noon, {})
        health = Health("local", database, packs, lambda: found.fetching, scraping)
        found = House(app, health)
        yield found


async def said(client: Client, path: str, **headers: str) -> tuple[int, str]:
    async with client.get(path, headers=headers) as answer:
        assert answer.headers["Cache-Control"] == "no-store"
        return answer.status, await answer.text()


@pytest.mark.parametrize("allowed", ["off", "local", "on"])
async def test_whether_the_process_lives_anybody_may_ask(house: House, allowed: Allowed) -> None:
    house.remote = FAR
    async with house.asked(allowed=allowed) as client:
        assert await said(client, "/healthz") == (200, "ok\n")


async def test_the_process_lives_also_where_it_cannot_work(house: House) -> None:
    house.fetching = False
    async with house.asked(database=Away(house.health.database, OSError())) as client:
        assert await said(client, "/healthz") == (200, "ok\n")


async def test_a_bot_that_can_work_is_ready(house: House) -> None:
    async with house.asked() as client:
        assert await said(client, "/readyz") == (200, "ok\n")


async def test_before_updates_are_fetched_it_is_not_ready(house: House) -> None:
    house.fetching = False
    async with house.asked() as client:
        assert await said(client, "/readyz") == (503, "Updates are not fetched from Telegram.\n")
        house.fetching = True
        assert (await said(client, "/readyz"))[0] == 200


async def test_without_content_it_is_not_ready(house: House) -> None:
    nothing: Packs = some_packs(topics=[])
    async with house.asked(packs=nothing) as client:
        assert await said(client, "/readyz") == (503, "No content is loaded.\n")


async def execute(database: Database, statement: str) -> None:
    async with database.transaction() as tx:
        await tx.execute(text(statement))


@pytest.mark.parametrize(
    ("spoil", "mend"),
    [
        ("UPDATE alembic_version SET version_num = '9' || version_num",
         "UPDATE alembic_version SET version_num = substr(version_num, 2)"),
        ("DELETE FROM alembic_version", None),
        ("DROP TABLE alembic_version", None),
    ],
    ids=["another version", "no version", "somebody else's tables"],
)  # fmt: skip
async def test_with_a_database_of_another_version_it_is_not_ready(house: House, spoil: str, mend: str | None) -> None:
    async with house.asked() as client:
        await execute(house.health.database, spoil)
        assert await said(client, "/readyz") == (503, "The database has another version than this program.\n")
        if mend is not None:
            await execute(house.health.database, mend)
            assert (await said(client, "/readyz"))[0] == 200


async def test_while_the_database_is_away_it_is_not_ready_and_afterwards_it_is(house: House) -> None:
    away = Away(house.health.database, ConnectionRefusedError("the password"))
    async with house.asked(database=away) as client:
        assert await said(client, "/readyz") == (503, "The database does not answer.\n")
        away.fault = None
        away.back.set()
        assert (await said(client, "/readyz"))[0] == 200


async def test_a_database_that_is_silent_is_not_waited_for(house: House) -> None:
    away = Away(house.health.database)
    async with house.asked(database=away) as client:
        assert await said(client, "/readyz") == (503, "The database does not answer.\n")
        away.back.set()
        assert (await said(client, "/readyz"))[0] == 200


async def test_while_somebody_else_holds_up_the_database_it_is_not_ready(house: House) -> None:
    """SQLite waits for the lock in the very thread of the event loop, and then all is well but late."""
    backup = sqlite3.connect(str(house.health.database.engine.url.database), check_same_thread=False)
    backup.execute("BEGIN IMMEDIATE")
    async with house.asked() as client:
        over = Timer(PATIENCE * 1.3, backup.rollback)
        over.start()
        assert await said(client, "/readyz") == (503, "The database does not answer within a second.\n")
        over.join()
        assert (await said(client, "/readyz"))[0] == 200
    backup.close()


async def test_the_metrics_come_in_the_form_that_prometheus_reads(house: House) -> None:
    async with house.asked() as client, client.get("/metrics") as answer:
        assert (answer.status, answer.headers["Content-Type"]) == (200, TYPE)
        assert "\nudha_database_up 1.0\n" in await answer.text()


@pytest.mark.parametrize("path", LINES)
async def test_off_there_is_nothing_to_ask_for(house: House, path: str) -> None:
    async with house.asked(allowed="off") as client:
        assert (await said(client, path))[0] == 404


@pytest.mark.parametrize("path", LINES)
@pytest.mark.parametrize(("allowed", "status"), [("local", 403), ("on", 200)])
async def test_from_another_machine_only_those_ask_who_may(
    house: House, path: str, allowed: Literal["local", "on"], status: int
) -> None:
    house.remote = FAR
    async with house.asked(allowed=allowed) as client:
        assert (await said(client, path))[0] == status


@pytest.mark.parametrize("path", LINES)
@pytest.mark.parametrize("header", ["X-Forwarded-For", "X-Real-IP", "Forwarded"])
async def test_nobody_becomes_local_by_saying_so(house: House, path: str, header: str) -> None:
    house.remote = FAR
    async with house.asked() as client:
        for claimed in ("127.0.0.1", "for=127.0.0.1", "::1"):
            assert (await said(client, path, **{header: claimed}))[0] == 403


@pytest.mark.parametrize("path", LINES)
async def test_what_a_web_server_of_this_machine_passes_on_is_not_local(house: House, path: str) -> None:
    async with house.asked() as client:
        assert (await said(client, path))[0] == 200
        assert (await said(client, path, **{"X-Forwarded-For": FAR}))[0] == 403


@pytest.mark.parametrize("path", LINES)
async def test_a_refusal_tells_nothing_but_whose_setting_it_is(house: House, path: str) -> None:
    house.remote = FAR
    async with house.asked() as client:
        assert await said(client, path) == (403, "Only this machine may ask (UDHA_METRICS).\n")


@pytest.mark.parametrize(
    ("address", "is_local"),
    [
        ("127.0.0.1", True), ("127.8.8.8", True), ("::1", True), ("::ffff:127.0.0.1", True), ("10.0.0.1", False),
        ("::ffff:10.0.0.1", False), (FAR, False), ("0.0.0.0", False), ("localhost", False), ("", False), (None, False),  # noqa: S104 -- nothing listens
    ],
)  # fmt: skip
def test_only_the_addresses_of_a_machine_to_itself_are_local(address: str | None, is_local: bool) -> None:  # noqa: FBT001 -- one word for a fact
    assert is_loopback(address) == is_local
