"""All commands of `udha content` together."""

from pathlib import Path

import typer

from bot import settings
from bot.workshop import (
    check,
    due,
    fit,
    flow,
    holidays,
    hsds,
    invite,
    mistakes,
    paths,
    po,
    preview,
    proposals,
    replay,
    unclear,
    verify,
)


def _content_dir() -> Path:
    return settings.load().content_dir


def commands() -> typer.Typer:
    content = typer.Typer(
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        help="The packs: what the bot knows.",
    )
    for command in (check, preview, paths, due, verify, hsds, flow, po, fit, replay, holidays):
        command.register(content, _content_dir)
    for command in (unclear, mistakes):
        command.register(content, lambda: settings.load().database_url)
    for command in (invite, proposals):
        command.register(content, settings.load)
    return content
