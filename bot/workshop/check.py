"""`udha content check`: every fault of every pack, in one run."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from bot.checks.run import check_all

FolderArgument = Annotated[Path | None, typer.Argument(help="The folder that holds the packs.")]


def register(content: typer.Typer, content_dir: Callable[[], Path]) -> None:
    """Add the command `content check`."""

    @content.command("check")
    def check(folder: FolderArgument = None) -> None:
        """Every fault of every pack: where, what is wrong, what to do. Errors first, then advice."""
        problems = check_all(folder or content_dir())
        errors = [problem for problem in problems if problem.severity == "error"]
        advice = [problem for problem in problems if problem.severity == "advice"]
        for told in filter(None, (errors, advice)):
            typer.echo("".join(f"{problem.within(Path.cwd())}\n" for problem in told))
        typer.echo(f"{len(errors)} errors, {len(advice)} pieces of advice.")
        if errors:
            raise typer.Exit(1)
