"""The unknowns that a reader of several reports faces, and the ways in which they could be otherwise.

A piece is a part of the table that every number, of any report, counts wholly or not at all: January and February by
themselves once January to March was published after January to February, and March. Nothing finer can be told from the
numbers, so pieces are all that has to be hidden.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from math import prod

from bot.reports.table import Box, Cut, Key, Table

Move = tuple[tuple[str, str | None], ...]
"""Somebody more in the first category and fewer in the second, along each dimension: or more, and nobody fewer."""
Piece = tuple[tuple[tuple[int, ...], ...] | None, ...]
"""In which numbers of which report it is counted. None of a report that leaves it out."""


class Pieces:
    """What all these reports say about one table, as a reader could put it together."""

    def __init__(self, table: Table, cuts: Sequence[Cut]) -> None:
        sets = [cut.sets() for cut in cuts]
        self._alike = [_alike({each[n][name] for each in sets for name in each[n]}) for n in range(len(cuts[0].groups))]
        self.axes = [sorted(set(along.values())) for along in self._alike]
        self._cuts = [
            [sorted({self._coarse(n, group) for group in along.values()}, key=sorted) for n, along in enumerate(each)]
            for each in sets
        ]
        self.cells: dict[Piece, list[Key]] = defaultdict(list)
        self._piece = {atom: self._signature(atom) for atom in product(*self.axes)}
        for atom, piece in self._piece.items():
            self.cells[piece].append(atom)
        self.counts: Counter[Piece] = Counter()
        self.boxes: Counter[Box] = Counter()
        self._add_up(table)

    def _coarse(self, n: int, group: frozenset[str]) -> frozenset[str]:
        return frozenset(self._alike[n][category] for category in group)

    def _add_up(self, table: Table) -> None:
        for key, count in table.cells.items():
            if all(category in along for category, along in zip(key, self._alike, strict=True)):
                atom = tuple(along[category] for category, along in zip(key, self._alike, strict=True))
                self.counts[self.piece(atom)] += count
                for box in {box for cut in self._cuts for box in product(*_containing(atom, cut))}:
                    self.boxes[box] += count

    def box(self, named: Box) -> Box:
        """The same box, with one category for all that no report tells apart."""
        return tuple(self._coarse(n, group) for n, group in enumerate(named))

    def enclosing(self, box: Box) -> Iterator[Box]:
        """The totals, of the same report or another, that count all of it; not itself."""
        found = {
            outer
            for cut in self._cuts
            for outer in product(*([s for s in along if mine <= s] for mine, along in zip(box, cut, strict=True)))
        }
        yield from found - {box}

    def inside(self, box: Box) -> Iterator[Key]:
        """Its cells, each of which stands for all that no report tells apart."""
        yield from product(*(sorted(along) for along in box))

    def piece(self, atom: Key) -> Piece:
        return self._piece[atom]

    def _signature(self, atom: Key) -> Piece:
        each = (
            tuple(
                tuple(n for n, group in enumerate(along) if category in group)
                for category, along in zip(atom, cut, strict=True)
            )
            for cut in self._cuts
        )
        return tuple(found if all(found) else None for found in each)

    def moved_pieces(self, move: Move) -> Counter[Piece]:
        """By how many each piece changes if one person is moved; what changes by nothing may be among them."""
        moved: Counter[Piece] = Counter()
        for corner in product(*(_ends(along) for along in move)):
            moved[self.piece(tuple(category for category, _ in corner))] += prod(sign for _, sign in corner)
        return moved

    def moved_boxes(self, move: Move) -> dict[Box, int]:
        """By how many each number changes if one person is moved; only those that change."""
        moved: dict[Box, int] = {}
        for cut in self._cuts:
            along = [_changed(groups, ends) for groups, ends in zip(cut, move, strict=True)]
            for corner in product(*along):
                moved[tuple(group for group, _ in corner)] = prod(sign for _, sign in corner)
        return moved


def _alike(groups: Iterable[frozenset[str]]) -> dict[str, str]:
    """For each category the first of those that are in the same groups: one stands for all."""
    groups = sorted(groups, key=sorted)
    first: dict[tuple[bool, ...], str] = {}
    every = sorted(frozenset[str]().union(*groups))
    return {each: first.setdefault(tuple(each in group for group in groups), each) for each in every}


def _containing(atom: Key, cut: Sequence[Sequence[frozenset[str]]]) -> list[list[frozenset[str]]]:
    return [[group for group in along if category in group] for category, along in zip(atom, cut, strict=True)]


def _ends(along: tuple[str, str | None]) -> list[tuple[str, int]]:
    more, fewer = along
    return [(more, 1)] if fewer is None else [(more, 1), (fewer, -1)]


def _changed(groups: Iterable[frozenset[str]], along: tuple[str, str | None]) -> list[tuple[frozenset[str], int]]:
    more, fewer = along
    changes = ((group, (more in group) - (fewer in group)) for group in groups)
    return [(group, change) for group, change in changes if change]
