"""Between the nested form and the tables: what stands inside another becomes a row that is named by its id."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from bot.hsds.tables import HAS_MANY, HAS_ONE

Row = dict[str, Any]
Rows = dict[str, list[Row]]


def flattened(services: Iterable[Mapping[str, Any]]) -> Rows:
    """The rows of each table; what several services share, such as an organisation, stands once."""
    found: dict[str, dict[str, Row]] = defaultdict(dict)
    for service in services:
        _lay("service", dict(service), found)
    return {table: list(rows.values()) for table, rows in found.items()}


def _lay(table: str, thing: Row, found: dict[str, dict[str, Row]]) -> None:
    row = dict(thing)
    for name, (other, column) in HAS_ONE.get(table, {}).items():
        if name in row:
            inner = row.pop(name)
            row[column] = inner["id"]
            _lay(other, inner, found)
    for name, (other, column) in HAS_MANY.get(table, {}).items():
        for item in row.pop(name, ()):
            _lay(other, item | {column: row["id"]}, found)
    found[table][row["id"]] = row


def nested(rows: Rows) -> list[Row]:
    """The services again, each with all that belongs to it, in the order of the rows."""
    return [_built("service", row, _Index(rows)) for row in rows.get("service", ())]


class _Index:
    """Rows by what they are looked for by."""

    def __init__(self, rows: Rows) -> None:
        self.by_id = {table: {row["id"]: row for row in all_of} for table, all_of in rows.items()}
        self.by_owner: dict[tuple[str, str], list[Row]] = defaultdict(list)
        links = {other: column for parts in HAS_MANY.values() for other, column in parts.values()}
        for table, column in links.items():
            for row in rows.get(table, ()):
                self.by_owner[table, row.get(column, "")].append(row)


def _built(table: str, row: Row, index: _Index) -> Row:
    thing = dict(row)
    for name, (other, column) in HAS_ONE.get(table, {}).items():
        inner = index.by_id.get(other, {}).get(thing.pop(column, ""))
        if inner is not None:
            thing[name] = _built(other, inner, index)
    for name, (other, column) in HAS_MANY.get(table, {}).items():
        items = [_built(other, _without(item, column), index) for item in index.by_owner[other, row["id"]]]
        if items:
            thing[name] = items
    return thing


def _without(row: Row, column: str) -> Row:
    return {name: value for name, value in row.items() if name != column}
