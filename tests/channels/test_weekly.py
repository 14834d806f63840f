"""Once a week the desk reads what has to be checked again: once, on Monday morning, whatever happened before."""

import asyncio
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime

import pytest

from bot.channels import weekly
from bot.channels.errors import Trouble
from bot.channels.posting import Posting
from bot.channels.weekly import Weekly, week_of
from bot.conversation.state import Count
from bot.packs.correction import Correction
from bot.packs.deadlines import Deadline
from bot.rendering.message import Message
from bot.storage import proposals
from bot.storage.database import Database
from bot.usage import counts, unclear
from tests.builders import a_service, some_packs
from tests.contexts import the_phrases
from tests.fakes import Clock
from tests.storage.storing import VAULT
from tests.tallied import tallied

SUNDAY = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
DUE = Deadline(date(2026, 12, 1), "topic", "asylum-facts", None, "editors", date(2027, 6, 1))


@dataclass
class News:
    """Takes messages down, or is away."""

    told: list[Message] = field(default_factory=list)
    away: bool = False

    async def __call__(self, message: Message) -> None:
        if self.away:
            raise Trouble("away")
        self.told.append(message)


@dataclass
class Week:
    """A running bot's Sunday, and the days after."""

    clock: Clock
    news: News
    weekly: Weekly


@pytest.fixture
async def week(database: Database) -> Week:
    clock, news = Clock(SUNDAY), News()
    packs = replace(some_packs(), deadlines=(DUE,))
    begun = Week(clock, news, Weekly(database, Posting(packs, the_phrases(), clock, desk=True), news))
    await begun.weekly.tell()
    return begun


async def test_a_new_database_begins_with_the_next_week(week: Week) -> None:
    assert week.news.told == []


async def test_the_list_comes_on_monday_morning_and_only_once(week: Week) -> None:
    week.clock.advance(hours=18)
    await week.weekly.tell()
    assert week.news.told == []
    week.clock.advance(hours=1)
    await week.weekly.tell()
    week.clock.advance(days=6)
    await week.weekly.tell()
    (told,) = week.news.told
    assert "Asylum facts (sq)" in told.html


async def test_what_people_say_is_wrong_is_told_with_it(database: Database) -> None:
    clock, news = Clock(SUNDAY), News()
    posting = Posting(some_packs(services=[a_service()]), the_phrases(), clock, desk=True)
    begun = Weekly(database, posting, news)
    await begun.tell()
    async with database.transaction() as tx:
        counted = [Count("mistake", "al_zyra_kukes:phone"), Count("mistake", "gone:phone")]
        await counts.add(tx, tallied(counted, "sq", SUNDAY.date()))
    clock.advance(days=2)
    await begun.tell()
    (told,) = news.told
    assert "Zyra e punës: Numri i telefonit" in told.html
    assert "gone" not in told.html


async def test_what_providers_wrote_is_told_by_service_and_not_in_its_words(database: Database) -> None:
    clock, news = Clock(SUNDAY), News()
    posting = Posting(some_packs(services=[a_service()]), the_phrases(), clock, desk=True)
    begun = Weekly(database, posting, news)
    await begun.tell()
    async with database.transaction() as tx:
        await proposals.put(tx, VAULT, "al_zyra_kukes", Correction(remark="We have moved."), SUNDAY.date())
    clock.advance(days=2)
    await begun.tell()
    (told,) = news.told
    assert "Zyra e punës" in told.html
    assert "moved" not in told.html


async def test_every_week_it_is_told_anew(week: Week) -> None:
    for _ in range(3):
        week.clock.advance(days=7)
        await week.weekly.tell()
    assert len(week.news.told) == 3


async def test_a_list_that_could_not_be_sent_is_sent_later(week: Week) -> None:
    week.clock.advance(days=1)
    week.news.away = True
    with pytest.raises(Trouble):
        await week.weekly.tell()
    week.news.away = False
    await week.weekly.tell()
    assert len(week.news.told) == 1


async def test_where_nothing_is_due_nobody_is_bothered(week: Week) -> None:
    quiet = replace(week.weekly, posting=replace(week.weekly.posting, packs=some_packs()))
    week.clock.advance(days=1)
    await quiet.tell()
    assert week.news.told == []


async def test_without_a_desk_nobody_is_told(week: Week) -> None:
    week.clock.advance(days=1)
    await replace(week.weekly, news=None).tell()
    assert week.news.told == []


async def test_a_trouble_does_not_end_the_weeks(week: Week, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weekly, "PAUSE", 0.0)
    week.clock.advance(days=1)
    week.news.away = True
    running = asyncio.create_task(week.weekly.run())
    await asyncio.sleep(0.05)
    week.news.away = False
    await asyncio.sleep(0.05)
    assert not running.done()
    running.cancel()
    assert len(week.news.told) == 1


@pytest.mark.parametrize(
    ("now", "week"),
    [
        (datetime(2026, 11, 23, 6, 59, tzinfo=UTC), b"2026-W47"),
        (datetime(2026, 11, 23, 7, 0, tzinfo=UTC), b"2026-W48"),
        (datetime(2027, 1, 1, 12, 0, tzinfo=UTC), b"2026-W53"),
    ],
)
def test_a_week_begins_when_the_desk_begins_to_work(now: datetime, week: bytes) -> None:
    assert week_of(now) == week


async def test_words_that_five_chats_used_and_nobody_understood_come_along(week: Week, database: Database) -> None:
    async with database.transaction() as tx:
        for chat in range(5):
            words = ["vinjeta"] if chat else ["vinjeta", "trotinet"]
            await unclear.add(tx, VAULT, VAULT.chat_key(chat), ("sq", words), SUNDAY.date())
    week.clock.advance(days=1)
    await week.weekly.tell()
    _, told = week.news.told
    assert "vinjeta" in told.html
    assert "trotinet" not in told.html
