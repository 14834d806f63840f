"""A whole programme's month and quarter: every table is there, and no two say the same thing otherwise."""

from functools import cache

import pytest

from bot.reports.happened import Happened, QuarterCounted
from bot.reports.publication import Publication, month_published, needs_of, quarter_published
from bot.reports.published_tables import MONTHLY
from bot.reports.suppression import LEAST, Passed
from bot.reports.table import ALL, SUPPRESSED, Suppressed
from tests.builders import the_real_packs
from tests.reports.happening import DECEMBER, MONTHS, NOVEMBER, OCTOBER, QUARTER, a_programme, happened

PACKS = the_real_packs()


@cache
def published(size: int = 300) -> tuple[Publication, Publication, Publication]:
    quarter = a_programme(PACKS, size=size)
    first = month_published(OCTOBER, _until(quarter, OCTOBER), PACKS, {})
    second = month_published(NOVEMBER, _until(quarter, NOVEMBER), PACKS, first.passed)
    return first, second, quarter_published(quarter, PACKS, {**first.passed, **second.passed}, {"know": (2,)})


def _until(quarter: QuarterCounted, month: str) -> list[Happened]:
    return [row for row in quarter.rows if row.month <= month]


def of_quarter(*kinds: tuple[str, dict[str, int]]) -> dict[str, Passed]:
    rows = [row for kind, counts in kinds for row in happened(kind, counts)]
    return quarter_published(QuarterCounted(QUARTER, tuple(rows)), PACKS, {}, {}).passed


def test_a_month_has_the_tables_by_month_and_a_quarter_all() -> None:
    first, second, quarter = published()
    assert set(first.passed) == set(second.passed) == {entry.counted for entry in MONTHLY}
    assert set(quarter.passed) > {*first.passed, "people", "needs", "helpful", "reasons", "gain:know", "ages:know"}
    assert {"languages", "where:reached", "needs:where", "halves"} < set(quarter.passed)
    assert [first.failed, second.failed, quarter.failed] == [{}, {}, {}]


@pytest.mark.parametrize("size", [20, 300, 2000])
def test_nothing_that_is_shown_is_small(size: int) -> None:
    shown = [n for made in published(size) for passed in made.passed.values() for n in passed.numbers.values()]
    assert not [n for n in shown if not isinstance(n, Suppressed) and 0 < n < LEAST]


def test_what_a_month_showed_the_quarter_shows_as_well() -> None:
    first, second, quarter = published(2000)
    for month in (first, second):
        for counted, passed in month.passed.items():
            for key, n in passed.numbers.items():
                assert n is SUPPRESSED or quarter.passed[counted].numbers[key] == n


def test_a_half_of_a_quiz_is_no_guide_that_somebody_finished() -> None:
    passed = of_quarter(("guide_result", {"know:1:good": 40, "return-plan:1:plan": 30}))
    assert passed["guides"].numbers[ALL, ALL] == 30
    assert ("know", ALL) not in passed["guides"].numbers


def test_a_quiz_that_left_the_packs_is_still_none() -> None:
    passed = of_quarter(("guide_result", {"old:1:good": 40}), ("quiz_half", {"old:1:a:3": 20}))
    assert passed["guides"].numbers[ALL, ALL] == 0
    assert passed["halves"].numbers["old", "first"] == 20


def test_a_case_is_closed_and_has_an_outcome_in_one_table() -> None:
    passed = of_quarter(("case_closed", {"informed": 20, "": 10}), ("outcome", {"informed": 20, "unknown": 10}))
    assert passed["closed"].numbers["informed", ALL] == 20
    assert passed["closed"].numbers["none", ALL] == 10


def test_a_table_that_cannot_be_worked_out_keeps_no_other_back() -> None:
    made = quarter_published(
        QuarterCounted(QUARTER, tuple(happened("quiz_gain_by", {"know:gender=woman:+1": 9}))), PACKS, {}, {}
    )
    assert set(made.failed) == {"gain:know"}
    assert made.passed["ages:know"].numbers == {(ALL, ALL): SUPPRESSED}
    assert "topics" in made.passed


def test_counts_that_changed_after_their_month_went_out_are_refused() -> None:
    rows = happened("asked", {"answer": 60, "choose": 40})
    first = month_published(OCTOBER, rows, PACKS, {})
    more = [*rows, *happened("asked", {"answer": 1})]
    later = quarter_published(QuarterCounted(QUARTER, tuple(more)), PACKS, first.passed, {})
    assert set(later.failed) == {"asked"}


def test_every_need_of_a_plan_is_known_with_the_step_that_asks_for_it() -> None:
    assert needs_of(PACKS)["housing"][0] == "return-plan"
    assert {"housing", "papers", "health"} < set(needs_of(PACKS))


def test_an_empty_quarter_is_published_as_nothing() -> None:
    made = quarter_published(QuarterCounted(QUARTER, ()), PACKS, {}, {})
    assert not made.failed
    assert made.passed["topics"].numbers[ALL, ALL] == 0
    assert (ALL, DECEMBER) not in made.passed["topics"].numbers
    assert MONTHS[2] == DECEMBER
