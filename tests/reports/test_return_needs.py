"""What people need who plan their return, by need and by place."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.reports.listed import NAMED
from bot.reports.return_needs import ELSEWHERE, REST, needs_passed, places_passed
from bot.reports.suppression import LEAST, Passed
from bot.reports.table import ALL, SUPPRESSED, Cut, Key
from tests.builders import a_place, some_packs
from tests.reports.attack import Reader
from tests.reports.happening import QUARTER, happened
from tests.reports.putting_together import is_safe, knows_unnamed, reads

PACKS = some_packs(
    places=[
        a_place("kukes"),
        a_place("vlore", lat=40.5, lon=19.5),
        a_place("prizren", country="XK", lat=42.2, lon=20.7),
    ]
)
NEEDS = ("housing", "papers")
AREAS = ("kukes", "vlore", "prizren", "-")
Counts = dict[tuple[str, str], int]


def published(counted: Counts) -> tuple[Passed, Passed]:
    rows = happened("need", {f"{need}:{area}": n for (need, area), n in counted.items()})
    places = places_passed(rows, PACKS, QUARTER)
    return places, needs_passed(rows, NEEDS, PACKS, QUARTER, places.numbers)


def test_places_add_up_all_needs() -> None:
    places, _ = published({("housing", "kukes"): 20, ("papers", "kukes"): 8, ("papers", "prizren"): 15})
    assert places.numbers == {
        ("AL",): 28, ("kukes",): 28, ("XK",): 15, ("prizren",): 15, (ALL,): 43
    }  # fmt: skip


def test_needs_are_divided_by_country_and_by_municipalities_with_many() -> None:
    counted = {("housing", "kukes"): 60, ("papers", "kukes"): 30, ("housing", "vlore"): 50, ("papers", "prizren"): 45}
    numbers = published(counted)[1].numbers
    assert (numbers["housing", "AL"], numbers["papers", "AL"], numbers["housing", "kukes"]) == (110, 30, 60)
    assert (numbers["papers", "XK"], numbers["papers", ALL], numbers[ALL, ALL]) == (45, 75, 185)


def test_where_few_are_the_needs_are_together_with_all_that_is_elsewhere() -> None:
    numbers = published({("housing", "kukes"): 90, ("papers", "prizren"): 22, ("papers", "-"): 21})[1].numbers
    assert numbers["papers", ELSEWHERE] == 43
    assert ("papers", "XK") not in numbers


def test_with_few_needs_in_all_they_are_divided_by_need_alone() -> None:
    numbers = published({("housing", "kukes"): 14, ("papers", "prizren"): 11})[1].numbers
    assert numbers == {("housing", ALL): 14, ("papers", ALL): 11, (ALL, ALL): 25}


def test_of_hardly_any_need_nothing_is_told() -> None:
    places, needs = published({("housing", "kukes"): 3})
    assert set(places.numbers.values()) == set(needs.numbers.values()) == {SUPPRESSED}


@settings(max_examples=25, deadline=None)
@given(st.fixed_dictionaries({(need, area): st.sampled_from([0, 1, 3, 6, 20, 45]) for need in NEEDS for area in AREAS}))
def test_nothing_small_can_be_worked_out_of_places_and_needs_together(counted: Counts) -> None:
    places, needs = published(counted)
    reader = Reader((NEEDS, AREAS))
    reads(reader, places.published, 1)
    whole = Cut(({"all": NEEDS}, {area: (area,) for area in AREAS}))
    sums = {area: sum(counted[need, area] for need in NEEDS) for area in AREAS}
    unnamed = [area for area in AREAS if (area,) not in places.numbers and sums[area] < NAMED]
    if {("AL",), ("XK",), ("-",)} <= set(places.numbers):
        knows_unnamed(reader, [reader.counted(whole, ("all", area)) for area in unnamed])
    _reads_needs(reader, needs)
    each = [*([cell] for cell in counted), *([(need, area) for need in NEEDS] for area in AREAS)]
    is_safe(reader, {frozenset[Key](cells) for cells in each if 0 < sum(counted[cell] for cell in cells) < LEAST})


def _reads_needs(reader: Reader, needs: Passed) -> None:
    """Its areas are some of those of the places: which ones stands in what went out."""
    if not needs.published.releases:
        return
    members = {**{area: (area,) for area in AREAS}, "AL" + REST: ("kukes", "vlore"), "XK" + REST: ("prizren",)}
    large = set(needs.published.releases[-1].cut.groups[1])
    members = {name: tuple(set(group) - large) if name.endswith(REST) else group for name, group in members.items()}
    members["-" + REST] = ("-",)
    members[ELSEWHERE] = tuple(set(AREAS) - {area for name in large for area in _within(name)})
    members["(all)"] = AREAS
    for release in needs.published.releases:
        shown = dict(release.shown)
        along = {
            name: tuple(dict.fromkeys(area for each in group for area in members.get(each, ())))
            for name, group in release.cut.groups[1].items()
        }
        cut = Cut((release.cut.groups[0], {name: group or ("nowhere",) for name, group in along.items()}))
        reader.reads(cut, {key: shown.get(key, SUPPRESSED) for key, _ in cut.boxes()})


def _within(name: str) -> tuple[str, ...]:
    return {"AL": ("kukes", "vlore"), "XK": ("prizren",), "-": ("-",)}.get(name, ())
