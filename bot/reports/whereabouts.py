"""What is published of where people were, and in which language they wrote, quarter by quarter.

`where:reached` and `languages` divide the same people, each in one direction. All that they have in common is the sum,
and it goes out first; where it may not, neither does. Of those who did something (`where:topic`) each country has a
part of those whom it has in `where:reached`. So they are divided as a table of those who did and those who did not, by
country and no more finely, and only by those countries of which all that both tables have in common is out: how many
were reached there. For what two sides of a table could be by themselves they could be together, once their sums are
given (`bot.reports.pairs`). By municipality a part would be a few less than the whole in most of them. (Who told a
place only in between may be in more of the part than of the whole; then nothing can be worked out.)
"""

from collections.abc import Iterable, Mapping
from typing import Final

from bot.packs.assets import Packs
from bot.reports.areas import UNKNOWN, Areas, added_up, area_of, areas
from bot.reports.happened import Happened
from bot.reports.listed import many
from bot.reports.steps import Groups, Steps, hidden, singly, together
from bot.reports.suppression import Passed
from bot.reports.table import ALL, Key, Number, Published, Table

WHERE: Final = "where"
LANGUAGES: Final = "languages"
REACHED: Final = "reached"
PLACED: Final = "placed"
"""That a chat has told where it is: counted once a quarter, in that area. Most tell it after their first message."""
PART: Final = "part"
REST: Final = "rest"
OTHERS: Final = "others"
MANY: Final = 40
"""People who were reached in a country: of fewer no part is told."""
NOTHING: Final = Published()


def people_by_area(rows: Iterable[Happened], what: str) -> dict[str, int]:
    """How many did it for the first time in the quarter, by the area that was known then.

    Those who were reached are in the area that they told first, be it after their first message.
    """
    counted = [row for row in rows if row.kind == "people"]
    if what != REACHED:
        return _by_area(counted, what)
    placed, everybody = _by_area(counted, PLACED), sum(row.n for row in counted if row.subject == REACHED)
    unknown = everybody - sum(n for area, n in placed.items() if area != UNKNOWN)
    return {**placed, UNKNOWN: max(0, unknown)} if everybody else {}


def _by_area(counted: Iterable[Happened], what: str) -> dict[str, int]:
    return added_up((area_of(row.area), row.n) for row in counted if row.subject == what)


def languages_passed(rows: Iterable[Happened], spoken: Iterable[str], quarter: str) -> Passed:
    """Those who were reached, by (language)."""
    counted = added_up((row.language, row.n) for row in rows if row.kind == "people" and row.subject == REACHED)
    languages = tuple(sorted({*spoken, *counted}))
    steps = Steps(Table(f"{LANGUAGES} {quarter}", ("language",), {(name,): n for name, n in counted.items()}), NOTHING)
    steps.ask(together(languages))
    steps.ask(singly(languages))
    return steps.passed


def reached_passed(rows: Iterable[Happened], packs: Packs, quarter: str) -> Passed:
    """Those who were reached, by (area)."""
    counted = people_by_area(rows, REACHED)
    divided = areas(counted, packs)
    steps = Steps(
        Table(f"{WHERE}:{REACHED} {quarter}", ("area",), {(area,): n for area, n in counted.items()}), NOTHING
    )
    steps.ask(everywhere(divided))
    if divided.named:
        steps.ask_all({**everywhere(divided), **divided.named})
    return steps.passed


def part_passed(
    rows: Iterable[Happened], what: str, packs: Packs, quarter: str, reached: Mapping[Key, Number]
) -> Passed:
    """Those who did this, by (country), as far as many were reached there; the other countries are one."""
    listed, whole = list(rows), reached.get((ALL,))
    countries = areas(people_by_area(listed, REACHED), packs).countries
    if not isinstance(whole, int):
        return hidden("area")
    large = many({country: reached.get((country,)) for country in countries}, whole, MANY)
    of = {area: country for country in large for area in countries[country]}
    mine = added_up((of.get(area, OTHERS), n) for area, n in people_by_area(listed, what).items())
    everybody = added_up((of.get(area, OTHERS), n) for area, n in people_by_area(listed, REACHED).items())
    cells: dict[Key, int] = {(area, PART): n for area, n in mine.items()}
    for area, n in everybody.items():
        cells[area, REST] = max(0, n - mine.get(area, 0))
    steps = Steps(Table(f"{WHERE}:{what} {quarter}", ("area", "part"), cells), NOTHING)
    for part in (together((PART, REST)), singly([PART])):
        steps.ask({**together((*large, OTHERS)), **singly(large)}, part)
    numbers: dict[Key, Number] = {(area,): n for (area, part), n in steps.numbers.items() if part == PART}
    return Passed(numbers, steps.passed.published, steps.passed.withheld)


def everywhere(divided: Areas) -> Groups:
    """All areas of a table as one."""
    return together(dict.fromkeys(each for group in divided.countries.values() for each in group))
