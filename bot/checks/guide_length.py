"""Rules for the length of what guides come to: all reasons for a result stand in one message.

A plan and a list of sources are read screen by screen, so no rule is needed for them.
"""

from collections.abc import Iterator
from datetime import date

from bot.checks.guide_paths import explored
from bot.checks.length import FRAME, LIMIT, units
from bot.checks.place_of import at as _at
from bot.packs.guide_schema import GuideFile, GuideStep
from bot.packs.guide_words_schema import GuideWords
from bot.packs.problem import Problem
from bot.packs.reading import Reading


def reasons_of_guides_fit(reading: Reading, _today: date) -> Iterator[Problem]:
    """What has no room is left out, and nobody sees what it was."""
    for (_, guide, _), name in ((each, each[0].stem) for each in explored(reading)):
        for path, words in reading.guide_words[name].values():
            for result in (each for each in guide.results if each.id in words.results):
                said = words.results[result.id]
                size = FRAME + units(said.title) + units(said.share or "") + _reasons(guide, words)
                if size > LIMIT:
                    sentence = f"One message would have {size} characters; Telegram takes {LIMIT}."
                    remedy = "Shorten it, or let fewer reasons come together."
                    yield _at(path, ("results", result.id), sentence, remedy)


def _reasons(guide: GuideFile, words: GuideWords) -> int:
    return sum(_reason(step, words) for step in guide.steps)


def _reason(step: GuideStep, words: GuideWords) -> int:
    """One of them; of a step in which several can be chosen all."""
    said = words.steps.get(step.id)
    sizes = [units(answer.reason) for answer in said.answers.values() if answer.reason] if said else []
    return sum(sizes) if step.ask == "several" else max(sizes, default=0)
