"""What was published of months and quarters that are over: numbers that may be shown, and which ones may not.

A row for each table of each period, and one more for the period itself (`PERIOD`): with that it is published, even
where a table of it could not be worked out. With a month stands also what went out of it, for the next month of the
quarter goes through the gate beside that. With a quarter it does not: nothing is ever published of it again.
"""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Final

from pydantic import TypeAdapter
from sqlalchemy import bindparam, insert, select

from bot.reports.suppression import Passed
from bot.reports.table import SUPPRESSED, Key, Number, Published, Suppressed
from bot.storage.tables import PUBLICATIONS
from bot.storage.transaction import Transaction
from bot.storage.upsert import insert_into

PERIOD: Final = "*"
"""Instead of a table's name: the period as a whole."""
NOTHING: Final = "{}"

DONE = select(PUBLICATIONS.c.period).where(PUBLICATIONS.c.counted == PERIOD).order_by(PUBLICATIONS.c.period)
OF_PERIODS = select(PUBLICATIONS).where(
    PUBLICATIONS.c.period.in_(bindparam("periods", expanding=True)), PUBLICATIONS.c.counted != PERIOD
)


async def done(tx: Transaction) -> frozenset[str]:
    """The months and quarters that are published."""
    return frozenset((await tx.execute(DONE)).scalars().all())


async def put(tx: Transaction, period: str, passed: Mapping[str, Passed]) -> bool:
    """Publish a period. False, and nothing was written, where another process has done so meanwhile.

    That process may still be at it: the row of the period itself comes first, and the second one waits for the first.
    """
    begun = await tx.execute(_begin(tx.dialect.name), {"counted": PERIOD, "period": period, "passed": NOTHING})
    if not begun.rowcount:
        return False
    rows = [
        {"counted": counted, "period": period, "passed": _packed(one, released="Q" not in period)}
        for counted, one in passed.items()
    ]
    if rows:
        await tx.execute(insert(PUBLICATIONS), rows)
    return True


async def of_month(tx: Transaction, month: str) -> dict[str, Passed]:
    """What was published of a month, as the gate needs it for the next one; nothing of one that was not."""
    return {row.counted: _unpacked(row.passed) for row in await tx.execute(OF_PERIODS, {"periods": [month]})}


async def numbers(
    tx: Transaction, periods: Iterable[str], tables: Iterable[str] = ()
) -> dict[tuple[str, str], dict[Key, Number]]:
    """By what was counted and the period, for these months and quarters; of all `tables`, or of some."""
    wanted, named = list(periods), list(tables)
    if not wanted:
        return {}
    statement = OF_PERIODS.where(PUBLICATIONS.c.counted.in_(named)) if named else OF_PERIODS
    rows = await tx.execute(statement, {"periods": wanted})
    return {(row.counted, row.period): _numbers(json.loads(row.passed)) for row in rows}


@cache
def _begin(dialect: str) -> Any:
    return insert_into(PUBLICATIONS, dialect).on_conflict_do_nothing()


@cache
def _shape() -> TypeAdapter[Published]:
    return TypeAdapter(Published)


def _packed(passed: Passed, *, released: bool) -> str:
    """Each number as its key and what it is; null for what is hidden."""
    said: dict[str, Any] = {
        "numbers": [[*key, None if isinstance(n, Suppressed) else n] for key, n in passed.numbers.items()],
        "withheld": passed.withheld,
    }
    if released:
        said["published"] = _shape().dump_python(passed.published, mode="json")
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def _unpacked(text: str) -> Passed:
    said = json.loads(text)
    published = _shape().validate_python(said["published"]) if "published" in said else Published()
    return Passed(_numbers(said), published, said["withheld"])


def _numbers(said: Mapping[str, Any]) -> dict[Key, Number]:
    return {tuple(key): SUPPRESSED if n is None else n for *key, n in said["numbers"]}
