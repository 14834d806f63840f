"""SIGTERM in the middle of work: what was taken in is finished, now or after the start; nothing is done twice."""

import asyncio
from pathlib import Path

import pytest

from bot.sandbox.server import World
from tests.both_channels import through_both
from tests.end_to_end.deeds import answered_towns, towns
from tests.playing import Clock, Playing, running_bot, settings_for, sqlite_in
from tests.sandbox_client import running_sandbox

CLIENTS = range(83_456_701, 83_456_711)
TOWNS = ["Kukës", "Tiranë", "Shkodër", "Durrës", "Vlorë"]


@through_both
@pytest.mark.parametrize("after", [0.0, 0.02, 0.1])
async def test_a_stop_in_the_middle_loses_nothing_and_doubles_nothing(
    tmp_path: Path, library: str, after: float
) -> None:
    world = World()
    async with running_sandbox(world) as people:
        settings = settings_for(library, people.base_url, sqlite_in(tmp_path))
        async with running_bot(settings, Clock()) as bot:
            play = Playing(people.base_url, world, bot)
            await asyncio.gather(*(towns(play, client, TOWNS) for client in CLIENTS))
            await asyncio.sleep(after)
        async with running_bot(settings, Clock()) as bot:
            play.bot = bot
            await play.quiet()
        answered = [await answered_towns(play, client) for client in CLIENTS]
        await play.close()
    assert answered == [TOWNS] * len(CLIENTS)


async def test_a_stop_while_telegram_lets_us_wait_keeps_the_answer_for_later(tmp_path: Path) -> None:
    world = World()
    async with running_sandbox(world) as people:
        settings = settings_for("python-telegram-bot", people.base_url, sqlite_in(tmp_path))
        await people.fault("429", "sendMessage", retry_after=30)
        async with running_bot(settings, Clock()):
            await people.client_text(CLIENTS[0], "Kukës")
            await people.wait_for_calls("sendMessage", 1)
        async with running_bot(settings, Clock()):
            await people.wait_for_text(CLIENTS[0], "Pranë jush: Kukës")
