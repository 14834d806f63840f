from dataclasses import replace
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.folding import folded
from bot.language.identify import UNTOLD, Identified, Identifier, learnt
from bot.packs.assets import Packs
from tests.builders import a_topic, some_packs, the_real_packs, topic_words

IDENTIFIER = Identifier(the_real_packs(), learnt(the_real_packs()))


def foreign(other: str | None) -> Identified:
    return Identified(None, sure=False, foreign=True, other=other)


def with_third(language: str, *titles: str) -> Packs:
    """Packs with a topic for each title in a third language."""
    topics = [a_topic(f"topic-{number}", words={language: topic_words(title)}) for number, title in enumerate(titles)]
    return replace(some_packs(topics=topics), languages=("sq", "en", language))


@pytest.mark.parametrize(
    "text",
    [
        "a mundem me kerku azil ne gjermani",
        "Si mund ta regjistroj fëmijën në shkollë?",
        "qysh me u kthy n'kosove",
        "nuk kom letra",
        "ku mund te marr ndihme",
        "a ka ausbildung per kosovare",
        "sa kushton visa per itali",
        "flm shum",
    ],
)
def test_albanian_is_told_with_and_without_its_marks(text: str) -> None:
    assert IDENTIFIER.identify(text) == IDENTIFIER.identify(folded(text)) == Identified("sq", sure=True)


@pytest.mark.parametrize("text", ["how can I get a visa", "my boss did not pay", "where is the office in tirana"])
def test_english_is_told(text: str) -> None:
    assert IDENTIFIER.identify(text) == Identified("en", sure=True)


@pytest.mark.parametrize("text", ["", "?", "azil", "visa Germany", "12345", "Dublin", "ok", "Gjakova", "Arben 2026"])
def test_what_stands_in_every_language_tells_nothing(text: str) -> None:
    assert IDENTIFIER.identify(text) == UNTOLD


@pytest.mark.parametrize("text", ["where", "pershendetje"])
def test_a_single_word_is_never_sure(text: str) -> None:
    found = IDENTIFIER.identify(text)
    assert found.language is not None
    assert not found.sure


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Πώς μπορώ να ζητήσω άσυλο;", "el"),  # noqa: RUF001 -- Greek letters are the point
        ("Што треба да направам за да добијам виза?", "mk"),
        ("како могу да се вратим на Косово", "sr"),  # noqa: RUF001 -- and Cyrillic ones
        ("plašim se svog muža", "sr"),
        ("Wie lange darf ich hier bleiben, wenn mein Antrag abgelehnt wurde?", "de"),
        ("come posso rinnovare il permesso di soggiorno", "it"),
        ("Bu konuda bana kim yard\u0131mc\u0131 olabilir, çok korkuyorum", "tr"),
    ],
)
def test_a_language_that_we_lack_is_foreign_and_named(text: str, language: str) -> None:
    assert IDENTIFIER.identify(text) == foreign(language)


@pytest.mark.parametrize("text", ["مرحبا كيف حالك", "gdzie jest najbliższe biuro", "xxqqz wwkk"])
def test_a_language_that_nobody_taught_us_is_foreign_without_a_name(text: str) -> None:
    assert IDENTIFIER.identify(text) == foreign(None)


def test_a_single_word_is_foreign_only_in_another_script() -> None:
    assert IDENTIFIER.identify("помош").foreign
    assert not IDENTIFIER.identify("aiuto").foreign
    assert not IDENTIFIER.identify("asdfgh").foreign


def test_words_that_two_languages_share_decide_nothing() -> None:
    same = topic_words("kaj si amaro kher")
    packs = replace(some_packs(topics=[a_topic(words={"rom": same, "rup": same})]), languages=("sq", "rom", "rup"))
    assert Identifier(packs, learnt(packs)).identify("kaj si amaro kher") == UNTOLD


def test_a_language_that_the_table_lacks_is_learnt_from_the_packs() -> None:
    packs = with_third("rom", "kaj si amaro kher", "sar te vakerav tumensar", "so te kerav akana")
    identifier = Identifier(packs, learnt(packs))
    assert identifier.identify("kaj te vakerav akana") == Identified("rom", sure=True)
    assert identifier.identify("ku mund te marr ndihme") == Identified("sq", sure=True)
    assert identifier.identify("where is the office") == Identified("en", sure=True)
    assert identifier.identify("ich brauche bitte Hilfe mit den Papieren") == foreign("de")


def test_a_language_that_the_table_has_is_ours_once_the_packs_have_it() -> None:
    packs = with_third("de", "Arbeit in Deutschland")
    assert not learnt(packs).words["kinds"]
    found = Identifier(packs, learnt(packs)).identify("ich brauche bitte Hilfe mit den Papieren")
    assert found == Identified("de", sure=True)


@given(st.text())
def test_no_text_is_too_strange(text: str) -> None:
    found = IDENTIFIER.identify(text)
    assert found.language in {None, *the_real_packs().languages}
    assert not (found.foreign and found.language)


def test_half_a_letter_is_no_fault() -> None:
    assert IDENTIFIER.identify("\ud83d ndihme").language == "sq"


def test_a_long_text_costs_little() -> None:
    started = perf_counter()
    IDENTIFIER.identify("a mundem me kerku azil " * 450)
    assert perf_counter() - started < 0.5
