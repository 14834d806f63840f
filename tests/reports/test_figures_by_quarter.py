"""Figures that were entered by hand go through the gate too, and no two reports can be subtracted."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.reports.amounts import least
from bot.reports.figures import Figure
from bot.reports.figures_by_quarter import ByHand, by_quarter
from bot.reports.report import AtLeast
from bot.reports.table import SUPPRESSED
from tests.reports.indicating import Q1, Q2, a_figure, numbered

LATE = date(2026, 5, 1)


def of(*figures: Figure) -> ByHand:
    return by_quarter(numbered(*figures), "income")[Q1]


def test_what_was_entered_in_time_is_added_up() -> None:
    told = of(a_figure(3), a_figure(9, having=6, known=6), a_figure(20, having=10, known=20))
    assert (told.n, told.having, told.known, told.unknown) == (32, 16, 26, 6)
    assert told.sources == ("List of 3", "List of 9", "List of 20")


def test_each_day_belongs_to_its_quarter_and_each_figure_to_its_indicator() -> None:
    figures = (a_figure(7), a_figure(8, date(2026, 4, 1)), a_figure(9, indicator="other"))
    assert {quarter: each.n for quarter, each in by_quarter(figures, "income").items()} == {Q1: 7, Q2: 8}


def test_fewer_than_five_are_hidden_with_their_source() -> None:
    assert of(a_figure(4)) == ByHand(SUPPRESSED, SUPPRESSED, SUPPRESSED, SUPPRESSED, ())


def test_nobody_is_nobody() -> None:
    assert of(a_figure(0)).n == 0


def test_a_few_who_have_what_is_asked_are_hidden_and_one_more_with_them() -> None:
    told = of(a_figure(40, having=2, known=30))
    assert (told.n, told.having) == (40, SUPPRESSED)
    assert SUPPRESSED in {told.known, told.unknown}


def test_what_comes_late_waits_until_it_is_five_people() -> None:
    before = of(a_figure(30))
    late = [a_figure(n, entered_on=LATE) for n in (3, 1, 2)]
    assert (before.n, of(a_figure(30), late[0]).n) == (30, AtLeast(30))
    assert of(a_figure(30), *late[:2]).n == AtLeast(30)
    assert of(a_figure(30), *late).n == 36


def test_what_comes_late_to_nobody_waits_too() -> None:
    assert of(a_figure(2, entered_on=LATE)).n is SUPPRESSED
    assert of(a_figure(2, entered_on=LATE), a_figure(3, entered_on=LATE)).n == 5


def test_a_figure_entered_on_the_last_day_of_the_quarter_is_in_time() -> None:
    last = replace(a_figure(2, date(2026, 3, 31)), entered_on=date(2026, 3, 31))
    assert of(a_figure(30), last).n == 32


@given(st.lists(st.integers(0, 12), min_size=1, max_size=8), st.integers(0, 12))
def test_whatever_is_entered_one_after_the_other_two_reports_never_differ_by_a_few(late: list[int], first: int) -> None:
    entered = numbered(a_figure(first), *(a_figure(n, entered_on=LATE) for n in late))
    reports = [by_quarter(entered[: length + 1], "income")[Q1].n for length in range(len(entered))]
    shown = [least(each) for each in reports]
    assert all(later - sooner == 0 or later - sooner >= 5 for sooner, later in pairwise(shown))
    assert shown[-1] <= first + sum(late)
    if isinstance(reports[-1], int):
        assert reports[-1] == first + sum(late)
