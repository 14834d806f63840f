from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.identify import UNTOLD, Identified, Identifier
from tests.builders import a_topic, some_packs, the_real_packs, topic_words

IDENTIFIER = Identifier.from_packs(the_real_packs())


@pytest.mark.parametrize(
    "text",
    [
        "a mundem me kerku azil ne gjermani",
        "Si mund ta regjistroj fëmijën në shkollë?",
        "qysh me u kthy n'kosove",
        "nuk kom letra",
        "ku mund te marr ndihme",
        "a ka ausbildung per kosovare",
    ],
)
def test_albanian_is_told_with_and_without_its_marks(text: str) -> None:
    assert IDENTIFIER.identify(text) == Identified("sq", sure=True)


@pytest.mark.parametrize("text", ["how can I get a visa", "my boss did not pay", "where is the office in tirana"])
def test_english_is_told(text: str) -> None:
    assert IDENTIFIER.identify(text) == Identified("en", sure=True)


@pytest.mark.parametrize("text", ["", "?", "azil", "visa Germany", "12345", "Dublin", "ok"])
def test_what_stands_in_every_language_tells_nothing(text: str) -> None:
    assert IDENTIFIER.identify(text) == UNTOLD


@pytest.mark.parametrize("text", ["where", "pershendetje"])
def test_a_single_word_is_never_sure(text: str) -> None:
    found = IDENTIFIER.identify(text)
    assert found.language is not None
    assert not found.sure


@pytest.mark.parametrize(
    "text",
    [
        "Πώς μπορώ να ζητήσω άσυλο;",  # noqa: RUF001 -- Greek letters are the point
        "Како да добијам виза?",
        "Wie lange darf ich hier bleiben, wenn mein Antrag abgelehnt wurde?",
        "Bu konuda bana kim yard\u0131mc\u0131 olabilir, çok korkuyorum",
    ],
)
def test_a_language_that_we_lack_is_foreign(text: str) -> None:
    assert IDENTIFIER.identify(text) == Identified(None, sure=False, foreign=True)


def test_words_that_two_languages_share_decide_nothing() -> None:
    same = topic_words("Tema e njejte")
    packs = some_packs(topics=[a_topic(words={"sq": same, "en": same})])
    assert Identifier.from_packs(packs).identify("tema e njejte") == UNTOLD


def test_a_topic_that_lacks_a_language_teaches_it_nothing() -> None:
    packs = some_packs(topics=[a_topic(words={"sq": topic_words("Azili dhe ju")})])
    assert Identifier.from_packs(packs).identify("azili dhe ju").language == "sq"


def test_a_language_with_few_topics_so_far_is_not_called_foreign() -> None:
    packs = some_packs(topics=[a_topic(words={"sq": topic_words("Azili dhe ju"), "en": topic_words("Asylum and you")})])
    few = Identifier.from_packs(packs)
    assert few.identify("azili im dhe ti").language == "sq"
    assert few.identify("како да дојдам").foreign


@given(st.text())
def test_no_text_is_too_strange(text: str) -> None:
    found = IDENTIFIER.identify(text)
    assert found.language in {None, *the_real_packs().languages}


def test_a_long_text_costs_little() -> None:
    started = perf_counter()
    IDENTIFIER.identify("a mundem me kerku azil " * 450)
    assert perf_counter() - started < 0.1
