import pytest

from bot.search.postings import Postings, postings


def test_products_are_those_of_the_vectors_that_were_given() -> None:
    held = Postings(postings(3, [{0: 0.6, 2: 0.8}, {1: 1.0}, {}]))
    assert held.products({0: 0.5, 2: 0.5}) == pytest.approx([0.7, 0.0, 0.0])


def test_nothing_is_asked_of_nothing() -> None:
    assert Postings(postings(0, [])).products({}) == []
