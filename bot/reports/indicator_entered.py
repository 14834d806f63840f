"""What was entered by hand, by quarter, with its sources: as much of it as anybody may read."""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.language.phrases import Speaker
from bot.packs.assets import in_language
from bot.reports.quarters import spoken
from bot.reports.report import Cell, Column, Section
from bot.reports.tallies import Tallied


def entered(all_: Sequence[Tallied], first: date, last: date, say: Speaker) -> Section | None:
    """None where nothing was."""
    rows = tuple(_rows(all_, first, last, say))
    if not rows:
        return None
    columns = (
        Column(say.gettext("Indicator"), "text", say.gettext("What was promised.")),
        Column(say.gettext("Quarter"), "text"),
        Column(say.gettext("By hand"), meaning=say.gettext("What the programme has entered.")),
        Column(say.gettext("Sources"), "text", say.gettext("Where the numbers are from, as the programme says.")),
    )
    note = say.gettext("What was entered by hand Udha cannot check: it is as right as its source.")
    return Section("entered", say.gettext("Entered by hand"), columns, rows, (note,))


def _rows(all_: Sequence[Tallied], first: date, last: date, say: Speaker) -> Iterator[tuple[Cell, ...]]:
    for one in all_:
        name = in_language(one.indicator.name, say.language).words
        for quarter in one.within(first, last):
            if figures := one.figures.get(quarter):
                yield name, spoken(quarter, say.language), figures.n, "; ".join(figures.sources) or None
