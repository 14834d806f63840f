"""The command `udha`. Builds and starts; decides nothing."""

import asyncio
import gc
import signal
import sys
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Annotated, Final

import typer

from bot import ask, logs, play, settings
from bot.conversation.knowledge import Knowledge
from bot.errors import UdhaError
from bot.language.phrases import Phrases

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help="Udha, the road.")
db = typer.Typer(no_args_is_help=True, help="The database.")
app.add_typer(db, name="db")

AS_GIVEN: Final = {"allow_extra_args": True, "ignore_unknown_options": True}
"""What stands after the command is read by the command's own program."""


def main() -> None:
    """Run a command; what only we or the operator can mend ends in one plain sentence."""
    try:
        app()
    except UdhaError as fault:
        print(fault, file=sys.stderr)  # noqa: T201 -- the sentence is for the person at the terminal
        sys.exit(1)


@app.command()
def run(
    *,
    or_sandbox: Annotated[bool, typer.Option(help="Without a token, play against the sandbox instead.")] = False,
) -> None:
    """Run the bot on Telegram."""
    chosen = settings.load()
    if or_sandbox and chosen.telegram_token is None:
        _play(chosen)
        return
    logs.configure(chosen.log_level)
    gc.disable()  # until it runs (bot.running): starting makes a million objects that stay
    from bot.running import Bot  # noqa: PLC0415 -- `udha --help` and `udha ask` need none of it

    _until_stopped(Bot.build(chosen).run)


@app.command()
def sandbox() -> None:
    """Run the bot against a stand-in Telegram with a page to play on; no token, no Telegram, no settings."""
    _play(settings.load())


def _play(chosen: settings.Settings) -> None:
    logs.configure("WARNING" if "log_level" not in chosen.model_fields_set else chosen.log_level)
    from bot.sandboxed import play  # noqa: PLC0415 -- only the sandbox needs a web server

    _until_stopped(lambda stopped: play(chosen, stopped, _say_address, _say_console))


def _say_address(address: str) -> None:
    typer.echo(f"Udha is on the road: open {address} in a browser. Ctrl+C ends it.")


def _say_console(address: str) -> None:
    typer.echo(f"The console is at {address}/console: /console at the desk gives you the link (docs/console.md).")


def _until_stopped(work: Callable[[asyncio.Event], Awaitable[None]]) -> None:
    """Run until Ctrl+C or SIGTERM; both let what is under way finish."""

    async def watched() -> None:
        stopped = asyncio.Event()
        for name in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(name, stopped.set)
        await work(stopped)

    import uvloop  # noqa: PLC0415 -- only a running bot needs it

    uvloop.run(watched())


def _knowledge() -> Knowledge:
    from bot import learnt  # noqa: PLC0415 -- `udha --help` needs no packs

    chosen = settings.load()
    return learnt.knowledge(chosen.content_dir, chosen.index_file, desk=False)


def _knowledge_with_a_desk() -> Knowledge:
    return replace(_knowledge(), desk=True)


ask.register(app, _knowledge)
play.register(app, _knowledge_with_a_desk, lambda: Phrases.load(settings.load().locales_dir))


@app.command("poster", add_help_option=False, context_settings=AS_GIVEN)
def poster(context: typer.Context) -> None:
    """Make a poster to print, whose QR code leads to a topic. `udha poster --help` lists its options."""
    from bot.poster_command import commands  # noqa: PLC0415 -- a running bot needs none of it

    commands(lambda: settings.load().content_dir)(context.args, prog_name="udha poster")


@app.command("report", add_help_option=False, context_settings=AS_GIVEN)
def report(context: typer.Context) -> None:
    """Get a report of what Udha did, of a period that is over. `udha report --help` lists its options."""
    from bot.report_command import commands  # noqa: PLC0415 -- a running bot needs none of it

    logs.configure("WARNING")  # on standard error: what stands on standard output is the report
    commands(settings.load)(context.args, prog_name="udha report")


@app.command("content", add_help_option=False, context_settings=AS_GIVEN)
def content(context: typer.Context) -> None:
    """The packs: what the bot knows. `udha content --help` lists what can be done with them."""
    from bot.workshop.app import commands  # noqa: PLC0415 -- a running bot needs none of it

    commands()(context.args, prog_name="udha content")


@app.command("language", add_help_option=False, context_settings=AS_GIVEN)
def language(context: typer.Context) -> None:
    """For developers: the table that tells languages."""
    from bot.language_training import commands  # noqa: PLC0415 -- a running bot needs none of it
    from bot.packs.loader import load  # noqa: PLC0415 -- see above

    commands(lambda: load(settings.load().content_dir))(context.args, prog_name="udha language")


@db.command("upgrade")
def upgrade() -> None:
    """Bring the database to the version that this program needs; make a backup first."""
    from bot.storage.database import Database  # noqa: PLC0415 -- see above
    from bot.storage.version import HEAD  # noqa: PLC0415 -- see above
    from bot.storage.version import upgrade as upgraded  # noqa: PLC0415 -- see above

    async def work() -> None:
        database = Database.open(settings.load().database_url)
        try:
            await upgraded(database)
        finally:
            await database.close()

    asyncio.run(work())
    typer.echo(f"The database has version {HEAD}.")
