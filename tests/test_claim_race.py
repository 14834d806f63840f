"""Several press at the same moment, in one process and in two: there is one winner, and everybody else learns who."""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest

from bot.conversation.actions import Show
from bot.conversation.case_views import Notice
from bot.desk.views import Sentence
from bot.desk_service import Person
from bot.service import AS_THE_CLIENT_SEES_IT
from bot.storage import cases, conversations
from bot.storage.database import Database
from bot.storage.version import make_ready
from tests.builders import some_packs
from tests.conftest import an_empty_one
from tests.fakes import Canned
from tests.racing import Deed, Outcome, Racer
from tests.stage import BESNIK, KEY, MIRA, VAULT, Stage, key_of, staged

ROUNDS = 20
AHEAD = 0.12
"""Seconds until the moment: both have read what to do by then."""
CROWD = tuple(Person(700100200400 + number, f"Person{number}") for number in range(12))


@pytest.fixture
async def shared(postgres: str) -> AsyncIterator[tuple[str, Stage]]:
    """A PostgreSQL that several processes use, and the first of them."""
    async with an_empty_one(postgres) as url:
        database = Database.open(url)
        await make_ready(database)
        yield url, staged(database, Canned().knowledge(some_packs()))
        await database.close()


async def race(racers: Sequence[Racer], deeds: Sequence[str], case: int) -> list[Outcome]:
    at = time.monotonic() + AHEAD
    return await asyncio.gather(
        *(racer.does(Deed(at, deed, case, case)) for racer, deed in zip(racers, deeds, strict=True))
    )


def raced(outcomes: Sequence[Outcome]) -> bool:
    """Whether they were really under way at the same time."""
    return max(one.began for one in outcomes) < min(one.ended for one in outcomes)


async def test_two_processes_give_a_case_to_exactly_one_of_two_who_press_at_once(shared: tuple[str, Stage]) -> None:
    url, stage = shared
    people, overlaps, winners = (MIRA, BESNIK), 0, []
    async with Racer(url, MIRA) as mira, Racer(url, BESNIK) as besnik:
        for number in range(1, ROUNDS + 1):
            case = await stage.open_case(number, number)
            outcomes = await race((mira, besnik), ("claim", "claim"), number)
            overlaps += raced(outcomes)
            (won,) = [at for at, one in enumerate(outcomes) if (one.toast, one.name) == ("claimed", "")]
            assert (outcomes[1 - won].toast, outcomes[1 - won].name) == ("one_of", people[won].name)
            await _is_held_by(stage, number, case, people[won])
            winners.append(won)
    assert overlaps > ROUNDS / 2, "They hardly ever pressed at the same moment: this showed nothing."


async def _is_held_by(stage: Stage, chat: int, case: int, winner: Person) -> None:
    record, conversation = await stage.record(chat), await stage.remembered(chat)
    assert record.case.holder is not None
    assert (record.case.status, record.case.holder.key) == ("held", key_of(winner).hex())
    assert conversation is not None
    assert conversation.case == "held"
    assert await stage.deeds(case) == [("opened", None), ("claimed", key_of(winner))]
    told = [each for each in await stage.waiting() if each.parcel.action == Show(Notice("case_held"), "sq")]
    assert [each.parcel.chat for each in told] == [chat]
    await stage.send_all()


async def test_a_client_who_ends_a_case_while_another_process_gives_it_away_is_left_in_peace(
    shared: tuple[str, Stage],
) -> None:
    url, stage = shared
    overlaps = 0
    async with Racer(url, MIRA) as counsellor, Racer(url, BESNIK) as client:
        for number in range(1, ROUNDS // 2 + 1):
            await stage.open_case(number, number)
            outcomes = await race((counsellor, client), ("claim", "end"), number)
            overlaps += raced(outcomes)
            record, conversation = await stage.record(number), await stage.remembered(number)
            assert conversation is not None
            assert (record.case.status, conversation.case) == ("closed", "none")
            assert outcomes[0].toast in {"claimed", "closed"}
            assert await stage.waiting() != []
            await stage.send_all()
    assert overlaps > ROUNDS / 4, "They hardly ever did it at the same moment: this showed nothing."


async def test_news_of_a_desk_that_cannot_be_reached_waits_its_turn_behind_the_client(
    shared: tuple[str, Stage],
) -> None:
    """Two who lock chat and case in different orders would wait for each other; PostgreSQL fails one of them."""
    _, stage = shared
    case = await stage.open_case()
    async with stage.database.transaction() as tx:
        await conversations.load(tx, VAULT, KEY)
        news = asyncio.create_task(stage.desk.unheard(case))
        await asyncio.sleep(0.3)
        assert await cases.by_id(tx, VAULT, case, lock=True) is not None
    assert [each.parcel.action for each in await news] == [Show(Notice("desk_away"), "sq")]


async def test_in_one_process_a_case_goes_to_exactly_one_of_many_who_press_at_once(tmp_path: Path) -> None:
    database = Database.open(f"sqlite:///{tmp_path / 'udha.db'}")
    await make_ready(database)
    stage = staged(database, Canned().knowledge(some_packs()))
    for number in range(1, ROUNDS + 1):
        case = await stage.open_case(number, number)
        done = await asyncio.gather(*(stage.press("claim", by=person, thread=number) for person in CROWD))
        (winner,) = [person for person, each in zip(CROWD, done, strict=True) if each.toast == Sentence("claimed")]
        assert [each.toast for each in done].count(Sentence("one_of", winner.name)) == len(CROWD) - 1
        await _is_held_by(stage, number, case, winner)
    await database.close()


async def test_what_the_client_and_two_counsellors_do_at_once_leaves_the_chat_and_the_case_agreed(
    tmp_path: Path,
) -> None:
    database = Database.open(f"sqlite:///{tmp_path / 'udha.db'}")
    await make_ready(database)
    stage = staged(database, Canned().knowledge(some_packs()))
    for number in range(1, ROUNDS + 1):
        await stage.open_case(number, number)
        await asyncio.gather(
            stage.press("claim", thread=number),
            stage.press("close", "informed", by=BESNIK, thread=number),
            stage.press("reopen", by=BESNIK, thread=number),
            stage.press("release", thread=number),
        )
        record, conversation = await stage.record(number), await stage.remembered(number)
        assert conversation is not None
        assert conversation.case == AS_THE_CLIENT_SEES_IT[record.case.status]
    await database.close()
