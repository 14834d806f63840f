from array import array

import pytest

from bot.language.columns import Columns
from bot.search import postings
from bot.search.postings import Postings

HELD = Postings(
    Columns(
        {
            "starts": array("I", [0, 1, 2, 4]),
            "numbers": array("H", [0, 1, 0, 2]),
            "weights": array("f", [0.6, 1.0, 0.8, 0.5]),
            "documents": array("I", [3]),
        }
    )
)
"""Three rows: the first in document 0, the second in document 1, the third in 0 and 2."""


def test_products_are_those_of_the_vectors_that_are_held() -> None:
    assert HELD.products({0: 0.5, 2: 0.5}) == pytest.approx([0.7, 0.0, 0.25])


def test_nothing_is_asked_of_nothing() -> None:
    assert HELD.products({}) == [0, 0, 0]


def test_shares_say_what_each_row_adds() -> None:
    assert HELD.shares({0: 0.5, 1: 1.0, 2: 0.5}, 0) == pytest.approx({0: 0.3, 2: 0.4})


def test_when_there_is_too_much_to_read_the_commonest_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postings, "MOST_READ", 2)
    assert HELD.products({0: 0.5, 1: 0.5, 2: 0.5}) == pytest.approx([0.3, 0.5, 0.0])
