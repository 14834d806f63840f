"""What a transaction can do, whichever database it is on."""

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from sqlalchemy import Connection, CursorResult, Dialect, Executable

Result = TypeVar("Result")


class Transaction(Protocol):
    """The part of SQLAlchemy's AsyncConnection that we use."""

    @property
    def dialect(self) -> Dialect: ...

    async def execute(self, statement: Executable, parameters: Any = None) -> CursorResult[Any]: ...

    async def run_sync(self, fn: Callable[[Connection], Result]) -> Result: ...


class Inline:
    """A transaction of SQLite, on the event loop's own thread.

    SQLAlchemy's asynchronous SQLite (aiosqlite) does every call in another thread. Our statements take 5 to 50
    microseconds, the way there and back about 100, several times a statement: that was more than half of what a turn
    cost (benchmarks/README.md). Nothing here waits for the disk: with WAL and synchronous=NORMAL only checkpoints do.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @property
    def dialect(self) -> Dialect:
        return self._connection.dialect

    async def execute(self, statement: Executable, parameters: Any = None) -> CursorResult[Any]:
        return self._connection.execute(statement, parameters)

    async def run_sync(self, fn: Callable[[Connection], Result]) -> Result:
        return fn(self._connection)
