"""The words that the packs lack, as an editor reads them."""

import asyncio
from datetime import date
from pathlib import Path

import typer
from typer.testing import CliRunner

from bot.storage.database import Database
from bot.storage.version import make_ready
from bot.usage import unclear
from bot.workshop.unclear import register
from tests.storage.storing import VAULT


def _said(url: str) -> str:
    app = typer.Typer()
    register(app, lambda: url)
    app.callback()(lambda: None)
    return CliRunner().invoke(app, ["unclear"]).output


async def _used(url: str, word: str, chats: int) -> None:
    database = Database.open(url)
    await make_ready(database)
    async with database.transaction() as tx:
        for chat in range(chats):
            await unclear.add(tx, VAULT, VAULT.chat_key(chat), ("sq", [word]), date(2026, 11, 22))
    await database.close()


def test_words_that_enough_chats_used_are_listed_with_how_many(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'udha.db'}"
    asyncio.run(_used(url, "vinjeta", 12))
    asyncio.run(_used(url, "trotinet", 4))
    assert _said(url) == "  12  sq  vinjeta\n"


def test_when_there_are_none_that_is_said(tmp_path: Path) -> None:
    assert _said(f"sqlite:///{tmp_path / 'udha.db'}").startswith("None: no word that the packs lack")
