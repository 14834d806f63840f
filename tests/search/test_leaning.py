from hypothesis import given
from hypothesis import strategies as st

from bot.search.leaning import Leaning, leaning

SWEET = ["i like sugar", "honey is sweet", "sugar and honey"]
SALTY = ["i like salt", "olives are salty", "salt and olives"]
LEANING = Leaning(leaning(SWEET, SALTY))


def _odds(text: str) -> float:
    return LEANING.odds(text.split())


def test_what_only_one_side_says_draws_to_it() -> None:
    assert _odds("much sugar") > _odds("much of it") > _odds("much salt")


def test_a_slip_of_the_finger_still_draws() -> None:
    assert _odds("suggar") > _odds("of it")


def test_neighbouring_words_draw_together() -> None:
    learnt = Leaning(leaning(["kill myself", "hurt myself"], ["kill time", "do it myself", "by myself"]))
    assert learnt.odds(["kill", "myself"]) > learnt.odds(["myself", "kill"])


def test_a_text_on_both_sides_counts_for_the_first() -> None:
    learnt = Leaning(leaning(["sugar"], ["sugar", "salt"]))
    assert learnt.odds(["sugar"]) > learnt.odds(["salt"])


def test_it_does_not_matter_in_which_order_the_examples_come() -> None:
    turned = Leaning(leaning(SWEET[::-1], SALTY[::-1]))
    assert turned.odds(["sugar"]) == LEANING.odds(["sugar"])


def test_without_examples_it_leans_to_the_second_side() -> None:
    assert Leaning(leaning([], [])).odds(["sugar"]) < 0


@given(st.text())
def test_no_text_is_too_strange(text: str) -> None:
    LEANING.odds(text.split())
