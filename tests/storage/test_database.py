"""The database: all or nothing, one process on SQLite, and a plain sentence for what cannot be opened."""

import asyncio
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine, insert, select, text
from sqlalchemy.exc import IntegrityError, OperationalError

from bot.errors import StorageError
from bot.storage.database import Database
from bot.storage.tables import SEEN
from tests.storage.storing import TODAY

OPEN_IT = "import sys; from bot.storage.database import Database; Database.open(sys.argv[1])"


async def seen(database: Database) -> list[int]:
    async with database.transaction() as tx:
        return sorted((await tx.execute(select(SEEN.c.update_id))).scalars())


async def see(database: Database, *update_ids: int) -> None:
    async with database.transaction() as tx:
        for update_id in update_ids:
            await tx.execute(insert(SEEN), {"update_id": update_id, "day": TODAY})
            await asyncio.sleep(0)


async def test_what_was_committed_is_there_after_a_restart(database: Database, database_url: str) -> None:
    await see(database, 1)
    await database.close()
    again = Database.open(database_url)
    assert await seen(again) == [1]
    await again.close()


async def test_an_error_undoes_the_whole_transaction(database: Database) -> None:
    async def fails() -> None:
        async with database.transaction() as tx:
            await tx.execute(insert(SEEN), {"update_id": 1, "day": TODAY})
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fails()
    assert await seen(database) == []


async def test_a_transaction_that_is_cancelled_leaves_nothing(database: Database) -> None:
    async def never_ends() -> None:
        async with database.transaction() as tx:
            await tx.execute(insert(SEEN), {"update_id": 1, "day": TODAY})
            await asyncio.Event().wait()

    task = asyncio.create_task(never_ends())
    await asyncio.sleep(0.05)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await see(database, 2)
    assert await seen(database) == [2]


async def test_many_at_a_time_are_all_written(database: Database) -> None:
    await asyncio.gather(*(see(database, 10 * task, 10 * task + 1) for task in range(20)))
    assert len(await seen(database)) == 40


async def test_a_second_opening_of_the_same_file_is_refused(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'udha.db'}"
    first = Database.open(url)
    with pytest.raises(StorageError, match="running on this database already"):
        Database.open(url)
    await first.close()
    await Database.open(url).close()


async def test_a_second_process_on_the_same_file_is_refused(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'udha.db'}"
    first = Database.open(url)
    second = await asyncio.create_subprocess_exec(
        sys.executable, "-c", OPEN_IT, url, stderr=asyncio.subprocess.PIPE, cwd=Path(__file__).parents[2]
    )
    _, said = await second.communicate()
    await first.close()
    assert second.returncode == 1
    assert b"Udha is running on this database already. Stop the other process first." in said


async def test_the_folder_of_the_file_is_made(tmp_path: Path) -> None:
    database = Database.open(f"sqlite:///{tmp_path / 'new' / 'udha.db'}")
    async with database.transaction() as tx:
        await tx.execute(text("SELECT 1"))
    await database.close()
    assert (tmp_path / "new" / "udha.db").is_file()


async def test_sqlite_survives_a_kill_and_wipes_what_is_deleted(tmp_path: Path) -> None:
    database = Database.open(f"sqlite:///{tmp_path / 'udha.db'}")
    async with database.transaction() as tx:
        pragmas = [(await tx.execute(text(f"PRAGMA {name}"))).scalar() for name in ("journal_mode", "secure_delete")]
    await database.close()
    assert pragmas == ["wal", 1]


@pytest.mark.parametrize(
    "url",
    [
        "",
        "nonsense",
        "mysql://host/udha",
        "oracle+nothing://host/udha",
        "postgresql://host/udha",
        "postgresql+asyncpg://host:port/udha",
        "postgresql+asyncpg://host",
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite+pysqlcipher:///udha.db",
    ],
)
def test_an_address_that_cannot_work_is_refused_in_a_plain_sentence(url: str) -> None:
    with pytest.raises(StorageError, match="UDHA_DATABASE_URL is no database address that Udha can use"):
        Database.open(url)


async def test_a_transaction_that_cannot_be_committed_leaves_the_next_one_free(tmp_path: Path) -> None:
    database = Database.open(f"sqlite:///{tmp_path / 'udha.db'}")
    async with database.transaction() as tx:
        await tx.execute(text("CREATE TABLE parent (id INTEGER PRIMARY KEY)"))
        await tx.execute(text("CREATE TABLE child (of INTEGER REFERENCES parent DEFERRABLE INITIALLY DEFERRED)"))
    await _fail_at_commit(database)
    async with database.transaction() as tx:
        await tx.execute(text("INSERT INTO parent VALUES (1)"))
        assert (await tx.execute(text("SELECT count(*) FROM child"))).scalar_one() == 0
    await database.close()


async def test_a_transaction_that_cannot_begin_leaves_the_next_one_free(tmp_path: Path) -> None:
    database = Database.open(f"sqlite:///{tmp_path / 'udha.db'}")
    async with database.transaction() as tx:
        await tx.execute(text("PRAGMA busy_timeout=20"))
    with closing(sqlite3.connect(tmp_path / "udha.db", isolation_level=None)) as backup:
        backup.execute("BEGIN IMMEDIATE")
        for _ in range(2):
            with pytest.raises(OperationalError, match="locked"):
                async with database.transaction():
                    pass
        backup.execute("ROLLBACK")
    async with database.transaction() as tx:
        assert (await tx.execute(text("SELECT 1"))).scalar_one() == 1
    await database.close()


async def _fail_at_commit(database: Database) -> None:
    """A foreign key that is looked at only at the end: the statements pass, the COMMIT does not."""
    assert isinstance(database.engine, Engine)
    database.engine.raw_connection().cursor().execute("PRAGMA foreign_keys=ON")
    with pytest.raises(IntegrityError):
        async with database.transaction() as tx:
            await tx.execute(text("INSERT INTO child VALUES (7)"))
