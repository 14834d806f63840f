"""Nobody is found in what comes through the gate, by a reader who tries."""

import random
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.reports.suppression import LEAST, Passed, gate
from bot.reports.table import ALL, SUPPRESSED, Cut, Key, Number, Published, Table, singly
from tests.reports.attack import Reader, true

NOTHING = Published()
FEW = st.sampled_from([0, 0, 1, 1, 2, 3, 4, 5, 6, 7, 9, 14, 30])
NOT_FEW = st.sampled_from([0, 0, 5, 6, 7, 30])
Categories = tuple[tuple[str, ...], ...]


@st.composite
def tables(draw: st.DrawFn, counts: st.SearchStrategy[int] = FEW) -> tuple[Table, Categories]:
    """Up to three dimensions, and up to 24 cells."""
    sizes = draw(st.sampled_from([(2,), (5,), (2, 2), (3, 3), (2, 5), (6, 4), (2, 2, 2), (3, 2, 2), (4, 3, 2)]))
    categories = tuple(tuple(f"{'pgm'[n]}{each}" for each in range(size)) for n, size in enumerate(sizes))
    cells = {cell: draw(counts) for cell in Reader(categories).cells}
    return Table("asked", ("place", "gender", "month")[: len(sizes)], cells), categories


@st.composite
def cuts(draw: st.DrawFn, categories: Categories) -> Cut:
    """Along each dimension singly, up to some category, or two groups: within one another, side by side, across."""
    along: list[dict[str, tuple[str, ...]]] = []
    for names in categories:
        some = st.lists(st.sampled_from(names), min_size=1, unique=True).map(sorted).map(tuple)
        until = names[: draw(st.integers(1, len(names)))]
        along.append(draw(st.sampled_from([{each: (each,) for each in until}, {"a": draw(some), "b": draw(some)}])))
    return Cut(tuple(along))


def attacked(table: Table, categories: Categories, published: list[tuple[Cut, Passed]]) -> None:
    """What no reader may find out, of any number and of any difference of two of them."""
    reader = Reader(categories)
    for cut, passed in published:
        reader.reads(cut, passed.numbers)
    numbers = {reader.counted(cut, key): n for cut, passed in published for key, n in passed.numbers.items()}
    for counted, n in numbers.items():
        if n is SUPPRESSED:
            low, high = reader.interval(counted)
            assert low < high
    differences = {one - other for one in numbers for other in numbers if other < one}
    for counted in {*numbers, *differences}:
        if 0 < true(table, counted) < LEAST:
            low, high = reader.interval(counted)
            assert high >= LEAST
            assert high - low >= LEAST - 1


@settings(max_examples=60, deadline=None)
@given(tables())
def test_nothing_small_can_be_worked_out_of_one_report(made: tuple[Table, Categories]) -> None:
    table, categories = made
    passed = gate(table, singly(table), NOTHING)
    assert not passed.withheld
    attacked(table, categories, [(singly(table), passed)])


@settings(max_examples=25, deadline=None)
@given(tables())
def test_a_small_cell_could_be_anything_from_one_to_five(made: tuple[Table, Categories]) -> None:
    table, categories = made
    reader = Reader(categories)
    reader.reads(singly(table), gate(table, singly(table), NOTHING).numbers)
    for cell, n in table.cells.items():
        if 0 < n < LEAST:
            assert all(reader.could_be(frozenset({cell}), value, value) for value in range(1, LEAST + 1))


@settings(max_examples=60, deadline=None)
@given(st.data(), tables())
def test_nothing_small_can_be_worked_out_of_several_reports(
    data: st.DataObject, made: tuple[Table, Categories]
) -> None:
    table, categories = made
    sofar = NOTHING
    published: list[tuple[Cut, Passed]] = []
    for cut in data.draw(st.lists(cuts(categories), min_size=2, max_size=3)):
        passed = gate(table, cut, sofar)
        if passed.withheld:
            assert passed.published == sofar
            assert set(passed.numbers.values()) == {SUPPRESSED}
        else:
            sofar, published = passed.published, [*published, (cut, passed)]
    attacked(table, categories, published)


@given(tables(NOT_FEW))
def test_nothing_is_hidden_where_nothing_is_small(made: tuple[Table, Categories]) -> None:
    table, _ = made
    assert SUPPRESSED not in gate(table, singly(table), NOTHING).numbers.values()


@given(tables())
def test_what_is_shown_is_true_and_every_small_number_is_hidden(made: tuple[Table, Categories]) -> None:
    table, categories = made
    reader = Reader(categories)
    for key, n in gate(table, singly(table), NOTHING).numbers.items():
        assert n in (SUPPRESSED, true(table, reader.counted(singly(table), key)))
        assert n not in range(1, LEAST)


@given(tables(), st.randoms())
def test_the_order_of_the_rows_does_not_matter(made: tuple[Table, Categories], chance: random.Random) -> None:
    table, _ = made
    cells = list(table.cells.items())
    chance.shuffle(cells)
    along = [list(groups.items()) for groups in singly(table).groups]
    for groups in along:
        chance.shuffle(groups)
    shuffled = Table(table.counted, table.dimensions, dict(cells))
    numbers = gate(shuffled, Cut(tuple(dict(groups) for groups in along)), NOTHING).numbers
    assert numbers == gate(table, singly(table), NOTHING).numbers


def test_the_reader_finds_out_what_is_hidden_badly() -> None:
    """Who does not find what can be found proves nothing."""
    reader = Reader((("p0", "p1", "p2"),))
    cut = Cut(({"p0": ("p0",), "p1": ("p1",), "p2": ("p2",)},))
    numbers: dict[Key, Number] = {("p0",): SUPPRESSED, ("p1",): SUPPRESSED, ("p2",): 20, (ALL,): 22}
    reader.reads(cut, numbers)
    assert [reader.interval(frozenset({cell})) for cell in combinations(("p0", "p1"), 1)] == [(1, 1), (1, 1)]
