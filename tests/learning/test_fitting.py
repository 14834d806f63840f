import random
from math import exp

import pytest

from bot.learning.fitting import logistic


def test_the_curve_that_made_the_answers_is_found_again() -> None:
    chance = random.Random(7)  # noqa: S311 -- no secret
    examples = [(chance.uniform(-2, 2), chance.uniform(-2, 2)) for _ in range(20_000)]
    right = [chance.random() < 1 / (1 + exp(-(0.5 + 2 * one - other))) for one, other in examples]
    assert logistic(examples, right) == pytest.approx([0.5, 2, -1], abs=0.1)


def test_what_can_be_told_apart_without_a_fault_gives_no_endless_figures() -> None:
    constant, slope = logistic([(0.0,), (1.0,)], [False, True])
    assert 1 < slope < 100
    assert constant < 0
