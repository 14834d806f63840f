"""Which of two sides a text is on, learnt from examples of both."""

import numpy as np
import pytest

from bot.language.folding import words
from bot.learning.corpus import Corpus
from bot.learning.document import Document
from bot.learning.leaning import Regression
from bot.search.space import Space

SWEET = ["i like sugar", "honey is sweet", "sugar and honey"]
SALTY = ["i like salt", "olives are salty", "salt and olives"]


class Scale:
    """Learns from both sides, and is asked texts."""

    def __init__(self, first: list[str], second: list[str]) -> None:
        corpus = Corpus([Document("first", "en", tuple(first)), Document("second", "en", tuple(second))])
        pools = corpus.pools()
        sides = (corpus.of == 0).astype(np.float64)
        self.weights = Regression(pools.vectors(corpus.each()), sides, len(pools.sums)).fitted()
        self.space = Space("en", pools.space())

    def odds(self, text: str) -> float:
        asked = self.space.asked(words(text))
        return float(sum(share * self.weights[row] for row, share in asked.items()) + self.weights[-1])


def test_examples_are_on_their_own_side() -> None:
    scale = Scale(SWEET, SALTY)
    assert all(scale.odds(text) > 0 for text in SWEET)
    assert all(scale.odds(text) < 0 for text in SALTY)


def test_what_only_one_side_says_draws_to_it() -> None:
    scale = Scale(SWEET, SALTY)
    assert scale.odds("sugar") > scale.odds("like") > scale.odds("salt")


def test_words_in_their_order_draw_together() -> None:
    scale = Scale(["kill myself", "hurt myself"], ["kill time", "myself kill", "do it myself", "by myself"])
    assert scale.odds("kill myself") > scale.odds("myself kill")


def test_it_does_not_matter_in_which_order_the_examples_come() -> None:
    turned = Scale(SWEET[::-1], SALTY[::-1])
    assert turned.odds("sugar") == pytest.approx(Scale(SWEET, SALTY).odds("sugar"), abs=1e-3)


def test_with_one_side_only_everything_is_on_it() -> None:
    assert Scale(SWEET, []).odds("sugar") > 0
    assert Scale([], SALTY).odds("salt") < 0
