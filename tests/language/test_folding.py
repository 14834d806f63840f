import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.folding import folded, folded_each, words


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("Ç'është KJO???", "c eshte kjo"),
        ("n\u2019gjermani s'kam m`thuj t\u00b4jap", "n gjermani s kam m thuj t jap"),
        ("I don't, k'tu", "i dont ktu"),
        ("heeeelp 😀😀 meee", "help me"),
        ("5000 euro, 1112!", "5000 euro 1112"),
        ("\u0131 İ Đorđe Straße", "i i dorde strasse"),
        ("\ufb01rma \uff21\uff22 snake_case", "firma ab snake case"),
        ("Ελλάδα й", "ελλαδα и"),
        ("\u200d\u0301 \u200b", ""),
        ("", ""),
    ],
)
def test_what_people_type_takes_one_plain_form(typed: str, plain: str) -> None:
    assert folded(typed) == plain


def test_a_mark_outside_the_common_ones_is_dropped_too() -> None:
    assert folded("क़ा ab\u20d0") == folded("का ab")


def test_words_are_what_stands_between_spaces() -> None:
    assert words("  Ku   jam, tani? ") == ("ku", "jam", "tani")
    assert words("?!") == ()


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.text())
def test_nothing_but_letters_digits_and_single_spaces_is_left(text: str) -> None:
    plain = folded(text)
    assert plain == " ".join(plain.split(" ")).strip()
    assert all(character.isalnum() or character == " " for character in plain)


@given(st.lists(st.text(), max_size=8))
def test_folding_many_at_once_is_folding_each(texts: list[str]) -> None:
    assert folded_each(texts) == [folded(text) for text in texts]
