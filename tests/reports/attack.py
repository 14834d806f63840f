"""A reader who puts together all that was published: whole people, none of them negative, and the rules of the gate.

It knows nothing of how the gate goes about it. Every cell of the finest table is an unknown, every number that was
shown an equation.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp  # type: ignore[import-untyped]  # it has no types

from bot.reports.table import ALL, SUPPRESSED, Cut, Key, Number, Table

MANY = 10_000
"""More than there are in any table of the tests."""


@dataclass
class Reader:
    """`categories` are those of the finest table, dimension by dimension."""

    categories: tuple[tuple[str, ...], ...]
    _rows: list[tuple[frozenset[Key], float, float]] = field(default_factory=list)
    _hidden: set[frozenset[Key]] = field(default_factory=set)

    @cached_property
    def cells(self) -> list[Key]:
        return list(product(*self.categories))

    def counted(self, cut: Cut, key: Key) -> frozenset[Key]:
        """The cells that a number adds up."""
        chosen = []
        for name, groups in zip(key, cut.groups, strict=True):
            members = {each for group in groups.values() for each in group} if name == ALL else set(groups[name])
            chosen.append(members)
        return frozenset(
            cell for cell in self.cells if all(each in along for each, along in zip(cell, chosen, strict=True))
        )

    def reads(self, cut: Cut, numbers: Mapping[Key, Number]) -> None:
        hidden = {self.counted(cut, key) for key, n in numbers.items() if n is SUPPRESSED}
        for key, n in numbers.items():
            counted = self.counted(cut, key)
            if isinstance(n, int):
                self._rows.append((counted, n, n))
            elif not any(counted < outer for outer in hidden) and not self._holds(counted):
                self._rows.append((counted, 1, MANY))
        self._hidden |= hidden

    def _holds(self, counted: frozenset[Key]) -> bool:
        """Whether something in it or around it was hidden in an earlier report, and may have been 0."""
        return any(each <= counted or counted < each for each in self._hidden)

    def knows(self, rows: Iterable[tuple[frozenset[Key], int, int]]) -> None:
        """What is known of these cells besides: together they are so many at least, and at most."""
        self._rows += rows

    def could_be(self, counted: frozenset[Key], least: int, most: int) -> bool:
        """Whether these cells could be this many together."""
        return self._solved(counted, 0, (counted, least, most)) is not None

    def interval(self, counted: frozenset[Key]) -> tuple[int, int]:
        """The least and the most that these cells could be together."""
        low, high = self._solved(counted, 1), self._solved(counted, -1)
        assert low is not None
        assert high is not None
        return low, -high

    def _solved(self, counted: frozenset[Key], sign: int, *more: tuple[frozenset[Key], int, int]) -> int | None:
        rows = [*self._rows, *more, (frozenset(self.cells), 0, MANY)]
        found = milp(
            sign * self._vector(counted),
            integrality=np.ones(len(self.cells)),
            bounds=Bounds(0, MANY),
            constraints=LinearConstraint(
                np.array([self._vector(each) for each, _, _ in rows]),
                [low for _, low, _ in rows],
                [high for _, _, high in rows],
            ),
        )
        return round(found.fun) if found.success else None

    def _vector(self, counted: Iterable[Key]) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
        members = set(counted)
        return np.array([float(cell in members) for cell in self.cells])


def true(table: Table, counted: Iterable[Key]) -> int:
    return sum(table.cells.get(cell, 0) for cell in counted)
