from collections import Counter

import pytest

from bot.language.grams import GramModel, grams_of, trained

MODEL = GramModel(
    trained(
        {
            "sq": Counter({"shtepi": 3, "eshte": 5}),
            "en": Counter({"house": 3, "thing": 5}),
            "sr": Counter({"кућа": 4}),
            "sr-latin": Counter({"kuca": 4}),
        }
    )
)


def leads(*words: str) -> dict[str, float]:
    return MODEL.leads(grams_of(words))


def test_words_belong_where_their_letters_are_common() -> None:
    found = leads("shtepia")
    assert max(found, key=found.__getitem__) == "sq"
    assert found["sq"] > found["en"] + 4


def test_letters_that_nobody_has_met_are_nobody_s() -> None:
    assert set(leads("ダーム").values()) == {0}


@pytest.mark.parametrize("word", ["кућа", "kuca"])
def test_a_language_is_told_in_each_of_its_scripts(word: str) -> None:
    assert {language for language, lead in leads(word).items() if lead} == {"sr"}


def test_the_scripts_of_a_language_are_one_language() -> None:
    assert MODEL.languages == {"sq", "en", "sr"}


def test_where_nothing_was_learnt_nothing_is_told() -> None:
    assert GramModel(trained({})).leads(grams_of(["a"])) == {}
    assert GramModel(trained({"sq": Counter()})).leads(grams_of(["a"])) == {"sq": 0}


def test_a_word_without_end_costs_no_more_than_a_long_one() -> None:
    assert grams_of(["x" * 30]) == grams_of(["x" * 100_000])
    assert grams_of(["a"] * 25) == grams_of(["a"] * 100_000)


def test_every_word_has_an_n_gram() -> None:
    assert grams_of(["a"]) == [" a "]
