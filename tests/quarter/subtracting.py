"""Somebody who has every file that was ever made, in every span of months, and a calculator.

They know nothing of the database. Each number in a file is an equation: a span is the sum of its months, a row that
sums up is the sum of its rows. What follows from all equations together is worked out exactly, hidden or not.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, Final

Cell = tuple[str, str, str, str]
"""Section, row, column and month."""
Equation = dict[Cell, Fraction]

TOGETHER: Final = frozenset({"Together"})
"""Rows that sum up the rows above them."""


@dataclass
class Subtracting:
    """`months` of each file; `add` takes one in, `worked_out` gives what follows of single cells."""

    equations: list[tuple[Equation, Fraction]] = field(default_factory=list)
    seen: set[Cell] = field(default_factory=set)

    def add(self, file: Mapping[str, Any], months: Iterable[str]) -> None:
        spans = tuple(months)
        for section in file["sections"]:
            names = [str(row[0]) for row in section["rows"]]
            for at, column in enumerate(section["columns"]):
                if at and column["kind"] == "number":
                    for row in section["rows"]:
                        self._read((section["name"], column["title"]), (row, at), names, spans)

    def _read(self, of: tuple[str, str], at: tuple[list[Any], int], names: list[str], months: tuple[str, ...]) -> None:
        (section, column), (row, place) = of, at
        rows = [name for name in names if name not in TOGETHER] if row[0] in TOGETHER else [str(row[0])]
        cells: Equation = {(section, name, column, month): Fraction(1) for name in rows for month in months}
        self.seen.update(cells)
        if isinstance(row[place], int):
            self.equations.append((cells, Fraction(row[place])))

    def worked_out(self) -> dict[Cell, Fraction]:
        """Every cell that has only one possible value, by elimination over fractions."""
        rows: dict[Cell, tuple[Equation, Fraction]] = {}
        for cells, n in self.equations:
            left, value = _reduced(cells, n, rows)
            if left:
                pivot = min(left)
                left, value = {cell: by / left[pivot] for cell, by in left.items()}, value / left[pivot]
                for other, (more, there) in list(rows.items()):
                    if by := more.get(pivot):
                        rows[other] = _minus(more, left, by), there - by * value
                rows[pivot] = left, value
        return {pivot: value for pivot, (cells, value) in rows.items() if set(cells) == {pivot}}


def _reduced(cells: Equation, n: Fraction, rows: Mapping[Cell, tuple[Equation, Fraction]]) -> tuple[Equation, Fraction]:
    """What this equation says beyond those that are known; a pivot is in no other row, so each is taken out once."""
    left, value = dict(cells), n
    for pivot in [cell for cell in cells if cell in rows]:
        by = left[pivot]
        left, value = _minus(left, rows[pivot][0], by), value - by * rows[pivot][1]
    return left, value


def _minus(cells: Equation, other: Equation, by: Fraction) -> Equation:
    mixed = {cell: cells.get(cell, Fraction(0)) - by * other.get(cell, Fraction(0)) for cell in {*cells, *other}}
    return {cell: n for cell, n in mixed.items() if n}
