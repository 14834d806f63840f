"""What is remembered of who is an administrator, and for how long."""

import asyncio
from dataclasses import dataclass, field

import pytest

from bot.channels.errors import Trouble
from bot.console.administrators import AGAIN, FRESH, HOLDS, Administrators, NotAnswered


@dataclass
class Telegram:
    """Answers what it is told to; `asked` is whom it was asked about."""

    says: bool | None = True
    asked: list[tuple[int, int]] = field(default_factory=list)
    now: float = 0.0

    async def is_admin(self, desk: int, person: int) -> bool:
        self.asked.append((desk, person))
        await asyncio.sleep(0)
        if self.says is None:
            raise Trouble
        return self.says

    def clock(self) -> float:
        return self.now


@pytest.fixture
def telegram() -> Telegram:
    return Telegram()


@pytest.fixture
def known(telegram: Telegram) -> Administrators:
    return Administrators(telegram.is_admin, telegram.clock)


async def test_a_yes_is_good_for_a_minute(telegram: Telegram, known: Administrators) -> None:
    assert await known.has(-1, 7)
    telegram.says, telegram.now = False, FRESH
    assert await known.has(-1, 7)
    telegram.now += 1
    assert not await known.has(-1, 7)
    assert telegram.asked == [(-1, 7)] * 2


async def test_a_no_is_not_remembered(telegram: Telegram, known: Administrators) -> None:
    telegram.says = False
    assert not await known.has(-1, 7)
    telegram.says = True
    assert await known.has(-1, 7)


async def test_each_desk_and_each_person_is_asked_about(telegram: Telegram, known: Administrators) -> None:
    for member in ((-1, 7), (-2, 7), (-1, 8)):
        assert await known.has(*member)
    assert telegram.asked == [(-1, 7), (-2, 7), (-1, 8)]


async def test_many_at_once_ask_once(telegram: Telegram, known: Administrators) -> None:
    assert await asyncio.gather(*(known.has(-1, 7) for _ in range(10))) == [True] * 10
    assert len(telegram.asked) == 1


async def test_without_an_answer_the_last_one_holds_for_a_while(telegram: Telegram, known: Administrators) -> None:
    assert await known.has(-1, 7)
    telegram.says, telegram.now = None, HOLDS
    assert await known.has(-1, 7)
    telegram.now += AGAIN + 1
    with pytest.raises(NotAnswered):
        await known.has(-1, 7)


async def test_of_somebody_who_was_never_asked_about_nothing_holds(telegram: Telegram, known: Administrators) -> None:
    telegram.says = None
    with pytest.raises(NotAnswered):
        await known.has(-1, 7)


async def test_a_telegram_that_is_away_is_not_asked_at_every_page(telegram: Telegram, known: Administrators) -> None:
    assert await known.has(-1, 7)
    telegram.says, telegram.now = None, FRESH + 1
    for _ in range(5):
        assert await known.has(-1, 7)
    assert len(telegram.asked) == 2
    telegram.now += AGAIN + 1
    assert await known.has(-1, 7)
    assert len(telegram.asked) == 3


async def test_whoever_loads_a_page_and_goes_away_spoils_it_for_nobody_else(known: Administrators) -> None:
    impatient = asyncio.create_task(known.has(-1, 7))
    patient = asyncio.create_task(known.has(-1, 7))
    await asyncio.sleep(0)
    impatient.cancel()
    assert await patient
