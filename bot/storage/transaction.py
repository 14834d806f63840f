"""What a transaction can do, whichever database it is on."""

from asyncio import Lock
from collections.abc import Callable
from contextlib import ExitStack
from types import TracebackType
from typing import Any, Protocol, TypeVar

from sqlalchemy import Connection, CursorResult, Dialect, Engine, Executable

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


class InlineTransaction:
    """From BEGIN to COMMIT or ROLLBACK; a second BEGIN would wait for the first in the same thread, for ever."""

    def __init__(self, engine: Engine, turn: Lock) -> None:
        self._engine = engine
        self._turn = turn

    async def __aenter__(self) -> Inline:
        await self._turn.acquire()
        with ExitStack() as undo:
            undo.callback(self._turn.release)
            self._connection = undo.enter_context(self._engine.connect())
            self._begun = self._connection.begin()
            undo.pop_all()  # it has begun: from here on the end is __aexit__'s
        return Inline(self._connection)

    async def __aexit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._begun.__exit__(kind, fault, trace)
        finally:
            self._connection.close()
            self._turn.release()
