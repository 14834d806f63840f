"""Tables of what was counted how often: long ones by number, short ones as they come, and months side by side."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.language.phrases import Speaker
from bot.reports.amounts import Amount, least
from bot.reports.listed import NAMED
from bot.reports.named import Names
from bot.reports.report import Cell, Column, Section
from bot.reports.table import Suppressed
from bot.reports.wanted import Wanted

Subjects = Iterable[tuple[str, str]]
"""What was counted, and what it is called."""


@dataclass(frozen=True)
class Told:
    """A table that is published, and how it is told: `subject` heads the first column, `meaning` says what is counted.

    `name` is that of the section.
    """

    counted: str
    name: str
    title: str
    subject: str
    meaning: str


def largest_first(told: Told, subjects: Subjects, wanted: Wanted) -> Section:
    """A row for each subject that has a number, the largest first. What is hidden is not named."""
    rows = ((name, wanted.shown.where_divided(told.counted, subject)) for subject, name in subjects)
    shown = ((name, n) for name, n in rows if n is not None and not isinstance(n, Suppressed) and n != 0)
    return _section(told, largest(shown), [*left_out(wanted, told.counted), few(wanted.say)], wanted.say)


def in_order(told: Told, subjects: Subjects, wanted: Wanted) -> Section:
    """A row for each subject, in the order in which they are given; none where nothing is known of any."""
    rows = [(name, wanted.shown.where_divided(told.counted, subject)) for subject, name in subjects]
    known = any(n is not None for _, n in rows)
    return _section(told, rows if known else [], list(left_out(wanted, told.counted)), wanted.say)


def by_month(name: str, title: str, columns: Mapping[str, Column], wanted: Wanted) -> Section:
    """A row for each month: the totals of several tables, by what was counted. The first two are drawn."""
    names, say = Names(wanted.packs, wanted.say), wanted.say
    counted = {month: [wanted.shown.in_period(each, month) for each in columns] for month in wanted.shown.months}
    rows = tuple((names.month(month), *numbers) for month, numbers in counted.items())
    note = say.gettext("A month with few has no number of its own: a dash. In its quarter it is counted.")
    notes = (note,) if any(n is None for numbers in counted.values() for n in numbers) else ()
    listed = (Column(say.gettext("Month"), "text"), *columns.values())
    drawn = (1, 2)[: len(columns)]
    return Section(name, title, listed, rows, notes, chart="lines" if len(rows) > 1 else "none", drawn=drawn)


def left_out(wanted: Wanted, *tables: str) -> Iterator[str]:
    """The months that were not divided, and of which the quarter is not in the table either."""
    names, shown = Names(wanted.packs, wanted.say), wanted.shown
    months = [period for period in shown.periods if not all(shown.is_divided(each, period) for each in tables)]
    if months:
        said = wanted.say.gettext("Not in this table: {months}. One by one they have too few to be divided.")
        yield said.format(months=", ".join(map(names.period, months)))


def few(say: Speaker) -> str:
    """What is not in a long table."""
    return say.gettext("What has fewer than {least} in a quarter is not named.").format(least=NAMED)


def largest(rows: Iterable[tuple[str, Amount]]) -> list[tuple[str, Amount]]:
    """The largest number first, then by name."""
    return sorted(rows, key=lambda row: (-least(row[1]), row[0]))


def _section(told: Told, rows: Iterable[tuple[str, Cell]], notes: Iterable[str], say: Speaker) -> Section:
    columns = (Column(told.subject, "text"), Column(say.gettext("Times"), meaning=told.meaning))
    return Section(told.name, told.title, columns, tuple(rows), tuple(notes), chart="bars")
