"""What a scrape reads: the queues now, the database at most every five seconds, and no old number for a new one."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from math import isnan
from pathlib import Path

import pytest
from prometheus_client import CollectorRegistry
from prometheus_client.parser import text_string_to_metric_families
from sqlalchemy import text

from bot.console.scraping import READ_EVERY, Scraping
from bot.metrics import Metrics
from bot.packs.deadlines import Deadline
from bot.storage.database import Database
from bot.storage.version import make_ready
from tests.builders import TODAY, knowledge_of, some_packs
from tests.fakes import Clock
from tests.stage import NEIGHBOUR, Stage, staged, tap

YESTERDAY = TODAY - timedelta(days=1)


@dataclass
class Line:
    """Stands for the lanes of the bot."""

    pending: int = 0
    oldest: float = 0.0


@dataclass
class Scraped:
    """A scrape of a bot that stands on a stage; `seconds` is what its watch shows."""

    stage: Stage
    inbox: Line = field(default_factory=Line)
    seconds: float = 0.0

    def __post_init__(self) -> None:
        packs = replace(some_packs(), deadlines=(a_deadline(YESTERDAY), a_deadline(TODAY)))
        metrics = Metrics(CollectorRegistry())
        queues = {"inbox": self.inbox, "outbox": Line()}
        clock: Clock = self.stage.clock
        self.scraping = Scraping(
            metrics, self.stage.database, packs, clock, {"inbox": queues["inbox"], "outbox": queues["outbox"]},
            lambda: self.seconds,
        )  # fmt: skip

    async def look(self, name: str, **labels: str) -> float:
        """One figure, of a scrape after the database may be read again."""
        self.seconds += READ_EVERY
        return await self.again(name, **labels)

    async def again(self, name: str, **labels: str) -> float:
        for family in text_string_to_metric_families((await self.scraping.text()).decode()):
            for sample in family.samples:
                if (sample.name, sample.labels) == (name, labels):
                    return sample.value
        raise AssertionError(name)

    async def execute(self, statement: str) -> None:
        async with self.stage.database.transaction() as tx:
            await tx.execute(text(statement))


def a_deadline(by: date) -> Deadline:
    return Deadline(by, "topic", "asylum-facts", None, "editor")


@pytest.fixture
async def scraped(tmp_path: Path) -> AsyncIterator[Scraped]:
    database = Database.open(f"sqlite:///{tmp_path / 'udha.db'}")
    try:
        await make_ready(database)
        yield Scraped(staged(database, knowledge_of(some_packs())))
    finally:
        await database.close()


async def test_the_queues_are_as_they_are_at_every_scrape(scraped: Scraped) -> None:
    for length, oldest in ((3, 7.5), (0, 0.0)):
        scraped.inbox.pending, scraped.inbox.oldest = length, oldest
        assert await scraped.again("udha_queue_length", queue="inbox") == length
        assert await scraped.again("udha_queue_oldest_seconds", queue="inbox") == oldest


async def test_waiting_cases_are_counted_and_the_minutes_of_the_oldest(scraped: Scraped) -> None:
    assert await scraped.look("udha_waiting_cases") == 0
    assert await scraped.look("udha_waiting_cases_oldest_minutes") == 0
    await scraped.stage.client(tap("accept"))
    scraped.stage.clock.advance(minutes=10)
    await scraped.stage.client(tap("accept"), NEIGHBOUR)
    scraped.stage.clock.advance(minutes=2)
    assert await scraped.look("udha_waiting_cases") == 2
    assert await scraped.look("udha_waiting_cases_oldest_minutes") == 12


async def test_what_is_due_is_late_after_more_than_a_minute(scraped: Scraped) -> None:
    await scraped.stage.client(tap("accept"))
    scraped.stage.clock.advance(minutes=6)
    assert await scraped.look("udha_due_late", kind="case") == 0
    scraped.stage.clock.advance(seconds=1)
    assert await scraped.look("udha_due_late", kind="case") == 1
    await scraped.stage.look()
    assert await scraped.look("udha_due_late", kind="case") == 0


async def test_content_is_past_its_review_from_the_day_after(scraped: Scraped) -> None:
    assert await scraped.again("udha_content_past_review", kind="topic") == 1
    scraped.stage.clock.advance(days=1)
    assert await scraped.again("udha_content_past_review", kind="topic") == 2
    assert await scraped.again("udha_content_past_review", kind="guide") == 0


async def test_the_database_is_not_read_more_often_than_every_five_seconds(scraped: Scraped) -> None:
    assert await scraped.look("udha_waiting_cases") == 0
    await scraped.stage.client(tap("accept"))
    scraped.seconds += READ_EVERY - 0.1
    assert await scraped.again("udha_waiting_cases") == 0
    scraped.seconds += 0.1
    assert await scraped.again("udha_waiting_cases") == 1


async def test_two_who_scrape_at_once_read_the_same(scraped: Scraped) -> None:
    await scraped.stage.client(tap("accept"))
    assert await asyncio.gather(*(scraped.again("udha_waiting_cases") for _ in range(3))) == [1, 1, 1]


async def test_a_database_that_cannot_be_read_leaves_no_number_and_comes_back(scraped: Scraped) -> None:
    assert await scraped.look("udha_database_up") == 1
    await scraped.execute("ALTER TABLE cases RENAME TO cases_away")
    assert await scraped.look("udha_database_up") == 0
    assert isnan(await scraped.again("udha_waiting_cases"))
    assert isnan(await scraped.again("udha_due_late", kind="reminder"))
    await scraped.execute("ALTER TABLE cases_away RENAME TO cases")
    assert await scraped.look("udha_database_up") == 1
    assert await scraped.again("udha_waiting_cases") == 0
