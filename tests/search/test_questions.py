"""How well questions that the packs have never seen are answered. `pytest -s` prints the table.

Floors stand a little below what was measured, so that a change for the worse is noticed; they only ever go up (but for
the day when 14 topics became 77, and most of the questions were new).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from bot.conversation.knowledge import Knowledge
from bot.language.folding import folded
from bot.search.answer import Found
from tests.builders import the_real_packs

QUESTIONS = Path(__file__).parents[1] / "questions"
KNOWLEDGE = Knowledge.of(the_real_packs(), desk=True)
FINDER, SIGNALS = KNOWLEDGE.finder, KNOWLEDGE.signals


@dataclass(frozen=True)
class Floors:
    """Shares: of the questions right first and among three, and wrongly answered; of what is out of scope, answered.

    Of the dangers seen; of the harmless sentences, and of the questions for topics, taken for danger.
    """

    first: float
    three: float
    wrong: float
    outside: float
    danger: float
    alarm: float
    alarm_in_questions: float


FLOORS = {
    "sq": Floors(first=0.86, three=0.95, wrong=0.03, outside=0.1, danger=0.89, alarm=0.05, alarm_in_questions=0.09),
    "en": Floors(first=0.86, three=0.94, wrong=0.045, outside=0.1, danger=0.91, alarm=0.1, alarm_in_questions=0.07),
}


def _read(language: str, name: str) -> list[str]:
    found: list[str] = yaml.safe_load((QUESTIONS / language / f"{name}.yaml").read_text("utf-8"))
    return found


def _outside(language: str) -> list[str]:
    found = yaml.safe_load((QUESTIONS / language / "out-of-scope.yaml").read_text("utf-8"))
    return [*found["near"], *found["far"]]


def _dangers(language: str) -> list[dict[str, str]]:
    files = (QUESTIONS / language / f"{name}.yaml" for name in ("danger", "danger-unseen"))
    return [danger for file in files for danger in yaml.safe_load(file.read_text("utf-8"))]


def _harmless(language: str) -> list[str]:
    return _read(language, "harmless") + _read(language, "harmless-unseen")


def _asked(language: str) -> Iterator[tuple[str, str, Found]]:
    for slug in the_real_packs().topics:
        for question in _read(language, slug):
            yield slug, question, FINDER.find(question, language)


def _alarms(texts: list[str], language: str) -> float:
    return _share(any(found.level != "concern" for found in SIGNALS.find(text, language)) for text in texts)


def _share(those: Iterator[bool]) -> float:
    listed = list(those)
    return sum(listed) / len(listed)


def _measured(language: str) -> Floors:
    asked = [(slug, found, [match.slug for match in found.matches]) for slug, _, found in _asked(language)]
    outside = [FINDER.find(text, language) for text in _outside(language)]
    return Floors(
        first=_share(slugs[0] == slug for slug, _, slugs in asked),
        three=_share(slug in slugs[:3] for slug, _, slugs in asked),
        wrong=_share(found.decision == "answer" and slugs[0] != slug for slug, found, slugs in asked),
        outside=_share(found.decision == "answer" for found in outside),
        danger=_alarms([danger["text"] for danger in _dangers(language)], language),
        alarm=_alarms(_harmless(language), language),
        alarm_in_questions=_alarms([question for _, question, _ in _asked(language)], language),
    )


@pytest.mark.parametrize("language", ["sq", "en"])
def test_unseen_questions_are_answered_at_least_as_well_as_before(language: str) -> None:
    measured, floors = _measured(language), FLOORS[language]
    print(f"\n{language} {measured}")  # noqa: T201 -- the table is for whoever changes the search
    assert measured.first >= floors.first
    assert measured.three >= floors.three
    assert measured.wrong <= floors.wrong
    assert measured.outside <= floors.outside


@pytest.mark.parametrize("language", ["sq", "en"])
def test_unseen_danger_is_seen_at_least_as_well_as_before(language: str) -> None:
    measured, floors = _measured(language), FLOORS[language]
    assert measured.danger >= floors.danger
    assert measured.alarm <= floors.alarm
    assert measured.alarm_in_questions <= floors.alarm_in_questions


@pytest.mark.parametrize("language", ["sq", "en"])
def test_every_topic_has_questions_and_none_of_them_stands_in_the_packs(language: str) -> None:
    topics = the_real_packs().topics.values()
    known = {folded(question) for topic in topics for question in topic.said(language).words.questions}
    asked = [question for _, question, _ in _asked(language)]
    assert len(asked) >= 8 * len(topics)
    assert [question for question in asked if folded(question) in known] == []


@pytest.mark.parametrize("language", ["sq", "en"])
def test_no_sentence_that_measures_signals_stands_in_the_packs(language: str) -> None:
    signals = [signal.said(language).words for signal in the_real_packs().signals.values()]
    known = {folded(said) for words in signals for said in (*words.phrases, *words.negatives)}
    measuring = [*(danger["text"] for danger in _dangers(language)), *_harmless(language)]
    assert [text for text in measuring if folded(text) in known] == []
