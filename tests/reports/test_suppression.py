"""What comes through the gate and what does not: examples by hand."""

import pytest
from pydantic import TypeAdapter

from bot.reports.errors import ReportError
from bot.reports.suppression import gate, rate
from bot.reports.table import ALL, SUPPRESSED, Cut, Key, Number, Published, Table, singly

NOTHING = Published()
MONTHS = ("jan", "feb", "mar", "apr")


def row(*counts: int) -> Table:
    return Table("asked", ("place",), {(f"p{n}",): count for n, count in enumerate(counts)})


def square(*rows: tuple[int, ...]) -> Table:
    cells: dict[Key, int] = {(f"p{y}", f"t{x}"): count for y, each in enumerate(rows) for x, count in enumerate(each)}
    return Table("asked", ("place", "topic"), cells)


def shown(table: Table) -> dict[str, Number]:
    """What comes out when it is the first report, by names in a row."""
    return {" ".join(key): n for key, n in gate(table, singly(table), NOTHING).numbers.items()}


def hidden(table: Table) -> set[str]:
    return {key for key, n in shown(table).items() if n is SUPPRESSED}


def over(*months: str) -> Cut:
    """These months as one, by nothing else."""
    return Cut(({"then": months},))


def by_month(*counts: int) -> Table:
    return Table("asked", ("month",), {(month,): count for month, count in zip(MONTHS, counts, strict=False)})


def test_a_small_cell_takes_the_next_larger_one_along() -> None:
    assert shown(row(2, 7, 20)) == {"p0": SUPPRESSED, "p1": SUPPRESSED, "p2": 20, "*": 29}


def test_two_small_cells_whose_sum_is_small_too_need_a_third() -> None:
    assert shown(row(2, 2, 20)) == {"p0": SUPPRESSED, "p1": SUPPRESSED, "p2": SUPPRESSED, "*": 24}


def test_where_there_is_nobody_else_the_total_goes() -> None:
    assert shown(row(3, 0, 2)) == {"p0": SUPPRESSED, "p1": 0, "p2": SUPPRESSED, "*": SUPPRESSED}


def test_in_two_dimensions_the_smallest_square_is_hidden() -> None:
    assert hidden(square((3, 20), (100, 120), (9, 11))) == {"p0 t0", "p0 t1", "p2 t0", "p2 t1"}


def test_a_small_total_hides_the_zeros_that_it_adds_up() -> None:
    numbers = shown(square((3, 0), (20, 30), (9, 11)))
    assert [numbers[key] for key in ("p0 t0", "p0 t1", "p0 *")] == [SUPPRESSED] * 3
    assert numbers["* *"] == 73


def test_a_zero_under_a_total_of_nobody_is_shown() -> None:
    numbers = shown(square((3, 0), (20, 0), (9, 0)))
    assert [numbers[f"{place} t1"] for place in ("p0", "p1", "p2", "*")] == [0, 0, 0, 0]


@pytest.mark.parametrize("total", [1, 2, 3, 4])
def test_a_small_table_is_hidden_whole(total: int) -> None:
    table = square((total - total // 2, 0, total // 2), (0, 0, 0))
    assert hidden(table) >= {"p0 t0", "p0 *", "* t0", "* *", "p1 *", "p1 t0"}
    assert set(shown(Table("asked", ("place",), {("p0",): total, ("p1",): 0})).values()) == {SUPPRESSED}


def test_a_table_of_nobody_is_shown() -> None:
    assert set(shown(square((0, 0), (0, 0))).values()) == {0}


def test_what_was_shown_of_two_months_hides_three_if_the_third_is_small() -> None:
    table = by_month(6, 4, 2)
    first = gate(table, over("jan", "feb"), NOTHING)
    assert first.numbers == {("then",): 10, (ALL,): 10}
    second = gate(table, over("jan", "feb", "mar"), first.published)
    assert second.numbers == {("then",): SUPPRESSED, (ALL,): SUPPRESSED}


@pytest.mark.parametrize("march", [0, 5, 60])
def test_what_was_shown_of_two_months_lets_three_be_shown_if_the_third_is_not_small(march: int) -> None:
    table = by_month(6, 4, march)
    first = gate(table, over("jan", "feb"), NOTHING)
    assert set(gate(table, over("jan", "feb", "mar"), first.published).numbers.values()) == {10 + march}


def test_the_shorter_time_is_hidden_if_the_longer_went_out_first() -> None:
    table = by_month(6, 4, 2)
    first = gate(table, over("jan", "feb", "mar"), NOTHING)
    assert set(gate(table, over("jan", "feb"), first.published).numbers.values()) == {SUPPRESSED}


def test_three_reports_that_tell_only_together_do_not_go_out_together() -> None:
    table = by_month(7, 30, 8, 3)
    sofar = NOTHING
    for months in (MONTHS, ("jan", "feb")):
        passed = gate(table, over(*months), sofar)
        assert isinstance(passed.numbers[ALL,], int)
        sofar = passed.published
    assert gate(table, over("mar"), sofar).numbers[ALL,] is SUPPRESSED


def test_a_country_is_hidden_if_all_but_a_small_part_of_it_went_out() -> None:
    table = Table("asked", ("place",), {("kukes",): 2, ("tirane",): 60, ("vlore",): 40})
    first = gate(table, Cut(({"tirane": ("tirane",), "vlore": ("vlore",)},)), NOTHING)
    country = Cut(({"albania": ("kukes", "tirane", "vlore")},))
    assert first.numbers[ALL,] == 100
    assert gate(table, country, first.published).numbers[ALL,] is SUPPRESSED


def test_a_country_and_its_places_may_stand_in_one_report() -> None:
    table = Table("asked", ("place",), {("kukes",): 2, ("tirane",): 60, ("vlore",): 40, ("prizren",): 50})
    places = {name: (name,) for name in ("kukes", "tirane", "vlore", "prizren")}
    numbers = gate(table, Cut(({"albania": ("kukes", "tirane", "vlore"), **places},)), NOTHING).numbers
    assert (numbers["albania",], numbers["prizren",], numbers[ALL,]) == (102, 50, 152)
    assert numbers["kukes",] is numbers["vlore",] is SUPPRESSED


def test_a_large_number_that_was_hidden_for_another_s_sake_is_not_told_later() -> None:
    table = row(2, 9, 5)
    first = gate(table, singly(table), NOTHING)
    assert first.numbers["p2",] is SUPPRESSED
    both = Cut(({"both": ("p0", "p1")},))
    assert gate(table, both, first.published).numbers["both",] is SUPPRESSED


def test_a_zero_that_was_hidden_stays_hidden_in_a_longer_time() -> None:
    cells: dict[Key, int] = {("kukes", "work", "jan"): 3, ("kukes", "work", "feb"): 8, ("kukes", "risks", "feb"): 0}
    more: dict[Key, int] = {("tirane", topic, month): 40 for topic in ("work", "risks") for month in ("jan", "feb")}
    table = Table("asked", ("place", "topic", "month"), {**cells, **more})
    places, topics = ({"kukes": ("kukes",), "tirane": ("tirane",)}, {"work": ("work",), "risks": ("risks",)})
    first = gate(table, Cut((places, topics, {"then": ("jan",)})), NOTHING)
    second = gate(table, Cut((places, topics, {"then": ("jan", "feb")})), first.published)
    assert not second.withheld
    assert first.numbers["kukes", "risks", "then"] is second.numbers["kukes", "risks", "then"] is SUPPRESSED


def test_the_same_report_twice_shows_the_same_and_is_remembered_once() -> None:
    table = square((3, 20), (100, 120), (9, 11))
    first = gate(table, singly(table), NOTHING)
    assert gate(table, singly(table), first.published) == first


def test_what_was_published_of_something_else_does_not_matter() -> None:
    other = gate(Table("scanned", ("month",), {("jan",): 8, ("feb",): 8}), over("jan"), NOTHING).published
    table = by_month(6, 4, 2)
    assert set(gate(table, over("jan", "feb", "mar"), other).numbers.values()) == {12}


def test_what_is_remembered_survives_a_file_and_holds_only_what_was_shown() -> None:
    table = square((3, 20), (100, 120), (9, 11))
    passed = gate(table, singly(table), NOTHING)
    shape = TypeAdapter(Published)
    assert shape.validate_json(shape.dump_json(passed.published)) == passed.published
    (release,) = passed.published.releases
    assert dict(release.shown) == {key: n for key, n in passed.numbers.items() if n is not SUPPRESSED}


def test_counts_that_changed_after_they_were_published_are_refused() -> None:
    first = gate(by_month(6, 4), over("jan"), NOTHING)
    with pytest.raises(ReportError, match="6 was published"):
        gate(by_month(7, 4), over("jan", "feb"), first.published)


def test_a_table_is_refused_that_was_published_along_other_dimensions() -> None:
    first = gate(by_month(6, 4), over("jan"), NOTHING)
    with pytest.raises(ReportError, match="month"):
        gate(square((6, 4)), singly(square((6, 4))), first.published)


@pytest.mark.parametrize(
    ("dimensions", "cells"),
    [
        ((), {}),
        (("a", "b", "c", "d"), {}),
        (("a",), {("x", "y"): 1}),
        (("a",), {("x",): -1}),
        (("a",), {(ALL,): 7}),
    ],
)
def test_what_is_no_table_is_refused(dimensions: Key, cells: dict[Key, int]) -> None:
    with pytest.raises(ReportError):
        Table("asked", dimensions, cells)


@pytest.mark.parametrize("along", [{}, {ALL: ("x",)}, {"x": ()}])
def test_a_cut_without_groups_is_refused(along: dict[str, tuple[str, ...]]) -> None:
    with pytest.raises(ReportError):
        Cut((along,))


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        (10, 20, 0.5),
        (0, 20, 0.0),
        (20, 20, 1.0),
        (9, 19, SUPPRESSED),
        (4, 100, SUPPRESSED),
        (98, 100, SUPPRESSED),
        (SUPPRESSED, 100, SUPPRESSED),
        (10, SUPPRESSED, SUPPRESSED),
    ],
)
def test_a_rate_needs_twenty_and_two_parts_that_may_be_shown(part: Number, whole: Number, expected: object) -> None:
    assert rate(part, whole) == expected


def test_a_part_is_not_larger_than_its_whole() -> None:
    with pytest.raises(ReportError, match="no part"):
        rate(30, 20)
