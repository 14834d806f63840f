"""Which numbers are hidden, and the other tables that look the same to a reader."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product

from bot.reports.pieces import Move, Piece, Pieces
from bot.reports.table import Box, Key


@dataclass(frozen=True)
class Target:
    """What must stay uncertain: one of these cells could as well be `up` more, and `down` fewer.

    `number`: and this number with it.
    """

    cells: tuple[Key, ...]
    up: int
    down: int = 0
    number: Box | None = None


@dataclass
class Pattern:
    """What is hidden so far. `settled` are the numbers that went out earlier: they cannot be hidden any more."""

    pieces: Pieces
    settled: frozenset[Box]
    hidden: set[Box]
    uncertain: set[Box] = field(default_factory=set)
    """Those hidden numbers that a move which was found changes."""

    def protect(self, *targets: Target) -> bool:
        """Hide what the cheapest move for one of these changes. False if there is none, whatever is hidden."""
        if any(target.number in self.uncertain for target in targets):
            return True
        best: Move | None = None
        cheapest: int | None = None
        for target, move in self._moves(targets):
            cost = self._cost(target, move, cheapest)
            if cost is not None:
                best, cheapest = move, cost
            if cheapest == 0:
                break
        if best is not None:
            changed = set(self.pieces.moved_boxes(best))
            self.hidden |= changed
            self.uncertain |= changed
        return best is not None

    def _moves(self, targets: Iterable[Target]) -> Iterator[tuple[Target, Move]]:
        for target, cell in ((each, cell) for each in targets for cell in each.cells):
            along = ([*self._others(target, cell, n), None] for n in range(len(cell)))
            for others in product(*along):
                yield target, tuple(zip(cell, others, strict=True))

    def _others(self, target: Target, cell: Key, n: int) -> Iterator[str]:
        """Categories whose cell beside this one has somebody to spare: it is the one that goes down."""
        own = self.pieces.piece(cell)
        for category in self.pieces.axes[n]:
            piece = self.pieces.piece((*cell[:n], category, *cell[n + 1 :]))
            if category != cell[n] and (piece == own or self.pieces.counts[piece] >= target.up):
                yield category

    def _cost(self, target: Target, move: Move, below: int | None) -> int | None:
        """How many people are no longer shown if what it changes is hidden; None if it cannot be, or is not cheaper."""
        if not self._has_the_people(target, move):
            return None
        cost, moved = 0, self.pieces.moved_boxes(move)
        if target.number is not None and target.number not in moved:
            return None
        for box, change in moved.items():
            cost += 0 if box in self.hidden else self.pieces.boxes[box]
            if (below is not None and cost >= below) or not self._may_change(target, box, change):
                return None
        return cost

    def _has_the_people(self, target: Target, move: Move) -> bool:
        moved = self.pieces.moved_pieces(move)
        own: set[Piece] = {self.pieces.piece(tuple(more for more, _ in move))}
        lowest = ((self.pieces.counts[piece], change, piece) for piece, change in moved.items())
        return all(n + _least(target, change) >= 0 and (piece not in own or change == 1) for n, change, piece in lowest)

    def _may_change(self, target: Target, box: Box, change: int) -> bool:
        """What was shown stays as it is, as does a zero; and what is hidden is no zero, for whoever knows the rules."""
        n = self.pieces.boxes[box]
        if box in self.settled or (n == 0 and box not in self.hidden):
            return False
        return n + _least(target, change) >= min(n, 1)


def _least(target: Target, change: int) -> int:
    """The most that is taken away by either end of the move, as a number below zero or 0."""
    return min(change * target.up, -change * target.down)
