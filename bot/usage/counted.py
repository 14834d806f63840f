"""What was counted in a month or a quarter that is over, for what is published of it. As it is it is shown nowhere."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from sqlalchemy import bindparam, func, select

from bot.reports.happened import Estimate, Happened
from bot.reports.months import days_of_month
from bot.storage.tables import COUNTS, PEOPLE, PERIOD_KEYS
from bot.storage.transaction import Transaction

KINDS: Final = (
    "topic", "asked", "services", "service", "guide_result", "danger", "case_opened", "case_closed", "waited",
    "answered_in", "rating", "referred", "referral", "started", "hour", "people", "need", "helpful", "unhelpful",
    "unhelpful_why", "quiz_half", "quiz_gain", "quiz_gain_by",
)  # fmt: skip
"""Everything that is published; the other kinds are read by those who look after the bot."""

FIRST_DAY = select(func.min(COUNTS.c.day))
OF_MONTH = (
    select(*(COUNTS.c[name] for name in ("kind", "subject", "language", "area", "campaign")), func.sum(COUNTS.c.n))
    .where(COUNTS.c.day.between(bindparam("first"), bindparam("last")), COUNTS.c.kind.in_(KINDS))
    .group_by(*(COUNTS.c[name] for name in ("kind", "subject", "language", "area", "campaign")))
    .order_by(*(COUNTS.c[name] for name in ("kind", "subject", "language", "area", "campaign")))
)
RUNNING = select(PERIOD_KEYS.c.period).where(PERIOD_KEYS.c.period <= bindparam("which")).limit(1)
OF_PEOPLE = select(PEOPLE).where(PEOPLE.c.period == bindparam("which"))


async def first_day(tx: Transaction) -> date | None:
    """The first on which anything was counted."""
    found: date | None = (await tx.execute(FIRST_DAY)).scalar()
    return found


async def of_month(tx: Transaction, month: str) -> list[Happened]:
    """All that is published of a month (2026-10), added up over its days."""
    first, last = days_of_month(month)
    return list(_happened(month, await tx.execute(OF_MONTH, {"first": first, "last": last})))


async def people_of(tx: Transaction, quarter: str) -> dict[str, Estimate] | None:
    """How many did what in a quarter (2026-Q4) that is over; None as long as that is not written down."""
    if (await tx.execute(RUNNING, {"which": quarter})).first() is not None:
        return None
    rows = await tx.execute(OF_PEOPLE, {"which": quarter})
    return {row.what: Estimate(row.n, row.low, row.high) for row in rows}


def _happened(month: str, rows: Any) -> Iterator[Happened]:
    for kind, subject, language, area, campaign, n in rows:
        yield Happened(month, kind, subject, int(n), language, area, campaign)
