"""`udha content po`: the packs' words out to translators, and back."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Final

import typer

from bot.packs.loader import read
from bot.packs.reading import Reading
from bot.saving import save
from bot.translation.exporting import exported, file_of
from bot.translation.importing import plan
from bot.workshop.options import FolderOption

FOLDER: Final = Path("translations")

LangOption = Annotated[str, typer.Option(help="The language to translate into, such as de.")]
ToOption = Annotated[Path, typer.Option(help="Where the PO files go: a folder for each language is made in it.")]
PathsArgument = Annotated[
    list[Path] | None, typer.Argument(help="PO files, or folders of them; else translations/<language>.")
]


def register(content: typer.Typer, content_dir: Callable[[], Path]) -> None:
    """Add `content po export` and `content po import`."""
    po = typer.Typer(no_args_is_help=True, help="Words for translators, as PO files.")
    content.add_typer(po, name="po")

    @po.command("export")
    def export_po(lang: LangOption, to: ToOption = FOLDER, packs: FolderOption = None) -> None:
        """Write one PO file for each section of each pack; what a translator began there is kept."""
        _export(_reading(packs, content_dir), lang, to / lang)

    @po.command("import")
    def import_po(lang: LangOption, paths: PathsArgument = None, packs: FolderOption = None) -> None:
        """Take translations into the packs: all that is complete, or nothing where something is wrong."""
        _import(_reading(packs, content_dir), lang, paths or [FOLDER / lang])


def _reading(packs: Path | None, content_dir: Callable[[], Path]) -> Reading:
    return read(packs or content_dir())


def _export(reading: Reading, lang: str, folder: Path) -> None:
    files = list(exported(reading, lang, folder))
    save({file_of(folder, file.domain): file.content for file in files})
    for file in files:
        stale = f", {file.stale} of them to look at again" if file.stale else ""
        typer.echo(f"{file_of(folder, file.domain)}: {file.texts} texts, {file.translated} translated{stale}.")


def _import(reading: Reading, lang: str, paths: list[Path]) -> None:
    planned = plan(reading, lang, paths)
    for line in (*planned.remarks, *map(str, planned.problems)):
        typer.echo(line)
    if planned.problems:
        typer.echo(f"{len(planned.problems)} errors; nothing was imported.")
        raise typer.Exit(1)
    save(planned.files)
    for section, count in sorted(planned.pieces.items()):
        typer.echo(f"{section}: {count} in '{lang}'.")
    typer.echo(f"{len(planned.files)} files written. Look at them with 'udha content check'.")
