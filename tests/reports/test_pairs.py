"""What is told of a quiz, and that gender and age together tell nothing more."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.conversation.quizzes import GAINS
from bot.packs.guide_schema import UNSAID
from bot.reports.errors import ReportError
from bot.reports.pairs import AGES, GENDERS, ages_passed, gain_passed, groups_of, halves_of, quizzes_of
from bot.reports.suppression import LEAST
from bot.reports.table import ALL, SUPPRESSED, Number
from tests.reports.attack import Reader
from tests.reports.happening import QUARTER, happened, pairs
from tests.reports.putting_together import is_safe, reads

Counts = dict[tuple[str, str, int], int]
FEW = st.sampled_from([0, 0, 1, 2, 3, 5, 8, 20])
WHO = list(product(("woman", "man"), ("18-24", "25-34"), (0, 1)))


def gained(counted: Counts, *thresholds: int) -> dict[tuple[str, ...], Number]:
    return dict(gain_passed("know", pairs(counted), thresholds, QUARTER).numbers)


def aged(counted: Counts) -> dict[tuple[str, ...], Number]:
    rows = pairs(counted)
    return dict(ages_passed("know", rows, (), QUARTER, gain_passed("know", rows, (), QUARTER).numbers).numbers)


def test_a_pair_counts_where_the_second_half_brought_a_point_more() -> None:
    numbers = gained({("woman", "18-24", 2): 30, ("woman", "25-34", 0): 12, ("man", "18-24", -1): 8})
    assert (numbers["woman", "strengthened"], numbers["woman", "not"], numbers["woman", ALL]) == (30, 12, 42)
    assert (numbers["man", "strengthened"], numbers["man", "not"], numbers[ALL, ALL]) == (0, 8, 50)


def test_a_higher_threshold_has_its_own_numbers_beside_the_usual_ones() -> None:
    numbers = gained({("woman", "18-24", 1): 30, ("woman", "18-24", 2): 12, ("man", "18-24", 3): 8}, 2)
    assert (numbers[ALL, "strengthened"], numbers[ALL, "strengthened:2"], numbers[ALL, "not:2"]) == (50, 20, 30)


def test_thresholds_are_read_of_what_is_counted_beside_a_trait() -> None:
    assert dict(groups_of(1)) == {"strengthened": ("+1", "+2", "+3"), "not": ("-1", "+0")}
    assert dict(groups_of(3)) == {"strengthened:3": ("+3",), "not:3": GAINS[:4]}


def test_who_did_not_tell_is_the_rest_of_the_pairs() -> None:
    rows = [*pairs({("woman", "18-24", 1): 20}), *happened("quiz_gain", {"know:1:2>5:a": 9})]
    rows += happened("quiz_gain_by", {"know:gender=unsaid:+3": 4})
    assert gain_passed("know", rows, (), QUARTER).numbers[UNSAID, "strengthened"] == 9


def test_more_who_told_than_there_are_pairs_is_refused() -> None:
    with pytest.raises(ReportError, match="gender"):
        gain_passed("know", happened("quiz_gain_by", {"know:gender=woman:+1": 3}), (), QUARTER)


def test_another_quiz_is_another_table() -> None:
    rows = [*pairs({("woman", "18-24", 1): 20}), *pairs({("man", "18-24", 1): 7}, "other")]
    assert quizzes_of(rows) == ("know", "other")
    assert gain_passed("other", rows, (), QUARTER).numbers["woman", ALL] == 0


def test_halves_are_counted_by_quiz_and_those_who_gained_with_them() -> None:
    rows = [*pairs({("woman", "18-24", 1): 20, ("man", "18-24", 0): 3}), *happened("quiz_half", {"know:1:a:4": 40})]
    assert halves_of("know", rows) == {"first:know": 40, "second:know": 23, "strengthened:know": 20}


def test_ages_follow_only_where_the_gain_of_all_is_out() -> None:
    assert aged({("woman", "18-24", 1): 30, ("man", "25-34", 0): 12})["18-24", "strengthened"] == 30
    few = {("woman", "18-24", 1): 30, ("man", "25-34", 0): 3}
    assert gained(few)[ALL, "not"] is SUPPRESSED
    assert aged(few) == {(ALL, ALL): SUPPRESSED}


@settings(max_examples=25, deadline=None)
@given(st.fixed_dictionaries(dict.fromkeys(WHO, FEW)))
def test_nothing_small_can_be_worked_out_of_gender_and_age_together(counted: Counts) -> None:
    rows = pairs(counted)
    gain = gain_passed("know", rows, (), QUARTER)
    ages = ages_passed("know", rows, (), QUARTER, gain.numbers)
    reader = Reader((GENDERS[:2], AGES[1:3], ("+0", "+1")))
    reads(reader, gain.published, 0, 2)
    reads(reader, ages.published, 1, 2)
    small = []
    for who in (*GENDERS[:2], *AGES[1:3], ""):
        for enough in ({"+0"}, {"+1"}, {"+0", "+1"}):
            cells = frozenset(cell for cell in reader.cells if who in ("", *cell[:2]) and cell[2] in enough)
            if 0 < sum(counted[gender, age, int(gain_)] for gender, age, gain_ in cells) < LEAST:
                small.append(cells)
    is_safe(reader, small)
