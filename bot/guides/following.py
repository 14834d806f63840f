"""A guide, question by question: every state in which it may end, as far as conditions can tell states apart."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.errors import ContentError
from bot.guides.alternatives import Alternative, Line, Said, Wanted, alternatives, lines, numbers_apart
from bot.guides.conditions import Facts, applies
from bot.guides.ninety_days import reckoned
from bot.packs.guide_schema import DAYS_RECKONED, POINTS, UNSAID, GuideFile, GuideStep, When

MOST: Final = 200_000
"""Answers that are followed before a guide counts as too branched: a few seconds, and more than anybody can read."""

State = tuple[tuple[str, Said], ...]
"""What was answered, as far as something later asks for it."""


class TooBranched(ContentError):
    """A guide has more ways through it than can be followed; its conditions ask for too much at once."""


@dataclass(frozen=True)
class Question:
    """A step, or a number that is reckoned when all steps are through; `later` is what is asked for after it."""

    name: str
    step: GuideStep | None
    among: tuple[Alternative, ...]
    later: frozenset[str]


class Following:
    """One form of a guide, question by question; `ends` are the conditions that are looked at when all are answered."""

    def __init__(self, guide: GuideFile, form: str, ends: Sequence[When | None], most: int) -> None:
        self.guide = guide
        self.most = most
        self.came: set[str] = set()
        days = DAYS_RECKONED.get(guide.reckon or "", ())
        self._steps = [step for step in guide.steps if step.form in {None, form}]
        self._numbers = {*days, *(step.id for step in self._steps if step.ask == "number")}
        self._ends = [line for when in ends for line in lines(when)]
        self._stays = [step.id for step in self._steps if step.ask == "stays"]
        if any(name in days for name, _ in self._ends):  # all depends then on whether stays were told at all
            self._ends += [(name, (UNSAID,)) for name in self._stays]
        self.questions = tuple(self._questions(days))

    def asks_for(self, name: str) -> bool:
        return any(asked == name for asked, _ in self._ends)

    def facts(self, state: State, points: int | None = None) -> Facts:
        """As while it is played; with points as at its end."""
        numbers = {name: int(said[0]) for name, said in state if name in self._numbers and said[0] != UNSAID}
        return Facts(dict(state), numbers if points is None else {**numbers, POINTS: points})

    def followed(self) -> dict[State, frozenset[int]]:
        """Every state in which it may end, with the points that one may have then."""
        states: dict[State, frozenset[int]] = {(): frozenset({0})}
        left = self.most
        for question in self.questions:
            after: dict[State, frozenset[int]] = {}
            for state, reached in states.items():
                for next_state, each in self.answered(question, state):
                    points = {one + two for one in reached for two in (each.points if each else (0,))}
                    after[next_state] = after.get(next_state, frozenset()) | points
                    left -= 1
                if left < 0:
                    raise TooBranched(f"The guide has more ways through it than can be followed ({self.most}).")
            states = after
        return states

    def answered(self, question: Question, state: State) -> Iterator[tuple[State, Alternative | None]]:
        """What may be answered, and what is known then; no answer where the step does not come."""
        kept = tuple(each for each in state if each[0] in question.later)
        if question.step is not None and not applies(question.step.when, question.step.unless, self.facts(state)):
            yield kept, None
            return
        self.came.add(question.name)
        is_open = question.step is not None or self._tells_of_stays(state)
        for each in question.among if is_open else (_without_stays(question.name),):
            yield ((*kept, (question.name, each.said)) if question.name in question.later else kept), each

    def _tells_of_stays(self, state: State) -> bool:
        return any(said != (UNSAID,) for name, said in state if name in self._stays)

    def _questions(self, days: Iterable[str]) -> Iterator[Question]:
        asked = [[*lines(step.when), *lines(step.unless)] for step in self._steps]
        wanted = _wanted([line for each in (*asked, self._ends) for line in each])
        for at, step in enumerate(self._steps):
            later = {name for each in asked[at + 1 :] for name, _ in each} | {name for name, _ in self._ends}
            yield Question(step.id, step, alternatives(step, wanted.get(step.id, ())), frozenset(later))
        ends = frozenset(name for name, _ in self._ends)
        for name in (each for each in days if each in ends):
            yield Question(name, None, numbers_apart(name, wanted[name], 0, None), ends)


def _without_stays(name: str) -> Alternative:
    """What is reckoned where nothing was told; which day it is makes no difference to that."""
    number = str(reckoned((), date.min)[name])
    return Alternative((number,), (number,))


def _wanted(asked: Iterable[Line]) -> dict[str, tuple[Wanted, ...]]:
    """What is wanted of each name, once."""
    found: dict[str, dict[Wanted, None]] = {}
    for name, wanted in asked:
        found.setdefault(name, {})[wanted] = None
    return {name: tuple(each) for name, each in found.items()}
