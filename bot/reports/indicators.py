"""The report `indicators`: what the programmes have promised, and what of it is so, as far as that can be said."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bot.language.phrases import Speaker
from bot.packs.assets import Packs, in_language
from bot.packs.indicator_schema import Indicator
from bot.reports.figures import Figure, period
from bot.reports.indicator_countries import by_country
from bot.reports.indicator_entered import entered
from bot.reports.indicator_overview import overview
from bot.reports.indicator_quarters import by_quarter
from bot.reports.indicator_traits import Divided, by_trait
from bot.reports.numbers import Numbers
from bot.reports.report import Report, Section
from bot.reports.tallies import Tallied, tallied

NAME: Final = "indicators"


@dataclass(frozen=True)
class Known:
    """All that the report is made of: what was published up to its last day, and what was entered by hand."""

    packs: Packs
    numbers: Numbers
    figures: tuple[Figure, ...] = ()


def report(known: Known, first: date, last: date, made: date, say: Speaker) -> Report:
    """Of the whole quarters in these days, both included; towards a target counts all since the programme began."""
    return Report(
        NAME,
        say.gettext("Indicators"),
        first,
        last,
        made,
        say.language,
        tuple(_sections(known, first, min(last, made - timedelta(days=1)), say)),
        tuple(_notes(known.packs.indicators.values(), say)),
        tuple(_definitions(known.packs.indicators.values(), say)),
    )


def _sections(known: Known, first: date, last: date, say: Speaker) -> Iterator[Section]:
    counted = [one for one in known.packs.indicators.values() if one.report is None]
    all_ = [tallied(one, known.packs, known.numbers, known.figures, last) for one in counted]
    if all_:
        yield overview(all_, first, last, say)
    for one in all_:
        yield from _of_one(one, known, first, last, say)
    if section := entered(all_, first, last, say):
        yield section


def _of_one(one: Tallied, known: Known, first: date, last: date, say: Speaker) -> Iterator[Section]:
    quarters = one.within(first, last)
    if quarters:
        yield by_quarter(one.indicator, quarters, say)
        for trait in one.indicator.disaggregation:
            divide = by_country if trait == "country" else by_trait
            yield divide(Divided(one.indicator, trait, tuple(quarters), known.numbers), known.packs, say)


def _notes(indicators: Iterable[Indicator], say: Speaker) -> Iterator[str]:
    titles = {
        "usage": say.gettext("Use"),
        "needs": say.gettext("Needs"),
        "content": say.gettext("Content"),
        "desk": say.gettext("Counsellors"),
    }
    for one in indicators:
        if one.report is not None:
            said = say.gettext("{indicator}: see the report “{report}”.")
            yield said.format(indicator=in_language(one.name, say.language).words, report=titles[one.report])


def _definitions(indicators: Iterable[Indicator], say: Speaker) -> Iterator[tuple[str, str]]:
    for one in indicators:
        more = [in_language(one.definition, say.language).words]
        if one.programme:
            said = say.gettext("Programme: {programme}.")
            more.append(said.format(programme=in_language(one.programme, say.language).words))
        if one.asked_by:
            said = say.gettext("Asked for by: {name}.")
            more.append(said.format(name=in_language(one.asked_by, say.language).words))
        if one.since or one.until:
            more.append(say.gettext("The programme's days: {days}.").format(days=period(one, say)))
        yield in_language(one.name, say.language).words, " ".join(more)
