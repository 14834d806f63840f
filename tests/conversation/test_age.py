"""A client who says that they are a minor is known to be one; nobody else's age makes them one."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.actions import CopyToDesk
from bot.conversation.age import OF_AGE, YOUNGEST
from bot.conversation.knowledge import Knowledge
from bot.language.identify import Identifier, learnt
from tests.builders import a_conversation, the_real_packs
from tests.conversation.playing import MESSAGE, after, writing
from tests.fakes import Canned, CannedFinder, CannedSignals

QUESTIONS = Path(__file__).parents[1] / "questions"
TOLD = yaml.safe_load((Path(__file__).parent / "told_ages.yaml").read_text("utf-8"))


def told(kind: str) -> list[tuple[str, str]]:
    """Language and text."""
    return [(language, text) for language, texts in TOLD[kind].items() for text in texts]


@cache
def knowledge() -> Knowledge:
    """The real words, and the real way to tell a language; nothing is found and nothing is danger."""
    packs = the_real_packs()
    return Knowledge(packs, CannedFinder({}), Identifier(packs, learnt(packs)), CannedSignals({}), desk=True)


def heard(text: str, language: str, *, minor: bool) -> bool:
    """Whether the client counts as a minor after this, who did or did not before."""
    return after(writing(text), a_conversation(language, minor=minor), knowledge()).conversation.minor


@pytest.mark.parametrize(("language", "text"), told("minor"))
def test_who_says_that_they_are_a_minor_is_one(language: str, text: str) -> None:
    assert heard(text, language, minor=False)
    assert heard(text.upper(), language, minor=False)


@pytest.mark.parametrize(("language", "text"), told("of_age"))
def test_who_says_that_they_are_of_age_is_no_minor_any_more(language: str, text: str) -> None:
    assert not heard(text, language, minor=True)


@pytest.mark.parametrize(("language", "text"), told("nothing"))
def test_what_is_not_ones_own_age_changes_nothing(language: str, text: str) -> None:
    assert not heard(text, language, minor=False)
    assert heard(text, language, minor=True)


@given(st.integers(YOUNGEST, 99))
def test_the_number_decides_whatever_it_is(age: int) -> None:
    assert heard(f"jam {age} vjeç", "sq", minor=age >= OF_AGE) == (age < OF_AGE)
    assert heard(f"I am {age}", "en", minor=age >= OF_AGE) == (age < OF_AGE)


@given(st.text())
def test_no_text_is_too_odd_to_be_looked_at(text: str) -> None:
    assert set(knowledge().ages.told(text)) <= {"sq", "en"}


@pytest.mark.parametrize(("chat", "text"), [("en", "jom 16 vjeq"), ("sq", "i am 16 and alone")])
def test_it_is_heard_in_the_other_language_too(chat: str, text: str) -> None:
    assert heard(text, chat, minor=False)


def test_in_a_case_it_is_heard_and_the_counsellor_gets_the_message_all_the_same() -> None:
    turn = after(writing("jam 16 vjec"), a_conversation(case="open"), knowledge())
    assert turn.conversation == a_conversation(case="open", minor=True)
    assert turn.actions == (CopyToDesk((MESSAGE,)),)


def test_a_language_without_such_words_says_nothing() -> None:
    assert not after(writing("jam 16 vjec"), knowledge=Canned().knowledge()).conversation.minor


def _texts(found: object) -> Iterator[str]:
    """Every text of a file of questions, but not the names of its keys and kinds."""
    if isinstance(found, str):
        yield found
    elif isinstance(found, list):
        for one in found:
            yield from _texts(one)
    elif isinstance(found, dict):
        yield from _texts([value for key, value in found.items() if key != "kind"])


@pytest.mark.parametrize("language", ["sq", "en"])
def test_of_all_questions_only_those_of_minors_say_so(language: str) -> None:
    """Each of the listed ones was read: who asks it is under age."""
    files = sorted((QUESTIONS / language).glob("*.yaml"))
    texts = {text for file in files for text in _texts(yaml.safe_load(file.read_text("utf-8")))}
    said = {text for text in texts if heard(text, language, minor=False)}
    assert said == set(TOLD["questions"][language])
