"""A flow that is played asks the same as our guide, and comes to the same result."""

from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.guides.outcome import outcome
from bot.guides.playing import SEEN, Playing, next_step
from bot.packs.assets import Guide
from bot.packs.guide_schema import UNSAID, GuideStep
from tests.guides.flow_player import Player
from tests.guides.flows import GUIDES, flows, guides

RECKONED: Final = frozenset(name for name, guide in guides().items() if guide.facts.reckon)


def answers(step: GuideStep) -> st.SearchStrategy[tuple[str, ...]]:
    """All that can be answered to it in our bot."""
    if step.ask == "info":
        return st.just((SEEN,))
    said: st.SearchStrategy[tuple[str, ...]]
    if step.ask == "number":
        said = st.integers(step.at_least or 0, step.at_most).map(lambda number: (str(number),))
    elif step.ask == "several":
        said = st.sets(st.sampled_from(step.ids), min_size=1).map(lambda chosen: tuple(sorted(chosen)))
    else:
        said = st.sampled_from(step.ids or ("2026-11-01",)).map(lambda name: (name,))
    return st.one_of(said, st.just((UNSAID,)))


def as_in_a_flow(step: GuideStep, said: tuple[str, ...]) -> dict[str, Any]:
    """The same answer as the blocks of a flow take it."""
    block = step.id.replace("-", "_")
    if step.ids:
        return {f"step_{block}": list(said) if step.ask == "several" else said[0]}
    if said == (UNSAID,):
        return {f"tell_{block}": UNSAID}
    return {f"tell_{block}": "told", f"step_{block}": int(said[0]) if step.ask == "number" else said[0]}


def played(data: st.DataObject, guide: Guide, form: str) -> tuple[Playing, dict[str, Any]]:
    """Somebody's way through it, and the same for a flow."""
    playing, told = Playing(guide.name, guide.facts.version, form), dict[str, Any]()
    while step := next_step(playing, guide.facts):
        said = data.draw(answers(step), label=step.id)
        playing = playing.answered(step.id, said, guide.facts)
        told |= {} if step.ask == "info" else as_in_a_flow(step, said)
    return playing, told


@pytest.mark.parametrize("name", [name for name in GUIDES if name not in RECKONED])
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_flow_asks_the_same_and_comes_to_the_same_result(name: str, data: st.DataObject) -> None:
    guide, at = guides()[name], data.draw(st.integers(0, len(flows(name)) - 1))
    playing, told = played(data, guide, "ab"[at] if guide.facts.has_forms else "")
    player = Player(flows(name)[at], told).play()
    result = outcome(playing, guide.facts).result
    assert player.asked == list(told)
    assert player.put_out[f"outcome_{result.replace('-', '_')}"] == result
    assert len([name for name in player.put_out if name.startswith("outcome_")]) == 1
    assert f"result_{result.replace('-', '_')}" in player.shown


@pytest.mark.parametrize("name", sorted(RECKONED))
@settings(max_examples=60, deadline=None)
@given(data=st.data(), days=st.tuples(*[st.integers(0, 2)] * 3))
def test_with_reckoned_days_from_outside_it_comes_to_the_same_result(
    name: str, data: st.DataObject, days: tuple[int, int, int]
) -> None:
    guide, (flow,) = guides()[name], flows(name)
    playing, told = played(data, guide, "")
    reckoned = {
        f"flow.reckoned_{each}.value": number for each, number in zip(("used", "left", "over"), days, strict=True)
    }
    result = outcome(playing, guide.facts, days).result
    assert f"outcome_{result}" in Player(flow, told, reckoned).play().put_out


def test_without_reckoned_days_nobody_is_told_anything_of_them() -> None:
    (flow,) = flows("days")
    assert Player(flow, {"tell_stays": "told", "step_stays": "in May"}).play().shown == ["step_about"]


@pytest.mark.parametrize("name", GUIDES)
def test_whoever_does_not_answer_is_told_nothing_more(name: str) -> None:
    for flow in flows(name):
        player = Player(flow, {}).play()
        assert len(player.asked) == 1
        assert player.put_out == {}
