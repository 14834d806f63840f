"""`udha content preview`: everything a client could be shown, on one page for a reviewer who has no Telegram."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Final

import typer

from bot import settings
from bot.errors import ContentError
from bot.packs.fingerprint import fingerprint
from bot.packs.loader import read
from bot.packs.reading import Reading
from bot.workshop.options import FolderOption, this_day

FOLDER: Final = Path("build/preview")
FILE: Final = "index.html"
MARK: Final = 6
"""Bytes: twelve hex digits, short enough to read over the telephone."""

ToOption = Annotated[Path, typer.Option(help="The folder to write the page into.")]
OnOption = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="As of which day to mark what is due or withheld; today if left out."),
]


def register(content: typer.Typer, content_dir: Callable[[], Path], today: Callable[[], date] = this_day) -> None:
    """Add the command `content preview`."""

    @content.command("preview")
    def preview(to: ToOption = FOLDER, on: OnOption = None, folder: FolderOption = None) -> None:
        """Build one page of everything a client could be shown, all languages side by side."""
        reading = _whole(folder or content_dir())
        typer.echo(_written(to, reading, on.date() if on else today()))


def _whole(root: Path) -> Reading:
    """The packs without a fault: a page with a hole in it would be taken for all there is."""
    reading = read(root)
    if errors := reading.errors:
        raise ContentError(f"{len(errors)} faults in the packs. Run 'udha content check' and mend them first.")
    return reading


def _mark(*folders: Path) -> str:
    """Which content a page was made from: two pages with the same mark say the same."""
    return fingerprint(((folder, (".yaml", ".po", ".pot")) for folder in folders), MARK).hex()


def _written(to: Path, reading: Reading, today: date) -> str:
    """Write the page; gives the sentence for the person at the terminal."""
    from bot.packs.assembling import assemble  # noqa: PLC0415 -- no other command needs templates
    from bot.preview.page import Made, html, preview  # noqa: PLC0415 -- see above

    locales = settings.load().locales_dir
    shown = preview(reading, assemble(reading), Made(today, _mark(reading.root, locales), locales))
    path = to / FILE
    try:
        to.mkdir(parents=True, exist_ok=True)
        path.write_text(html(shown), "utf-8")
    except OSError as fault:
        raise typer.BadParameter(f"'{path}' cannot be written: {fault.strerror}.") from fault
    return f"{path}: {len(shown.topics)} topics and {len(shown.services)} services. Open it in a browser."
