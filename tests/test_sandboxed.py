"""The sandbox command: the whole bot with nothing to configure."""

import asyncio
import socket
from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.sandbox.server import create_app
from bot.sandboxed import DATABASE, KEY, play
from bot.serving import served
from bot.settings import Settings
from tests.sandbox_client import SandboxClient


def a_taken_port() -> socket.socket:
    taken = socket.socket()
    taken.bind(("127.0.0.1", 0))
    taken.listen()
    return taken


async def test_a_taken_port_that_somebody_chose_is_refused_in_a_plain_sentence() -> None:
    with a_taken_port() as taken, pytest.raises(SettingsError, match=r"Port \d+ on 127.0.0.1 cannot be used"):
        async with served(create_app(), "127.0.0.1", taken.getsockname()[1]):
            pass


async def test_a_taken_port_that_nobody_chose_is_passed_over() -> None:
    with a_taken_port() as taken:
        async with served(create_app(), "127.0.0.1", taken.getsockname()[1], or_any=True) as address:
            assert not address.endswith(f":{taken.getsockname()[1]}")


async def test_it_answers_with_nothing_configured_and_keeps_its_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    first = await _greeting()
    key = (tmp_path / KEY).read_text("utf-8")
    assert await _greeting() == first
    assert (tmp_path / KEY).read_text("utf-8") == key
    assert (tmp_path / KEY).stat().st_mode & 0o077 == 0
    assert (tmp_path / DATABASE).is_file()


async def _greeting() -> str:
    """What the bot answers to /start in a sandbox that starts anew."""
    stopped, address = asyncio.Event(), asyncio.get_running_loop().create_future()
    running = asyncio.create_task(play(Settings(http_port=0), stopped, address.set_result))
    async with SandboxClient(await address) as people:
        await people.client_text(1001, "/start")
        seen = await people.wait_for_text(1001, "Udha")
    stopped.set()
    await running
    return seen.text
