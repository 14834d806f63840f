"""What several commands of `udha content` ask for."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer

FolderOption = Annotated[Path | None, typer.Option("--content-dir", help="The folder that holds the packs.")]
"""Another folder than the one of the settings."""


def this_day() -> date:
    return datetime.now(UTC).date()
