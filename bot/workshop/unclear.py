"""`udha content unclear`: the words that people use and no pack has."""

from collections.abc import Callable
from typing import Final

import typer

from bot.usage import unclear
from bot.workshop.stored import stored

NONE: Final = f"None: no word that the packs lack was used by {unclear.CHATS} different chats within 30 days."


def register(content: typer.Typer, database_url: Callable[[], str]) -> None:
    """Add the command `content unclear`."""

    @content.command("unclear")
    def show_unclear() -> None:
        """List words that several people used and Udha did not understand; with SQLite, while the bot stands still."""
        found = stored(database_url(), unclear.shown)
        typer.echo("\n".join(f"{each.chats:>4}  {each.language}  {each.word}" for each in found) or NONE)
