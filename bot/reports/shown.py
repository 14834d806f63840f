"""What was published of a span of time, added up: of whole quarters the quarter's number, else those of its months.

A sum has in it only what was shown, so it tells nothing that was not shown. Where a part of it is hidden or was not
divided so finely, it is `AtLeast`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from bot.reports.amounts import Amount, added
from bot.reports.months import months_of, quarter_with
from bot.reports.report import AtLeast
from bot.reports.table import ALL, SUPPRESSED, Key, Number

Known = Amount | None
"""None is what nobody knows, for it was not published."""


@dataclass(frozen=True)
class Shown:
    """`months` are those of the span that are published, in order. `tables` are by what was counted and the period."""

    months: tuple[str, ...] = ()
    tables: Mapping[tuple[str, str], Mapping[Key, Number]] = field(default_factory=dict)

    @cached_property
    def quarters(self) -> tuple[str, ...]:
        """Those of which all three months are in the span, and that are published."""
        each = dict.fromkeys(quarter_with(month) for month in self.months)
        return tuple(quarter for quarter in each if self._is_whole(quarter))

    @cached_property
    def periods(self) -> tuple[str, ...]:
        """The whole quarters, and the months that are left, in order."""
        whole = self.quarters
        return tuple(dict.fromkeys(each if (each := quarter_with(m)) in whole else m for m in self.months))

    def over(self, counted: str, subject: str = ALL) -> Known:
        """How often, in all of the span."""
        return _sum(self.in_period(counted, period, subject) for period in self.periods)

    def where_divided(self, counted: str, subject: str = ALL) -> Known:
        """The same, of the months and quarters that are divided by subjects: whatever is not would be missing."""
        periods = [period for period in self.periods if self.is_divided(counted, period)]
        return _sum(self.in_period(counted, period, subject) for period in periods)

    def in_period(self, counted: str, period: str, subject: str = ALL) -> Known:
        """How often, in a month or a quarter. A quarter whose number is hidden has what its months show."""
        if "Q" not in period:
            return self._in_month(counted, period, subject)
        n = self.of_quarter(counted, period, subject, ALL)
        if n is not SUPPRESSED:
            return n
        has_months = subject == ALL or (counted, period) in self._by_month
        months = [self._in_month(counted, month, subject) for month in months_of(period)] if has_months else ()
        least = sum(each for each in months if isinstance(each, int))
        return AtLeast(least) if least else SUPPRESSED

    def of_quarters(self, counted: str, *key: str) -> Known:
        """The same of a table that has no months: in the whole quarters of the span."""
        return _sum(self.of_quarter(counted, quarter, *key) for quarter in self.quarters)

    def of_quarter(self, counted: str, quarter: str, *key: str) -> Number | None:
        """What is not in a table was not there to be counted, or is not named there."""
        table = self.tables.get((counted, quarter))
        if table is None:
            return None
        return table.get(key, 0 if table.get((ALL,) * len(key)) == 0 else SUPPRESSED)

    def subjects(self, counted: str) -> tuple[str, ...]:
        """Whatever was divided by, along the first dimension, in the span; groups too."""
        return self._subjects.get(counted, ())

    @cached_property
    def _subjects(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, set[str]] = {}
        for (counted, _), table in self.tables.items():
            found.setdefault(counted, set()).update(key[0] for key in table)
        return {counted: tuple(sorted(names - {ALL})) for counted, names in found.items()}

    @cached_property
    def _published(self) -> frozenset[str]:
        return frozenset(period for _, period in self.tables)

    @cached_property
    def _by_month(self) -> frozenset[tuple[str, str]]:
        """The tables of which any month has more than a total."""
        return frozenset((counted, period) for counted, period, month in self._divided if month != ALL)

    @cached_property
    def _divided(self) -> frozenset[tuple[str, str, str]]:
        """What was counted, the period of the table, and the month or ALL of which it has more than a total."""
        tables = self.tables.items()
        return frozenset((*where, key[1]) for where, table in tables for key in table if len(key) > 1 and key[0] != ALL)

    def _is_whole(self, quarter: str) -> bool:
        return quarter in self._published and all(month in self.months for month in months_of(quarter))

    def is_divided(self, counted: str, period: str) -> bool:
        """Whether a month or quarter has numbers besides its total; one with nothing in it needs none."""
        total = self.in_period(counted, period)
        if total is None or total == 0:
            return total == 0
        return (counted, self._stands_in(period), ALL if "Q" in period else period) in self._divided

    def _stands_in(self, period: str) -> str:
        """The period of the table with these numbers: those of a month are in its quarter's, once that is out."""
        quarter = period if "Q" in period else quarter_with(period)
        return quarter if quarter in self._published else period

    def _in_month(self, counted: str, month: str, subject: str) -> Known:
        """None where the month was not divided by subjects, but for one in which there was nothing to divide."""
        period = self._stands_in(month)
        table = self.tables.get((counted, period), {})
        if (subject, month) in table:
            return table[subject, month]
        total = table.get((ALL, month))
        divided = (counted, period, month) in self._divided
        return 0 if total == 0 or (divided and isinstance(total, int)) else None


def _sum(parts: Iterable[Known]) -> Known:
    listed = list(parts)
    known = [part for part in listed if part is not None]
    if not known:
        return None
    total = added(known)
    if len(known) == len(listed) or not isinstance(total, int):
        return total
    return AtLeast(total) if total else None
