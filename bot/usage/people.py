"""How many people: sketches under a key of the quarter, out of which nobody can be picked.

A sketch answers one question, how many different ones were put in. What is put in is HMAC-SHA256 (RFC 2104) of the
chat's key under a key that is made at random for the quarter and stands sealed in the database. When the quarter is
over, the number is written down and sketch and key are destroyed together (docs/privacy.md, "Counting people").

The sketches are CPC sketches of Apache DataSketches (Lang, "Back to the Future: an Even More Nearly Optimal
Cardinality Estimation Algorithm", 2017). Putting somebody in again changes nothing, so that neither a second turn nor
a restart nor a second process counts anybody twice.
"""

import hmac
import math
import secrets
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from hashlib import sha256
from typing import Any, Final

from sqlalchemy import bindparam, delete, insert, select

from bot.errors import StorageError
from bot.reports.quarters import days_of, quarter_of
from bot.storage.tables import PEOPLE, PERIOD_KEYS, SKETCHES
from bot.storage.transaction import Transaction
from bot.storage.upsert import insert_into
from bot.storage.vault import Vault

LG_K: Final = 13
"""2^13 bins: 0.65 % standard error, 5 KB at most. Fewer would miss the 2 % more often than 3 times in a thousand."""
DEVIATIONS: Final = 3
"""Standard errors between the number and its bounds: in 997 of 1,000 quarters the truth lies within."""
KEY_BYTES: Final = 32
PURPOSE: Final = b"period key:"


class What(StrEnum):
    """What somebody did at least once in a quarter. A new one is a line here and one in `bot.counting`."""

    REACHED = "reached"
    """Wrote or tapped anything."""
    TOPIC = "topic"
    """Was shown what we know of a subject."""
    GUIDE = "guide"
    """Came to the end of a guide; each half of a quiz is one."""
    QUIZ = "quiz"
    """Came to the end of the second half of a quiz."""
    GAINED = "gained"
    """Had more points in a second half than in the first."""
    SERVICE = "service"
    """Was shown the card of a service."""
    REFERRED = "referred"
    """Agreed to be referred to a service by a counsellor."""
    PERSON = "person"
    """Wrote to a counsellor who had their case: a question that still waits for one is no talk."""


@dataclass(frozen=True, order=True)
class Quarter:
    """A quarter of a year, what the programme reports by; `quarter` is 1 to 4. Its name is that of `2026-Q4`."""

    year: int
    quarter: int

    @classmethod
    def of(cls, day: date) -> "Quarter":
        return cls.named(quarter_of(day))

    @classmethod
    def named(cls, name: str) -> "Quarter":
        year, _, quarter = name.partition("-Q")
        return cls(int(year), int(quarter))

    @property
    def first(self) -> date:
        return days_of(str(self))[0]

    @property
    def last(self) -> date:
        return days_of(str(self))[1]

    def __str__(self) -> str:
        return f"{self.year:04}-Q{self.quarter}"


@dataclass(frozen=True)
class People:
    """How many in a quarter, and between which bounds the truth is (`DEVIATIONS`)."""

    period: str
    what: str
    n: int
    low: int
    high: int


KEY = select(PERIOD_KEYS.c.sealed).where(PERIOD_KEYS.c.period == bindparam("which"))
IS_OVER = select(PEOPLE.c.n).where(PEOPLE.c.period == bindparam("which")).limit(1)
OF_PERIOD = select(SKETCHES.c.what, SKETCHES.c.sketch).where(SKETCHES.c.period == bindparam("which"))
SOME = OF_PERIOD.where(SKETCHES.c.what.in_(bindparam("names", expanding=True)))
PAST = select(PERIOD_KEYS.c.period).where(PERIOD_KEYS.c.period < bindparam("now")).order_by(PERIOD_KEYS.c.period)
DESTROY = tuple(delete(table).where(table.c.period == bindparam("which")) for table in (SKETCHES, PERIOD_KEYS))


def _at_random() -> bytes:
    return secrets.token_bytes(KEY_BYTES)


@dataclass(frozen=True)
class Sketches:
    """The sketches in the database; `new_key` makes the key of a quarter that begins, 32 bytes."""

    vault: Vault
    new_key: Callable[[], bytes] = _at_random

    async def put(self, tx: Transaction, period: Quarter, chat_key: bytes, did: Collection[What]) -> Collection[What]:
        """Put this chat in; gives what nothing is left to be done for, whatever becomes of this transaction.

        That is what it was in already, and all of it once the quarter is over. What was put in only now is not among
        it: this transaction may still be rolled back. Raises SecretKeyError where the key does not open, StorageError
        where a sketch cannot be read.
        """
        key = await self._key(tx, period)
        if key is None:
            return did
        mark = hmac.digest(key, chat_key, sha256).hex()
        found = await _read(tx, SOME, period, did)
        new = [what for what in did if _with(mark, found.get(what)) is not None]
        if new and await _locked(tx, period):
            await _write(tx, period, new, mark)
        return [what for what in did if what not in new]

    async def close(self, tx: Transaction, now: Quarter) -> None:
        """Of every quarter before this one: write down how many they were, and destroy sketches and key."""
        for period in (await tx.execute(_locking(PAST, tx), {"now": str(now)})).scalars().all():
            found = dict.fromkeys(map(str, What), b"") | await _read(tx, OF_PERIOD, period)
            rows = [asdict(people) for people in _all(period, found)]
            if rows:
                await tx.execute(insert(PEOPLE), rows)
            for statement in DESTROY:
                await tx.execute(statement, {"which": period})

    async def _key(self, tx: Transaction, period: Quarter) -> bytes | None:
        """The key of this quarter, made if it has none; None if the quarter is over."""
        which, purpose = {"which": str(period)}, PURPOSE + str(period).encode()
        sealed = (await tx.execute(KEY, which)).scalar()
        if sealed is None:
            if (await tx.execute(IS_OVER, which)).first() is not None:
                return None
            row = {"period": str(period), "sealed": self.vault.seal(self.new_key(), purpose)}
            await tx.execute(_begun(tx.dialect.name), row)
            # Not necessarily ours: another process may have been quicker.
            sealed = (await tx.execute(KEY, which)).scalar_one()
        return self.vault.unseal(sealed, purpose)


async def so_far(tx: Transaction, period: Quarter) -> list[People]:
    """How many they are as yet in a quarter that is not over; a name is missing as long as nobody did that."""
    return list(_all(str(period), await _read(tx, OF_PERIOD, period)))


async def over(tx: Transaction) -> list[People]:
    """Of every quarter that is over and in which anybody wrote, the latest first; nobody is 0."""
    rows = await tx.execute(select(PEOPLE).order_by(PEOPLE.c.period.desc(), PEOPLE.c.what))
    return [People(row.period, row.what, row.n, row.low, row.high) for row in rows]


async def _read(
    tx: Transaction, statement: Any, period: Quarter | str, names: Iterable[str] | None = None
) -> dict[str, bytes]:
    which = {"which": str(period)} | ({} if names is None else {"names": [str(name) for name in names]})
    return {row.what: row.sketch for row in await tx.execute(statement, which)}


async def _locked(tx: Transaction, period: Quarter) -> bool:
    """From here to the commit nobody else writes to this quarter's sketches; False if it was just closed.

    One lock for all of them, taken as the last of a turn, so that no two turns can wait for each other.
    """
    return (await tx.execute(_locking(KEY, tx), {"which": str(period)})).first() is not None


async def _write(tx: Transaction, period: Quarter, new: Collection[What], mark: str) -> None:
    """Read again what somebody else may have written before the lock was ours."""
    found = await _read(tx, SOME, period, new)
    changed = ((what, _with(mark, found.get(what))) for what in new)
    rows = [{"period": str(period), "what": str(what), "sketch": sketch} for what, sketch in changed if sketch]
    if rows:
        await tx.execute(_put(tx.dialect.name), rows)


def _with(mark: str, stored: bytes | None) -> bytes | None:
    """The sketch with this mark in it; None where it changes nothing."""
    sketch = _sketch(stored)
    before = sketch.get_estimate()
    sketch.update(mark)
    # Whatever is new in a sketch raises its estimate, if by less than one.
    return bytes(sketch.serialize()) if sketch.get_estimate() > before else None


def _all(period: str, found: Mapping[str, bytes]) -> Iterator[People]:
    """The numbers of all sketches that can be read, in the order of their names."""
    for what in sorted(found):
        if (people := _people(period, what, found[what])) is not None:
            yield people


def _people(period: str, what: str, stored: bytes) -> People | None:
    """None for a sketch that is damaged: no number rather than a wrong one, and nothing is kept for its sake."""
    try:
        sketch = _sketch(stored)
        low, high = sketch.get_lower_bound(DEVIATIONS), sketch.get_upper_bound(DEVIATIONS)
        return People(period, what, round(sketch.get_estimate()), math.floor(low), math.ceil(high))
    except (StorageError, OverflowError, ValueError):  # the latter two: an estimate that is no number
        return None


def _sketch(stored: bytes | None) -> Any:
    """Raises StorageError when what is stored is none."""
    # It brings NumPy along, 13 MiB, which no command but the bot has a use for, and that only once somebody writes.
    from datasketches import cpc_sketch  # type: ignore[import-untyped]  # noqa: PLC0415 -- see above

    if not stored:  # An empty one is never stored: the library (5.2.0) reads it back as one that cannot count.
        return cpc_sketch(LG_K)
    try:
        return cpc_sketch.deserialize(stored)
    except (IndexError, RuntimeError, ValueError):
        raise StorageError("A sketch in the database is damaged: see docs/privacy.md, Counting people.") from None


@cache
def _begun(dialect: str) -> Any:
    return insert_into(PERIOD_KEYS, dialect).on_conflict_do_nothing()


@cache
def _put(dialect: str) -> Any:
    row = insert_into(SKETCHES, dialect)
    return row.on_conflict_do_update(index_elements=["period", "what"], set_={"sketch": row.excluded.sketch})


def _locking(statement: Any, tx: Transaction) -> Any:
    return statement.with_for_update() if tx.dialect.name == "postgresql" else statement
