"""Which answers to a step are alike: no condition can tell them apart."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from bot.guides.conditions import Facts, holds
from bot.guides.playing import SEEN
from bot.packs.guide_schema import UNSAID, GuideStep, Span, When

Said = tuple[str, ...]
Wanted = tuple[str, ...] | Span
Line = tuple[str, Wanted]
"""One line of a condition: the name of a step or of a number, and what is wanted of it."""

SOMETHING: Final = "told"
"""Stands for a day, a town or stays: conditions cannot ask which."""
TO: Final = "\N{EN DASH}"


@dataclass(frozen=True)
class Alternative:
    """Answers that are alike: `said` is one of them, `alike` names all to a reader, `points` is what they may give."""

    said: Said
    alike: tuple[str, ...]
    points: frozenset[int] = frozenset({0})


def lines(when: When | None) -> Iterator[Line]:
    """Every line of a condition."""
    yield from (line for condition in when or () for line in condition.items())


def alternatives(step: GuideStep, wanted: Collection[Wanted]) -> tuple[Alternative, ...]:
    """The answers to a step, put together where none of these lines tells them apart."""
    if step.ask == "number":
        numbers = numbers_apart(step.id, wanted, step.at_least or 0, step.at_most)
        unsaid = _truths(step.id, (UNSAID,), wanted, is_number=False)
        return _joined([*((_truths(step.id, each.said, wanted), each) for each in numbers), (unsaid, _unsaid())])
    return _joined([(_truths(step.id, said, wanted, is_number=False), _one(step, said)) for said in _answers(step)])


def numbers_apart(name: str, wanted: Collection[Wanted], lowest: int, highest: int | None) -> tuple[Alternative, ...]:
    """The stretches of a number between the bounds that these lines name."""
    spans = [each for each in wanted if isinstance(each, Span)]
    named = {each.at_least for each in spans} | {each.at_most + 1 for each in spans if each.at_most is not None}
    inside = {each for each in named if each is not None and each > lowest and (highest is None or each <= highest)}
    begin = sorted({lowest, *inside})
    ends = [*(each - 1 for each in begin[1:]), highest]
    told = [
        (_truths(name, (str(first),), wanted), Alternative((str(first),), (_stretch(first, last),)))
        for first, last in zip(begin, ends, strict=True)
    ]
    return _joined(told)


def _stretch(first: int, last: int | None) -> str:
    if last is None:
        return f"{first}+"
    return str(first) if first == last else f"{first}{TO}{last}"


def _answers(step: GuideStep) -> Iterator[Said]:
    """All that can be answered, but for numbers; of several the small choices first."""
    if step.ask == "info":
        yield (SEEN,)
        return
    if step.ask == "several":
        for count in range(1, len(step.ids) + 1):
            yield from combinations(step.ids, count)
    else:
        yield from ((name,) for name in step.ids or (SOMETHING,))
    yield (UNSAID,)


def _one(step: GuideStep, said: Said) -> Alternative:
    points = sum(step.points(each) for each in said if each != UNSAID)
    return Alternative(said, ("+".join(said),), frozenset({points}))


def _unsaid() -> Alternative:
    return Alternative((UNSAID,), (UNSAID,))


def _truths(name: str, said: Said, wanted: Collection[Wanted], *, is_number: bool = True) -> tuple[bool, ...]:
    facts = Facts({name: said}, {name: int(said[0])} if is_number else {})
    return tuple(holds(({name: each},), facts) for each in wanted)


def _joined(told: Sequence[tuple[tuple[bool, ...], Alternative]]) -> tuple[Alternative, ...]:
    """One of each that are alike. A choice of more than is needed to be like the others is not named."""
    groups: dict[tuple[bool, ...], list[Alternative]] = {}
    for truths, each in told:
        groups.setdefault(truths, []).append(each)
    return tuple(_group(group) for group in groups.values())


def _group(group: Sequence[Alternative]) -> Alternative:
    named = [each for each in group if not any(set(other.said) < set(each.said) for other in group)]
    alike = tuple(name for each in named for name in each.alike)
    return Alternative(group[0].said, alike, frozenset().union(*(each.points for each in group)))
