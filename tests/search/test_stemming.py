import pytest

from bot.search.stemming import stem


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("sq", ("azil", "azilit", "azili", "azilin")),
        ("sq", ("dokumentet", "dokumenteve", "dokumenti")),
        ("sq", ("shkolle", "shkolla", "shkollen", "shkolles")),
        ("en", ("work", "works", "working", "worker")),
    ],
)
def test_forms_of_a_word_meet(language: str, forms: tuple[str, ...]) -> None:
    assert len({stem(form, language) for form in forms}) == 1


def test_three_letters_always_stay() -> None:
    assert stem("ate", "sq") == "ate"
    assert stem("uses", "en") == "use"


def test_a_language_without_endings_keeps_its_words() -> None:
    assert stem("kuces", "sr") == "kuces"
