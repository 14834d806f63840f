"""`udha content mistakes`: what people said is wrong on the card of a service."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final

import typer

from bot.storage.database import Database
from bot.storage.version import make_ready
from bot.usage import mistakes
from bot.usage.mistakes import Mistake

NONE: Final = f"None: within {mistakes.SHOWN.days} days nobody said that something on a card is wrong."


def register(content: typer.Typer, database_url: Callable[[], str]) -> None:
    """Add the command `content mistakes`."""

    @content.command("mistakes")
    def show_mistakes() -> None:
        """List what people said is wrong on the card of a service; with SQLite, while the bot stands still."""
        found = asyncio.run(_read(database_url()))
        typer.echo("\n".join(f"{each.times:>4}  {each.service}  {each.what}" for each in found) or NONE)


async def _read(url: str) -> list[Mistake]:
    database = Database.open(url)
    try:
        await make_ready(database)
        async with database.transaction() as tx:
            return await mistakes.told(tx, datetime.now(UTC).date())
    finally:
        await database.close()
