"""Rules for the paths of guides: each ends in a result, and nothing stands there that no path leads to."""

from collections.abc import Collection, Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from bot.checks.place_of import at as _at
from bot.guides.following import TooBranched
from bot.guides.paths import Explored, explore
from bot.packs.guide_schema import DAYS_RECKONED, POINTS, UNSAID, GuideFile, GuideStep, Span, When
from bot.packs.problem import Problem
from bot.packs.reading import Reading
from bot.packs.yaml_file import Key

LONGEST_PLAN: Final = 25
"""Things to do, on five screens: more than that nobody reads."""
LONGEST_GROUP: Final = 6
"""Items of one group of a checklist: their buttons have two rows."""
MOST_TOLD: Final = 3
"""Ways without a result of which each is told."""

REMEDY: Final = "Correct the condition."


class _Line(NamedTuple):
    """One line of a condition: where it stands, and what can be asked for there."""

    keys: tuple[Key, ...]
    name: str
    wanted: tuple[str, ...] | Span
    steps: dict[str, GuideStep]
    numbers: Collection[str]


def conditions_can_hold(reading: Reading, _today: date) -> Iterator[Problem]:
    """They name earlier steps and answers that there are, and numbers that are known by then."""
    for path, guide in reading.guides.values():
        yield from _faults(path, guide)


def _faults(path: Path, guide: GuideFile) -> Iterator[Problem]:
    for keys, when in _whens(guide):
        if when is not None and not all(when or ({},)):
            yield _at(path, keys, "This condition asks for nothing.", "Add a line, or remove it.")
    for line in _lines(guide):
        sentence = _span_fault(line, guide) if isinstance(line.wanted, Span) else _answers_fault(line, guide)
        if sentence:
            yield _at(path, line.keys, sentence, REMEDY)


def _whens(guide: GuideFile) -> Iterator[tuple[tuple[Key, ...], When | None]]:
    for kind in ("steps", "items", "results"):
        for at, each in enumerate(getattr(guide, kind)):
            yield (kind, at, "when"), each.when
            yield (kind, at, "unless"), getattr(each, "unless", None)


def _lines(guide: GuideFile) -> Iterator[_Line]:
    for keys, when in _whens(guide):
        place = keys[1] if keys[0] == "steps" and isinstance(keys[1], int) else None
        steps = {step.id: step for step in guide.steps[:place]}
        numbers = {name for name, step in steps.items() if step.ask == "number"}
        if place is None:
            numbers |= {POINTS, *DAYS_RECKONED.get(guide.reckon or "", ())}
        for number, condition in enumerate(when or ()):
            within = keys if len(when or ()) == 1 else (*keys, number)
            yield from (_Line((*within, name), name, wanted, steps, numbers) for name, wanted in condition.items())


def _span_fault(line: _Line, guide: GuideFile) -> str:
    span = line.wanted
    if line.name not in line.numbers:
        return f"'{line.name}' is no number." if line.name in line.steps else _unknown(line.name, guide)
    if not isinstance(span, Span) or (span.at_least is None and span.at_most is None):
        return f"No bounds are given for '{line.name}'."
    if span.at_least is not None and span.at_most is not None and span.at_least > span.at_most:
        return f"No number is at least {span.at_least} and at most {span.at_most}."
    return ""


def _answers_fault(line: _Line, guide: GuideFile) -> str:
    if line.name in line.numbers and line.name not in line.steps:
        return f"'{line.name}' is a number: give at_least or at_most."
    if line.name not in line.steps:
        return _unknown(line.name, guide)
    step = line.steps[line.name]
    wanted = line.wanted if isinstance(line.wanted, tuple) else ()
    strange = [name for name in wanted if name not in step.ids and (name != UNSAID or step.ask == "info")]
    if strange and step.ask == "number":
        return f"'{step.id}' is a number: give at_least or at_most instead of '{strange[0]}'."
    if strange:
        return f"'{step.id}' has no answer '{strange[0]}'."
    return "" if wanted else f"No answer to '{step.id}' is named."


def _unknown(name: str, guide: GuideFile) -> str:
    if name in {step.id for step in guide.steps}:
        return f"The step '{name}' comes later, or is this one."
    if name == POINTS or name in DAYS_RECKONED.get(guide.reckon or "", ()):
        return f"'{name}' is known only when all steps are through."
    if any(name in names for names in DAYS_RECKONED.values()):
        return f"'{name}' has to be reckoned, and the file has no 'reckon'."
    return f"There is no step '{name}'."


@lru_cache(maxsize=64)
def _followed(facts: str) -> Explored | None:
    """None for a guide that is too branched. By its text, as a guide cannot be a key; several rules ask for each."""
    try:
        return explore(GuideFile.model_validate_json(facts))
    except TooBranched:
        return None


def explored(reading: Reading) -> Iterator[tuple[Path, GuideFile, Explored]]:
    """The guides that can be followed; what is wrong with the others is told already."""
    for path, guide in reading.guides.values():
        if not any(_faults(path, guide)) and (found := _followed(guide.model_dump_json())):
            yield path, guide, found


def guides_can_be_followed(reading: Reading, _today: date) -> Iterator[Problem]:
    for path, guide in reading.guides.values():
        if not any(_faults(path, guide)) and _followed(guide.model_dump_json()) is None:
            sentence = "The guide is too branched: nobody could look at all the ways through it."
            remedy = "Let fewer steps, items and results depend on other answers, or make two guides of it."
            yield _at(path, ("steps",), sentence, remedy)


def every_path_has_a_result(reading: Reading, _today: date) -> Iterator[Problem]:
    for path, _, found in explored(reading):
        for told in found.lost[:MOST_TOLD]:
            remedy = "Add a result for it, or let the last result have no condition."
            yield _at(path, ("results",), f"There is no result for {told}.", remedy)


def everything_in_a_guide_is_reached(reading: Reading, _today: date) -> Iterator[Problem]:
    """Every step can come, every result be had (in each band of points), every item be listed."""
    for path, guide, found in explored(reading):
        reached = (("steps", "step", found.steps), ("results", "result", found.results), ("items", "item", found.items))
        for kind, noun, names in reached:
            for at, each in enumerate(getattr(guide, kind)):
                if each.id not in names:
                    sentence = f"No path leads to the {noun} '{each.id}'."
                    yield _at(path, (kind, at), sentence, "Correct its condition, or remove it.")


def every_question_matters(reading: Reading, _today: date) -> Iterator[Problem]:
    """Nobody is asked what changes nothing."""
    for path, guide in reading.guides.values():
        named = {line.name for line in _lines(guide)}
        for at, step in enumerate(guide.steps):
            if step.id not in named and not _counts(step):
                sentence = f"Whatever is answered to '{step.id}', it changes nothing."
                yield _at(path, ("steps", at), sentence, "Let something depend on it, or do not ask.")


def _counts(step: GuideStep) -> bool:
    """Whether an answer does something beside choosing what comes."""
    if step.ask in {"info", "stays"} or step.right or step.counted or step.remembers:
        return True
    return any(answer.points or answer.signal for answer in step.answers)


def lists_are_short(reading: Reading, _today: date) -> Iterator[Problem]:
    """As long as a list can become for one person."""
    for path, guide, found in explored(reading):
        for at, result in enumerate(guide.results):
            lists = found.lists.get(result.id, set())
            longest = max(map(len, lists), default=0)
            if result.lists == "plan" and longest > LONGEST_PLAN:
                sentence = f"The plan of '{result.id}' may have {longest} items; {LONGEST_PLAN} are enough."
                remedy = "Leave out what matters least, or narrow its condition."
                yield _at(path, ("results", at), sentence, remedy, "advice")
            yield from _long_groups(path, guide, lists) if result.lists == "checklist" else ()


def _long_groups(path: Path, guide: GuideFile, lists: Collection[tuple[str, ...]]) -> Iterator[Problem]:
    for group in dict.fromkeys(item.group for item in guide.items):
        of_group = [at for at, item in enumerate(guide.items) if item.group == group]
        ids = {guide.items[at].id for at in of_group}
        count = max((len(ids.intersection(listed)) for listed in lists), default=0)
        if count > LONGEST_GROUP:
            sentence = f"The group '{group}' may have {count} items; there are buttons for {LONGEST_GROUP}."
            yield _at(path, ("items", of_group[0]), sentence, "Make two groups of it.")
