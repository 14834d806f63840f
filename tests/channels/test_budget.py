"""What a group takes a minute: words always go, what only decorates waits for room, and a refusal is kept."""

import asyncio
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.budget import A_MINUTE, FOR_RELAYS, MINUTE, Budget

GROUP, OTHER = -1001, -1002
AT_ONCE = 0.2
"""Seconds in which what has room goes through."""


@dataclass
class Seconds:
    now: float = 0.0

    def __call__(self) -> float:
        return self.now


async def goes_at_once(budget: Budget, group: int = GROUP, *, decorates: bool) -> bool:
    try:
        await asyncio.wait_for(budget.room(group, decorates=decorates), AT_ONCE)
    except TimeoutError:
        return False
    return True


def spent(times: int, clock: Seconds | None = None) -> Budget:
    budget = Budget(clock or Seconds())
    for _ in range(times):
        budget.spend(GROUP)
    return budget


async def test_an_empty_minute_has_room_for_everything() -> None:
    assert await goes_at_once(Budget(), decorates=True)
    assert Budget().minute(GROUP) == 0


@pytest.mark.parametrize(("sent", "goes"), [(A_MINUTE - FOR_RELAYS - 1, True), (A_MINUTE - FOR_RELAYS, False)])
async def test_what_decorates_leaves_room_for_words(sent: int, *, goes: bool) -> None:
    assert await goes_at_once(spent(sent), decorates=True) is goes


async def test_words_between_people_are_never_held_back_by_our_own_reckoning() -> None:
    assert await goes_at_once(spent(3 * A_MINUTE), decorates=False)


async def test_one_full_group_is_nothing_to_another() -> None:
    assert await goes_at_once(spent(A_MINUTE), OTHER, decorates=True)


async def test_what_decorates_goes_as_soon_as_the_minute_is_over() -> None:
    clock = Seconds()
    budget = spent(A_MINUTE, clock)
    waits = asyncio.create_task(budget.room(GROUP, decorates=True))
    await asyncio.sleep(0.01)
    assert not waits.done()
    clock.now = MINUTE
    await asyncio.wait_for(waits, 2)


@pytest.mark.parametrize("decorates", [True, False])
async def test_after_a_refusal_nothing_goes_until_telegram_lets_go(*, decorates: bool) -> None:
    budget = Budget()
    budget.refused(GROUP, 0.3)
    assert not await goes_at_once(budget, decorates=decorates)
    await asyncio.wait_for(budget.room(GROUP, decorates=False), 1)


async def test_when_telegram_lets_go_words_go_before_what_decorates() -> None:
    budget = Budget()
    budget.refused(GROUP, 0.1)
    order: list[str] = []

    async def go(what: str, *, decorates: bool) -> None:
        await budget.room(GROUP, decorates=decorates)
        order.append(what)

    await asyncio.gather(go("the card", decorates=True), go("words", decorates=False))
    assert order == ["words", "the card"]


def test_a_shorter_refusal_does_not_end_a_longer_one() -> None:
    clock = Seconds()
    budget = Budget(clock)
    budget.refused(GROUP, 60)
    budget.refused(GROUP, 1)
    clock.now = 30
    with pytest.raises(TimeoutError):
        asyncio.run(asyncio.wait_for(budget.room(GROUP, decorates=False), 0.05))


@given(st.lists(st.floats(0, 30), max_size=60))
def test_a_minute_counts_what_was_sent_within_it_and_nothing_else(pauses: list[float]) -> None:
    clock = Seconds()
    budget, moments = Budget(clock), []
    for pause in pauses:
        clock.now += pause
        budget.spend(GROUP)
        moments.append(clock.now)
        assert budget.minute(GROUP) == sum(1 for moment in moments if moment > clock.now - MINUTE)
