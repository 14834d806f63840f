"""What a guide comes to. It fits into a button, so that nothing of it has to be kept."""

import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.guides.conditions import Facts, applies
from bot.guides.playing import Playing, facts_of, path
from bot.packs.guide_schema import DATES_RECKONED, DAYS_RECKONED, POINTS, UNSAID, GuideFile, GuideResult

DIGITS: Final = string.digits + string.ascii_lowercase
BETWEEN: Final = "."
BESIDE: Final = "_"
SCREEN: Final = 5
"""Lines of a plan that fit one phone screen."""


@dataclass(frozen=True)
class Outcome:
    """`reasons` are answers that gave points, as `step/answer`; `items` the lines of the list that apply.

    `reckoned` are days and dates (as ordinals) in the order of `DAYS_RECKONED` and `DATES_RECKONED`.
    """

    version: int
    result: str
    points: int = 0
    reasons: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    reckoned: tuple[int, ...] = ()
    before: int | None = None
    """How many points the first half of a quiz had, after the second."""

    def days(self, guide: GuideFile) -> dict[str, int]:
        names = DAYS_RECKONED.get(guide.reckon or "", ())
        return dict(zip(names, self.reckoned, strict=False))

    def dates(self, guide: GuideFile) -> dict[str, date]:
        names = DATES_RECKONED.get(guide.reckon or "", ())
        after = self.reckoned[len(DAYS_RECKONED.get(guide.reckon or "", ())) :]
        return {name: date.fromordinal(number) for name, number in zip(names, after, strict=False)}

    @property
    def screens(self) -> int:
        """How many screens its plan takes."""
        return max(1, -(-len(self.items) // SCREEN))

    def facts(self, guide: GuideFile) -> GuideResult:
        """The result as the file has it."""
        return next(result for result in guide.results if result.id == self.result)


def outcome(playing: Playing, guide: GuideFile, reckoned: Sequence[int] = ()) -> Outcome:
    """Of a guide that is through; the checks make sure that some result always applies, so the last one stands in."""
    points = sum(each for _, each in _scored(playing, guide))
    known = facts_of(playing, guide)
    names = DAYS_RECKONED.get(guide.reckon or "", ())
    numbers = {**known.numbers, POINTS: points, **dict(zip(names, reckoned, strict=False))}
    facts = Facts(known.answers, numbers)
    result = next((each for each in guide.results if applies(each.when, None, facts)), guide.results[-1])
    reasons = tuple(name for name, each in _scored(playing, guide) if each and name in flagged(guide))
    items = tuple(item.id for item in guide.items if applies(item.when, None, facts)) if result.lists else ()
    return Outcome(playing.version, result.id, points, reasons, items, tuple(reckoned))


def _scored(playing: Playing, guide: GuideFile) -> list[tuple[str, int]]:
    """Every answer on this path, as `step/answer`, with its points."""
    asked = {step.id: step for step in path(playing, guide)}
    given = ((asked[name], said) for name, said in playing.answers if name in asked)
    return [(f"{step.id}/{each}", step.points(each)) for step, said in given for each in said if each != UNSAID]


def flagged(guide: GuideFile) -> tuple[str, ...]:
    """Every answer that has points and so a reason, as `step/answer`, in the order of the file."""
    return tuple(
        f"{step.id}/{answer.id}"
        for step in guide.steps
        if step.right is None
        for answer in step.answers
        if answer.points
    )


def packed(outcome_: Outcome, guide: GuideFile) -> str:
    """Letters and digits for a button: version, result, points, which reasons, which items, what was reckoned."""
    masks = (_mask(outcome_.reasons, flagged(guide)), _mask(outcome_.items, [item.id for item in guide.items]))
    reckoned = BESIDE.join(_written(number) or "0" for number in outcome_.reckoned)
    return BETWEEN.join((str(outcome_.version), outcome_.result, _scores(outcome_), *map(_written, masks), reckoned))


def unpacked(text: str, guide: GuideFile) -> Outcome | None:
    """None for what this version of the guide has not made."""
    fields = text.split(BETWEEN)
    try:
        version, result, points, reasons, items, reckoned = fields
        now, before = _read_scores(points)
        found = Outcome(
            int(version),
            result,
            now,
            _chosen(_read(reasons), flagged(guide)),
            _chosen(_read(items), [item.id for item in guide.items]),
            tuple(_read(number) for number in reckoned.split(BESIDE) if number),
            before,
        )
    except ValueError:
        return None
    is_ours = found.version == guide.version and result in {each.id for each in guide.results}
    return found if is_ours and _is_whole(found, guide) else None


def _scores(outcome_: Outcome) -> str:
    """The points, and those of the first half where there was one."""
    before = "" if outcome_.before is None else BESIDE + _written(outcome_.before)
    return _written(outcome_.points) + before


def _read_scores(text: str) -> tuple[int, int | None]:
    points, beside, before = text.partition(BESIDE)
    return _read(points), _read(before) if beside else None


def _is_whole(found: Outcome, guide: GuideFile) -> bool:
    """Whether it has all that was reckoned, and dates that there are."""
    days, dates = DAYS_RECKONED.get(guide.reckon or "", ()), DATES_RECKONED.get(guide.reckon or "", ())
    ordinals = found.reckoned[len(days) :]
    is_long = len(found.reckoned) == len(days) + len(dates)
    return is_long and all(0 < ordinal <= date.max.toordinal() for ordinal in ordinals)


def _mask(chosen: Sequence[str], among: Sequence[str]) -> int:
    return sum(1 << at for at, name in enumerate(among) if name in chosen)


def _chosen(mask: int, among: Sequence[str]) -> tuple[str, ...]:
    return tuple(name for at, name in enumerate(among) if mask >> at & 1)


def _written(number: int) -> str:
    """To the base of 36, nothing for zero."""
    sign, rest, digits = "-" if number < 0 else "", abs(number), ""
    while rest:
        rest, digit = divmod(rest, len(DIGITS))
        digits = DIGITS[digit] + digits
    return sign + digits


def _read(digits: str) -> int:
    """Raises ValueError for anything else."""
    return int(digits, len(DIGITS)) if digits else 0


def reckoned_of(values: Mapping[str, int | date], guide: GuideFile) -> tuple[int, ...]:
    """What was reckoned, in the order in which an outcome carries it."""
    names = (*DAYS_RECKONED.get(guide.reckon or "", ()), *DATES_RECKONED.get(guide.reckon or "", ()))
    found = (values[name] for name in names)
    return tuple(each.toordinal() if isinstance(each, date) else each for each in found)
