from bot.packs.search_schema import UNFITTED
from bot.search.calibration import confidence
from bot.search.index import Likeness

CURVE = UNFITTED.topics


def test_the_likest_topic_is_the_surest() -> None:
    assert confidence(Likeness("a", 0.5, 0.3), CURVE) > confidence(Likeness("b", 0.2, -0.3), CURVE)


def test_a_close_second_makes_us_less_sure() -> None:
    assert confidence(Likeness("a", 0.3, 0.01), CURVE) < confidence(Likeness("a", 0.3, 0.3), CURVE)


def test_an_only_topic_has_no_rival() -> None:
    assert 0.9 < confidence(Likeness("a", 0.6, 0.6), CURVE) <= 1
