from collections import Counter

import pytest

from bot.language.grams import GramModel

MODEL = GramModel({"sq": Counter({"shtepi": 3, "eshte": 5}), "en": Counter({"house": 3, "thing": 5})})


def test_words_belong_where_their_letters_are_common() -> None:
    judged = MODEL.judge(["shtepia"])
    assert judged.best == "sq"
    assert judged.margin > 4


def test_letters_that_nobody_has_met_are_not_familiar() -> None:
    assert MODEL.judge(["дома"]).familiar == 0
    assert MODEL.judge(["house"]).familiar > 1


def test_with_one_language_there_is_nothing_to_confuse_it_with() -> None:
    assert GramModel({"sq": Counter({"eshte": 2})}).judge(["eshte"]).margin == float("inf")


def test_without_any_language_it_is_a_fault_of_ours() -> None:
    with pytest.raises(ValueError, match="empty"):
        GramModel({}).judge(["a"])


def test_a_word_without_end_costs_no_more_than_a_long_one() -> None:
    assert MODEL.judge(["x" * 30]) == MODEL.judge(["x" * 100_000])
