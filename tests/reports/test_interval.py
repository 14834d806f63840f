"""Wilson's interval against published values."""

import pytest

from bot.reports.interval import wilson


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0000, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_the_bounds_are_those_of_newcombe_1998_table_i_method_3(part: int, whole: int, low: float, high: float) -> None:
    assert wilson(part, whole) == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize("whole", [1, 20, 300])
def test_the_bounds_stay_between_nobody_and_everybody_and_around_the_share(whole: int) -> None:
    for part in range(whole + 1):
        low, high = wilson(part, whole)
        assert 0 <= low <= part / whole <= high <= 1


def test_the_complement_has_the_complementary_bounds() -> None:
    low, high = wilson(30, 100)
    assert wilson(70, 100) == pytest.approx((1 - high, 1 - low))
