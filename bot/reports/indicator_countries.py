"""People by the country they are in, as far as they told it. By municipality only those are known who were reached."""

from collections.abc import Iterator

from bot.language.formats import country_name
from bot.language.phrases import Speaker
from bot.packs.assets import Packs, in_language
from bot.reports.amounts import added
from bot.reports.areas import UNKNOWN
from bot.reports.indicator_traits import Divided
from bot.reports.published_tables import ABROAD
from bot.reports.report import Column, Section
from bot.reports.table import ALL
from bot.reports.tallies import SKETCHES


def by_country(divided: Divided, packs: Packs, say: Speaker) -> Section:
    name = in_language(divided.indicator.name, say.language).words
    whats = [SKETCHES[source.kind] for source in divided.indicator.counted if source.kind in SKETCHES]
    every = [(what, quarter) for what in whats for quarter in divided.quarters]
    rows = (
        (label, added(divided.numbers.where(what, quarter, area) for what, quarter in every))
        for area, label in _areas(packs, say)
    )
    meaning = say.gettext("How many did so for the first time in the quarter, with the country that was known by then.")
    columns = (
        Column(say.gettext("Country"), "text", say.gettext("Where they live, as they told it.")),
        Column(say.gettext("People"), meaning=meaning),
    )
    note = say.gettext(
        "These need not add up to the number of people: who has everything deleted and comes again counts here twice."
    )
    title = say.gettext("{indicator}: by country").format(indicator=name)
    return Section(f"{divided.trait}-of-{divided.indicator.id}", title, columns, tuple(rows), (note,))


def _areas(packs: Packs, say: Speaker) -> Iterator[tuple[str, str]]:
    yield from ((country, country_name(country, say.language)) for country in packs.home_countries)
    yield ABROAD, say.gettext("Abroad")
    yield UNKNOWN, say.gettext("Not told")
    yield ALL, say.gettext("Together")
