"""The bot as a process of its own, so that it can be killed."""

import asyncio
import os
import signal
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Self

from bot.sandbox.server import DESK_CHAT, TOKEN
from bot.settings import ROOT
from tests.playing import SECRET, sqlite_in
from tests.sandbox_client import SandboxClient

START: Final = 30.0
"""Seconds that a start may take on a busy machine; aiogram alone takes five of them."""


@dataclass
class BotProcess:
    """`python -m bot run` in a folder of its own, where no `.env` lies; what it logs is appended to `log`."""

    sandbox: SandboxClient
    folder: Path
    library: str = "python-telegram-bot"
    level: str = "INFO"
    _process: asyncio.subprocess.Process | None = field(default=None, init=False)

    @property
    def log(self) -> Path:
        return self.folder / "bot.log"

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        """Whatever went wrong in the test, no process is left behind."""
        if self._process is not None:
            await self.kill()

    async def start(self) -> None:
        """Gives control back when the bot has asked Telegram who it is, which it does once everything is ready."""
        seen = await self.sandbox.calls("getMe")
        await self.launch()
        await self.sandbox.wait_for_calls("getMe", len(seen) + 1, START)

    async def launch(self) -> None:
        """Only begins to start it."""
        with self.log.open("ab") as log:
            command = (sys.executable, "-m", "bot", "run")
            self._process = await asyncio.create_subprocess_exec(
                *command, env=self._environment(), cwd=self.folder, stdout=log, stderr=log
            )

    async def kill(self) -> None:
        await self._end(signal.SIGKILL)

    async def stop(self) -> int:
        """As a container is stopped; gives the exit code."""
        return await self._end(signal.SIGTERM)

    async def _end(self, how: signal.Signals) -> int:
        assert self._process is not None, "It was never started."
        if self._process.returncode is None:
            self._process.send_signal(how)
        return await self._process.wait()

    def _environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("UDHA_")}
        return kept | {
            "PYTHONPATH": str(ROOT),
            "UDHA_TELEGRAM_TOKEN": TOKEN,
            "UDHA_TELEGRAM_API": self.sandbox.base_url,
            "UDHA_DESK_CHAT": str(DESK_CHAT),
            "UDHA_SECRET_KEY": SECRET,
            "UDHA_DATABASE_URL": sqlite_in(self.folder),
            "UDHA_CHANNEL": self.library,
            "UDHA_LOG_LEVEL": self.level,
            "UDHA_HTTP_PORT": "0",
        }
