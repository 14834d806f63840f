"""What is behind, counted for the operator: no row is opened, and nothing is read that says whose it is."""

from dataclasses import dataclass
from typing import Final

from sqlalchemy import bindparam, func, select

from bot.storage.tables import CASES, REMINDERS, TRAIL
from bot.storage.transaction import Transaction

BEGIN_TO_WAIT: Final = ("opened", "reopened", "released")
"""Deeds of the trail after which a case waits for a counsellor (bot.desk)."""
GRACE: Final = 60
"""Seconds that something due may take: the running bot looks every five, and one look may be long."""

SINCE = (
    select(func.max(TRAIL.c.at))
    .where(TRAIL.c.case_id == CASES.c.id, TRAIL.c.deed.in_(BEGIN_TO_WAIT))
    .correlate(CASES)
    .scalar_subquery()
)
WAITING = select(func.count().label("n"), func.min(SINCE).label("since")).where(CASES.c.status == "waiting")
LATE_CASES = select(func.count()).where(CASES.c.due < bindparam("before"))
LATE_REMINDERS = select(func.count()).where(REMINDERS.c.due < bindparam("before"))


@dataclass(frozen=True)
class Backlog:
    """`oldest` is for how many seconds the client of the oldest waiting case has waited; 0 where none waits."""

    waiting: int
    oldest: int
    late_cases: int
    late_reminders: int


async def read(tx: Transaction, now: int) -> Backlog:
    """As it stands at `now` (seconds since 1970). A case that an earlier version opened has no trail, and no age."""
    waiting = (await tx.execute(WAITING)).one()
    before = {"before": now - GRACE}
    late_cases = (await tx.execute(LATE_CASES, before)).scalar_one()
    late_reminders = (await tx.execute(LATE_REMINDERS, before)).scalar_one()
    oldest = max(0, now - waiting.since) if waiting.since is not None else 0
    return Backlog(int(waiting.n), oldest, int(late_cases), int(late_reminders))
