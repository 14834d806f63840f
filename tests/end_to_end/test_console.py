"""The console beside a running bot: there as long as the bot, and a taken port is refused before anything else."""

import socket
from pathlib import Path

import pytest
from aiohttp import ClientConnectionError, ClientSession

from bot.console.links import Link, token
from bot.errors import SettingsError
from tests.playing import Clock, running_bot, settings_for, sqlite_in
from tests.sandbox_client import running_sandbox


async def test_the_form_is_served_while_the_bot_runs_and_no_longer(tmp_path: Path) -> None:
    async with running_sandbox() as people, ClientSession() as browser:
        settings = settings_for("python-telegram-bot", people.base_url, sqlite_in(tmp_path))
        async with running_bot(settings, Clock()) as bot:
            service = next(iter(bot.delivery.posting.packs.services))
            link = token(bot.vault, Link(service, Clock().today))
            address = f"{bot.console_address}/p/{link}"
            async with browser.get(address) as answer:
                assert answer.status == 200
        with pytest.raises(ClientConnectionError):
            await browser.get(address)


async def test_a_taken_port_is_said_in_a_sentence_and_telegram_is_not_asked_for_anything(tmp_path: Path) -> None:
    async with running_sandbox() as people:
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            settings = settings_for("python-telegram-bot", people.base_url, sqlite_in(tmp_path))
            settings = settings.model_copy(update={"http_port": taken.getsockname()[1]})
            with pytest.raises(SettingsError, match=r"Port \d+ on 127.0.0.1 cannot be used"):
                async with running_bot(settings, Clock()):
                    pass
        assert await people.calls("getMe") == []
