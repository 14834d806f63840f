"""`udha language …`: for developers, the table that tells languages."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from bot.language.identify import Identifier, learnt
from bot.language.measuring import WHOLE, measure
from bot.language.table import FILE
from bot.language.training import read, train
from bot.packs.assets import Packs

FolderArgument = Annotated[Path, typer.Argument(help="The folder with langid_sq.tsv and its like (docs/language.md).")]
IntoOption = Annotated[Path, typer.Option("--into", help="The table to write.")]


def commands(packs: Callable[[], Packs]) -> typer.Typer:
    """The commands `train` and `measure`. `packs` is called only when one is used."""
    language = typer.Typer(
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        help="The table that tells languages.",
    )

    @language.command("train")
    def train_table(folder: FolderArgument, into: IntoOption = FILE) -> None:
        """Make the table from sentences, and from what the packs expect people to ask."""
        made = train(read(folder), packs())
        into.write_bytes(made.to_bytes())
        typer.echo(f"{into.name}: {into.stat().st_size:,} bytes. Texts: {', '.join(made.words['texts'])}.")

    @language.command("measure")
    def measure_table(folder: FolderArgument) -> None:
        """Show how well the sentences that were held out are told by the table as it is."""
        known = packs()
        tallies = measure(Identifier(known, learnt(known)), read(folder), known.languages)
        typer.echo("| text | words | texts | right | guessed | unknown | called foreign | wrong |\n|" + "---|" * 8)
        for (variety, length), tally in tallies.items():
            cells = [variety, str(length) if length != WHOLE else "all", str(tally.counts.total())]
            cells += [f"{tally.share(kind):.1%}" for kind in ("right", "guessed", "unknown", "foreign", "wrong")]
            typer.echo(f"| {' | '.join(cells)} |")

    return language
