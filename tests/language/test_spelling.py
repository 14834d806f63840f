import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.folding import words
from bot.language.spelling import spelt


def _spelt(text: str, language: str = "sq") -> list[str]:
    return [spelt(word, language) for word in words(text)]


@pytest.mark.parametrize(
    ("typed", "standard"),
    [
        ("qysh", "si"),
        ("cka", "çfarë"),
        ("çka", "çfarë"),
        ("qka", "çfarë"),
        ("osht", "është"),
        ("jom", "jam"),
        ("n'gjermani", "në gjermani"),
        ("t'pun", "të punë"),
        ("k shku", "ka shku"),
        ("kqyr", "shiko"),
        ("fmija", "fëmija"),
        ("shpija", "shtëpia"),
        ("nqs", "nëse"),
        ("ktu", "këtu"),
    ],
)
def test_what_ghegs_and_hurried_people_write_is_the_standard_word(typed: str, standard: str) -> None:
    assert _spelt(typed) == _spelt(standard)


@pytest.mark.parametrize(
    ("typed", "meant"), [("qelsi", "çelsi"), ("rreh", "reh"), ("shkolle", "shkole"), ("wiza", "viza")]
)
def test_letters_that_are_typed_for_one_another_are_the_same(typed: str, meant: str) -> None:
    assert _spelt(typed) == _spelt(meant)


def test_words_that_have_nothing_to_do_with_each_other_stay_apart() -> None:
    different = ("punë", "shkollë", "azil", "burrë", "kam", "jam", "si", "sa", "ku", "kur", "pse", "kush")
    assert len({spelt(words(word)[0], "sq") for word in different}) == len(different)


@pytest.mark.parametrize("language", ["en", "sr", ""])
def test_other_languages_are_left_as_they_are(language: str) -> None:
    assert _spelt("we will quit the k n t", language) == ["we", "will", "quit", "the", "k", "n", "t"]


@given(st.text())
def test_twice_is_as_good_as_once(text: str) -> None:
    once = _spelt(text)
    assert [spelt(word, "sq") for word in once] == once
