"""The glossary of our own packs: how Albanian bends its words is matched, and nothing else."""

from pathlib import Path

import pytest

from bot.checks.glossary import terms_of
from bot.checks.wording import matcher, of_language
from bot.packs.loader import read
from bot.packs.reading import Reading


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(Path(__file__).parents[2] / "content")


def english_of(reading: Reading, text: str) -> list[str]:
    """The concepts that an Albanian text names, by their first English word."""
    return [term.say["en"][0].replace("*", "") for term in terms_of(reading) if matcher(term.say["sq"]).search(text)]


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("lejen e qëndrimit", "residence permit"), ("leje qëndrimi", "residence permit"),
        ("lejet e qëndrimit", "residence permit"),
        ("në zyrën e punës", "employment office"), ("zyrat e punës", "employment office"),
        ("ndihmën juridike falas", "free legal aid"), ("ndalimit të hyrjes", "entry ban"),
        ("ndalim hyrjeje", "entry ban"),
        ("kthimit vullnetar", "voluntary return"), ("sportelit të migracionit", "migration counter"),
        ("bashkimit familjar", "family reunification"), ("kontrabandistët", "smuggler"), ("trafikimit", "trafficking"),
        ("kontratën", "contract"), ("fletëpagesat", "payslip"), ("punëdhënësit", "employer"),
        ("urdhrit të mbrojtjes", "protection order"), ("urdhër mbrojtjeje", "protection order"),
        ("letërnjoftimin", "identity card"), ("kartën e identitetit", "identity card"), ("azilit", "asylum"),
        ("vizën", "visa"), ("vizave", "visa"), ("Ambasadës", "embassy"), ("riintegrimit", "reintegration"),
    ],
)  # fmt: skip
def test_the_forms_of_a_word_are_one_concept(reading: Reading, text: str, concept: str) -> None:
    assert concept in english_of(reading, text)


@pytest.mark.parametrize("text", ["vizita te mjeku", "lejohet të qëndroni", "zyra e gjendjes civile", "Linja e punës"])
def test_words_that_only_look_alike_are_none(reading: Reading, text: str) -> None:
    assert english_of(reading, text) == []


@pytest.mark.parametrize(
    "text",
    ["zyrën e punësimit", "një interpret", "apelimi", "ribashkimit familjar", "formimin profesional", "strehimorja"],
)
def test_words_to_avoid_are_found_in_every_form(reading: Reading, text: str) -> None:
    assert any(matcher(term.avoid.get("sq", ())).search(text) for term in terms_of(reading))


@pytest.mark.parametrize("text", ["interpretim", "zyra e punës", "strehim", "formularin profesional"])
def test_words_beside_those_to_avoid_are_left_alone(reading: Reading, text: str) -> None:
    assert not any(matcher(term.avoid.get("sq", ())).search(text) for term in terms_of(reading))


@pytest.mark.parametrize("part", ["words", "claims", "money", "spans"])
def test_every_language_of_the_packs_has_its_own_words(reading: Reading, part: str) -> None:
    assert all(of_language(reading, part, language) for language in reading.languages())
