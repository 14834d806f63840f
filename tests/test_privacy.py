"""docs/privacy.md names every column that we keep (design, what must hold everywhere, 5)."""

from pathlib import Path

import pytest
from sqlalchemy import Table

from bot.storage.tables import METADATA

PRIVACY = (Path(__file__).parents[1] / "docs" / "privacy.md").read_text("utf-8")
ROWS = [line for line in PRIVACY.splitlines() if line.startswith("|")]


@pytest.mark.parametrize("table", METADATA.sorted_tables, ids=lambda table: table.name)
def test_every_column_that_is_kept_has_its_line(table: Table) -> None:
    named = _section(table.name)
    for column in table.columns:
        assert f"`{column.name}`" in named, f"{table}.{column.name} is not in docs/privacy.md"


def _section(table: str) -> str:
    """The rows of one table: from the one that names it to the next that names another."""
    start = next(at for at, row in enumerate(ROWS) if row.startswith(f"| `{table}` |"))
    end = next((at for at in range(start + 1, len(ROWS)) if ROWS[at].startswith("| `")), len(ROWS))
    return "\n".join(ROWS[start:end])
