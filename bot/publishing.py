"""Publishes what is over: each month and each quarter once, in their order, and never again.

Everything that is ever shown is made of what was published. So whatever periods somebody chooses, whoever subtracts one
report from another finds nothing that was not shown anyway.
"""

import asyncio
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from bot import logs
from bot.packs.assets import Packs
from bot.reports.happened import Happened, QuarterCounted
from bot.reports.months import month_of, months_between, months_of, quarter_with
from bot.reports.publication import Publication, month_published, quarter_published
from bot.reports.suppression import Passed
from bot.storage import publications
from bot.storage.database import TROUBLE, Database
from bot.usage import counted

PAUSE: Final = 3600.0
"""Seconds between two looks."""
SETTLED: Final = timedelta(hours=1)
"""After midnight: a turn that began in the old month is long over by then."""


@dataclass
class Publishing:
    """Publishes what is over, beside the bot."""

    database: Database
    packs: Packs
    clock: Callable[[], datetime]

    async def run(self) -> None:
        """Until cancelled. What breaks here must not stop the bot: nobody waits for a number."""
        while True:
            try:
                await publish(self.database, self.packs, (self.clock() - SETTLED).date())
            except TROUBLE as trouble:
                logs.get().warning("not_published", error=type(trouble).__name__)
            except Exception as fault:  # noqa: BLE001 -- see above
                logs.get().error("not_published", error=type(fault).__name__)
            await asyncio.sleep(PAUSE)


async def publish(database: Database, packs: Packs, today: date) -> None:
    """All that is over on this day (UTC) and was not published yet.

    A quarter waits until the number of its people is written down. A table that cannot be worked out is logged, and
    stays unpublished for that period. No transaction is open while the gate works, or turns of clients would wait for
    it; where another process was quicker, what that has published holds.
    """
    async with database.transaction() as tx:
        begun, done = await counted.first_day(tx), await publications.done(tx)
    for period in _over(begun, today) if begun else ():
        if not {period, _quarter_of(period)} & done:
            await _publish(database, packs, period)


def _over(begun: date, today: date) -> Iterator[str]:
    """Every month since then that is over by today, in order; instead of the third of a quarter the quarter."""
    this_month = month_of(today)
    for month in months_between(begun, today):
        if month < this_month:
            quarter = quarter_with(month)
            yield quarter if month == months_of(quarter)[-1] else month


async def _publish(database: Database, packs: Packs, period: str) -> None:
    quarter = _quarter_of(period)
    until = months_of(quarter) if period == quarter else [each for each in months_of(quarter) if each <= period]
    rows = [row for month in until for row in await _rows(database, month)]
    async with database.transaction() as tx:
        earlier = {name: one for month in until for name, one in (await publications.of_month(tx, month)).items()}
        people = await counted.people_of(tx, quarter) if period == quarter else {}
    if people is None:
        return
    counts = QuarterCounted(quarter, tuple(rows), people)
    made = await asyncio.to_thread(_made, period, counts, packs, earlier)
    for name, fault in made.failed.items():
        logs.get().error("not_published", error=type(fault).__name__, kind=name.partition(":")[0])
    async with database.transaction() as tx:
        if await publications.put(tx, period, made.passed):
            logs.get().info("published", kind="quarter" if period == quarter else "month", count=len(made.passed))


def _made(period: str, counts: QuarterCounted, packs: Packs, earlier: Mapping[str, Passed]) -> Publication:
    if period == counts.name:
        return quarter_published(counts, packs, earlier, thresholds(packs))
    return month_published(period, counts.rows, packs, earlier)


def thresholds(packs: Packs) -> dict[str, tuple[int, ...]]:
    """By quiz, how many points more count as a gain in any indicator."""
    asked: dict[str, tuple[int, ...]] = {}
    for indicator in packs.indicators.values():
        for quiz, threshold in indicator.quizzes.items():
            asked[quiz] = (*asked.get(quiz, ()), threshold)
    return asked


async def _rows(database: Database, month: str) -> list[Happened]:
    """A transaction for each month: on SQLite nobody else has one meanwhile."""
    async with database.transaction() as tx:
        return await counted.of_month(tx, month)


def _quarter_of(period: str) -> str:
    return period if "Q" in period else quarter_with(period)
