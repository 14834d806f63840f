"""About which months a page is: whole quarters that are over, and of the running one the months that are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from babel.dates import get_month_names

from bot.console.page_catalogue import Page
from bot.console.page_span import month_of, span
from bot.exports.period import Period
from bot.language.formats import locale_of, long_date
from bot.language.phrases import Speaker
from bot.reports import quarters as named

A_YEAR: Final = 4
"""Quarters."""


@dataclass(frozen=True)
class Choice:
    """The quarters that there are, the oldest first, and the first and last of those that are shown.

    `by_hand` where somebody has chosen them, so that the other pages keep to it.
    """

    quarters: tuple[Period, ...]
    start: Period
    end: Period
    by_hand: bool = False

    @property
    def months(self) -> Period:
        return Period(self.start.first, self.end.last)

    @property
    def query(self) -> dict[str, str]:
        """As it stands in an address."""
        return {"from": str(self.start), "to": str(self.end)}


def choice(page: Page, published: Sequence[Period], asked: Mapping[str, str], today: date) -> Choice | None:
    """Read what the address asks for: all quarters that it touches. None where there is nothing to choose from yet.

    What cannot be meant, or is not there, is as if nothing had been asked for.
    """
    quarters = _offered(page, published, today)
    if not quarters:
        return None
    wanted = span(asked)
    touched = [each for each in quarters if wanted and each.first <= wanted.last and each.last >= wanted.first]
    if touched:
        return Choice(quarters, touched[0], touched[-1], by_hand=True)
    over = _over(quarters, today) or quarters
    return Choice(quarters, over[0 if page.whole else -1], over[-1])


def _offered(page: Page, published: Sequence[Period], today: date) -> tuple[Period, ...]:
    """Of the running quarter there is something as soon as its first month is over, where months are published."""
    now = quarter_of(today)
    begun = (now,) if page.by == "month" and now in published and today.month != now.first.month else ()
    return (*_over(published, today), *begun)


def _over(quarters: Sequence[Period], today: date) -> tuple[Period, ...]:
    return tuple(each for each in quarters if each.last < today)


def quarter_of(day: date) -> Period:
    return Period.read(named.quarter_of(day))


def shortcuts(chosen: Choice, today: date, say: Speaker) -> list[tuple[str, dict[str, str]]]:
    """What most people want, with how it stands in an address; none that leads where one is already."""
    over = _over(chosen.quarters, today)
    ways = (
        (say.gettext("The last quarter"), over[-1:]),
        (say.gettext("A year"), over[-A_YEAR:]),
        (say.gettext("All that there is"), chosen.quarters),
    )
    found: dict[tuple[Period, Period], str] = {}
    for title, quarters in ways:
        if quarters:
            found.setdefault((quarters[0], quarters[-1]), title)
    found.pop((chosen.start, chosen.end), None)
    return [(title, {"from": str(start), "to": str(end)}) for (start, end), title in found.items()]


def months_name(months: Period, language: str) -> str:
    """July to September 2026, with a dash. Months are written as they stand alone: not in all languages the same."""
    names, first, last = get_month_names("wide", "stand-alone", locale_of(language)), months.first, months.last
    if first.year != last.year:
        return f"{names[first.month]} {first.year} \N{EN DASH} {names[last.month]} {last.year}"
    start = f"{names[first.month]}\N{EN DASH}" if first.month != last.month else ""
    return f"{start}{names[last.month]} {last.year}"


def quarter_name(quarter: Period, today: date, say: Speaker) -> str:
    """As it stands in the list to choose from."""
    name = months_name(quarter, say.language)
    return name if quarter.last < today else say.gettext("{months}, so far").format(months=name)


def not_over(page: Page, today: date, say: Speaker) -> str:
    """When the next numbers come, and why not sooner."""
    months = month_of(today) if page.by == "month" else quarter_of(today)
    said = say.gettext(
        "Not over yet: {months}. Its numbers come on {day}, so that nobody can be found by comparing days."
    )
    day = long_date(months.last + timedelta(days=1), say.language)
    return said.format(months=months_name(months, say.language), day=day)
