"""`udha content hsds`: the services as a package for other directories, and a package that came back as pack files."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Annotated, Final

import typer

from bot.hsds.errors import ExchangeError
from bot.hsds.outward import Edition, services
from bot.hsds.pack_files import Merged
from bot.hsds.package import Form, Package
from bot.hsds.returned import Returned, returned
from bot.packs.assets import Packs
from bot.packs.loader import load, read
from bot.packs.reading import Reading
from bot.workshop.options import FolderOption, this_day

PACKAGE_FILES: Final = frozenset({".json", ".csv"})
LICENCE: Final = "LICENSE"

WARNING: Final = " It holds numbers that are shown to nobody, and the towns of hiding places. Do not pass it on."

ToOption = Annotated[Path, typer.Option(help="The folder to write into; it is made if it is not there.")]
LangOption = Annotated[str | None, typer.Option(help="One language, such as sq; without it one package for each.")]
FormOption = Annotated[Form, typer.Option("--format", help="json: nested services; csv: a tabular data package.")]
HiddenOption = Annotated[bool, typer.Option("--with-hidden", help="With what is shown to nobody: for a safe only.")]
DayOption = Annotated[
    datetime | None, typer.Option("--on", formats=["%Y-%m-%d"], help="The day the package bears; today if not given.")
]
FromArgument = Annotated[Path, typer.Argument(help="The folder of a package, or of one package for each language.")]
AloneOption = Annotated[bool, typer.Option("--alone", help="Compare with no packs: write every service anew.")]


def register(content: typer.Typer, content_dir: Callable[[], Path]) -> None:
    """Add the commands `hsds export` and `hsds import`; the packs are read only when one is used."""
    hsds = typer.Typer(no_args_is_help=True, help="The services as HSDS 3.0, for other directories.")
    content.add_typer(hsds, name="hsds")
    _add_export(hsds, content_dir)
    _add_import(hsds, content_dir)


def _add_export(hsds: typer.Typer, content_dir: Callable[[], Path]) -> None:
    @hsds.command("export")
    def export(  # noqa: PLR0913, PLR0917 -- each is an option of the command
        to: ToOption,
        lang: LangOption = None,
        form: FormOption = "json",
        with_hidden: HiddenOption = False,  # noqa: FBT002 -- a flag is how typer says it
        on: DayOption = None,
        content: FolderOption = None,
    ) -> None:
        """Write all services as a package, one for each language."""
        root = content or content_dir()
        packs = load(root)
        licence = _licence(root)
        day = on.date() if on else this_day()
        for language in _languages(packs, lang):
            package = Package(language, tuple(services(Edition(packs, language, with_hidden))))
            _write_anew(to / language, package.written(form, day) | {LICENCE: licence})
            typer.echo(f"{len(package.services)} services in {to / language}.{WARNING if with_hidden else ''}")


def _add_import(hsds: typer.Typer, content_dir: Callable[[], Path]) -> None:
    @hsds.command("import")
    def import_(
        folder: FromArgument,
        to: ToOption,
        alone: AloneOption = False,  # noqa: FBT002 -- a flag is how typer says it
        content: FolderOption = None,
    ) -> None:
        """Turn a package into files of the packs, beside them; nothing in the packs is changed."""
        root = content or content_dir()
        _import(_packages(folder), Reading(root) if alone else _sound(read(root)), to)


def _import(packages: Iterable[Package], packs: Reading, to: Path) -> None:
    if to.exists() and any(to.iterdir()):
        raise ExchangeError(f"'{to}' is not empty. Name a new folder, so that nothing is overwritten.")
    back = returned(packages, {key: service for key, (_, _, service) in packs.services.items()})
    merged = Merged(packs, back)
    files = merged.files()
    _write(to, files)
    for line in _told(back, merged, files, to):
        typer.echo(line)


def _languages(packs: Packs, wanted: str | None) -> tuple[str, ...]:
    if wanted is None:
        return packs.languages
    if wanted not in packs.languages:
        raise typer.BadParameter(f"The packs have no language '{wanted}'; they have {', '.join(packs.languages)}.")
    return (wanted,)


def _licence(content_dir: Path) -> str:
    path = content_dir / LICENCE
    if not path.is_file():
        raise ExchangeError(f"'{path}' is missing: a package has to say how it may be passed on. Write it.")
    return path.read_text("utf-8")


def _sound(reading: Reading) -> Reading:
    if reading.errors:
        raise ExchangeError("The packs have faults, so nothing is compared with them. Run 'udha content check' first.")
    return reading


def _packages(folder: Path) -> list[Package]:
    """The package of the folder, or those of the folders in it."""
    places = [place for place in (folder, *sorted(folder.glob("*/"))) if any(_package_files(place))]
    if not places:
        raise ExchangeError(f"There is no package in '{folder}'. Name the folder that 'udha content hsds export' made.")
    return [Package.read({path.name: _text(path) for path in _package_files(place)}) for place in places]


def _package_files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.glob("*")) if path.suffix in PACKAGE_FILES and path.is_file())


def _text(path: Path) -> str:
    """As it is: a line end inside a cell belongs to its text."""
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise ExchangeError(f"'{path}' is not UTF-8 text. Save it as UTF-8.") from None


def _write_anew(folder: Path, files: Mapping[str, str]) -> None:
    """Write over an older package of the same form, and over nothing else."""
    others = sorted({path.name for path in folder.glob("*")} - files.keys())
    if others:
        raise ExchangeError(f"'{folder}' holds something else: {others[0]}. Name another folder, or empty it.")
    _write(folder, files)


def _write(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))


def _told(back: Returned, merged: Merged, files: Mapping[str, str], to: Path) -> Iterator[str]:
    yield f"{len(back.services)} services read."
    for change in merged.changes():
        yield f"  {change.key}: {', '.join(change.fields) or 'new'}"
    for key, fields in back.left_out.items():
        yield f"  {key}: {', '.join(fields)} not in the package, and not known here. Look whether it can be used."
    kept = len(merged.services) - len(back.services)
    if kept:
        yield f"{kept} services of the packs are not in the package; they stay as they are."
    if not files:
        yield "Nothing differs from the packs, so nothing was written."
        return
    yield f"{len(files)} files written to {to}. Comments of the packs are not in them."
    yield "Compare them with the packs, take over what is right, then run 'udha content check'."
