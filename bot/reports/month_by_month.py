"""Publishing a table of subjects by months: always in the same order, however late it is done.

A month goes out by itself when it is over, but for the third of a quarter: that goes out with the quarter, which says
all three and their sum. Each time the totals come first, then the groups of subjects, then the subjects.

What goes out of a month is taken from what can go out of the quarter: what is small in the third month must not come
out as the rest. In a made-up table of 77 topics and 60 uses a month, publishing each month by topics left 24 % of the
uses to be shown in the quarter, publishing only the quarter by topics 60 %. So a month is divided only where there are
`ENOUGH` uses for each row, and not even its total is said where there are fewer than `ENOUGH` for a few of them.
Readers learn from it that there were fewer.

Of long tables only some subjects are named (`bot.reports.listed`). Where no month went out by subject the months and
the subjects are two tables. All that they have in common is the sum of the quarter; where that is out, whatever the one
could be, and whatever the other could be, they could be together (`bot.reports.pairs`).
"""

from collections.abc import Iterable, Sequence
from typing import Final

from bot.packs.assets import Packs
from bot.reports.areas import added_up
from bot.reports.happened import Happened
from bot.reports.listed import nested
from bot.reports.months import months_of, quarter_with
from bot.reports.published_tables import Monthly
from bot.reports.steps import Groups, Steps, singly, together
from bot.reports.suppression import Passed
from bot.reports.table import ALL, SUPPRESSED, Key, Number, Published, Table

ENOUGH: Final = 20
"""Uses in a month for each row that it is divided into."""
NONE: Final = "-"
"""In place of a subject, where there is none."""
MANY: Final = 2
"""Rows: the total of a month is said where there are as many uses as for so many, however many there are to divide."""


def month_passed(entry: Monthly, month: str, rows: Iterable[Happened], packs: Packs, earlier: Published) -> Passed:
    """The first or second month of a quarter, of which these are the rows so far, by (subject, month)."""
    quarter = quarter_with(month)
    over = [each for each in months_of(quarter) if each <= month]
    divided = _Divided(entry, quarter, [row for row in rows if row.month in over], packs)
    steps = Steps(divided.table, earlier)
    divided.ask_months(steps, [month])
    return steps.only(*(key for key in steps.numbers if key[1] == month))


def quarter_passed(entry: Monthly, quarter: str, rows: Iterable[Happened], packs: Packs, earlier: Published) -> Passed:
    """A quarter, by (subject, month) and as a whole."""
    months = months_of(quarter)
    divided = _Divided(entry, quarter, rows, packs)
    steps = Steps(divided.table, earlier)
    steps.ask(divided.everything, together(months))
    divided.ask_months(steps, months)
    if entry.is_long and not divided.is_by_month(steps.passed.published):
        numbers = {**divided.named_subjects(steps.numbers[ALL, ALL]), **steps.numbers}
        return Passed(numbers, steps.passed.published, steps.passed.withheld)
    steps.ask(divided.finest, together(months))
    return steps.passed


class _Divided:
    """The table of a quarter so far, and how it is divided."""

    def __init__(self, entry: Monthly, quarter: str, rows: Iterable[Happened], packs: Packs) -> None:
        cells: dict[Key, int] = added_up(((entry.subject(row), row.month), row.n) for row in rows if entry.subject(row))
        self.table = Table(f"{entry.counted} {quarter}", ("subject", "month"), cells)
        self.parents = entry.parents(packs)
        seen = {subject for subject, _ in cells}
        # Packs without a service have a table of services as well, in which there is nothing.
        self.subjects = sorted({*entry.known(packs), *seen}.union(*self.parents.values())) or [NONE]
        self.everything = together(self.subjects)
        self.finest: Groups = {**self.parents, **singly(self.subjects)}
        self._by_month = entry.divided
        self._by_groups = entry.divided and not entry.is_long and bool(self.parents)

    def named_subjects(self, total: Number) -> dict[Key, Number]:
        """By (subject, ALL): those that a long table names in the quarter, if its total is out."""
        numbers: dict[Key, Number] = {(subject, ALL): SUPPRESSED for subject in self.finest}
        counted = added_up((subject, n) for (subject, _), n in self.table.cells.items())
        named = nested(counted, self.parents, set(self.subjects).difference(*self.parents.values()))
        if isinstance(total, int) and named:
            cells: dict[Key, int] = {(subject,): n for subject, n in counted.items()}
            steps = Steps(Table(f"{self.table.counted} by subject", ("subject",), cells), Published())
            steps.ask(self.everything)
            if steps.ask_all({**self.everything, **named}):
                numbers |= {(subject, ALL): n for (subject,), n in steps.numbers.items()}
        return numbers

    def is_by_month(self, published: Published) -> bool:
        """Whether any month went out by subject."""
        return any(set(release.cut.groups[0]) & set(self.subjects) for release in published.releases)

    def ask_months(self, steps: Steps, months: Sequence[str]) -> None:
        """Their totals, the groups of subjects, the subjects: as far as there are enough of them in each month."""
        rows = len(self.finest)
        if self._least(months) >= ENOUGH * min(rows, MANY):
            steps.ask(self.everything, singly(months))
        if self._by_groups and self._least(months) >= ENOUGH * (1 + len(self.parents)):
            steps.ask({**self.everything, **self.parents}, singly(months))
        if self._by_month and self._least(months) >= ENOUGH * rows:
            steps.ask(self.finest, singly(months))

    def _least(self, months: Sequence[str]) -> int:
        """What was counted in that one of them in which it was fewest."""
        return min(sum(n for (_, when), n in self.table.cells.items() if when == month) for month in months)
