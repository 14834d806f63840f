"""What programmes enter by hand. Checked before (`bot.reports.figures.checked`), and read by managers only."""

from datetime import date

from sqlalchemy import Row, bindparam, delete, insert, select

from bot.reports.figures import Figure
from bot.storage.tables import FIGURES
from bot.storage.transaction import Transaction

PUT = insert(FIGURES).returning(FIGURES.c.id)
ALL = select(FIGURES).order_by(FIGURES.c.day.desc(), FIGURES.c.id.desc())
REMOVE = delete(FIGURES).where(FIGURES.c.id == bindparam("number"))


async def add(tx: Transaction, figure: Figure, today: date) -> int:
    """Keep it; gives the number by which it is removed."""
    row = {
        "indicator": figure.indicator,
        "day": figure.day,
        "n": figure.n,
        "having": figure.having,
        "known": figure.known,
        "source": figure.source,
        "entered_on": today,
    }
    return int((await tx.execute(PUT, row)).scalar_one())


async def listed(tx: Transaction) -> list[Figure]:
    """All of them, the latest day first."""
    return [_figure(row) for row in await tx.execute(ALL)]


async def remove(tx: Transaction, number: int) -> bool:
    """False when it was gone already."""
    return bool((await tx.execute(REMOVE, {"number": number})).rowcount)


def _figure(row: Row[tuple[object, ...]]) -> Figure:
    return Figure(row.indicator, row.day, row.n, row.source, row.having, row.known, row.id, row.entered_on)
