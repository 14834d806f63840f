"""INSERT with ON CONFLICT: both databases spell it the same, and SQLAlchemy keeps them apart."""

from typing import Any

from sqlalchemy import Table


def insert_into(table: Table, dialect: str) -> Any:
    """An INSERT that has `on_conflict_do_update` and `on_conflict_do_nothing`."""
    # Each dialect brings all drivers that it might use; only the one in use is loaded.
    if dialect == "postgresql":
        from sqlalchemy.dialects.postgresql import insert as into_postgresql  # noqa: PLC0415 -- see above

        return into_postgresql(table)
    from sqlalchemy.dialects.sqlite import insert as into_sqlite  # noqa: PLC0415 -- see above

    return into_sqlite(table)
