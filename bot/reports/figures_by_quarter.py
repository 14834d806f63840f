"""Figures that were entered by hand, added up by quarter and through the gate.

They can be entered, and corrected, long after the quarter is over, so they cannot be published once and for all like
what Udha counts. What keeps two reports from being subtracted: all that was entered while the quarter ran goes through
the gate together, for no report says anything of a quarter that runs; what comes later is put together until it is five
people, goes through the gate by itself, and only then is added. So the difference of any two reports is a sum of parts
each of which may be shown alone. A figure that is removed was none: the difference tells of a slip, not of people.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from bot.reports.amounts import Amount, added, less
from bot.reports.figures import Figure
from bot.reports.quarters import days_of, quarter_of
from bot.reports.suppression import LEAST, gate
from bot.reports.table import ALL, Cut, Key, Published, Table

HAVING: Final = "having"
OTHERS: Final = "others"
UNKNOWN: Final = "unknown"
CUT: Final = Cut(({name: (name,) for name in (HAVING, OTHERS, UNKNOWN)},))


@dataclass(frozen=True)
class ByHand:
    """What may be shown of a quarter; `sources` are those of what is shown, each once."""

    n: Amount = 0
    having: Amount = 0
    known: Amount = 0
    unknown: Amount = 0
    sources: tuple[str, ...] = ()


def by_quarter(figures: Iterable[Figure], indicator: str) -> dict[str, ByHand]:
    """Of one indicator, for every quarter of which there is any figure."""
    quarters: dict[str, list[Figure]] = {}
    for figure in sorted(figures, key=lambda figure: figure.id):
        if figure.indicator == indicator:
            quarters.setdefault(quarter_of(figure.day), []).append(figure)
    return {quarter: _together(_parts(quarter, listed)) for quarter, listed in sorted(quarters.items())}


def _parts(quarter: str, figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    """What was entered in time, then what came later, part by part; the last may be fewer than five people."""
    last = days_of(quarter)[1]
    part = [figure for figure in figures if figure.entered_on <= last]
    for figure in figures:
        if figure.entered_on <= last:
            continue
        if sum(each.n for each in part) >= LEAST:
            yield part
            part = []
        part.append(figure)
    yield part


def _together(parts: Iterable[list[Figure]]) -> ByHand:
    shown = [_gated(part) for part in parts]
    return ByHand(
        added(part.n for part in shown),
        added(part.having for part in shown),
        added(part.known for part in shown),
        added(part.unknown for part in shown),
        tuple(dict.fromkeys(source for part in shown for source in part.sources)),
    )


def _gated(part: list[Figure]) -> ByHand:
    n = sum(figure.n for figure in part)
    having = sum(figure.having or 0 for figure in part)
    known = sum(figure.known or 0 for figure in part)
    cells: dict[Key, int] = {(HAVING,): having, (OTHERS,): known - having, (UNKNOWN,): n - known}
    numbers = gate(Table("figures", ("known",), cells), CUT, Published()).numbers
    total, unknown, has, others = (numbers[(name,)] for name in (ALL, UNKNOWN, HAVING, OTHERS))
    told = less(total, unknown)
    if not isinstance(told, int):
        told = added([has, others])
    sources = tuple(figure.source for figure in part) if isinstance(total, int) else ()
    return ByHand(total, has, told, unknown, sources)
