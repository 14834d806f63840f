"""Texts that are hard to read."""

import pytest

from bot.checks.readability import lix
from tests.checks.tiny_pack import TinyPack

HARD = "The aforementioned municipal administration investigates documentation submitted by repatriated individuals."


def test_a_text_that_is_hard_to_read_gets_advice(pack: TinyPack) -> None:
    pack.change("en/help/police.yaml", "details: All about the police.", f"details: {HARD}")
    (problem,) = [problem for problem in pack.problems() if "hard to read" in problem.sentence]
    assert (pack.named(problem), problem.line, problem.severity) == ("en/help/police.yaml", 1, "advice")
    assert problem.sentence.startswith("This is hard to read: LIX ")
    assert problem.sentence.endswith(", where 34 is the limit for 'en'.")


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["We all go there. You may too."], 3.5),  # 7 words, 2 sentences
        (["We all remember"], 3 + 100 / 3),
        (["• one two\n• three four"], 2),
        (["one two:", "three four"], 2),
        (["See gov.uk/seasonal-worker-visa now"], 2),
        ([""], 0),
    ],
)
def test_long_words_and_long_sentences_count_and_a_line_is_a_sentence(texts: list[str], expected: float) -> None:
    assert lix(texts) == pytest.approx(expected)
