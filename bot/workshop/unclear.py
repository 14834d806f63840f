"""`udha content unclear`: the words that people use and no pack has."""

import asyncio
from collections.abc import Callable
from typing import Final

import typer

from bot.storage.database import Database
from bot.storage.version import make_ready
from bot.usage import unclear
from bot.usage.unclear import UnclearWord

NONE: Final = f"None: no word that the packs lack was used by {unclear.CHATS} different chats within 30 days."


def register(content: typer.Typer, database_url: Callable[[], str]) -> None:
    """Add the command `content unclear`."""

    @content.command("unclear")
    def show_unclear() -> None:
        """List words that several people used and Udha did not understand; with SQLite, while the bot stands still."""
        found = asyncio.run(_read(database_url()))
        typer.echo("\n".join(f"{each.chats:>4}  {each.language}  {each.word}" for each in found) or NONE)


async def _read(url: str) -> list[UnclearWord]:
    database = Database.open(url)
    try:
        await make_ready(database)
        async with database.transaction() as tx:
            return await unclear.shown(tx)
    finally:
        await database.close()
