"""Whether the database has the version that this program was written for, and how it gets there."""

from pathlib import Path
from typing import Final

from sqlalchemy import Connection, insert, inspect, select, text

from bot.errors import SecretKeyError, WrongSchema
from bot.storage.database import Database
from bot.storage.tables import KEPT, METADATA
from bot.storage.vault import Vault

HEAD: Final = "0009"
"""The newest migration; a test compares it with the folder."""


async def current(database: Database) -> str | None:
    """The version of the database; None for an empty one."""
    async with database.transaction() as tx:
        return await tx.run_sync(_read)


def _read(connection: Connection) -> str | None:
    tables = inspect(connection).get_table_names()
    if "alembic_version" not in tables:
        if tables:
            raise WrongSchema("The database holds tables that are not Udha's. Give Udha a database of its own.")
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


async def upgrade(database: Database) -> None:
    """Bring the database to this program's version; what is in it stays.

    Raises WrongSchema, with nothing changed, when it is newer than this program or somebody else's.
    """
    async with database.transaction() as tx:
        await tx.run_sync(_read)
        await tx.run_sync(_migrate)


def _migrate(connection: Connection) -> None:
    # Alembic is loaded only when something is to be migrated: a running bot has no use for its 12 MB.
    from alembic import command  # noqa: PLC0415 -- see the line above
    from alembic.config import Config  # noqa: PLC0415 -- see above
    from alembic.util import CommandError  # noqa: PLC0415 -- see above

    config = Config()
    # The option is read like a line of an .ini file, where a percent sign has to stand twice.
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError:
        raise WrongSchema("The database is newer than this program. Install the newer Udha.") from None


async def make_ready(database: Database) -> None:
    """An empty database is set up; one of another version is refused, untouched."""
    version = await current(database)
    if version is None:
        async with database.transaction() as tx:
            await tx.run_sync(_set_up)
    elif version != HEAD:
        raise WrongSchema(
            f"The database has version {version}, this program needs {HEAD}. "
            "Make a backup, then run 'udha db upgrade'; if the database is newer, install the newer Udha."
        )


def _set_up(connection: Connection) -> None:
    """The tables as they are today, marked with their version. A test shows that all migrations lead to the same."""
    METADATA.create_all(connection)
    connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
    connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": HEAD})


async def check_key(database: Database, vault: Vault) -> None:
    """Raises SecretKeyError when the database was written with another secret key."""
    async with database.transaction() as tx:
        written = (await tx.execute(select(KEPT.c.value).where(KEPT.c.name == "key"))).scalar()
        if written is None:
            await tx.execute(insert(KEPT), {"name": "key", "value": vault.fingerprint()})
        elif written != vault.fingerprint():
            raise SecretKeyError(
                "UDHA_SECRET_KEY is not the key that this database was written with. "
                "Set the right key; nothing was changed."
            )
