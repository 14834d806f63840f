import pytest

from bot.language.folding import folded
from bot.language.neutral import NEUTRAL, is_neutral, one_word_names
from tests.builders import a_place


@pytest.mark.parametrize("word", ["azil", "viza", "ausbildung", "germany", "arben", "ok", "2026"])
def test_what_stands_in_every_language_is_neutral(word: str) -> None:
    assert is_neutral(word, NEUTRAL)


def test_neutral_words_are_written_as_they_are_compared() -> None:
    assert [word for word in NEUTRAL if folded(word) != word] == []


def test_the_names_of_places_are_neutral_but_not_the_words_in_them() -> None:
    names = one_word_names(
        [
            a_place("durres", name="Durrës", also=["Durrësi", "Dyrrah"]),
            a_place("malesi-e-madhe", name="Malësi e Madhe"),
            a_place("has", name="Has"),
        ]
    )
    assert {"durres", "durresi", "dyrrah"} <= names
    assert names.isdisjoint({"malesi", "madhe", "e", "has"})
