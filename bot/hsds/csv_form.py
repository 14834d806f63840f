"""The tabular form: one CSV file for each table (RFC 4180, UTF-8) and `datapackage.json` that says what they hold."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from io import StringIO
from typing import Any, Final

from bot.hsds.datapackage import DESCRIPTOR, descriptor
from bot.hsds.errors import ExchangeError
from bot.hsds.flat import Row, Rows
from bot.hsds.json_form import described
from bot.hsds.tables import TABLES, ColumnType, Table

__all__ = ["DESCRIPTOR", "read", "written"]

READ: Final[Mapping[ColumnType, Callable[[str], Any]]] = {
    "string": str,
    "date": str,
    "number": float,
    "boolean": {"true": True, "false": False}.__getitem__,
    "array": json.loads,
}
"""How the text of a cell becomes a value; Table Schema's words for these types."""


def written(language: str, rows: Rows, created: date) -> dict[str, str]:
    """A file for each table, an empty one too, so that the package always has the same files."""
    whole = rows | {"meta_table_description": [described(language)]}
    files = {table.path: _table_text(table, whole.get(table.name, ())) for table in TABLES.values()}
    return {DESCRIPTOR: descriptor(language, created), **files}


def _table_text(table: Table, rows: Iterable[Row]) -> str:
    text = StringIO(newline="")
    writer = csv.DictWriter(text, list(table.columns), restval="")
    writer.writeheader()
    writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    return text.getvalue()


def _cell(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def read(files: Mapping[str, str]) -> tuple[str, Rows]:
    """The language and the rows. Raises ExchangeError with file and row of the first fault."""
    rows = {table.name: _rows(table, files[table.path]) for table in TABLES.values() if table.path in files}
    languages = {row.get("language") for row in rows.get("meta_table_description", ())}
    if len(languages) != 1 or not all(languages):
        raise ExchangeError("meta_table_descriptions.csv has to say the language of the package, and one only.")
    return str(languages.pop()), rows


def _rows(table: Table, text: str) -> list[Row]:
    found = []
    for number, cells in enumerate(_cells(table, text), 1):
        row = {name: value for name, cell in cells.items() for value in _values(table, name, cell, number)}
        missing = sorted(table.required - row.keys())
        if missing:
            raise ExchangeError(f"{table.path}, row {number}: {', '.join(missing)} is missing. Add it.")
        found.append(row)
    return found


def _cells(table: Table, text: str) -> Iterator[dict[str, str]]:
    """Row by row; a spreadsheet may have put a mark before the first column."""
    try:
        yield from csv.DictReader(StringIO(text.removeprefix("\ufeff"), newline=""))
    except csv.Error as fault:
        raise ExchangeError(f"{table.path} is no CSV file: {fault}. Save it as CSV in UTF-8.") from None


def _values(table: Table, name: str | None, cell: str | None, number: int) -> list[Any]:
    """The value of a cell, or nothing; an empty one counts where HSDS requires a text that we may not know."""
    kind = table.columns.get(name or "")
    counts = bool(cell) or (table.of_texts and name in table.required)
    if kind is None or cell is None or not counts:
        return []
    try:
        return [READ[kind](cell)]
    except (ValueError, LookupError):
        raise ExchangeError(f"{table.path}, row {number}: {name} is no {kind}: '{cell}'. Correct it.") from None
