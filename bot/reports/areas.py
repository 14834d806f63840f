"""Areas as tables are divided by them: municipalities within their countries, and everywhere else."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, TypeVar

from bot.packs.assets import Packs
from bot.reports.listed import nested
from bot.reports.published_tables import ABROAD
from bot.reports.steps import Groups

UNKNOWN: Final = "-"
"""Where nobody told a place."""

Name = TypeVar("Name", bound=Hashable)


@dataclass(frozen=True)
class Areas:
    """How one table is divided by area.

    `countries` are the home countries, everywhere else, and nowhere: all that there is. `named` are those of them, of
    the municipalities and of the other countries that are named (`bot.reports.listed`).
    """

    countries: Groups
    named: Groups


def areas(counted: Mapping[str, int], packs: Packs) -> Areas:
    """Of a table with these areas and how much was counted in each."""
    homes = packs.home_countries
    foreign = tuple(sorted(set(counted) - {*packs.places, *homes, UNKNOWN}))
    countries = {
        **{home: (home, *(name for name, place in packs.places.items() if place.country == home)) for home in homes},
        ABROAD: (ABROAD, *foreign),
        UNKNOWN: (UNKNOWN,),
    }
    # Who is in Albania and told no more is in Albania's number and in no municipality's.
    return Areas(countries, nested(counted, countries))


def area_of(area: str) -> str:
    """The category of an area as it is counted."""
    return area or UNKNOWN


def added_up(rows: Iterable[tuple[Name, int]]) -> dict[Name, int]:
    """How much there is of each."""
    found: dict[Name, int] = {}
    for name, n in rows:
        found[name] = found.get(name, 0) + n
    return found
