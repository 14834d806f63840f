"""Makes the reports, of what was published and of nothing else that was counted."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Final

from bot.language.phrases import Speaker
from bot.packs.assets import Packs
from bot.reports import content, desk, indicators, needs, usage
from bot.reports.errors import ReportError
from bot.reports.months import quarter_with
from bot.reports.numbers import Numbers
from bot.reports.quarters import days_of
from bot.reports.report import Report
from bot.reports.shown import Shown
from bot.reports.trimmed import Unit, trimmed
from bot.reports.wanted import Wanted
from bot.storage import figures, publications
from bot.storage.database import Database
from bot.storage.transaction import Transaction
from bot.usage import mistakes, unclear
from bot.usage.people import Quarter

UNITS: Final[Mapping[str, Unit]] = {
    indicators.NAME: "quarter",
    usage.NAME: "month",
    needs.NAME: "quarter",
    content.NAME: "month",
    desk.NAME: "month",
}
"""The reports that there are, and what each is made of."""


async def report(  # noqa: PLR0913, PLR0917 -- what the console and the command ask for
    name: str, database: Database, packs: Packs, say: Speaker, first: date, last: date, today: date
) -> Report:
    """A report over these days, both included, cut to whole months or quarters that are published.

    Raises ReportError for a name that no report has.
    """
    if name not in UNITS:
        raise ReportError(f"There is no report '{name}'. There are: {', '.join(UNITS)}.")
    async with database.transaction() as tx:
        done = await publications.done(tx)
        cut = trimmed(first, last, UNITS[name], done)
        wanted = Wanted(packs, say, *cut.days, today, notes=tuple(cut.notes(UNITS[name], today, say)))
        build = await READ[name](tx, wanted, cut.months, done)
    # The database is free again while the report is made.
    return build()


async def published_quarters(database: Database) -> list[Quarter]:
    """Those of which something is published, a month at least, the oldest first."""
    async with database.transaction() as tx:
        done = await publications.done(tx)
    names = {each if "Q" in each else quarter_with(each) for each in done}
    return sorted(map(Quarter.named, names))


Months = tuple[str, ...]
Build = Callable[[], Report]


async def _counts(tx: Transaction, wanted: Wanted, months: Months, tables: Sequence[str]) -> Wanted:
    """With what was published of these months, of the tables that the report is made of."""
    periods = sorted({*months, *map(quarter_with, months)})
    return replace(wanted, shown=Shown(months, await publications.numbers(tx, periods, tables)))


async def _usage(tx: Transaction, wanted: Wanted, months: Months, _done: frozenset[str]) -> Build:
    return partial(usage.report, await _counts(tx, wanted, months, usage.TABLES))


async def _needs(tx: Transaction, wanted: Wanted, months: Months, _done: frozenset[str]) -> Build:
    return partial(needs.report, await _counts(tx, wanted, months, needs.TABLES))


async def _desk(tx: Transaction, wanted: Wanted, months: Months, _done: frozenset[str]) -> Build:
    return partial(desk.report, await _counts(tx, wanted, months, desk.TABLES))


async def _content(tx: Transaction, wanted: Wanted, months: Months, _done: frozenset[str]) -> Build:
    words = [content.Unclear(each.word, each.language, each.chats) for each in await unclear.shown(tx)]
    wrong = {content.Reported(each.service, each.what) for each in await mistakes.told(tx, wanted.made)}
    return partial(content.report, await _counts(tx, wanted, months, content.TABLES), words, sorted(wrong))


async def _indicators(tx: Transaction, wanted: Wanted, _months: Months, done: frozenset[str]) -> Build:
    """Towards a target everything counts since the programme began, until the last day."""
    quarters = [each for each in done if "Q" in each and days_of(each)[1] <= wanted.last]
    numbers = Numbers(await publications.numbers(tx, quarters))
    known = indicators.Known(wanted.packs, numbers, tuple(await figures.listed(tx)))
    return partial(_with_notes, wanted, known)


def _with_notes(wanted: Wanted, known: indicators.Known) -> Report:
    made = indicators.report(known, wanted.first, wanted.last, wanted.made, wanted.say)
    return replace(made, notes=(*wanted.notes, *made.notes))


READ: Final[Mapping[str, Callable[[Transaction, Wanted, Months, frozenset[str]], Awaitable[Build]]]] = {
    indicators.NAME: _indicators,
    usage.NAME: _usage,
    needs.NAME: _needs,
    content.NAME: _content,
    desk.NAME: _desk,
}
"""What each report needs of the database; how it is made of that."""
