"""People in the report `usage`: how many, where, in which language. Quarter by quarter, for more cannot be known."""

from collections.abc import Iterator, Mapping
from typing import Final

from bot.language.phrases import Speaker
from bot.reports.amounts import Amount
from bot.reports.areas import UNKNOWN
from bot.reports.months import quarter_with
from bot.reports.named import Names
from bot.reports.people_published import HIGH, LOW, PEOPLE
from bot.reports.published_tables import ABROAD
from bot.reports.report import Cell, Column, Section
from bot.reports.table import Suppressed
from bot.reports.tables_of_counts import few, largest
from bot.reports.wanted import Wanted
from bot.reports.whereabouts import LANGUAGES, REACHED, WHERE

REACHED_WHERE: Final = f"{WHERE}:{REACHED}"
ORDER: Final = ("reached", "topic", "service", "person", "guide", "referred", "quiz", "gained")
"""What most managers ask for first."""


def people(wanted: Wanted) -> Iterator[Section]:
    """What people did in the last whole quarter; each counts once."""
    say, quarters = wanted.say, wanted.shown.quarters
    if not quarters:
        return
    last = quarters[-1]
    rows: list[tuple[Cell, ...]] = []
    for what, name in _names(say).items():
        numbers = (wanted.shown.of_quarter(PEOPLE, last, *key) for key in ((what,), (what, LOW), (what, HIGH)))
        n, low, high = numbers
        rows.append((name, n, *((None, None) if isinstance(n, Suppressed) else (low, high))))
    title = say.gettext("People in {quarter}").format(quarter=Names(wanted.packs, say).period(last))
    columns = (
        Column(say.gettext("What they did"), "text"),
        Column(say.gettext("People"), meaning=_people_meaning(say)),
        Column(say.gettext("Not fewer than"), meaning=say.gettext("The lower bound of the estimate.")),
        Column(say.gettext("Not more than"), meaning=say.gettext("The upper bound of the estimate.")),
    )
    notes = (
        say.gettext("The number is an estimate: in 997 of 1,000 quarters the truth lies within the bounds."),
        say.gettext("Of two numbers that differ by less than five only one is shown."),
    )
    yield Section("people", title, columns, tuple(rows), notes, chart="bars")


def by_quarter(wanted: Wanted) -> Iterator[Section]:
    """Only where there are several quarters to compare."""
    say, names, quarters = wanted.say, Names(wanted.packs, wanted.say), wanted.shown.quarters
    if len(quarters) < 2:  # noqa: PLR2004 -- one quarter has a table already
        return
    whats = _names(say)
    rows = [
        (names.period(quarter), *(wanted.shown.of_quarter(PEOPLE, quarter, what) for what in whats))
        for quarter in quarters
    ]
    columns = (
        Column(say.gettext("Quarter"), "text"),
        *(Column(name, meaning=_people_meaning(say)) for name in whats.values()),
    )
    note = say.gettext("Quarters cannot be added up: who came in two of them counts in both.")
    title = say.gettext("People, quarter by quarter")
    yield Section("people-by-quarter", title, columns, tuple(rows), (note,), chart="lines", drawn=(1, 2))


def by_place(wanted: Wanted) -> Iterator[Section]:
    """Countries, then the municipalities that are named, as a map."""
    if not wanted.shown.quarters:
        return
    say, names = wanted.say, Names(wanted.packs, wanted.say)
    wide = (*wanted.packs.home_countries, ABROAD, UNKNOWN)
    rows = tuple((names.area(area), wanted.shown.of_quarters(REACHED_WHERE, area)) for area in wide)
    heading = Column(say.gettext("Country"), "text")
    title = say.gettext("People by country")
    yield Section("countries", title, (heading, _reached(say)), rows, tuple(_sums(wanted)), chart="bars")
    listed = [area for area in wanted.shown.subjects(REACHED_WHERE) if area not in wide]
    towns = {area: wanted.shown.of_quarters(REACHED_WHERE, area) for area in listed}
    shown = largest((area, n) for area, n in towns.items() if n is not None and not isinstance(n, Suppressed))
    yield _map(shown, wanted)


def by_language(wanted: Wanted) -> Iterator[Section]:
    if not wanted.shown.quarters:
        return
    say, names = wanted.say, Names(wanted.packs, wanted.say)
    spoken = {each: wanted.shown.of_quarters(LANGUAGES, each) for each in wanted.shown.subjects(LANGUAGES)}
    rows = tuple((names.language(each), n) for each, n in spoken.items())
    columns = (Column(say.gettext("Language"), "text"), _reached(say))
    yield Section("languages", say.gettext("People by language"), columns, rows, tuple(_sums(wanted)), chart="bars")


def _map(towns: list[tuple[str, Amount]], wanted: Wanted) -> Section:
    say, names, places = wanted.say, Names(wanted.packs, wanted.say), wanted.packs.places
    rows = tuple((names.area(area), n) for area, n in towns)
    columns = (Column(say.gettext("Municipality or country"), "text"), _reached(say))
    notes = (*_sums(wanted), few(say))
    slugs = tuple(area if area in places else "" for area, _ in towns)
    title = say.gettext("People by municipality")
    return Section("places", title, columns, rows, notes, chart="map", places=slugs)


def _reached(say: Speaker) -> Column:
    meaning = say.gettext("Different chats, by what was known of them when they first wrote in the quarter.")
    return Column(say.gettext("People"), meaning=meaning)


def _sums(wanted: Wanted) -> Iterator[str]:
    if len(wanted.shown.quarters) > 1:
        yield wanted.say.gettext("Quarters are added up here: who came in two of them counts twice.")
    if wanted.shown.quarters and quarter_with(wanted.shown.months[-1]) != wanted.shown.quarters[-1]:
        yield wanted.say.gettext("Only whole quarters are in this table.")


def _people_meaning(say: Speaker) -> str:
    return say.gettext("How many different chats did so in the quarter; each counts once.")


def _names(say: Speaker) -> Mapping[str, str]:
    names = {
        "reached": say.gettext("Wrote to Udha"),
        "topic": say.gettext("Read a topic"),
        "service": say.gettext("Saw a service"),
        "person": say.gettext("Talked with a counsellor"),
        "guide": say.gettext("Finished a guide"),
        "referred": say.gettext("Were referred to a service"),
        "quiz": say.gettext("Took both halves of a quiz"),
        "gained": say.gettext("Had more points in the second half"),
    }
    return {what: names[what] for what in ORDER}
