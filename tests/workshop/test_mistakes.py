"""What people say is wrong, as an editor reads it."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import typer
from typer.testing import CliRunner

from bot.conversation.state import Count
from bot.storage.database import Database
from bot.storage.version import make_ready
from bot.usage import counts
from bot.workshop.mistakes import NONE, register
from tests.tallied import tallied


def _said(url: str) -> str:
    app = typer.Typer()
    register(app, lambda: url)
    app.callback()(lambda: None)
    return CliRunner().invoke(app, ["mistakes"]).output


async def _told(url: str, subject: str, times: int) -> None:
    database = Database.open(url)
    await make_ready(database)
    async with database.transaction() as tx:
        await counts.add(tx, tallied([Count("mistake", subject)] * times, "sq", datetime.now(UTC).date()))
    await database.close()


def test_it_is_listed_with_how_often_it_was_said(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'udha.db'}"
    asyncio.run(_told(url, "al_office:phone", 2))
    assert _said(url) == "   2  al_office  phone\n"


def test_when_nobody_said_so_that_is_said(tmp_path: Path) -> None:
    assert _said(f"sqlite:///{tmp_path / 'udha.db'}") == f"{NONE}\n"
