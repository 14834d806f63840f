"""Versions of the database: an empty one is set up, any other one than ours is refused and left as it is."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, Date, LargeBinary, bindparam, inspect, select, text

from bot.conversation.state import Count
from bot.desk.case import Case
from bot.errors import SecretKeyError, WrongSchema
from bot.storage import cases, conversations, reminders, version
from bot.storage.cases import Saved
from bot.storage.database import Database
from bot.storage.tables import COUNTS, KEPT, METADATA
from bot.usage import counts, people
from bot.usage.people import Quarter, Sketches, What
from tests.builders import a_conversation
from tests.storage.storing import CHAT, KEY, OTHER_VAULT, TODAY, VAULT
from tests.tallied import tallied

MIGRATIONS = Path(version.__file__).parent / "migrations" / "versions"
DESK = VAULT.chat_key(-1001)


@pytest.fixture
async def empty(database_url: str) -> AsyncIterator[Database]:
    opened = Database.open(database_url)
    yield opened
    await opened.close()


async def execute(database: Database, statement: str) -> None:
    async with database.transaction() as tx:
        await tx.execute(text(statement))


async def tables(database: Database) -> set[str]:
    async with database.transaction() as tx:
        return set(await tx.run_sync(lambda connection: inspect(connection).get_table_names()))


def differences(connection: Connection) -> list[Any]:
    """Between the tables that are there and those that the program expects."""
    found: list[Any] = compare_metadata(MigrationContext.configure(connection), METADATA)
    return found


def shape(connection: Connection) -> dict[str, Any]:
    """All that the database itself says of its tables."""
    seen = inspect(connection)
    names = sorted(set(seen.get_table_names()) - {"alembic_version"})
    return {
        name: (
            [(each["name"], str(each["type"]), each["nullable"], each["default"]) for each in seen.get_columns(name)],
            seen.get_pk_constraint(name),
            seen.get_unique_constraints(name),
            seen.get_indexes(name),
        )
        for name in names
    }


async def test_an_empty_database_is_set_up(empty: Database) -> None:
    assert await version.current(empty) is None
    await version.make_ready(empty)
    assert await version.current(empty) == version.HEAD
    async with empty.transaction() as tx:
        assert await tx.run_sync(differences) == []


async def test_one_that_is_ready_is_left_as_it_is(empty: Database) -> None:
    await version.make_ready(empty)
    await version.check_key(empty, VAULT)
    await version.make_ready(empty)
    await version.upgrade(empty)
    await version.check_key(empty, VAULT)


async def test_the_migrations_lead_to_exactly_the_tables_of_the_program(empty: Database) -> None:
    await version.upgrade(empty)
    assert await version.current(empty) == version.HEAD
    async with empty.transaction() as tx:
        assert await tx.run_sync(differences) == []


async def test_a_database_that_was_set_up_and_one_that_was_migrated_have_the_same_shape(empty: Database) -> None:
    await version.upgrade(empty)
    async with empty.transaction() as tx:
        migrated = await tx.run_sync(shape)
        await tx.run_sync(METADATA.drop_all)
        await tx.execute(text("DROP TABLE alembic_version"))
    await version.make_ready(empty)
    async with empty.transaction() as tx:
        assert await tx.run_sync(shape) == migrated


def test_the_newest_migration_is_the_version_of_the_program() -> None:
    assert max(path.name.partition("_")[0] for path in MIGRATIONS.glob("[0-9]*.py")) == version.HEAD


@pytest.mark.parametrize("found", ["0000", "9999"])
async def test_a_database_of_another_version_is_refused_and_not_touched(empty: Database, found: str) -> None:
    async with empty.transaction() as tx:
        await tx.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)"))
        await tx.execute(text("INSERT INTO alembic_version VALUES (:found)"), {"found": found})
    with pytest.raises(WrongSchema) as refused:
        await version.make_ready(empty)
    assert str(refused.value) == (
        f"The database has version {found}, this program needs {version.HEAD}. "
        "Make a backup, then run 'udha db upgrade'; if the database is newer, install the newer Udha."
    )
    assert await tables(empty) == {"alembic_version"}
    assert await version.current(empty) == found


async def test_a_newer_database_cannot_be_upgraded_and_is_not_touched(empty: Database) -> None:
    await version.make_ready(empty)
    await execute(empty, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(WrongSchema, match="newer than this program"):
        await version.upgrade(empty)
    assert await version.current(empty) == "9999"


async def test_a_database_of_somebody_else_is_refused_and_not_touched(empty: Database) -> None:
    await execute(empty, "CREATE TABLE invoices (id INTEGER)")
    for opening in (version.make_ready, version.upgrade):
        with pytest.raises(WrongSchema, match="tables that are not Udha's"):
            await opening(empty)
    assert await tables(empty) == {"invoices"}


OLD_OPEN, OLD_CLOSED = 1, 2


def migrated(connection: Connection, to: str) -> None:
    """As a program of that version leaves an empty database."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS.parent))
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def the_third_version(connection: Connection) -> None:
    """A database as the version before the desk left it: a case that is open, and one that is closed."""
    migrated(connection, "0003")
    address = VAULT.seal(b"%d" % CHAT, cases.PURPOSE + KEY)
    rows = text("INSERT INTO cases (chat_key, address, thread, opened_on, closed_on) VALUES (:key, :to, :at, :o, :c)")
    rows = rows.bindparams(bindparam("o", type_=Date), bindparam("c", type_=Date))
    connection.execute(rows, {"key": KEY, "to": address, "at": 77, "o": TODAY - timedelta(days=3), "c": None})
    connection.execute(rows, {"key": None, "to": None, "at": 78, "o": TODAY - timedelta(days=3), "c": TODAY})


async def test_cases_of_the_time_before_are_what_they_were_after_the_upgrade(empty: Database) -> None:
    async with empty.transaction() as tx:
        await tx.run_sync(the_third_version)
    await version.upgrade(empty)
    async with empty.transaction() as tx:
        assert await tx.run_sync(differences) == []
        talking, over = await cases.of_chat(tx, VAULT, KEY), await cases.of_thread(tx, VAULT, DESK, 78)
        assert [record.id for record in await cases.not_closed(tx, VAULT)] == [OLD_OPEN]
        assert await cases.due(tx, 2**40) == []
    assert talking is not None
    assert over is not None
    assert (talking.id, talking.chat, talking.thread, talking.case.status) == (OLD_OPEN, CHAT, 77, "waiting")
    assert (over.id, over.chat, over.case.status) == (OLD_CLOSED, None, "closed")


async def test_a_case_of_the_time_before_can_be_changed_and_the_next_one_gets_another_number(empty: Database) -> None:
    async with empty.transaction() as tx:
        await tx.run_sync(the_third_version)
    await version.upgrade(empty)
    held = Case("sq", 5, status="held")
    async with empty.transaction() as tx:
        await cases.save(tx, VAULT, OLD_OPEN, Saved(held, 9, TODAY))
        assert await cases.open_case(tx, VAULT, CHAT + 1, DESK, TODAY) == OLD_CLOSED + 1
    async with empty.transaction() as tx:
        found = await cases.of_thread(tx, VAULT, DESK, 77)
        assert await cases.due(tx, 9) == [OLD_OPEN]
    assert found is not None
    assert found.case == held


def the_fourth_version(connection: Connection) -> None:
    """A database as the version before the reminders left it, with a conversation."""
    migrated(connection, "0004")
    sealed = VAULT.seal(conversations.SHAPE.dump_json(a_conversation()), conversations.PURPOSE + KEY)
    row = text("INSERT INTO conversations (chat_key, sealed, touched) VALUES (:key, :sealed, :on)")
    row = row.bindparams(
        *(bindparam(name, type_=LargeBinary) for name in ("key", "sealed")), bindparam("on", type_=Date)
    )
    connection.execute(row, {"key": KEY, "sealed": sealed, "on": TODAY})


async def test_whoever_was_known_before_there_were_reminders_is_known_still_and_can_wish_for_one(
    empty: Database,
) -> None:
    async with empty.transaction() as tx:
        await tx.run_sync(the_fourth_version)
    with pytest.raises(WrongSchema, match="udha db upgrade"):
        await version.make_ready(empty)
    await version.upgrade(empty)
    async with empty.transaction() as tx:
        assert await tx.run_sync(differences) == []
        assert await conversations.load(tx, VAULT, KEY) == a_conversation()
        await reminders.put(tx, VAULT, CHAT, "papers", 5)
        assert [wish.chat(VAULT) for wish in await reminders.due(tx, 5, 1)] == [CHAT]


async def test_a_database_of_the_time_before_people_were_counted_counts_them_after_the_upgrade(
    empty: Database,
) -> None:
    async with empty.transaction() as tx:
        await tx.run_sync(lambda connection: migrated(connection, "0005"))
        await reminders.put(tx, VAULT, CHAT, "papers", 5)
    with pytest.raises(WrongSchema, match="udha db upgrade"):
        await version.make_ready(empty)
    await version.upgrade(empty)
    async with empty.transaction() as tx:
        assert await tx.run_sync(differences) == []
        await Sketches(VAULT).put(tx, Quarter.of(TODAY), KEY, [What.REACHED])
        assert [(each.what, each.n) for each in await people.so_far(tx, Quarter.of(TODAY))] == [("reached", 1)]
        assert [wish.chat(VAULT) for wish in await reminders.due(tx, 5, 1)] == [CHAT]


async def test_what_was_counted_before_places_were_is_counted_still_and_adds_up_with_what_comes(
    empty: Database,
) -> None:
    async with empty.transaction() as tx:
        await tx.run_sync(lambda connection: migrated(connection, "0006"))
    before = "'topic', 'asylum-facts', 'sq', 7"
    await execute(empty, f"INSERT INTO counts (day, kind, subject, language, n) VALUES ('2026-11-22', {before})")  # noqa: S608 -- our own words
    await version.upgrade(empty)
    async with empty.transaction() as tx:
        await counts.add(tx, tallied([Count("topic", "asylum-facts")], "sq", TODAY))
        rows = (await tx.execute(select(COUNTS))).all()
    assert [tuple(row) for row in rows] == [(TODAY, "topic", "asylum-facts", "sq", "", "", 8)]


async def test_the_secret_key_that_wrote_the_database_is_remembered_without_being_kept(database: Database) -> None:
    await version.check_key(database, VAULT)
    await version.check_key(database, VAULT)
    async with database.transaction() as tx:
        assert (await tx.execute(select(KEPT.c.value))).scalars().all() == [VAULT.fingerprint()]


async def test_another_secret_key_is_refused_and_nothing_is_changed(database: Database) -> None:
    await version.check_key(database, VAULT)
    with pytest.raises(SecretKeyError, match="not the key that this database was written with"):
        await version.check_key(database, OTHER_VAULT)
    async with database.transaction() as tx:
        assert (await tx.execute(select(KEPT.c.value))).scalars().all() == [VAULT.fingerprint()]
