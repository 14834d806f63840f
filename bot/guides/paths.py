"""Where a guide can lead: found by following what conditions can tell apart, without trying every answer."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from bot.guides.alternatives import lines
from bot.guides.conditions import Facts, applies
from bot.guides.following import MOST, Following, State, TooBranched
from bot.packs.guide_schema import POINTS, GuideFile, GuideItem, GuideResult

Asked = tuple[tuple[str, tuple[str, ...]], ...]
Results = tuple[tuple[str, tuple[int, ...]], ...]

MOST_PATHS: Final = 20_000
"""Pieces of paths that are put together before a guide counts as too branched."""


@dataclass(frozen=True)
class Path:
    """One way through a guide: the steps that come, with the answers that lead this way where it matters which.

    `results` are those that it can end with, each with its points; a name that is empty stands for no result at all.
    """

    asked: Asked
    results: Results


@dataclass
class Explored:
    """What can come of a guide: results with their points, and every list of items that a result can have.

    `lost` are answers and points for which there is no result.
    """

    steps: set[str] = field(default_factory=set)
    results: dict[str, set[int]] = field(default_factory=dict)
    lists: dict[str, set[tuple[str, ...]]] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)

    @property
    def items(self) -> set[str]:
        """Those that stand in some list."""
        return {item for lists in self.lists.values() for listed in lists for item in listed}


def explore(guide: GuideFile, most: int = MOST) -> Explored:
    """Raises TooBranched over `most` answers."""
    found = Explored()
    for form in _forms(guide):
        ends = Following(guide, form, [each.when for each in guide.results], most)
        for state, reached in ends.followed().items():
            for points in sorted(reached):
                _end(found, guide, ends.facts(state, points))
        found.steps |= ends.came
        if guide.items:
            _list(found, guide, form, most)
    return found


def _end(found: Explored, guide: GuideFile, facts: Facts) -> None:
    result = _result(guide, facts)
    if result is None:
        said = [f"{name}: {'+'.join(each)}" for name, each in facts.answers.items()]
        found.lost.append(", ".join((*said, f"{POINTS}: {facts.numbers[POINTS]}")))
    else:
        found.results.setdefault(result.id, set()).add(facts.numbers[POINTS])


def _list(found: Explored, guide: GuideFile, form: str, most: int) -> None:
    """Which items a list may have."""
    ends = [*(each.when for each in guide.results), *(each.when for each in guide.items)]
    listed, listing = Following(guide, form, ends, most), _Listing(guide.items)
    asks_for_points = listed.asks_for(POINTS)
    for state, reached in listed.followed().items():
        for points in reached if asks_for_points else (0,):
            facts = listed.facts(state, points)
            result = _result(guide, facts)
            if result is not None and result.lists:
                found.lists.setdefault(result.id, set()).add(tuple(listing.applying(facts)))


class _Listing:
    """Which items apply. Those that ask for the same steps are looked at together, once for each answer to them."""

    def __init__(self, items: Iterable[GuideItem]) -> None:
        self._items: dict[tuple[str, ...], list[GuideItem]] = {}
        for item in items:
            self._items.setdefault(tuple(sorted({name for name, _ in lines(item.when)})), []).append(item)
        self._known: dict[Hashable, list[str]] = {}

    def applying(self, facts: Facts) -> Iterator[str]:
        for names, items in self._items.items():
            told = (names, *((facts.answers.get(name), facts.numbers.get(name)) for name in names))
            if told not in self._known:
                self._known[told] = [item.id for item in items if applies(item.when, None, facts)]
            yield from self._known[told]


def _result(guide: GuideFile, facts: Facts) -> GuideResult | None:
    return next((each for each in guide.results if applies(each.when, None, facts)), None)


def paths(guide: GuideFile, most: int = MOST_PATHS) -> tuple[Path, ...]:
    """Every way through the guide, in the order of the answers. Raises TooBranched over `most`."""
    found: list[Path] = []
    for form in _forms(guide):
        walk = _Walk(Following(guide, form, [each.when for each in guide.results], MOST), most)
        found += walk.on(0, (), frozenset({0}))
    return tuple(found)


class _Walk:
    """Answers after which all goes on alike are one way; points may differ between them."""

    def __init__(self, following: Following, most: int) -> None:
        self._following = following
        self._most = most
        self._known: dict[tuple[int, State, frozenset[int]], tuple[Path, ...]] = {}

    def on(self, at: int, state: State, points: frozenset[int]) -> tuple[Path, ...]:
        """What may come from this question on."""
        if at == len(self._following.questions):
            return (Path((), self._ends(state, points)),)
        if (at, state, points) not in self._known:
            self._known[at, state, points] = self._asked(at, state, points)
            self._most -= len(self._known[at, state, points])
            if self._most < 0:
                raise TooBranched("The guide has more paths than can be listed.")
        return self._known[at, state, points]

    def _asked(self, at: int, state: State, points: frozenset[int]) -> tuple[Path, ...]:
        question = self._following.questions[at]
        alike: dict[Hashable, tuple[tuple[str, ...], tuple[Path, ...]]] = {}
        for after, each in self._following.answered(question, state):
            if each is None:
                return self.on(at + 1, after, points)
            rest = self.on(at + 1, after, frozenset(one + more for one in points for more in each.points))
            shape = tuple((path.asked, tuple(name for name, _ in path.results)) for path in rest)
            names, before = alike.get(shape, ((), ()))
            alike[shape] = ((*names, *each.alike), _together(before, rest) if before else rest)
        if len(alike) == 1:
            asked = ((question.name, ()),) if question.step else ()
            return tuple(_after(asked, path) for _, rest in alike.values() for path in rest)
        return tuple(_after(((question.name, names),), path) for names, rest in alike.values() for path in rest)

    def _ends(self, state: State, points: frozenset[int]) -> Results:
        """In the order of the file."""
        guide = self._following.guide
        found: dict[str, list[int]] = {}
        for each in sorted(points):
            result = _result(guide, self._following.facts(state, each))
            found.setdefault(result.id if result else "", []).append(each)
        order = [*(result.id for result in guide.results), ""]
        return tuple((name, tuple(found[name])) for name in order if name in found)


def _after(asked: Asked, path: Path) -> Path:
    return Path((*asked, *path.asked), path.results)


def _together(some: Sequence[Path], others: Sequence[Path]) -> tuple[Path, ...]:
    """The same paths with the points of both."""
    return tuple(
        Path(
            one.asked,
            tuple(
                (name, tuple(sorted({*points, *more})))
                for (name, points), (_, more) in zip(one.results, two.results, strict=True)
            ),
        )
        for one, two in zip(some, others, strict=True)
    )


def _forms(guide: GuideFile) -> list[str]:
    """The halves of a quiz, else the one form that there is."""
    return sorted({step.form for step in guide.steps if step.form}) or [""]
