"""The gate for small cells: which numbers of a table may be shown so that nobody is found in it.

Small is 1 to 4, and hidden: the minimum frequency rule (Hundepool et al., Statistical Disclosure Control, 2012, chapter
5). A zero is shown: it counts nobody, and everybody knows many of them beforehand, so that hiding it protects no cell
beside it (the problem of zeros: Langsrud, Secondary Cell Suppression by Gaussian Elimination, 2024). One kind of zero
tells of somebody: that under a small total. "Three from Kukes, and none of them asked about work" says of three people
what they did ask. So whatever a small total adds up is hidden, zeros too, unless another total of 0 gives it away; and
a table with a small total is hidden whole. It stays hidden in later reports that include it. A total of 0 is shown.

From a shown total its other parts can be subtracted, so more has to be hidden. Here that is the hypercube method
(Repsilber, Das Quaderverfahren, 1999; also in tau-ARGUS and sdcTable): a small cell is a corner of a cuboid in the
table. Add one to it, take one from the corners beside it, add one to those beside these: no total has changed. Where
all its corners are hidden and large enough, a table with other numbers would look the same; a total may be a corner
too. That such tables exist, in whole numbers, is what the gate promises, of one report as of all reports together:

- a small cell, and what is small in the difference of two reports, could be each of 1, 2, 3, 4 and 5;
- a small total could be 5 or more, and has five possible values at least;
- a zero that is hidden could be 1, and every other hidden number has two possible values at least;
- even for a reader who knows these rules, and so that nothing hidden is 0 but under a hidden total, or around what was
  hidden earlier.

The cuboid that hides the fewest people is taken for one cell after the other. A linear programme over all of them would
hide a little less; but what it proves are fractions of people, and its solver would be a large dependency. There is no
library for it in Python: sdcTable and GaussSuppression are R, tau-ARGUS is a program with windows.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from bot.reports.errors import ReportError
from bot.reports.pattern import Pattern, Target
from bot.reports.pieces import Pieces
from bot.reports.table import SUPPRESSED, Box, Cut, Key, Number, Published, Release, Suppressed, Table

LEAST: Final = 5
"""The smallest count of people that is shown; as many chats make a word readable (`bot.usage.unclear`)."""
LEAST_OF_A_RATE: Final = 20
"""The smallest denominator of a rate: of fewer, a single person is more than five of a hundred."""


@dataclass(frozen=True)
class Passed:
    """What may be shown, totals (ALL) included, and all that is published with it: keep it for the next report.

    `withheld`: with what went out before, this report would tell of somebody whatever is hidden in it. Then show
    nothing of it at all, not even where its zeros would be; nothing was added to `published`.
    """

    numbers: Mapping[Key, Number]
    published: Published
    withheld: bool = False


def gate(table: Table, cut: Cut, published: Published) -> Passed:
    """What of this table, divided like this, may be shown beside all that was published.

    Raises ReportError if what was published is no longer what the table says, or was divided otherwise.
    """
    earlier = published.of(table)
    pieces = Pieces(table, [cut, *(release.cut for release in earlier)])
    settled, kept = _shown_before(pieces, earlier)
    asked = [(key, pieces.box(box)) for key, box in cut.boxes()]
    open_ = {box for _, box in asked} - settled
    small = {box for box in open_ if 0 < pieces.boxes[box] < LEAST}
    pattern = Pattern(pieces, settled, kept | small | _telling_zeros(pieces, open_, kept))
    targets = (*_targets(pieces, pattern.hidden), *_kept(pieces, kept))
    if not all(pattern.protect(*either) for either in targets):
        return Passed({key: SUPPRESSED for key, _ in asked}, published, withheld=True)
    numbers = {key: SUPPRESSED if box in pattern.hidden else pieces.boxes[box] for key, box in asked}
    shown = tuple(sorted((key, n) for key, n in numbers.items() if not isinstance(n, Suppressed)))
    release = Release(table.counted, table.dimensions, cut, shown)
    more = () if release in published.releases else (release,)
    return Passed(numbers, Published((*published.releases, *more)))


def rate(part: Number, whole: Number) -> float | Suppressed:
    """The share of a part in its whole, 0 to 1, of two numbers that came through the gate together.

    Suppressed if one of them is, if the whole is below LEAST_OF_A_RATE, and if the rest of the whole is small: whoever
    reads 98 of a hundred reads 2 as well. Raises ReportError if it is no part.
    """
    if isinstance(part, Suppressed) or isinstance(whole, Suppressed):
        return SUPPRESSED
    if not 0 <= part <= whole:
        raise ReportError(f"{part} is no part of {whole}.")
    few = any(0 < n < LEAST for n in (part, whole - part))
    return SUPPRESSED if few or whole < LEAST_OF_A_RATE else part / whole


def _shown_before(pieces: Pieces, earlier: tuple[Release, ...]) -> tuple[frozenset[Box], set[Box]]:
    """What readers have, and what was hidden from them: that stays so, for the same report twice shows the same."""
    settled: set[Box] = set()
    hidden: set[Box] = set()
    for release in earlier:
        boxes = {key: pieces.box(box) for key, box in release.cut.boxes()}
        for key, n in release.shown:
            if pieces.boxes[boxes[key]] != n:
                raise ReportError(
                    f"{release.counted}: {n} was published for {key}, now it is {pieces.boxes[boxes[key]]}."
                )
        settled |= {boxes[key] for key, _ in release.shown}
        hidden |= set(boxes.values())
    return frozenset(settled), hidden - settled


def _telling_zeros(pieces: Pieces, boxes: set[Box], kept: set[Box]) -> set[Box]:
    """The zeros under a small total, or around one that was hidden earlier, but for those under one that is shown."""
    before = _zeros(pieces, kept)
    telling: set[Box] = set()
    # Totals come first: whether a zero under them can be hidden hangs on whether they are.
    for box in sorted(_zeros(pieces, boxes), key=lambda box: -sum(len(along) for along in box)):
        outer = list(pieces.enclosing(box))
        tells = any(0 < pieces.boxes[each] < LEAST for each in outer) or any(_within(each, box) for each in before)
        if tells and all(pieces.boxes[each] or each in telling | before for each in outer):
            telling.add(box)
    return telling


def _zeros(pieces: Pieces, boxes: set[Box]) -> set[Box]:
    return {box for box in boxes if pieces.boxes[box] == 0}


def _within(box: Box, outer: Box) -> bool:
    return all(mine <= other for mine, other in zip(box, outer, strict=True))


def _targets(pieces: Pieces, hidden: set[Box]) -> Iterator[tuple[Target, ...]]:
    """What a reader must not find out: small pieces first, those that have the farthest to go before the others."""
    parts = sorted((n, pieces.cells[piece]) for piece, n in pieces.counts.items() if any(piece) and 0 < n < LEAST)
    for n, part in parts:
        yield (Target(tuple(part), up=LEAST - n, down=n - 1),)
    for cells in sorted(tuple(pieces.inside(box)) for box in _zeros(pieces, hidden)):
        yield (Target(cells, up=1),)


def _kept(pieces: Pieces, kept: set[Box]) -> Iterator[tuple[Target, ...]]:
    """Large numbers that were hidden earlier for the sake of others: a new report must not tell them either."""
    large = (box for box in kept if pieces.boxes[box] >= LEAST)
    for cells, box in sorted(((tuple(pieces.inside(box)), box) for box in large), key=lambda each: each[0]):
        yield Target(cells, up=0, down=1, number=box), Target(cells, up=1, number=box)
