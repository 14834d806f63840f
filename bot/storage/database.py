"""The database, opened once: SQLite for one process, PostgreSQL for more."""

import asyncio
import fcntl
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from sqlalchemy import URL, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, InterfaceError, OperationalError
from sqlalchemy.pool import StaticPool

from bot.errors import StorageError
from bot.storage.transaction import InlineTransaction, Transaction

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

DRIVERS = ("sqlite", "sqlite+aiosqlite", "postgresql+asyncpg")
"""With or without the driver's name, SQLite is used as bot.storage.transaction says."""
LOCKED = 5
"""Seconds that SQLite waits for somebody else's lock: nobody but a backup holds one, and only for a moment."""
TROUBLE = (OperationalError, InterfaceError, OSError)
"""The database is away, locked or full: worth waiting for. Anything else is a bug."""


class Database:
    """Transactions: on SQLite one after the other in this one process, on PostgreSQL side by side."""

    def __init__(self, engine: "Engine | AsyncEngine", lock: IO[str] | None = None) -> None:
        self.engine = engine
        self._lock = lock
        self._turn = asyncio.Lock()

    @classmethod
    def open(cls, url: str) -> "Database":
        """Raises StorageError when the address makes no sense or another process has the SQLite file."""
        parsed = _parsed(url)
        if parsed.get_backend_name() == "postgresql":
            # Its asynchronous half brings SQLAlchemy's whole object mapper along: 10 MB that SQLite has no use for.
            from sqlalchemy.ext.asyncio import create_async_engine  # noqa: PLC0415 -- see the line above

            return cls(create_async_engine(parsed, pool_size=10, pool_pre_ping=True))
        lock = _only_one(Path(parsed.database or ""))
        # One connection for good. The pool rolls back what a failed COMMIT leaves open when it gets it back.
        engine = create_engine(
            parsed.set(drivername="sqlite"),
            connect_args={"timeout": LOCKED},
            poolclass=StaticPool,
        )
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_immediately)
        return cls(engine, lock)

    def transaction(self) -> AbstractAsyncContextManager[Transaction]:
        """All or nothing: committed at the end, rolled back on any error."""
        return (
            self.engine.begin() if not isinstance(self.engine, Engine) else InlineTransaction(self.engine, self._turn)
        )

    async def close(self) -> None:
        if isinstance(self.engine, Engine):
            self.engine.dispose()
        else:
            await self.engine.dispose()
        if self._lock:
            self._lock.close()


def _parsed(url: str) -> URL:
    refusal = StorageError(
        "UDHA_DATABASE_URL is no database address that Udha can use. It names a file, as in sqlite:///data/udha.db, "
        "or a PostgreSQL database, as in postgresql+asyncpg://user:password@host/name."
    )
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):  # ValueError: a port that is no number
        raise refusal from None
    if parsed.drivername not in DRIVERS or parsed.database in {None, "", ":memory:"}:
        raise refusal
    return parsed


def _only_one(path: Path) -> IO[str]:
    """SQLite serves one process; a second one would answer every client twice."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = path.with_suffix(".lock").open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        raise StorageError("Udha is running on this database already. Stop the other process first.") from None
    return lock


def _prepare_sqlite(connection: Any, _record: object) -> None:
    """WAL survives a killed process; NORMAL leaves only a power cut to lose what Telegram still keeps for a day."""
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "secure_delete=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_immediately(connection: Any) -> None:
    """SQLite's deferred BEGIN fails when it has to become a write later; ours take the lock at once."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")
