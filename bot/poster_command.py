"""`udha poster`: a sheet with a square that leads to one subject, to be printed and hung up."""

import re
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Final

import typer

from bot import settings
from bot.errors import ContentError, PosterError
from bot.language.phrases import Phrases
from bot.packs.assets import Packs
from bot.packs.loader import load
from bot.rendering.context import Context
from bot.saving import save

FOLDER: Final = Path("build/posters")
STAND_IN: Final = "UdhaBot"
"""In place of a name that nobody has given: whoever owns it on Telegram must not be reached from a wall."""
TRIAL: Final = (
    f"This is a trial print for the name {STAND_IN}, and says so. Give the name of your bot with --bot or in "
    "UDHA_BOT_NAME to make one to hang up."
)
NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9_]{3,31}")
"""What Telegram allows as a username."""

PlaceOption = Annotated[str, typer.Option(help="The municipality where it hangs, such as kukes.")]
TopicOption = Annotated[str, typer.Option(help="The topic that it leads to, such as first-steps.")]
BotOption = Annotated[str, typer.Option(help="The bot's name on Telegram, such as UdhaBot.")]
OutOption = Annotated[Path, typer.Option(help="The folder to write the PDF and the PNG into.")]
LanguageOption = Annotated[
    list[str] | None, typer.Option(help="A language of the poster, most important first; give it again for another.")
]
FontOption = Annotated[Path | None, typer.Option(help="A TrueType font, for letters that Helvetica does not have.")]


def _this_day() -> date:
    return datetime.now(UTC).date()


def commands(content_dir: Callable[[], Path]) -> typer.Typer:
    """The one command, as a program of its own."""
    app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    register(app, content_dir)
    return app


def register(app: typer.Typer, content_dir: Callable[[], Path], today: Callable[[], date] = _this_day) -> None:
    """Add the command `poster`. `content_dir` is called only when it is used."""

    @app.command("poster")
    def poster(  # noqa: PLR0913 -- each is an option of the command
        *,
        place: PlaceOption,
        topic: TopicOption,
        bot: BotOption = "",
        out: OutOption = FOLDER,
        language: LanguageOption = None,
        font: FontOption = None,
    ) -> None:
        """Make a poster to print: a PDF and a PNG with a QR code that leads to a topic."""
        from bot.poster.picture import picture  # noqa: PLC0415 -- no other command draws
        from bot.poster.sheet import sheet  # noqa: PLC0415 -- see above
        from bot.poster.words import Subject  # noqa: PLC0415 -- see above
        from bot.poster.words import poster as worded  # noqa: PLC0415 -- see above

        given = bot or settings.load().bot_name
        name, packs, now = _bot(given or STAND_IN), load(content_dir()), today()
        _check(place, topic, packs, now)
        context = Context.on(packs, Phrases.load(settings.load().locales_dir), now, desk=False)
        said = worded(Subject(topic, place, name, trial=not given), _languages(language, packs), context)
        pdf = sheet(said, now, font)
        path = out / f"{place}-{topic}.pdf"
        _write({path: pdf, path.with_suffix(".png"): picture(pdf)})
        typer.echo(f"{path} and .png lead to {said.address}. Print one and scan it before you hang it up.")
        if not given:
            typer.echo(TRIAL)


def _bot(name: str) -> str:
    """The bot's name as it stands in a link. We do not ask Telegram: a poster can be made before the bot runs."""
    bare = name.removeprefix("@")
    if not NAME.fullmatch(bare):
        raise PosterError("Give the bot's name on Telegram, such as --bot UdhaBot. @BotFather shows it under /mybots.")
    return bare


def _check(place: str, topic: str, packs: Packs, today: date) -> None:
    _known("place", place, packs.places)
    _known("topic", topic, packs.topics)
    there = packs.topics[topic].for_country(packs.places[place].country)
    if there.freshness(today) == "withheld":
        raise ContentError(f"The topic '{topic}' is withheld since {there.facts.withhold_after}. Check it again first.")


def _known(kind: str, name: str, names: Iterable[str]) -> None:
    """Raises ContentError with the names that are spelt nearly so."""
    names = tuple(names)
    if name not in names:
        near = get_close_matches(name.lower(), names, n=3)
        hint = f"Did you mean {' or '.join(near)}?" if near else f"There are: {', '.join(sorted(names))}."
        raise ContentError(f"There is no {kind} '{name}' in the packs. {hint}")


def _languages(wanted: list[str] | None, packs: Packs) -> tuple[str, ...]:
    """Each once, in the order that was asked for; all of the packs if none was."""
    for language in wanted or ():
        _known("language", language, packs.languages)
    return tuple(dict.fromkeys(wanted or packs.languages))


def _write(files: dict[Path, bytes]) -> None:
    try:
        save(files)
    except OSError as fault:
        path = next(iter(files))
        raise typer.BadParameter(f"'{path}' cannot be written: {fault.strerror}. Give another --out.") from fault
