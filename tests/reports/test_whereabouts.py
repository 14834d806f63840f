"""People by language and by place."""

from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.reports.happened import Happened
from bot.reports.listed import NAMED
from bot.reports.suppression import LEAST
from bot.reports.table import ALL, SUPPRESSED, Cut, Key, Number
from bot.reports.whereabouts import MANY, PART, REST, languages_passed, part_passed, people_by_area, reached_passed
from tests.builders import a_place, some_packs
from tests.reports.attack import Reader
from tests.reports.happening import OCTOBER, QUARTER, people
from tests.reports.putting_together import is_safe, knows_unnamed, reads

PACKS = some_packs(
    places=[
        a_place("kukes"),
        a_place("vlore", lat=40.5, lon=19.5),
        a_place("prizren", country="XK", lat=42.2, lon=20.7),
    ]
)
AREAS = ("kukes", "vlore", "AL", "prizren", "XK", "DE", "IT", "")


def test_municipalities_are_named_within_their_countries_and_so_are_other_countries() -> None:
    counted = {"kukes": 20, "vlore": 9, "AL": 11, "prizren": 30, "DE": 12, "IT": 7, "": 15}
    numbers = reached_passed(people("reached", counted), PACKS, QUARTER).numbers
    inside = {("AL",): 40, ("kukes",): 20, ("XK",): 30, ("prizren",): 30}
    assert numbers == {**inside, ("abroad",): 19, ("DE",): 12, ("-",): 15, (ALL,): 104}


def test_where_hardly_anybody_is_no_country_is_named() -> None:
    assert reached_passed(people("reached", {"kukes": 8, "prizren": 3}), PACKS, QUARTER).numbers == {(ALL,): 11}
    assert reached_passed(people("reached", {"kukes": 3}), PACKS, QUARTER).numbers == {(ALL,): SUPPRESSED}


def test_people_are_counted_in_the_area_that_they_told_first() -> None:
    rows = [*people("reached", {"kukes": 2}), *people("reached", {"kukes": 3, "": 4}, "2026-11")]
    rows += people("topic", {"kukes": 3, "": 1})
    assert people_by_area(rows, "reached") == {"kukes": 5, "-": 4}
    assert people_by_area(rows, "topic") == {"kukes": 3, "-": 1}


def test_languages_divide_the_same_people() -> None:
    rows = [*people("reached", {"kukes": 40}), Happened(OCTOBER, "people", "reached", 12, "en")]
    numbers = languages_passed(rows, ("sq", "en", "de"), QUARTER).numbers
    assert numbers == {("sq",): 40, ("en",): 12, ("de",): 0, (ALL,): 52}


def test_a_part_is_told_of_countries_where_many_were_reached() -> None:
    rows = [*people("reached", {"kukes": 90, "prizren": 60, "DE": 45}), *people("topic", {"kukes": 50, "prizren": 40})]
    reached = reached_passed(rows, PACKS, QUARTER).numbers
    numbers = part_passed(rows, "topic", PACKS, QUARTER, reached).numbers
    assert numbers == {("AL",): 50, ("XK",): 40, ("abroad",): 0, (ALL,): 90}


def test_a_part_that_is_a_few_less_than_the_country_is_not_told() -> None:
    rows = [*people("reached", {"kukes": 90, "prizren": 60}), *people("topic", {"kukes": 50, "prizren": 58})]
    numbers = part_passed(rows, "topic", PACKS, QUARTER, reached_passed(rows, PACKS, QUARTER).numbers).numbers
    assert numbers["XK",] is SUPPRESSED


def test_of_fewer_in_a_country_no_part_is_told() -> None:
    rows = [*people("reached", {"kukes": 90, "prizren": MANY - 1}), *people("topic", {"kukes": 50, "prizren": 10})]
    numbers = part_passed(rows, "topic", PACKS, QUARTER, reached_passed(rows, PACKS, QUARTER).numbers).numbers
    assert numbers == {(ALL,): 60}


def test_a_part_may_be_larger_than_its_whole_where_places_were_told_late() -> None:
    rows = [*people("reached", {"kukes": 50, "": 60}), *people("topic", {"kukes": 70})]
    numbers = part_passed(rows, "topic", PACKS, QUARTER, reached_passed(rows, PACKS, QUARTER).numbers).numbers
    assert numbers["AL",] == 70


@settings(max_examples=25, deadline=None)
@given(st.fixed_dictionaries({area: st.sampled_from([0, 1, 3, 9, 10, 30, 60]) for area in AREAS}), st.data())
def test_nothing_small_can_be_worked_out_of_places_and_parts_together(
    counted: dict[str, int], data: st.DataObject
) -> None:
    part = {area: data.draw(st.sampled_from([0, 1, 3, n // 2, max(0, n - 2), n])) for area, n in counted.items()}
    part = {area: min(n, counted[area]) for area, n in part.items()}
    rows = [*people("reached", counted), *people("topic", part)]
    reached = reached_passed(rows, PACKS, QUARTER)
    divided = part_passed(rows, "topic", PACKS, QUARTER, reached.numbers)
    areas = tuple(area or "-" for area in AREAS)
    reader = Reader((areas, (PART, REST)))
    reads(reader, reached.published, 0)
    _reads_countries(reader, divided.numbers)
    whole = Cut(({area: (area,) for area in areas}, {"all": (PART, REST)}))
    unnamed = [
        area for area in ("kukes", "vlore", "prizren") if (area,) not in reached.numbers and counted[area] < NAMED
    ]
    if ("AL",) in reached.numbers and ("XK",) in reached.numbers:
        knows_unnamed(reader, [reader.counted(whole, (area, "all")) for area in unnamed])
    asked = [whole, Cut((COUNTRIES, {"part": (PART,)})), Cut((COUNTRIES, {"rest": (REST,)}))]
    sums = [reader.counted(cut, key) for cut in asked for key, _ in cut.boxes()]
    true = {(area or "-", PART): n for area, n in part.items()}
    true |= {(area or "-", REST): n - part[area] for area, n in counted.items()}
    is_safe(reader, {cells for cells in sums if 0 < sum(true[area, which] for area, which in cells) < LEAST})


COUNTRIES = {"AL": ("AL", "kukes", "vlore"), "XK": ("XK", "prizren"), "abroad": ("DE", "IT"), "-": ("-",)}


def _reads_countries(reader: Reader, numbers: Mapping[Key, Number]) -> None:
    """The part by country, of all areas that a country has."""
    for (country,), n in numbers.items():
        groups = {"all": reader.categories[0]} if country == ALL else {country: COUNTRIES[country]}
        cells = reader.counted(Cut((groups, {PART: (PART,)})), (next(iter(groups)), PART))
        if isinstance(n, int):
            reader.knows([(cells, n, n)])
