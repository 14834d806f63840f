"""A table by months: what goes out when, and that nobody is found in it."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.packs.assets import Packs
from bot.reports.happened import Happened
from bot.reports.listed import NAMED
from bot.reports.month_by_month import ENOUGH, month_passed, quarter_passed
from bot.reports.published_tables import Monthly
from bot.reports.suppression import LEAST, Passed
from bot.reports.table import ALL, SUPPRESSED, Cut, Key, Number, Published
from tests.builders import some_packs
from tests.reports.attack import Reader
from tests.reports.happening import DECEMBER, MONTHS, NOVEMBER, OCTOBER, QUARTER, happened
from tests.reports.putting_together import is_safe, knows_unnamed, reads

PACKS: Packs = some_packs()
ENDS = ("answer", "choose", "unsure")
SHORT = Monthly("asked", lambda row: row.subject, lambda _: ENDS)
IN_GROUPS = Monthly("asked", lambda row: row.subject, lambda _: ENDS, lambda _: {"some": ENDS[:2]})
LONG = Monthly("topics", lambda row: row.subject, lambda _: ENDS, is_long=True)
WHOLE_ONLY = Monthly("hours", lambda row: row.subject, lambda _: ENDS, divided=False)
Counts = dict[tuple[str, str], int]
FEW = st.sampled_from([0, 0, 1, 2, 3, 4, 5, 9, 12, 30, 70])


@st.composite
def counts(draw: st.DrawFn) -> Counts:
    return {(subject, month): draw(FEW) for subject in ENDS for month in MONTHS}


def rows(counted: Counts) -> list[Happened]:
    return [row for (subject, month), n in counted.items() for row in happened("asked", {subject: n}, month)]


def each(*counted: int) -> Counts:
    """The same in every month."""
    return {(subject, month): n for subject, n in zip(ENDS, counted, strict=True) for month in MONTHS}


def published(entry: Monthly, counted: Counts) -> tuple[Passed, Passed, Passed]:
    """In their order: October, November, the quarter."""
    listed = rows(counted)
    first = month_passed(entry, OCTOBER, listed, PACKS, Published())
    second = month_passed(entry, NOVEMBER, listed, PACKS, first.published)
    return first, second, quarter_passed(entry, QUARTER, listed, PACKS, second.published)


def test_a_month_goes_out_by_itself_and_the_third_with_the_quarter() -> None:
    first, second, quarter = published(SHORT, each(60, 30, 20))
    assert first.numbers == {
        ("answer", OCTOBER): 60, ("choose", OCTOBER): 30, ("unsure", OCTOBER): 20, (ALL, OCTOBER): 110
    }  # fmt: skip
    assert {month for _, month in second.numbers} == {NOVEMBER}
    assert (quarter.numbers["choose", DECEMBER], quarter.numbers["choose", ALL], quarter.numbers[ALL, ALL]) == (
        30, 90, 330
    )  # fmt: skip


def test_what_happened_later_changes_nothing_of_a_month() -> None:
    busy, quiet = each(60, 30, 20), {key: n if key[1] == OCTOBER else 0 for key, n in each(60, 30, 20).items()}
    assert published(SHORT, busy)[0] == published(SHORT, quiet)[0]


def test_a_month_with_too_few_to_be_divided_has_a_total_and_one_with_fewer_has_none() -> None:
    some, few = published(SHORT, each(20, 15, 10))[0], published(SHORT, each(8, 7, 5))[0]
    assert some.numbers == {(ALL, OCTOBER): 45}
    assert few.numbers == {}


def test_the_quarter_is_divided_also_where_its_months_are_not() -> None:
    quarter = published(SHORT, each(8, 7, 5))[2]
    assert quarter.numbers == {("answer", ALL): 24, ("choose", ALL): 21, ("unsure", ALL): 15, (ALL, ALL): 60}


def test_what_is_small_in_the_third_month_does_not_come_out_as_the_rest() -> None:
    counted = each(60, 30, 20) | {("unsure", DECEMBER): 2}
    quarter = published(SHORT, counted)[2].numbers
    known = [quarter["unsure", when] for when in (OCTOBER, NOVEMBER, ALL)]
    assert quarter["unsure", DECEMBER] is SUPPRESSED
    assert SUPPRESSED in known


def test_groups_of_subjects_go_out_before_the_subjects() -> None:
    first = published(IN_GROUPS, each(20, 15, 10))[0]
    assert first.numbers == {(ALL, OCTOBER): 45, ("some", OCTOBER): 35}


def test_a_table_that_is_not_divided_by_month_has_its_subjects_in_the_quarter() -> None:
    first, _, quarter = published(WHOLE_ONLY, each(60, 30, 20))
    assert first.numbers == {(ALL, OCTOBER): 110}
    assert quarter.numbers["answer", ALL] == 180
    assert ("answer", OCTOBER) not in quarter.numbers


def test_a_long_table_names_only_what_is_not_few() -> None:
    quarter = published(LONG, each(14, 5, 2))[2].numbers
    assert quarter == {("answer", ALL): 42, ("choose", ALL): 15, ("unsure", ALL): SUPPRESSED, (ALL, ALL): 63}
    assert published(LONG, each(14, 4, 1))[2].numbers["choose", ALL] is SUPPRESSED


def test_a_long_table_is_divided_like_any_other_where_its_months_are() -> None:
    first, _, quarter = published(LONG, each(ENOUGH * 3, 5, 0))
    assert first.numbers["choose", OCTOBER] == 5
    assert quarter.numbers["choose", ALL] == 15
    assert quarter.numbers["unsure", ALL] == 0


def test_of_a_quarter_with_hardly_anything_nothing_is_said_not_even_the_zeros() -> None:
    for entry in (SHORT, LONG):
        numbers = published(entry, {("answer", OCTOBER): 3})[2].numbers
        assert set(numbers.values()) == {SUPPRESSED}
        assert ("unsure", ALL) in numbers


def test_the_same_comes_out_however_late_it_is_published() -> None:
    counted = each(60, 30, 20) | {("unsure", NOVEMBER): 3, ("choose", DECEMBER): 1}
    assert published(SHORT, counted) == published(SHORT, dict(reversed(counted.items())))


@pytest.mark.parametrize("entry", [SHORT, IN_GROUPS, WHOLE_ONLY])
@settings(max_examples=30, deadline=None)
@given(counted=counts())
def test_nothing_small_can_be_worked_out_of_the_months_and_the_quarter(entry: Monthly, counted: Counts) -> None:
    quarter = published(entry, counted)[2]
    reader = Reader((ENDS, MONTHS))
    reads(reader, quarter.published)
    is_safe(reader, small(quarter.numbers, counted))


@settings(max_examples=40, deadline=None)
@given(counted=counts())
def test_nothing_small_can_be_worked_out_of_a_long_table_and_its_months(counted: Counts) -> None:
    quarter = published(LONG, counted)[2]
    reader = Reader((ENDS, MONTHS))
    reads(reader, quarter.published)
    totals = {subject: sum(counted[subject, month] for month in MONTHS) for subject in ENDS}
    named = {subject for subject in ENDS if quarter.numbers.get((subject, ALL)) is not SUPPRESSED}
    alone = Cut(({subject: (subject,) for subject in ENDS}, {"all": MONTHS}))
    told: dict[Key, Number] = {(subject, "all"): totals[subject] for subject in named}
    if named:
        reader.knows((reader.counted(alone, key), n, n) for key, n in told.items() if isinstance(n, int))
        small_ones = [subject for subject in ENDS if subject not in named and totals[subject] < NAMED]
        knows_unnamed(reader, [reader.counted(alone, (subject, "all")) for subject in small_ones])
    is_safe(reader, small(quarter.numbers, counted))


def small(numbers: Mapping[Key, Number], counted: Counts) -> list[frozenset[Key]]:
    """The cells of what was asked that count a few people."""
    found: list[frozenset[Key]] = []
    for subject, when in numbers:
        subjects = ENDS if subject == ALL else (subject,)
        cells = frozenset((each, month) for each in subjects for month in MONTHS if when in (month, ALL))
        if subject in (*ENDS, ALL) and 0 < sum(counted[cell] for cell in cells) < LEAST:
            found.append(cells)
    return found
