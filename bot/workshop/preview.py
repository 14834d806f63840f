"""`udha content preview`: everything a client could be shown, on one page for a reviewer who has no Telegram."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, Final

import typer

from bot import settings
from bot.errors import ContentError
from bot.packs.loader import read
from bot.packs.reading import Reading

FOLDER: Final = Path("build/preview")
FILE: Final = "index.html"

ToOption = Annotated[Path, typer.Option(help="The folder to write the page into.")]
OnOption = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="As of which day to mark what is due or withheld; today if left out."),
]
FolderOption = Annotated[Path | None, typer.Option("--content-dir", help="The folder that holds the packs.")]


def _today() -> date:
    return datetime.now(UTC).date()


def register(content: typer.Typer, content_dir: Callable[[], Path], today: Callable[[], date] = _today) -> None:
    """Add the command `content preview`."""

    @content.command("preview")
    def preview(to: ToOption = FOLDER, on: OnOption = None, folder: FolderOption = None) -> None:
        """Build one page of everything a client could be shown, all languages side by side."""
        reading = _whole(folder or content_dir())
        typer.echo(_written(to, reading, on.date() if on else today()))


def _whole(root: Path) -> Reading:
    """The packs without a fault: a page with a hole in it would be taken for all there is."""
    reading = read(root)
    errors = [problem for problem in reading.problems if problem.severity == "error"]
    if errors:
        raise ContentError(f"{len(errors)} faults in the packs. Run 'udha content check' and mend them first.")
    return reading


def _written(to: Path, reading: Reading, today: date) -> str:
    """Write the page; gives the sentence for the person at the terminal."""
    from bot.packs.assembling import assemble  # noqa: PLC0415 -- no other command needs templates
    from bot.preview.fingerprint import fingerprint  # noqa: PLC0415 -- see above
    from bot.preview.page import Made, html, preview  # noqa: PLC0415 -- see above

    locales = settings.load().locales_dir
    shown = preview(reading, assemble(reading), Made(today, fingerprint(reading.root, locales), locales))
    path = to / FILE
    try:
        to.mkdir(parents=True, exist_ok=True)
        path.write_text(html(shown), "utf-8")
    except OSError as fault:
        raise typer.BadParameter(f"'{path}' cannot be written: {fault.strerror}.") from fault
    return f"{path}: {len(shown.topics)} topics and {len(shown.services)} services. Open it in a browser."
