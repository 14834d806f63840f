"""What is published of what people need who plan their return, quarter by quarter.

Plans are counted need by need: one has several, and which ones go together is kept nowhere (`docs/privacy.md`).

    needs:where   by area
    needs         by need and area, where an area is a municipality with many, or all the others of its country

Both divide the same needs, each area of the second by need and by smaller areas in the first. What they have in common
is how many there are in each area of the second. So that is taken only as fine as the first table shows it: then what
each of them could be by itself they could be together, area by area, for both add up to the same number there
(`bot.reports.pairs`). Countries with few needs are one with everything else. Where the gate keeps the division back,
there is one by need alone.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from bot.packs.assets import Packs
from bot.reports.areas import Areas, added_up, area_of, areas
from bot.reports.happened import Happened
from bot.reports.listed import many
from bot.reports.month_by_month import ENOUGH
from bot.reports.steps import TOGETHER, Groups, Steps, hidden, singly, together
from bot.reports.suppression import Passed
from bot.reports.table import ALL, Key, Number, Published, Table
from bot.reports.whereabouts import everywhere

NEEDS: Final = "needs"
NEEDS_WHERE: Final = "needs:where"
ELSEWHERE: Final = "elsewhere"
"""The countries with few needs, and wherever nobody told."""
REST: Final = " (others)"
"""Behind the country in which they are."""

Places = Mapping[Key, Number]
"""What is out of the needs by area."""


def places_passed(rows: Iterable[Happened], packs: Packs, quarter: str) -> Passed:
    """All needs, by (area)."""
    counted = _by_area(rows)
    divided = areas(counted, packs)
    cells: dict[Key, int] = {(area,): n for area, n in counted.items()}
    steps = Steps(Table(f"{NEEDS_WHERE} {quarter}", ("area",), cells), Published())
    steps.ask(everywhere(divided))
    if divided.named:
        steps.ask_all({**everywhere(divided), **divided.named})
    return steps.passed


def needs_passed(rows: Sequence[Happened], known: Iterable[str], packs: Packs, quarter: str, places: Places) -> Passed:
    """By (need, area). Hidden where not even the sum of all is out."""
    whole = places.get((ALL,))
    if not isinstance(whole, int):
        return hidden("need", "area")
    told = [(_need(row), row.n) for row in rows if row.kind == "need"]
    needs = tuple(sorted({*known, *(need for (need, _), _ in told)}))
    if not needs:
        return Passed({(ALL, ALL): 0}, Published())
    divided = areas(_by_area(rows), packs)
    alone = {TOGETHER: everywhere(divided)}
    for where in (_coarse(divided, places, whole, ENOUGH * len(needs)) or alone, alone):
        of = {area: name for parts in where.values() for name, group in parts.items() for area in group}
        cells: dict[Key, int] = added_up(((need, of[area]), n) for (need, area), n in told)
        steps = Steps(Table(f"{NEEDS} {quarter}", ("need", "area"), cells), Published())
        for along in (together(needs), singly(needs)):
            steps.ask(along, _groups(where))
        if not steps.passed.withheld:
            break
    return steps.passed


def _coarse(divided: Areas, places: Places, whole: int, least: int) -> dict[str, Groups]:
    """The countries with many, each in its municipalities with many and the others; and everything else as one."""
    numbers = {area: places.get((area,)) for area in divided.named}
    where: dict[str, Groups] = {}
    for country in many({each: numbers.get(each) for each in divided.countries}, whole, least):
        group, n = divided.countries[country], numbers[country]
        inside = {area: numbers[area] for area in group if area in numbers and area not in divided.countries}
        large = many(inside, n if isinstance(n, int) else 0, least)
        where[country] = {country + REST: tuple(set(group).difference(large)), **singly(large)}
    rest = [area for country, group in divided.countries.items() if country not in where for area in group]
    return {**where, ELSEWHERE: {ELSEWHERE: tuple(rest)}} if where and rest else where


def _groups(where: Mapping[str, Groups]) -> Groups:
    """Each country with all that is in it, and the municipalities with many."""
    large = (name for parts in where.values() for name in parts if not name.endswith(REST))
    return {**singly(large), **{country: tuple(parts) for country, parts in where.items()}}


def _by_area(rows: Iterable[Happened]) -> dict[str, int]:
    return added_up((_need(row)[1], row.n) for row in rows if row.kind == "need")


def _need(row: Happened) -> tuple[str, str]:
    need, _, area = row.subject.partition(":")
    return need, area_of(area)
