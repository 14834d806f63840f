"""The rules for indicators, each broken once."""

import pytest

from tests.checks.tiny_guides import QUIZ, QUIZ_WORDS, give_it
from tests.checks.tiny_pack import TinyPack

FILE = "../indicators.yaml"
NAMED = "indicators.yaml"
HEAD = """    name: {sq: Who helps, en: Who helps}
    definition: {sq: Who helps., en: Who helps.}
"""
KNOWLEDGE = f"""indicators:
  - id: knowledge
{HEAD}    sources:
      - {{kind: quiz_gain, quiz: quiz}}
      - {{kind: by_hand}}
    target: 300
    minimum_share: {{trait: gender, value: woman, share: 0.30, name: {{sq: Women, en: Women}}}}
    disaggregation: [gender]
"""
TIMES = f"""  - id: reading
{HEAD}    counts: times
    sources:
      - {{kind: topic_read, topics: [police]}}
      - {{kind: service_shown, services: [al_office]}}
"""
GENDER = "steps:\n  - {id: gender, ask: choice, counted: person, answers: [{id: woman}, {id: man}]}\n"
WORDS = "steps:\n  gender: {ask: Who helps here?, answers: {woman: {label: The police}, man: {label: The office}}}\n"


@pytest.fixture
def asked(pack: TinyPack) -> TinyPack:
    """With a quiz that asks for the gender, and an indicator of it."""
    pack.add("guides/quiz.yaml", QUIZ.replace("steps:\n", GENDER))
    for language in ("sq", "en"):
        pack.add(f"{language}/guides/quiz.yaml", QUIZ_WORDS.replace("steps:\n", WORDS))
    before = pack.faults()
    pack.add(FILE, KNOWLEDGE)
    assert pack.faults() == before
    return pack


def new_faults(pack: TinyPack) -> list[tuple[str, int, str]]:
    """Those of the indicators."""
    return [fault for fault in pack.faults() if fault[0] == NAMED]


def test_indicators_of_what_there_is_are_right(asked: TinyPack) -> None:
    asked.add(FILE, TIMES)
    assert new_faults(asked) == []


def test_an_id_stands_once(asked: TinyPack) -> None:
    asked.add(FILE, TIMES.replace("reading", "knowledge"))
    line = len(KNOWLEDGE.splitlines()) + 1
    assert new_faults(asked) == [(NAMED, line, "The id 'knowledge' stands twice.")]


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("name: {sq: Who helps, en: Who helps}", "name: {sq: Who helps}", "name"),
        ("definition: {sq: Who helps., en: Who helps.}", "definition: {sq: Who helps.}", "definition"),
        ("name: {sq: Women, en: Women}", "name: {sq: Women}", "name"),
        ("target: 300", "programme: {sq: Who helps}", "programme"),
        ("target: 300", "asked_by: {sq: Who helps}", "asked_by"),
    ],
)
def test_words_stand_in_every_language(asked: TinyPack, old: str, new: str, key: str) -> None:
    line = asked.change(FILE, old, new)
    sentence = f"'{key}' of the indicator 'knowledge' has no words in 'en'."
    assert new_faults(asked) == [(NAMED, line, sentence)]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("[police]", "[polise]", "There is no topic 'polise'."),
        ("[al_office]", "[al_offise]", "There is no service 'al_offise'."),
        ("services: [al_office]", "needs: [bread]", "There is no need 'bread'."),
        ("topic_read, topics: [police]", "guide_finished, guides: [quis]", "There is no guide 'quis'."),
    ],
)
def test_what_is_counted_exists(asked: TinyPack, old: str, new: str, sentence: str) -> None:
    asked.add(FILE, TIMES)
    line = asked.change(FILE, old, new)
    assert new_faults(asked) == [(NAMED, line, sentence)]


def test_a_quiz_is_a_guide_in_two_halves(asked: TinyPack) -> None:
    give_it(asked, "offer")
    line = asked.change(FILE, "quiz: quiz", "quiz: offer")
    assert (NAMED, line, "There is no quiz in two halves called 'offer'.") in new_faults(asked)


def test_people_are_known_of_all_quizzes_together_only(asked: TinyPack) -> None:
    asked.add("guides/quiz-two.yaml", QUIZ)
    line = asked.line(FILE, "quiz: quiz")
    sentence = "People who gained are known of all quizzes together, and there are several."
    assert new_faults(asked) == [(NAMED, line, sentence)]
    asked.change(FILE, "    target: 300", "    counts: pairs\n    target: 300")
    assert new_faults(asked) == []


def test_a_quiz_that_cannot_be_read_is_told_once(asked: TinyPack) -> None:
    asked.change("guides/quiz.yaml", "version: 1", "version: one")
    assert new_faults(asked) == []


def test_a_quiz_is_no_guide_that_is_finished(asked: TinyPack) -> None:
    asked.add(FILE, TIMES)
    line = asked.change(FILE, "topic_read, topics: [police]", "guide_finished, guides: [quiz]")
    assert new_faults(asked) == [(NAMED, line, "'quiz' is a quiz, and its halves are not counted as a guide.")]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [("value: woman", "value: women", "gender: women"), ("{id: gender,", "{id: sex,", "gender")],
)
def test_a_share_is_of_what_the_quiz_asks(asked: TinyPack, old: str, new: str, said: str) -> None:
    asked.change(FILE if "value" in old else "guides/quiz.yaml", old, new)
    assert f"The quiz 'quiz' does not ask for '{said}'." in {sentence for _, _, sentence in new_faults(asked)}


def test_a_share_that_only_hands_know_may_be_of_anything(asked: TinyPack) -> None:
    asked.change(FILE, "trait: gender, value: woman", "trait: work, value: employed")
    assert new_faults(asked) == []


def test_the_same_is_not_promised_twice_for_the_same_days(asked: TinyPack) -> None:
    asked.add(FILE, f"  - id: again\n{HEAD}    sources: [{{kind: quiz_gain, quiz: quiz}}]\n    from: 2026-07-01\n")
    line = asked.line(FILE, "id: again")
    sentence = "'again' counts what 'knowledge' counts, and their periods overlap."
    assert new_faults(asked) == [(NAMED, line, sentence)]
    asked.change(FILE, "    target: 300", "    target: 300\n    to: 2026-06-30")
    assert new_faults(asked) == []


def test_two_indicators_that_are_entered_by_hand_are_two(asked: TinyPack) -> None:
    for name in ("income", "providers"):
        asked.add(FILE, f"  - id: {name}\n{HEAD}    sources: [{{kind: by_hand}}]\n")
    assert new_faults(asked) == []


def test_a_programme_that_begins_or_ends_within_a_quarter_is_advice(asked: TinyPack) -> None:
    asked.change(FILE, "    target: 300", "    target: 300\n    from: 2026-01-15\n    to: 2026-12-30")
    advice = [problem for problem in asked.problems() if asked.named(problem) == NAMED]
    assert [problem.sentence.split(",")[0] for problem in advice] == [
        "'knowledge' begins within a quarter",
        "'knowledge' ends within a quarter",
    ]
    assert {problem.severity for problem in advice} == {"advice"}


def test_what_is_not_counted_yet_is_advice(asked: TinyPack) -> None:
    asked.change(FILE, "{kind: by_hand}", "{kind: activity_joined}")
    (advice,) = [problem for problem in asked.problems() if asked.named(problem) == NAMED]
    assert (advice.severity, advice.line) == ("advice", asked.line(FILE, "activity_joined"))
