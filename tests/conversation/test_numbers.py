"""Numbers of messages go into a button and come back, the ten of an album too."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.numbers import packed, unpacked
from bot.conversation.taps import LIMIT, Tap
from bot.conversation.taps import unpacked as tap_of

albums = st.lists(st.integers(1, 2**31 - 1), min_size=1, max_size=10, unique=True).map(tuple)


@given(albums)
def test_the_numbers_come_back_in_their_order_whatever_it_is(ids: tuple[int, ...]) -> None:
    assert unpacked(*packed(ids)) == ids


def test_only_how_much_each_is_greater_is_written() -> None:
    assert packed((7,)) == ("7", "")
    assert packed((100, 101, 103)) == ("100", "1.2")


@given(st.integers(1, 2**31 - 1), st.lists(st.integers(1, 999), min_size=9, max_size=9))
def test_an_album_of_ten_fits_into_a_button_that_asks_whether_to_share_it(first: int, steps: list[int]) -> None:
    ids = tuple(first + sum(steps[:count]) for count in range(10))
    for name in ("share", "withhold"):
        data = Tap(name, *packed(ids)).packed()
        assert len(data.encode()) <= LIMIT
        tap = tap_of(data)
        assert tap is not None
        assert unpacked(tap.argument, tap.detail) == ids


@pytest.mark.parametrize(
    ("argument", "detail"), [("", ""), ("x", ""), ("5", "x"), ("5.0", ""), ("", "1.1"), ("5", "1,2")]
)
def test_what_somebody_has_made_up_has_no_numbers(argument: str, detail: str) -> None:
    assert unpacked(argument, detail) == ()


@given(st.text(max_size=20), st.text(max_size=40))
def test_whatever_is_in_a_button_there_is_an_answer(argument: str, detail: str) -> None:
    assert all(isinstance(number, int) for number in unpacked(argument, detail))
