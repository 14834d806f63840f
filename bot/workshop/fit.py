"""`udha content fit`: fits how sure the search must be to questions that no pack has, and writes it into the packs."""

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Annotated, Final

import typer
import yaml

from bot.conversation.knowledge import Knowledge
from bot.errors import ContentError
from bot.learning.everything import learnt
from bot.packs.loader import load, read
from bot.saving import save
from bot.workshop.curves import sureness
from bot.workshop.measured import Measured, measured
from bot.workshop.options import FolderOption
from bot.workshop.told_questions import QUESTIONS, QuestionsOption, told

HEAD: Final = (
    "# How sure the search must be. Written by 'udha content fit' from questions that no pack has; not by hand.\n"
)

DryOption = Annotated[bool, typer.Option("--dry-run", help="Only show what would come of it.")]


def register(content: typer.Typer, content_dir: Callable[[], Path]) -> None:
    """Add the command `content fit`."""

    @content.command("fit")
    def fit(
        folder: FolderOption = None,
        questions: QuestionsOption = QUESTIONS,
        dry_run: DryOption = False,  # noqa: FBT002 -- a flag is how typer says it
    ) -> None:
        """Fit from when on the search answers or sees a danger; show how well it then does."""
        root = folder or content_dir()
        path = None if dry_run else _file(root)
        packs, asked = load(root), told(questions)
        columns = learnt(packs)
        fitted = sureness(packs, columns, asked)
        knowledge = Knowledge.of(replace(packs, sureness=fitted), columns, desk=False)
        for line in _table({language: measured(knowledge, asked, language) for language in packs.languages}):
            typer.echo(line)
        if path is not None:
            save({path: (HEAD + yaml.safe_dump(fitted.model_dump(), sort_keys=False)).encode()})
            typer.echo(f"Written to {path}.")


def _table(by_language: dict[str, Measured]) -> Iterator[str]:
    yield f"{'':20}" + "".join(f"{language:>8}" for language in by_language)
    for field in fields(Measured):
        shares = (getattr(each, field.name) for each in by_language.values())
        yield f"{field.name.replace('_', ' '):20}" + "".join(f"{share:>8.1%}" for share in shares)


def _file(root: Path) -> Path:
    """Where it stands already, or else the first pack that is of no single country."""
    reading = read(root)
    general = (root / name / "sureness.yaml" for name, pack in reading.packs.items() if not pack.country)
    for path in (*reading.sureness, *general):
        return path
    raise ContentError("Every pack is of one country. Make one for what they share; sureness.yaml belongs there.")
