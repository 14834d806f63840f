"""`udha content mistakes`: what people said is wrong on the card of a service."""

from collections.abc import Callable
from typing import Final

import typer

from bot.usage import mistakes
from bot.workshop.options import this_day
from bot.workshop.stored import stored

NONE: Final = f"None: within {mistakes.SHOWN.days} days nobody said that something on a card is wrong."


def register(content: typer.Typer, database_url: Callable[[], str]) -> None:
    """Add the command `content mistakes`."""

    @content.command("mistakes")
    def show_mistakes() -> None:
        """List what people said is wrong on the card of a service; with SQLite, while the bot stands still."""
        found = stored(database_url(), lambda tx: mistakes.told(tx, this_day()))
        typer.echo("\n".join(f"{each.times:>4}  {each.service}  {each.what}" for each in found) or NONE)
