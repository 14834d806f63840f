"""The report `needs`: what people need who plan their return, and where; and what kinds of help people look for."""

from collections.abc import Iterator
from typing import Final

from bot.reports.amounts import Amount
from bot.reports.areas import UNKNOWN
from bot.reports.named import Names
from bot.reports.published_tables import ABROAD
from bot.reports.report import Column, Report, Section
from bot.reports.return_needs import ELSEWHERE, NEEDS, NEEDS_WHERE
from bot.reports.table import ALL, Suppressed
from bot.reports.tables_of_counts import Told, few, largest, largest_first
from bot.reports.wanted import Wanted

NAME: Final = "needs"
TABLES: Final = (NEEDS, NEEDS_WHERE, "asked_for")
"""What it is made of."""
WIDE: Final = (ABROAD, UNKNOWN, ELSEWHERE, ALL)
"""What is no municipality and no country."""


def report(wanted: Wanted) -> Report:
    """Of whole quarters."""
    sections = (_places(wanted), _countries(wanted), *_by_place(wanted), _asked_for(wanted))
    return wanted.report(NAME, wanted.say.gettext("Needs"), sections)


def _places(wanted: Wanted) -> Section:
    """All needs by municipality, as a map."""
    say, names, places = wanted.say, Names(wanted.packs, wanted.say), wanted.packs.places
    rows = largest(_shown(wanted))
    columns = (
        Column(say.gettext("Municipality or country"), "text"),
        Column(say.gettext("Needs"), meaning=_meaning(wanted)),
    )
    return Section(
        "places",
        say.gettext("Needs of people who return, by municipality"),
        columns,
        tuple((names.area(area), n) for area, n in rows),
        (_note(wanted), few(say)),
        chart="map",
        places=tuple(area if area in places else "" for area, _ in rows),
    )


def _countries(wanted: Wanted) -> Section:
    """Each need by country."""
    say, names = wanted.say, Names(wanted.packs, wanted.say)
    known = set(_areas(wanted))
    wide = [area for area in (*wanted.packs.home_countries, ABROAD, UNKNOWN, ELSEWHERE) if area in known]
    listed = [need for need in wanted.shown.subjects(NEEDS) if need != ALL]
    rows = [(names.need(need), _in(wanted, need, ALL), *(_in(wanted, need, area) for area in wide)) for need in listed]
    columns = (
        Column(say.gettext("What they need"), "text"),
        Column(say.gettext("Everywhere"), meaning=_meaning(wanted)),
        *(Column(names.area(area), meaning=_meaning(wanted)) for area in wide),
    )
    title = say.gettext("Needs of people who return, by country")
    return Section("countries", title, columns, tuple(rows), (_note(wanted),), chart="bars")


def _by_place(wanted: Wanted) -> Iterator[Section]:
    """Each need in the municipalities that have many of them; the others are too few to be divided."""
    say, names, packs = wanted.say, Names(wanted.packs, wanted.say), wanted.packs
    towns = sorted(set(_areas(wanted)).difference([*packs.home_countries, *WIDE]), key=names.area)
    listed = [need for need in wanted.shown.subjects(NEEDS) if need != ALL]
    if not towns:
        return
    rows = tuple((names.area(town), *(_in(wanted, need, town) for need in listed)) for town in towns)
    columns = (
        Column(say.gettext("Municipality or country"), "text"),
        *(Column(names.need(need), meaning=_meaning(wanted)) for need in listed),
    )
    note = say.gettext("Only municipalities with many needs are divided by what is needed.")
    title = say.gettext("Each need, by municipality")
    yield Section("needs-by-place", title, columns, rows, (note,))


def _asked_for(wanted: Wanted) -> Section:
    say, names = wanted.say, Names(wanted.packs, wanted.say)
    told = Told(
        "asked_for",
        "asked-for",
        say.gettext("Kinds of help that people looked for"),
        say.gettext("What they looked for"),
        say.gettext("How often somebody, whoever it was, opened the list of places that help with this."),
    )
    return largest_first(told, ((kind, names.asked_for(kind)) for kind in wanted.shown.subjects("asked_for")), wanted)


def _areas(wanted: Wanted) -> Iterator[str]:
    """Those by which the needs are divided in any quarter."""
    for (counted, _), table in wanted.shown.tables.items():
        if counted == NEEDS:
            yield from (key[1] for key in table)


def _in(wanted: Wanted, need: str, area: str) -> Amount | None:
    return wanted.shown.of_quarters(NEEDS, need, area)


def _shown(wanted: Wanted) -> Iterator[tuple[str, Amount]]:
    """The areas that are named, without the countries that have them in them."""
    wide = {*wanted.packs.home_countries, *WIDE}
    for area in wanted.shown.subjects(NEEDS_WHERE):
        n = wanted.shown.of_quarters(NEEDS_WHERE, area)
        if area not in wide and n is not None and not isinstance(n, Suppressed):
            yield area, n


def _meaning(wanted: Wanted) -> str:
    return wanted.say.gettext("How often a plan for the return had this need. A plan may have several.")


def _note(wanted: Wanted) -> str:
    return wanted.say.gettext("These are needs, not people: who makes two plans counts twice.")
