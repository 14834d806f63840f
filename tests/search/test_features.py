from bot.search.features import features, stem_feature


def test_a_word_is_its_stem_and_its_threes_with_the_space_around_it() -> None:
    assert features("azilit", "sq") == ["=azil", " az", "azi", "zil", "ili", "lit", "it "]


def test_a_word_of_one_letter_counts_too() -> None:
    assert features("n", "en") == ["=n", " n "]


def test_what_is_no_word_costs_no_more_than_a_long_one() -> None:
    assert features("x" * 10_000, "en") == features("x" * 30, "en")
    assert stem_feature("x" * 10_000, "en") == "=" + "x" * 30


def test_a_word_is_taken_in_its_one_spelling() -> None:
    assert features("qysh", "sq") == features("si", "sq")
