from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.learning.topics import indexes
from bot.packs.assets import Packs
from bot.search.answer import Found
from bot.search.finder import Finder
from tests.builders import a_topic, some_packs, the_real_packs, topic_words

ASYLUM = a_topic(
    words={
        "sq": topic_words(
            "Azili", questions=["a mundem me kerku azil", "azil", "azilant", "si behet azili", "azil ne france"]
        ),
        "en": topic_words(
            "Asylum", questions=["can i get asylum", "asylum", "asylum seeker", "ask for asylum", "protection"]
        ),
    }
)
WORK = a_topic(
    "work-germany",
    words={
        "sq": topic_words("Puna", questions=["dua te punoj", "pune ne gjermani", "kontrate", "si gjej pune", "rroga"]),
        "en": topic_words("Work", questions=["i want to work", "a job in germany", "contract", "find work", "wage"]),
    },
)


def _finder(packs: Packs) -> Finder:
    return Finder(packs, indexes(packs))


FINDER = _finder(some_packs(topics=[ASYLUM, WORK]))
REAL = _finder(the_real_packs())


def test_what_is_asked_clearly_is_answered() -> None:
    found = FINDER.find("si mund te kerkoj azil", "sq")
    assert (found.decision, found.matches[0].slug, found.language) == ("answer", "asylum-facts", "sq")


def test_what_lies_between_two_topics_is_left_to_the_client() -> None:
    assert FINDER.find("si", "sq").decision == "choose"


def test_what_is_about_nothing_here_is_not_answered() -> None:
    assert FINDER.find("bukë misri", "sq").decision == "unsure"


def test_every_topic_is_ranked() -> None:
    assert {match.slug for match in FINDER.find("azil", "sq").matches} == {"asylum-facts", "work-germany"}


@pytest.mark.parametrize("language", [None, "sr"])
def test_without_a_language_of_ours_the_surest_one_counts(language: str | None) -> None:
    found = FINDER.find("can i get asylum", language)
    assert (found.matches[0].slug, found.language) == ("asylum-facts", "en")


def test_a_subject_that_no_pack_has_is_never_offered_nor_answered_with_its_neighbour() -> None:
    near = [{"question": "qualification recognition", "topic": "qualification-recognition"}]
    words = topic_words(
        "Work", questions=["a job", "my qualification", "contract", "find work", "wage"], near_misses=near
    )
    found = _finder(some_packs(topics=[a_topic("work-germany", words={"en": words})])).find(
        "qualification recognition", "en"
    )
    assert [match.slug for match in found.matches] == ["work-germany"]
    assert found.decision != "answer"


def test_packs_without_topics_leave_us_unsure() -> None:
    assert _finder(some_packs(topics=[])).find("azil", "sq") == Found("unsure", (), "sq")


@given(st.text())
def test_no_text_is_too_strange(text: str) -> None:
    scores = [match.score for match in REAL.find(text, "sq").matches]
    assert len(scores) == 10
    assert all(0 <= score <= 1 for score in scores)
    assert scores == sorted(scores, reverse=True)


def test_a_long_text_costs_little() -> None:
    started = perf_counter()
    REAL.find("a mundem me kerku azil " * 450, "sq")
    assert perf_counter() - started < 1
