"""What people said is wrong on the card of a service: which service and what of it, never who."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from sqlalchemy import func, select

from bot.storage.tables import COUNTS
from bot.storage.transaction import Transaction

KIND: Final = "mistake"
"""The kind of count that the conversation makes of it."""

SHOWN: Final = timedelta(days=30)
"""How long it is listed for the editors."""


@dataclass(frozen=True)
class Mistake:
    """`what` is a part of the card: phone, hours, address, closed, other; `times` it was said."""

    service: str
    what: str
    times: int


async def told(tx: Transaction, today: date) -> list[Mistake]:
    """What was said lately, the most often said first."""
    times = func.sum(COUNTS.c.n)
    rows = await tx.execute(
        select(COUNTS.c.subject, times.label("times"))
        .where(COUNTS.c.kind == KIND, COUNTS.c.day >= today - SHOWN)
        .group_by(COUNTS.c.subject)
        .order_by(times.desc(), COUNTS.c.subject)
    )
    parts = ((row.subject.partition(":"), int(row.times)) for row in rows)
    return [Mistake(service, what, times) for (service, _, what), times in parts]
