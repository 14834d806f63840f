"""Where guides can lead agrees with where playing them leads."""

from collections.abc import Iterator
from datetime import date
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.guides.conditions import Facts, applies
from bot.guides.following import TooBranched
from bot.guides.outcome import Outcome, outcome
from bot.guides.paths import Path, explore, paths
from bot.guides.playing import SEEN, Playing, facts_of, next_step
from bot.packs.guide_schema import POINTS, UNSAID, GuideFile, GuideStep

HEAD: dict[str, Any] = {
    "version": 1,
    "section": "help",
    "minutes": 1,
    "audience": ["everyone"],
    "countries": ["AL"],
    "sources": {"who": {"title": "Who", "url": "https://example.org", "dated": "2026", "checked": "2026-11-01"}},
    "reviewed": "2026-11-01",
    "review_by": "2027-11-01",
    "withhold_after": "2028-05-01",
}
NO_STAY = (0, 90, 0)
SOME_DAY = (date(2026, 12, 1).toordinal(), date(2026, 12, 2).toordinal())
REST = {"id": "rest"}


def guide(steps: list[Any], results: list[Any] | None = None, **more: Any) -> GuideFile:
    return GuideFile.model_validate({**HEAD, "steps": steps, "results": results or [REST], **more})


def choice(name: str, *answers: Any, **more: Any) -> dict[str, Any]:
    listed = [answer if isinstance(answer, dict) else {"id": answer} for answer in answers or ("a", "b")]
    return {"id": name, "ask": "choice", "answers": listed, **more}


NAMES = ("q0", "q1", "q2")
KINDS = st.sampled_from(["choice", "yes_no", "several", "number", "info", "place", "stays"])
BOUND = st.none() | st.integers(0, 4)
SPANS = st.builds(lambda low, high: {"at_least": low, "at_most": high}, BOUND, BOUND)
OWN = {
    "choice": ("a", "b", UNSAID),
    "several": ("a", "b", UNSAID),
    "yes_no": ("yes", "no", UNSAID),
    "place": (UNSAID,),
    "stays": (UNSAID,),
    "info": (SEEN,),
}


@st.composite
def conditions(draw: st.DrawFn, earlier: tuple[tuple[str, str], ...], numbers: tuple[str, ...] = ()) -> Any:
    """Of what was asked earlier, and of the numbers that there are at the end."""
    named = [name for name, _ in earlier] + list(numbers)
    if not named or draw(st.booleans()):
        return None
    kinds = dict(earlier)
    one: dict[str, Any] = {}
    for name in draw(st.lists(st.sampled_from(named), min_size=1, max_size=2, unique=True)):
        kind = kinds.get(name, "number")
        own = st.lists(st.sampled_from(OWN.get(kind, ("",))), min_size=1, max_size=2, unique=True)
        one[name] = draw(SPANS if kind == "number" else own)
    return [one, {named[0]: one[named[0]]}] if draw(st.booleans()) and named[0] in one else one


@st.composite
def guides(draw: st.DrawFn) -> GuideFile:
    """Small ones, so that everything can be tried."""
    steps: list[dict[str, Any]] = []
    known: tuple[tuple[str, str], ...] = ()
    forms = draw(st.sampled_from([(None,), (None, "a", "b")]))
    for name in NAMES[: draw(st.integers(1, len(NAMES)))]:
        kind = draw(KINDS)
        step = {"id": name, "ask": kind, "when": draw(conditions(known)), "unless": draw(conditions(known))}
        step["form"] = draw(st.sampled_from(forms))
        steps.append({**step, **draw(answers(kind))})
        known = (*known, (name, kind))
    reckon = draw(st.sampled_from([None, "ninety-days"]))
    numbers = (POINTS, *(("used", "over") if reckon else ()))
    whens = st.lists(conditions(known, numbers), min_size=1, max_size=3)
    results = [
        {"id": f"r{at}", "when": when, "lists": draw(st.sampled_from([None, "plan"]))}
        for at, when in enumerate(draw(whens))
    ]
    items = [{"id": f"i{at}", "when": when, "group": "g"} for at, when in enumerate(draw(whens))]
    return guide(steps, results, items=items, reckon=reckon)


@st.composite
def answers(draw: st.DrawFn, kind: str) -> dict[str, Any]:
    if kind == "number":
        return {"at_least": 1, "at_most": 3}
    if kind == "choice" and draw(st.booleans()):
        return {"answers": [{"id": "a"}, {"id": "b"}], "right": "b"}
    if kind in {"choice", "several"}:
        return {"answers": [{"id": name, "points": draw(st.integers(-1, 2))} for name in ("a", "b")]}
    return {"answers": [{"id": "yes", "points": 3}]} if kind == "yes_no" else {}


def tries(step: GuideStep) -> list[tuple[str, ...]]:
    """Every answer that one can give."""
    match step.ask:
        case "info":
            return [(SEEN,)]
        case "number":
            return [*((str(number),) for number in range(step.at_least or 0, (step.at_most or 0) + 1)), (UNSAID,)]
        case "several":
            return [("a",), ("b",), ("a", "b"), ()]
        case "place":
            return [("tirana",), (UNSAID,)]
        case "stays":
            return [("2026-11-01/2026-11-09",), (UNSAID,)]
    return [*((name,) for name in step.ids), (UNSAID,)]


def played(playing: Playing, facts: GuideFile) -> Iterator[Playing]:
    """Every way through it, as the program plays it."""
    step = next_step(playing, facts)
    if step is None:
        yield playing
        return
    for said in tries(step):
        yield from played(playing.answered(step.id, said, facts), facts)


def forms_of(facts: GuideFile) -> list[str]:
    return sorted({str(step.form) for step in facts.steps if step.form}) or [""]


def every_end(facts: GuideFile) -> Iterator[tuple[Playing, Outcome]]:
    for form in forms_of(facts):
        for playing in played(Playing("g", 1, form), facts):
            yield from ((playing, outcome(playing, facts, reckoned)) for reckoned in days(playing, facts))


def days(playing: Playing, facts: GuideFile) -> list[tuple[int, ...]]:
    """All that may be reckoned, as far as conditions can tell it apart; one thing only where no stay was told."""
    if not facts.reckon:
        return [()]
    stays = [said for step in facts.steps if step.ask == "stays" for said in playing.by_step.get(step.id, ())]
    some = product(range(6), [0], range(6)) if set(stays) - {UNSAID} else [NO_STAY]
    return [(*three, *SOME_DAY) for three in some]


def is_lost(playing: Playing, end: Outcome, facts: GuideFile) -> bool:
    """Whether the last result only stands in."""
    known = facts_of(playing, facts)
    all_of_it = Facts(known.answers, {**known.numbers, POINTS: end.points, **end.days(facts)})
    return not any(applies(result.when, None, all_of_it) for result in facts.results)


@given(guides())
def test_what_is_reached_by_playing_every_answer_is_what_is_found(facts: GuideFile) -> None:
    found = explore(facts)
    ends = [(playing, end, is_lost(playing, end, facts)) for playing, end in every_end(facts)]
    reached = {(end.result, end.points) for _, end, lost in ends if not lost}
    assert {(name, each) for name, points in found.results.items() for each in points} == reached
    assert bool(found.lost) == any(lost for _, _, lost in ends)
    assert found.items == {item for _, end, lost in ends if not lost for item in end.items}
    listing = {result.id for result in facts.results if result.lists}
    lists = {(end.result, frozenset(end.items)) for _, end, lost in ends if not lost and end.result in listing}
    assert {(name, frozenset(each)) for name, some in found.lists.items() for each in some} == lists
    assert {step.id for step in facts.steps} & found.steps == {name for one, _, _ in ends for name, _ in one.answers}


@given(guides())
def test_the_paths_end_where_is_said(facts: GuideFile) -> None:
    found = explore(facts)
    ends: dict[str, set[int]] = {}
    for path in paths(facts):
        for name, points in path.results:
            ends.setdefault(name, set()).update(points)
    assert bool(ends.pop("", None)) == bool(found.lost)
    assert ends == found.results


@given(guides(), st.data())
def test_whoever_walks_through_ends_where_is_said(facts: GuideFile, data: st.DataObject) -> None:
    playing = Playing("g", 1, data.draw(st.sampled_from(forms_of(facts))))
    while (step := next_step(playing, facts)) is not None:
        playing = playing.answered(step.id, data.draw(st.sampled_from(tries(step))), facts)
    end = outcome(playing, facts, data.draw(st.sampled_from(days(playing, facts))))
    name = "" if is_lost(playing, end, facts) else end.result
    walked = [step for step, _ in playing.answers]
    same = [path for path in paths(facts) if [step for step, _ in path.asked if step in NAMES] == walked]
    assert any(end.points in points for path in same for result, points in path.results if result == name)


def test_answers_that_nothing_tells_apart_are_one_way() -> None:
    facts = guide(
        [choice("kind", "job", "agency", "visa"), choice("firm", when={"kind": ["job", "agency"]})],
        [{"id": "job", "when": {"kind": ["job", "agency"]}}, REST],
    )
    assert paths(facts) == (
        Path((("kind", ("job", "agency")), ("firm", ())), (("job", (0,)),)),
        Path((("kind", ("visa", UNSAID)),), (("rest", (0,)),)),
    )


def test_points_are_reached_exactly_and_not_only_between_their_bounds() -> None:
    facts = guide([choice("one", {"id": "a", "points": 3}, "b"), choice("two", {"id": "a", "points": 5}, "b")])
    assert explore(facts).results == {"rest": {0, 3, 5, 8}}


def test_a_band_of_points_that_nobody_can_have_is_not_reached() -> None:
    bands = [{"id": "high", "when": {"points": {"at_least": 4}}}, {"id": "low", "when": {"points": {"at_most": 3}}}]
    found = explore(guide([choice("one", {"id": "a", "points": 3}, "b")], bands))
    assert found.results == {"low": {0, 3}}
    assert found.lost == []


def test_answers_without_a_result_are_named() -> None:
    facts = guide([choice("home", "al", "xk")], [{"id": "al", "when": {"home": ["al"]}}])
    assert explore(facts).lost == ["home: xk, points: 0"]


def test_numbers_are_told_apart_where_a_condition_asks() -> None:
    age = {"id": "age", "ask": "number", "at_least": 0, "at_most": 99}
    facts = guide([age], [{"id": "young", "when": {"age": {"at_most": 17}}}, REST])
    assert [path.asked for path in paths(facts)] == [
        (("age", ("0\N{EN DASH}17",)),),
        (("age", ("18\N{EN DASH}99", UNSAID)),),
    ]


def test_what_is_reckoned_is_told_apart_too() -> None:
    facts = guide(
        [{"id": "stays", "ask": "stays"}],
        [{"id": "over", "when": {"over": {"at_least": 1}}}, {"id": "none", "when": {"left": {"at_most": 0}}}, REST],
        reckon="ninety-days",
    )
    told = ("stays", ("told",))
    assert paths(facts) == (
        Path((told, ("left", ("0",)), ("over", ("0",))), (("none", (0,)),)),
        Path((told, ("left", ("0",)), ("over", ("1+",))), (("over", (0,)),)),
        Path((told, ("left", ("1+",)), ("over", ("0",))), (("rest", (0,)),)),
        Path((told, ("left", ("1+",)), ("over", ("1+",))), (("over", (0,)),)),
        Path((("stays", (UNSAID,)),), (("rest", (0,)),)),
    )


def test_without_stays_nothing_is_used_and_nothing_is_over() -> None:
    facts = guide(
        [choice("been"), {"id": "stays", "ask": "stays", "when": {"been": ["a"]}}],
        [{"id": "over", "when": {"over": {"at_least": 1}}}, {"id": "some", "when": {"left": {"at_most": 89}}}, REST],
        reckon="ninety-days",
    )
    assert Path((("been", ("b", UNSAID)),), (("rest", (0,)),)) in paths(facts)
    assert Path((("been", ("a",)), ("stays", (UNSAID,))), (("rest", (0,)),)) in paths(facts)


def test_what_is_told_apart_in_vain_is_one_way() -> None:
    facts = guide(
        [choice("permit"), choice("home"), {"id": "stays", "ask": "stays"}],
        [
            {"id": "permit", "when": {"permit": ["a"]}},
            {"id": "over", "when": {"over": {"at_least": 1}}},
            {"id": "calm", "when": {"home": ["a", "b"], "over": {"at_most": 0}}},
            {"id": "none", "when": {"over": {"at_most": 0}}},
        ],
        reckon="ninety-days",
    )
    first, *others = paths(facts)
    assert first == Path((("permit", ("a",)), ("home", ()), ("stays", ())), (("permit", (0,)),))
    assert [path.results[0][0] for path in others] == ["calm", "over", "calm", "none", "over", "none"]


def test_of_several_only_as_much_is_named_as_is_needed() -> None:
    facts = guide(
        [{"id": "needs", "ask": "several", "answers": [{"id": name} for name in ("bed", "food", "work")]}],
        [{"id": "both", "when": {"needs": ["bed"]}}, REST],
    )
    assert [path.asked for path in paths(facts)] == [(("needs", ("bed",)),), (("needs", ("food", "work", UNSAID)),)]


def test_each_half_of_a_quiz_is_a_way_of_its_own() -> None:
    halves = [choice(f"{form}{at}", form=form, right="a") for form in ("a", "b") for at in (1, 2)]
    facts = guide([choice("gender"), *halves])
    assert [[step for step, _ in path.asked] for path in paths(facts)] == [
        ["gender", "a1", "a2"],
        ["gender", "b1", "b2"],
    ]
    assert explore(facts).results == {"rest": {0, 1, 2}}


def test_a_long_questionnaire_is_followed_at_once_and_a_labyrinth_is_refused() -> None:
    steps = [choice(f"s{at}", {"id": "a", "points": 1}, "b", "c", "d") for at in range(40)]
    assert explore(guide(steps)).results == {"rest": set(range(41))}
    results = [{"id": f"r{at}", "when": {f"s{at}": ["a"]}} for at in range(20)]
    with pytest.raises(TooBranched, match="more ways"):
        explore(guide(steps, [*results, REST]))
    with pytest.raises(TooBranched, match="more paths"):
        paths(guide(steps, [*results, REST]))
