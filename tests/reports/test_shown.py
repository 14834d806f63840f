"""Sums of what was published say when a part of them is hidden."""

from bot.reports.report import AtLeast
from bot.reports.shown import Shown
from bot.reports.table import ALL, SUPPRESSED, Key, Number
from tests.reports.happening import DECEMBER, MONTHS, NOVEMBER, OCTOBER, QUARTER

Table = dict[Key, Number]
SUMMER = ("2026-07", "2026-08", "2026-09")


def shown(months: tuple[str, ...], **tables: Table) -> Shown:
    """Of `asked`, by the period with an underscore in place of its hyphen."""
    return Shown(months, {("asked", name.replace("_", "-")[1:]): table for name, table in tables.items()})


def quarter(**numbers: Number) -> Table:
    return {**{(name, ALL): n for name, n in numbers.items()}, (ALL, ALL): 90}


def test_a_whole_quarter_is_told_as_it_was_published() -> None:
    each = shown(MONTHS, y2026_Q4=quarter(answer=60, choose=SUPPRESSED) | {("answer", OCTOBER): SUPPRESSED})
    assert each.over("asked", "answer") == 60
    assert each.over("asked", "choose") is SUPPRESSED
    assert each.over("asked") == 90
    assert (each.quarters, each.periods) == ((QUARTER,), (QUARTER,))


def test_quarters_are_added_up_and_at_least_so_many_where_one_is_hidden() -> None:
    both = shown(
        (*SUMMER, *MONTHS), y2026_Q3=quarter(answer=40, choose=12), y2026_Q4=quarter(answer=60, choose=SUPPRESSED)
    )
    assert both.over("asked", "answer") == 100
    assert both.over("asked", "choose") == AtLeast(12)


def test_a_quarter_that_is_hidden_has_what_its_months_show() -> None:
    table = quarter(answer=SUPPRESSED) | {
        ("answer", OCTOBER): 20,
        ("answer", NOVEMBER): 30,
        ("answer", DECEMBER): SUPPRESSED,
    }
    assert shown(MONTHS, y2026_Q4=table).over("asked", "answer") == AtLeast(50)


def test_months_of_a_quarter_that_is_out_are_read_from_it() -> None:
    table = quarter(answer=60) | {
        ("answer", OCTOBER): 20,
        ("answer", NOVEMBER): 25,
        (ALL, OCTOBER): 30,
        (ALL, NOVEMBER): 40,
    }
    two = shown((OCTOBER, NOVEMBER), y2026_Q4=table)
    assert two.over("asked", "answer") == 45
    assert (two.quarters, two.periods) == ((), (OCTOBER, NOVEMBER))


def test_months_of_a_quarter_that_runs_stand_by_themselves() -> None:
    october: Table = {("answer", OCTOBER): 20, ("choose", OCTOBER): SUPPRESSED, (ALL, OCTOBER): 30}
    november: Table = {(ALL, NOVEMBER): 12}
    two = shown((OCTOBER, NOVEMBER), y2026_10=october, y2026_11=november)
    assert two.over("asked") == 42
    assert two.over("asked", "answer") == AtLeast(20)
    assert two.over("asked", "choose") is SUPPRESSED
    assert (two.is_divided("asked", OCTOBER), two.is_divided("asked", NOVEMBER)) == (True, False)


def test_only_what_is_divided_is_added_up_where_it_matters() -> None:
    october: Table = {("answer", OCTOBER): 20, (ALL, OCTOBER): 30}
    two = shown((OCTOBER, NOVEMBER), y2026_10=october, y2026_11={(ALL, NOVEMBER): 12})
    assert two.where_divided("asked", "answer") == 20
    assert two.where_divided("asked") == 30
    assert shown((NOVEMBER,), y2026_11={(ALL, NOVEMBER): 12}).where_divided("asked", "answer") is None


def test_what_is_not_in_a_table_was_not_there_unless_there_is_nothing_to_judge_by() -> None:
    divided: Table = {("answer", OCTOBER): 20, (ALL, OCTOBER): 20}
    nobody: Table = {(ALL, NOVEMBER): 0}
    assert shown((OCTOBER,), y2026_10=divided).over("asked", "none") == 0
    assert shown((NOVEMBER,), y2026_11=nobody).over("asked", "none") == 0
    assert shown((NOVEMBER,), y2026_11={(ALL, NOVEMBER): 50}).over("asked", "none") is None
    assert shown(MONTHS, y2026_Q4=quarter(answer=60)).over("asked", "none") is SUPPRESSED


def test_what_was_never_published_nobody_knows() -> None:
    assert shown(MONTHS, y2026_Q4=quarter(answer=60)).over("danger") is None
    assert shown(()).over("asked") is None


def test_a_table_without_months_is_added_up_over_whole_quarters_only() -> None:
    people: dict[tuple[str, str], Table] = {
        ("people", "2026-Q3"): {("reached",): 40},
        ("people", QUARTER): {("reached",): 50},
    }
    assert Shown((*SUMMER, *MONTHS), people).of_quarters("people", "reached") == 90
    assert Shown((*SUMMER, OCTOBER), people).of_quarters("people", "reached") == 40
    assert Shown((OCTOBER,), people).of_quarters("people", "reached") is None


def test_subjects_are_those_of_all_periods() -> None:
    both = shown((*SUMMER, *MONTHS), y2026_Q3=quarter(answer=40), y2026_Q4=quarter(unsure=60))
    assert both.subjects("asked") == ("answer", "unsure")
    assert both.subjects("danger") == ()
