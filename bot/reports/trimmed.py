"""To which months a report can be about: whole ones that are published. Whoever asked for more is told so."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from bot.language.formats import date_range, long_date
from bot.language.phrases import Speaker
from bot.reports.months import days_of_month, month_of, months_between, months_of, quarter_with

Unit = Literal["month", "quarter"]


@dataclass(frozen=True)
class Trimmed:
    """The months that are left of the days that somebody asked for, and these days."""

    months: tuple[str, ...]
    asked: tuple[date, date]

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last; those that were asked for where nothing is left."""
        if not self.months:
            return self.asked
        return days_of_month(self.months[0])[0], days_of_month(self.months[-1])[1]

    def notes(self, unit: Unit, today: date, say: Speaker) -> Iterator[str]:
        """Why it is not all that was asked for; nothing if it is."""
        if self.months and self.days == self.asked:
            return
        whole = {
            "month": say.gettext(
                "Only whole months that are over are told, so that nobody is found by comparing days."
            ),
            "quarter": say.gettext(
                "Only whole quarters that are over are told, so that nobody is found by comparing months."
            ),
        }
        yield whole[unit]
        if self.months:
            said = say.gettext("Asked for was {asked}; told is {told}.")
            asked, told = (date_range(*days, say.language) for days in (self.asked, self.days))
            yield said.format(asked=asked, told=told)
        else:
            said = say.gettext("Of {asked} nothing is published yet. The next numbers come on {day}.")
            day = long_date(_next(unit, today), say.language)
            yield said.format(asked=date_range(*self.asked, say.language), day=day)


def trimmed(first: date, last: date, unit: Unit, published: Collection[str]) -> Trimmed:
    """The whole months or quarters between these days, both included, as far as they are published."""
    months = [
        month
        for month in months_between(first, last)
        if first <= days_of_month(month)[0] and days_of_month(month)[1] <= last and _is_out(month, unit, published)
    ]
    if unit == "quarter":
        months = [month for month in months if set(months_of(quarter_with(month))) <= set(months)]
    return Trimmed(tuple(months), (first, last))


def _is_out(month: str, unit: Unit, published: Collection[str]) -> bool:
    return quarter_with(month) in published or (unit == "month" and month in published)


def _next(unit: Unit, today: date) -> date:
    """The day on which the running month or quarter is over."""
    month = month_of(today) if unit == "month" else months_of(quarter_with(month_of(today)))[-1]
    return days_of_month(month)[1] + timedelta(days=1)
