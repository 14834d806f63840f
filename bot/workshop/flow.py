"""`udha content flow`: a guide as a FLOIP flow, for platforms that play flows."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated, Final

import typer

from bot import settings
from bot.errors import ContentError
from bot.guides.floip import written
from bot.language.phrases import Phrases
from bot.packs.assets import Guide
from bot.packs.loader import load
from bot.saving import save
from bot.workshop.options import FolderOption, this_day

DANGER: Final = (
    "Answers in this guide tell of danger, and a flow offers no help by itself: read docs/guides-exchange.md first."
)

GuideArgument = Annotated[str, typer.Argument(help="The name of a guide.")]
ToOption = Annotated[Path | None, typer.Option(help="The file to write; without it the flow is shown.")]


def register(content: typer.Typer, content_dir: Callable[[], Path], today: Callable[[], date] = this_day) -> None:
    """Add the command `content flow`."""

    @content.command("flow")
    def flow(guide: GuideArgument, to: ToOption = None, folder: FolderOption = None) -> None:
        """Write a guide as a FLOIP flow, with all its languages."""
        found = _guide(folder or content_dir(), guide, today())
        text = written(found, Phrases.load(settings.load().locales_dir))
        if any(answer.signal for step in found.facts.steps for answer in step.answers):
            typer.echo(DANGER, err=True)
        if to is None:
            typer.echo(text, nl=False)
            return
        try:
            save({to: text.encode()})
        except OSError as fault:
            raise typer.BadParameter(f"'{to}' cannot be written: {fault.strerror}.") from fault
        typer.echo(f"The guide '{guide}' is in {to}.")


def _guide(root: Path, name: str, today: date) -> Guide:
    guides = load(root).guides
    if name not in guides:
        raise ContentError(f"There is no guide '{name}'. There are: {', '.join(sorted(guides)) or 'none yet'}.")
    if guides[name].freshness(today) == "withheld":
        raise ContentError(f"The guide '{name}' is too old to be shown to anybody. Have it reviewed first.")
    return guides[name]
