from bot.search.calibration import confidences
from bot.search.index import Likeness


def test_the_likest_topic_is_the_surest() -> None:
    sure = confidences([Likeness("a", 0.5), Likeness("b", 0.2), Likeness("c", 0.0)])
    assert sorted(sure, key=sure.__getitem__) == ["c", "b", "a"]


def test_a_close_second_makes_us_less_sure() -> None:
    alone = confidences([Likeness("a", 0.3), Likeness("b", 0.0)])
    contested = confidences([Likeness("a", 0.3), Likeness("b", 0.29)])
    assert contested["a"] < alone["a"]


def test_an_only_topic_has_no_rival() -> None:
    assert 0.9 < confidences([Likeness("a", 0.6)])["a"] <= 1
