"""`udha report`: the numbers of a period that is over, to be read, sent on or put into another program."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Annotated, Final

import typer

from bot.exports.errors import NoSuchReport
from bot.exports.forms import FORMS, SUFFIXES, Form, file_name, written
from bot.exports.period import Period
from bot.language.phrases import Phrases, Speaker
from bot.packs.assets import Packs
from bot.packs.loader import load
from bot.reports.report import Report
from bot.saving import save
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.version import make_ready

NAMES: Final = ("indicators", "usage", "needs", "content", "desk")
LANGUAGE: Final = "sq"
FORM: Final = "table"

NameArgument = Annotated[str, typer.Argument(metavar="REPORT", help=f"One of: {', '.join(NAMES)}.")]
FromOption = Annotated[str, typer.Option("--from", help="Its first day, such as 2026-10-01, 2026-10, 2026-Q4 or 2026.")]
ToOption = Annotated[str, typer.Option("--to", help="Its last day, written alike. Without both: the last quarter.")]
FormOption = Annotated[
    str, typer.Option("--format", help=f"{', '.join(FORMS)}; table if neither this nor --out tells.")
]
LanguageOption = Annotated[str, typer.Option("--lang", help="The language of the report, such as sq or en.")]
OutOption = Annotated[Path | None, typer.Option(help="The file to write, or a folder to write it into.")]


@dataclass(frozen=True)
class Making:
    """What makes reports: `publish` what is over and is not published yet, then `report` what was published.

    A report is asked for by its name, a database, the packs, the language, the first and the last day, and today.
    """

    publish: Callable[[Database, Packs, date], Awaitable[None]]
    report: Callable[[str, Database, Packs, Speaker, date, date, date], Awaitable[Report]]


@dataclass(frozen=True)
class Wish:
    """A report as somebody asked for it; without `out` it is shown, not written."""

    name: str
    period: Period
    form: Form
    language: str
    out: Path | None


def _this_day() -> date:
    """In UTC, by whose days everything is counted; after midnight what is under way is waited for, as the bot does."""
    from bot.publishing import SETTLED  # noqa: PLC0415 -- `udha --help` needs none of it

    return (datetime.now(UTC) - SETTLED).date()


def _making() -> Making:
    from bot.publishing import publish  # noqa: PLC0415 -- a test brings its own
    from bot.reporting import report  # noqa: PLC0415 -- the same

    return Making(publish, report)


def commands(chosen: Callable[[], Settings]) -> typer.Typer:
    """The one command, as a program of its own."""
    app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    register(app, chosen)
    return app


def register(
    app: typer.Typer,
    chosen: Callable[[], Settings],
    today: Callable[[], date] = _this_day,
    making: Callable[[], Making] = _making,
) -> None:
    """Add the command `report`. `chosen` is called only when it is used."""

    @app.command("report")
    def report(  # noqa: PLR0913 -- each is an option of the command
        name: NameArgument,
        *,
        from_: FromOption = "",
        to: ToOption = "",
        form: FormOption = "",
        lang: LanguageOption = LANGUAGE,
        out: OutOption = None,
    ) -> None:
        """Get a report: on the terminal, as CSV, as XLSX or as JSON. With SQLite, while the bot stands still."""
        settings, now = chosen(), today()
        wish = Wish(_name(name), _period(from_, to, now), _form(form, out), lang, out)
        packs = load(settings.content_dir)
        say = _speaker(wish.language, packs, settings)
        made = asyncio.run(_made(wish, settings.database_url, (packs, say, now), making()))
        _give(wish, made, written(wish.form, made, say))


def _name(name: str) -> str:
    if name not in NAMES:
        raise NoSuchReport(f"There is no report '{name}'. There are: {', '.join(NAMES)}.")
    return name


def _period(first: str, last: str, today: date) -> Period:
    """From the beginning of the one to the end of the other; until yesterday if no end is given."""
    if last and not first:
        raise NoSuchReport("Say with --from where the period begins, too.")
    if not first:
        return Period.before(today)
    begins, ends = Period.read(first).first, Period.read(last).last if last else today - timedelta(days=1)
    if begins <= ends:
        return Period(begins, ends)
    if not last:
        raise NoSuchReport(f"No day since {begins} is over yet, and a report is made of days that are over.")
    raise NoSuchReport(f"The period would end on {ends}, before it begins on {begins}. Look at --from and --to.")


def _form(wanted: str, out: Path | None) -> Form:
    """What was asked for; else what the file's name says."""
    name = wanted or (out.suffix.removeprefix(".") if out else "") or FORM
    for form in FORMS:
        if name.lower() in {form, SUFFIXES[form]}:
            return form
    raise NoSuchReport(f"There is no form '{name}'. There are: {', '.join(FORMS)}.")


def _speaker(language: str, packs: Packs, settings: Settings) -> Speaker:
    if language not in packs.languages:
        raise NoSuchReport(f"There is no language '{language}'. There are: {', '.join(packs.languages)}.")
    return Phrases.load(settings.locales_dir).speak(language)


async def _made(wish: Wish, url: str, made_of: tuple[Packs, Speaker, date], making: Making) -> Report:
    """Raises WrongSchema for a database of another version, with nothing changed in it."""
    packs, say, today = made_of
    database = Database.open(url)
    try:
        await make_ready(database)
        await making.publish(database, packs, today)
        return await making.report(wish.name, database, packs, say, wish.period.first, wish.period.last, today)
    finally:
        await database.close()


def _give(wish: Wish, report: Report, content: bytes) -> None:
    """What has to be known of it is said beside a file, too: in one that a program reads nobody would see it."""
    if wish.form != "table":
        for note in report.notes:
            typer.echo(note, err=True)
    if wish.out is None and wish.form != "xlsx":
        typer.echo(content, nl=False)
        return
    path = wish.out or Path()
    path = path / file_name(wish.form, report) if path.is_dir() else path
    _write(path, content)
    typer.echo(f"The report is in {path}.")


def _write(path: Path, content: bytes) -> None:
    """As readable as any file of whoever asked: it is made to be passed on, and tells of nobody."""
    try:
        save({path: content})
    except OSError as fault:
        raise typer.BadParameter(f"'{path}' cannot be written: {fault.strerror}. Give another --out.") from fault
