"""Rules for the words of the directory, each broken once."""

import pytest

from tests.checks.tiny_pack import TinyPack

FILE = "directory.yaml"
NEEDS = "needs:\n  lawyer: {categories: [legal_aid]}\n"
WORDS = "needs:\n  lawyer: {title: Lawyer, said: [lawyer]}\n"


@pytest.fixture
def told(pack: TinyPack) -> TinyPack:
    """The tiny pack with one need and its words."""
    pack.path(FILE).write_text(NEEDS, "utf-8")
    for language in ("sq", "en"):
        pack.path(f"{language}/{FILE}").write_text(WORDS, "utf-8")
    return pack


def test_a_need_with_words_in_every_language_is_right(told: TinyPack) -> None:
    assert told.faults() == []


def test_a_need_without_words_is_found(told: TinyPack) -> None:
    told.path(f"en/{FILE}").unlink()
    assert told.faults() == [(FILE, 2, "The need 'lawyer' has no words in 'en'.")]


def test_words_of_a_need_that_is_not_there_are_found(told: TinyPack) -> None:
    line = told.change(f"sq/{FILE}", "  lawyer:", "  lawyer: {title: Lawyer, said: [lawyer]}\n  layer:")
    assert told.faults() == [(f"sq/{FILE}", line + 1, "There is no need 'layer'.")]


def test_a_topic_and_a_line_that_are_not_there_are_found(told: TinyPack) -> None:
    told.change(FILE, "[legal_aid]}", "[legal_aid], topic: lawyers, lines: [al_office, al_ofice]}")
    assert told.faults() == [
        (FILE, 2, "There is no service 'al_ofice'."),
        (FILE, 2, "There is no topic 'lawyers'."),
    ]
