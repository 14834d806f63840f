"""What was counted, how a report divides it, and what was shown of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from itertools import product
from typing import Final

from bot.reports.errors import ReportError

ALL: Final = "*"
"""Stands in a key for the total along a dimension."""
MOST_DIMENSIONS: Final = 3

Key = tuple[str, ...]
"""One category for each dimension."""
Box = tuple[frozenset[str], ...]
"""The categories, dimension by dimension, whose cells a number adds up: two numbers of the same box are the same."""


class Suppressed(Enum):
    SUPPRESSED = "suppressed"


SUPPRESSED: Final = Suppressed.SUPPRESSED
Number = int | Suppressed


@dataclass(frozen=True)
class Table:
    """Everything that was counted of one thing, as finely as any report will ever divide it; a cell left out is 0.

    The same thing goes by the same name (`counted`) and the same dimensions in every report. Only days that are over
    belong in it: what was published must still be true when the next report is made. Raises ReportError if the cells
    make no table.
    """

    counted: str
    dimensions: Key
    cells: Mapping[Key, int]

    def __post_init__(self) -> None:
        if not 1 <= len(self.dimensions) <= MOST_DIMENSIONS:
            raise ReportError(f"A table has one to {MOST_DIMENSIONS} dimensions, not {len(self.dimensions)}.")
        for key, n in self.cells.items():
            if len(key) != len(self.dimensions) or ALL in key or n < 0:
                raise ReportError(f"{key}: {n} is no cell of {self.dimensions}; totals ({ALL}) are added up here.")


@dataclass(frozen=True)
class Cut:
    """How a report divides a table: for each dimension the groups by name, and which categories are in each.

    Groups may lie within one another (a municipality and its country), and categories in none of them are not counted:
    so a report is limited to a country or some months. The total of a dimension is of all its groups together.
    Raises ReportError for a group that is called like a total, or has nothing in it.
    """

    groups: tuple[Mapping[str, tuple[str, ...]], ...]

    def __post_init__(self) -> None:
        for along in self.groups:
            if not along or ALL in along or not all(along.values()):
                raise ReportError(f"Every dimension needs a group, a group needs a category, and none is called {ALL}.")

    def sets(self) -> tuple[dict[str, frozenset[str]], ...]:
        """For each dimension the categories of each group, and of all of them as ALL."""
        named = [{name: frozenset(group) for name, group in along.items()} for along in self.groups]
        return tuple({**along, ALL: frozenset[str]().union(*along.values())} for along in named)

    def boxes(self) -> Iterator[tuple[Key, Box]]:
        """Every number of the report, totals included, in the order of the groups."""
        for chosen in product(*(along.items() for along in self.sets())):
            yield tuple(name for name, _ in chosen), tuple(members for _, members in chosen)


def singly(table: Table) -> Cut:
    """Each category that occurs by itself, in the order of the alphabet."""
    along = (sorted({key[n] for key in table.cells}) for n in range(len(table.dimensions)))
    return Cut(tuple({category: (category,) for category in categories} for categories in along))


@dataclass(frozen=True)
class Release:
    """A report that went out: how it divided what was counted, and the numbers that it showed, none that it did not."""

    counted: str
    dimensions: Key
    cut: Cut
    shown: tuple[tuple[Key, int], ...]


@dataclass(frozen=True)
class Published:
    """All that went out so far, the oldest first. It holds nothing that a reader does not have: it is no secret."""

    releases: tuple[Release, ...] = ()

    def of(self, table: Table) -> tuple[Release, ...]:
        """Those about the same thing. Raises ReportError if it was divided along other dimensions."""
        same = tuple(each for each in self.releases if each.counted == table.counted)
        for each in same:
            if each.dimensions != table.dimensions:
                raise ReportError(f"{table.counted} was published by {each.dimensions}: count it by these again.")
        return same
