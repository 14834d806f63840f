"""`udha content invite`: the private link with which a provider confirms or corrects its own entry."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Annotated

import typer

from bot.console.links import Link, token
from bot.settings import Settings, secret_of
from bot.storage.vault import Vault
from bot.workshop.options import FolderOption, this_day
from bot.workshop.service_files import file_of

ServiceArgument = Annotated[str, typer.Argument(metavar="SERVICE", help="The id of the service, such as al_kmd.")]
DaysOption = Annotated[int, typer.Option(min=1, max=365, help="How many days the link works.")]


def register(content: typer.Typer, chosen: Callable[[], Settings], today: Callable[[], date] = this_day) -> None:
    """Add the command `content invite`."""

    @content.command("invite")
    def invite(service: ServiceArgument, days: DaysOption = 30, folder: FolderOption = None) -> None:
        """Make the link with which a service confirms or corrects its own entry; send it to that service only."""
        settings = chosen()
        file_of(folder or settings.content_dir, service)
        link = Link(service, today() + timedelta(days=days))
        typer.echo(f"{settings.console_base}/p/{token(Vault(secret_of(settings)), link)}")
        typer.echo(f"It works until {link.until}, as often as it is opened, and cannot be called back.", err=True)
