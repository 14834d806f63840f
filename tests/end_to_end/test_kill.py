"""Nothing that a client sends is lost, and nothing is done twice: kill the process at any instant, start it again."""

import asyncio
from collections import Counter, defaultdict
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import func, select

from bot.sandbox.server import DESK_CHAT
from bot.storage.database import Database
from bot.storage.tables import COUNTS, INBOX, OUTBOX
from bot.usage.tally import BY_MONTH
from tests.dialogues.played import packs
from tests.end_to_end.crowd import Crowd, Deed, counted
from tests.end_to_end.judging import Lane, Ledger, Sent, doubled, lanes_of, once
from tests.end_to_end.processes import BotProcess
from tests.playing import sqlite_in
from tests.sandbox_client import SandboxProcess, until

SEED = 20_261_122
KILLS = 30
LATENCY = 0.03
"""Seconds that the stand-in Telegram takes for a call, so that many kills hit a send in flight."""
LONGEST_LIFE = 0.45
"""Seconds after its start within which a process is killed: it is at its busiest then."""


async def test_thirty_kills_lose_nothing_and_double_at_most_one_send_a_lane(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with SandboxProcess() as sandbox, BotProcess(sandbox, tmp_path) as bot:
        crowd = Crowd(sandbox, Random(SEED))  # noqa: S311 -- chance that can be had again
        await bot.start()
        await crowd.arrive()
        await sandbox.fault("delay", times=1_000_000, seconds=LATENCY)
        ledger, deeds = await Ledger.opened(sandbox), crowd.plan()
        kills = await _killed_again_and_again(crowd, bot, deeds, ledger)
        lanes = await _everything_sent(crowd, deeds, ledger)
        assert await bot.stop() == 0
    doubles = doubled(lanes, kills)
    with capsys.disabled():
        print(f"\n{_figures(deeds, lanes, doubles)}")  # noqa: T201 -- the figures are what this test is asked for
    assert {lane: once(sent) for lane, sent in lanes.items()} == _expected(deeds, crowd)
    assert (max(doubles.values(), default=0) <= 1, [at for at in doubles if at[1] == -1]) == (True, [])
    assert await _kept(tmp_path) == (counted(deeds), 0, 0)


async def _killed_again_and_again(crowd: Crowd, bot: BotProcess, deeds: list[Deed], ledger: Ledger) -> list[int]:
    """All deeds, spread over thirty lives of the bot; gives the number of the last call before each kill."""
    kills = []
    for life in range(KILLS):
        share = deeds[life * len(deeds) // KILLS : (life + 1) * len(deeds) // KILLS]
        doing = asyncio.create_task(_done_one_by_one(crowd, share))
        await asyncio.sleep(crowd.chance.uniform(0, LONGEST_LIFE))
        await bot.kill()
        await asyncio.sleep(2 * LATENCY)  # a call that was in flight is done, and numbered, after its caller's death
        kills.append((await ledger.read())[-1].number)
        # Now and then the next kill comes before the bot is up.
        await (bot.launch() if life % 5 == 0 else bot.start())
        await doing
    return kills


async def _done_one_by_one(crowd: Crowd, deeds: list[Deed]) -> None:
    for deed in deeds:
        await crowd.do(deed)
        await asyncio.sleep(crowd.chance.uniform(0, LONGEST_LIFE / len(deeds)))


async def _everything_sent(crowd: Crowd, deeds: list[Deed], ledger: Ledger) -> dict[Lane, list[Sent]]:
    """Wait until every lane has been told all that it must be told."""
    titles = {packs().section(name, "sq").title: name for name in packs().sections}
    expected = _expected(deeds, crowd)

    async def complete() -> dict[Lane, list[Sent]] | None:
        lanes = lanes_of(await ledger.read(), crowd.relayed, titles)
        told = {lane: len(once(sent)) for lane, sent in lanes.items()}
        return lanes if all(told.get(lane, 0) >= len(wanted) for lane, wanted in expected.items()) else None

    return await until(complete, 30.0, "not everything was sent")


def _expected(deeds: list[Deed], crowd: Crowd) -> dict[Lane, list[str]]:
    """What each lane must be told, in order."""
    lanes: defaultdict[Lane, list[str]] = defaultdict(list)
    for deed in deeds:
        lane = (DESK_CHAT, crowd.thread) if deed.kind == "to_desk" else (deed.client, 0)
        lanes[lane].append(deed.what)
    return dict(lanes)


async def _kept(folder: Path) -> tuple[Counter[tuple[str, str]], int, int]:
    """What the statistics say, and how much still waits in the inbox and in the outbox."""
    database = Database.open(sqlite_in(folder))
    async with database.transaction() as tx:
        columns = (COUNTS.c.kind, COUNTS.c.subject)
        happened = select(*columns, func.sum(COUNTS.c.n)).where(COUNTS.c.kind.not_in(BY_MONTH))
        found = await tx.execute(happened.group_by(*columns))
        counts = Counter({(kind, subject): int(n) for kind, subject, n in map(tuple, found)})
        inbox = (await tx.execute(select(func.count()).select_from(INBOX))).scalar_one()
        outbox = (await tx.execute(select(func.count()).select_from(OUTBOX))).scalar_one()
    await database.close()
    return counts, inbox, outbox


def _figures(deeds: list[Deed], lanes: dict[Lane, list[Sent]], doubles: Counter[tuple[Lane, int]]) -> str:
    sent = sum(len(found) for found in lanes.values())
    return (
        f"{len(deeds)} messages of {len(lanes)} chats, {KILLS} kills: {sent} sends, "
        f"{sum(doubles.values())} of them doubled over {len({kill for _, kill in doubles})} kills"
    )
