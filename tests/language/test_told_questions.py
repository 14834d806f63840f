"""How well the language of real questions is told, which neither the packs nor the table have seen; `pytest -s` shows.

Bounds stand a little beside what was measured, so that a change for the worse is noticed; they only ever get stricter.
What is wrong by now are pieces such as "fake news per": people mix languages, and the files hold nonsense on purpose.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import pytest
import yaml

from bot.language.identify import Identifier, learnt
from bot.language.measuring import WHOLE, Outcome, outcome_of, snippets
from tests.builders import the_real_packs

QUESTIONS = Path(__file__).parents[1] / "questions"
IDENTIFIER = Identifier(the_real_packs(), learnt(the_real_packs()))


@dataclass(frozen=True)
class Bounds:
    """Shares: told for sure; sure and wrong, so that a chat would switch; called foreign."""

    right: float
    wrong: float
    foreign: float


BOUNDS = {
    WHOLE: Bounds(right=0.96, wrong=0.003, foreign=0.012),
    4: Bounds(right=0.96, wrong=0.005, foreign=0.01),
    3: Bounds(right=0.93, wrong=0.007, foreign=0.015),
    2: Bounds(right=0.80, wrong=0.01, foreign=0.025),
}
"""By words of a piece."""


def texts(found: object) -> Iterator[str]:
    """The files are lists of texts, and lists of those under headings; a sign of danger has its text under `text`."""
    if isinstance(found, str):
        yield found
    elif isinstance(found, dict):
        yield from texts(found["text"] if "text" in found else list(found.values()))
    elif isinstance(found, list):
        for each in found:
            yield from texts(each)


@pytest.mark.parametrize("length", BOUNDS)
@pytest.mark.parametrize("language", ["sq", "en"])
def test_the_language_of_questions_is_told(language: str, length: int) -> None:
    counts: Counter[Outcome] = Counter()
    for file in sorted((QUESTIONS / language).glob("*.yaml")):
        for text in texts(yaml.safe_load(file.read_text("utf-8"))):
            for snippet in snippets(text, length):
                counts[outcome_of(IDENTIFIER.identify(snippet), language, ("sq", "en"))] += 1
    shares = {outcome: counts[outcome] / counts.total() for outcome in get_args(Outcome)}
    print(language, length, counts.total(), shares)  # noqa: T201 -- the table of `pytest -s`
    bounds = BOUNDS[length]
    assert shares["right"] >= bounds.right
    assert shares["wrong"] <= bounds.wrong
    assert shares["foreign"] <= bounds.foreign
