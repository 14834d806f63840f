"""How well questions that the packs have never seen are answered. `pytest -s` prints the table.

Floors are what the programme asks for where that is reached, else a little below what was measured, so that a change
for the worse is noticed. They only ever go up.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
import yaml

from bot.language.folding import folded
from bot.workshop.measured import Measured, measured
from bot.workshop.slips import slipped
from bot.workshop.told_questions import told
from tests.builders import knowledge_of, the_real_packs

QUESTIONS = Path(__file__).parents[1] / "questions"
TOLD = told(QUESTIONS)
LANGUAGES = ("sq", "en")


FLOORS = {
    "sq": Measured(
        first=0.92, three=0.98, wrong=0.03, outside=0.03,
        danger=0.97, alarm=0.06, alarm_outside=0.03, alarm_in_questions=0.03,
    ),
    "en": Measured(
        first=0.915, three=0.975, wrong=0.03, outside=0.03,
        danger=0.975, alarm=0.06, alarm_outside=0.03, alarm_in_questions=0.03,
    ),
}  # fmt: skip
"""`first`, `three` and `danger` are floors, the others ceilings.

Of sentences that were written to sound like danger 6 in 100 may be taken for it; of ordinary ones 3.
"""

FIRST_UNMARKED = {"sq": 0.92, "en": 0.915}
FIRST_SLIPPED = {"sq": 0.89, "en": 0.88}
"""Floors for the right topic first, without ë and ç and with one slip of the finger."""


@cache
def _measured(language: str, change: Callable[[str], str] = str) -> Measured:
    return measured(knowledge_of(the_real_packs()), TOLD, language, change)


def _unmarked(text: str) -> str:
    return text.translate(str.maketrans("ëçËÇ", "ecEC"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_unseen_questions_are_answered_at_least_as_well_as_before(language: str) -> None:
    measured, floors = _measured(language), FLOORS[language]
    print(f"\n{language} {measured}")  # noqa: T201 -- the table is for whoever changes the search
    assert measured.first >= floors.first
    assert measured.three >= floors.three
    assert measured.wrong <= floors.wrong
    assert measured.outside <= floors.outside


def test_albanian_is_hardly_behind_english() -> None:
    assert _measured("sq").first >= _measured("en").first - 0.03


@pytest.mark.parametrize("language", LANGUAGES)
def test_marks_left_out_and_a_slip_of_the_finger_cost_little(language: str) -> None:
    unmarked, typed = _measured(language, _unmarked), _measured(language, slipped)
    print(f"\n{language} without marks {unmarked.first:.3f}, one slip {typed.first:.3f} {typed.danger:.3f}")  # noqa: T201 -- as above
    assert unmarked.first >= FIRST_UNMARKED[language]
    assert typed.first >= FIRST_SLIPPED[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_unseen_danger_is_seen_at_least_as_well_as_before(language: str) -> None:
    measured, floors = _measured(language), FLOORS[language]
    assert measured.danger >= floors.danger
    assert measured.alarm <= floors.alarm
    assert measured.alarm_outside <= floors.alarm_outside
    assert measured.alarm_in_questions <= floors.alarm_in_questions


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_topic_has_questions_and_none_of_them_stands_in_the_packs(language: str) -> None:
    packs = the_real_packs()
    known = {folded(question) for topic in packs.topics.values() for question in topic.said(language).words.questions}
    known |= {folded(said) for subject in packs.outside[language].values() for said in subject}
    asked = [each for each in TOLD if each.language == language and each.kind in {"question", "outside"}]
    counts = {slug: sum(each.topic == slug for each in asked) for slug in packs.topics}
    assert min(counts.values()) >= 8
    assert {each.topic for each in asked if each.topic} == packs.topics.keys()
    assert [each.text for each in asked if folded(each.text) in known] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_lies_outside_is_measured_by_enough_messages_and_half_of_them_lie_near(language: str) -> None:
    found = yaml.safe_load((QUESTIONS / language / "out-of-scope.yaml").read_text("utf-8"))
    assert min(len(found["near"]), len(found["far"])) >= 75


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_that_measures_signals_stands_in_the_packs(language: str) -> None:
    signals = [signal.said(language).words for signal in the_real_packs().signals.values()]
    known = {folded(said) for words in signals for said in (*words.phrases, *words.negatives)}
    asked = [each for each in TOLD if each.language == language and each.kind in {"danger", "harmless"}]
    assert [each.text for each in asked if folded(each.text) in known] == []
