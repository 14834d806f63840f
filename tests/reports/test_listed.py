"""Which subjects of a long table are named, and what can be told of the others."""

from hypothesis import given
from hypothesis import strategies as st

from bot.reports.listed import NAMED, listed, many, nested
from bot.reports.steps import Steps, together
from bot.reports.suppression import LEAST
from bot.reports.table import SUPPRESSED, Published, Table

COUNTS = st.dictionaries(st.text("abcdefgh", min_size=1, max_size=2), st.sampled_from([0, 1, 2, 4, 5, 9, 10, 14, 40]))


def test_ten_are_named_and_nine_are_not() -> None:
    assert listed({"a": 10, "b": 9, "c": 40}, "abc") == ["c", "a"]


def test_the_smallest_one_is_not_named_where_the_others_together_are_few() -> None:
    assert listed({"a": 12, "b": 3, "c": 40}, "abc") == ["c"]
    assert listed({"a": 12, "b": 0, "c": 40}, "abc") == ["c", "a"]


def test_of_a_group_that_is_not_named_no_member_is() -> None:
    counted = {"a": 40, "b": 2, "c": 11, "d": 30}
    assert set(nested(counted, {"one": ("a", "b"), "two": ("c",)}, alone="d")) == {"one", "two", "c", "d"}
    assert set(nested({"a": 40, "c": 11, "d": 3}, {"one": ("a",), "two": ("c",)}, alone="d")) == {"one", "a"}


def test_a_member_that_is_called_like_its_group_has_no_name_of_its_own() -> None:
    assert nested({"AL": 30, "kukes": 12}, {"AL": ("AL", "kukes")}) == {"AL": ("AL", "kukes"), "kukes": ("kukes",)}


@given(COUNTS)
def test_the_rest_is_nothing_or_five_at_least(counted: dict[str, int]) -> None:
    named = listed(counted, counted)
    rest = sum(n for name, n in counted.items() if name not in named)
    assert rest not in range(1, LEAST) or not named


@given(COUNTS)
def test_what_is_small_and_not_named_could_be_six_numbers_and_five_is_one_of_them(counted: dict[str, int]) -> None:
    """For a reader who knows the rest, and that each of it is fewer than ten."""
    named = listed(counted, counted)
    rest = {name: n for name, n in counted.items() if name not in named}
    together_ = sum(rest.values())
    if not named or any(n >= NAMED for n in rest.values()):
        return
    for n in rest.values():
        low, high = max(0, together_ - (NAMED - 1) * (len(rest) - 1)), min(NAMED - 1, together_)
        if 0 < n < LEAST:
            assert high >= LEAST
            assert high - low >= LEAST


@given(COUNTS)
def test_what_is_named_goes_through_the_gate_whole(counted: dict[str, int]) -> None:
    named = nested(counted, {}, alone=counted)
    if sum(counted.values()) < LEAST or not named:
        return
    steps = Steps(Table("long", ("subject",), {(name,): n for name, n in counted.items()}), Published())
    steps.ask(together(counted))
    assert steps.ask_all({**together(counted), **named})


def test_large_ones_are_divided_again_where_the_others_are_large_together_or_nothing() -> None:
    assert many({"AL": 90, "XK": 60, "abroad": 2}, 152, 40) == ["AL"]
    assert many({"AL": 90, "XK": 60, "abroad": 0}, 150, 40) == ["AL", "XK"]
    assert many({"AL": 90, "XK": SUPPRESSED, "abroad": None}, 152, 40) == ["AL"]
    assert many({"AL": 41}, 50, 40) == []
