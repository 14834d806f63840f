"""Lanes: order within each, nobody held up by another, and an end that loses nothing under way."""

import asyncio
from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.lanes import Lanes

Item = tuple[bytes, int]
PATIENCE = 2.0
"""Seconds after which a test that waits has failed."""


class Worker:
    """Writes down what it began and finished; an item of a held lane waits for the gate."""

    def __init__(self) -> None:
        self.begun: list[Item] = []
        self.done: list[Item] = []
        self.gates: defaultdict[bytes, asyncio.Event] = defaultdict(asyncio.Event)
        self.held: set[bytes] = set()

    async def work(self, item: Item) -> None:
        self.begun.append(item)
        await asyncio.sleep(0)
        if item[0] in self.held:
            await self.gates[item[0]].wait()
        self.done.append(item)


@settings(deadline=None, max_examples=50)
@given(st.lists(st.sampled_from([b"a", b"b", b"c"]), max_size=30), st.integers(0, 3))
async def test_every_item_is_worked_on_once_and_in_the_order_of_its_lane(order: list[bytes], pause: int) -> None:
    worker = Worker()
    lanes: Lanes[Item] = Lanes(worker.work)
    items = [(lane, number) for number, lane in enumerate(order)]
    for item in items:
        lanes.put(item[0], item)
        for _ in range(pause):
            await asyncio.sleep(0)
    await asyncio.wait_for(lanes.room(0), PATIENCE)
    for lane in (b"a", b"b", b"c"):
        assert [item for item in worker.done if item[0] == lane] == [item for item in items if item[0] == lane]
    assert lanes.pending == 0
    await lanes.stop(0)


async def test_one_lane_that_waits_holds_up_no_other() -> None:
    worker = Worker()
    lanes: Lanes[Item] = Lanes(worker.work)
    worker.held = {b"slow"}
    lanes.put(b"slow", (b"slow", 1))
    lanes.put(b"slow", (b"slow", 2))
    lanes.put(b"quick", (b"quick", 3))
    await asyncio.sleep(0.01)
    assert worker.done == [(b"quick", 3)]
    assert worker.begun == [(b"slow", 1), (b"quick", 3)]
    assert lanes.pending == 2
    worker.gates[b"slow"].set()
    await asyncio.wait_for(lanes.room(0), PATIENCE)
    assert worker.done == [(b"quick", 3), (b"slow", 1), (b"slow", 2)]
    await lanes.stop(0)


async def test_lanes_without_work_have_room_at_once() -> None:
    lanes: Lanes[Item] = Lanes(Worker().work)
    await asyncio.wait_for(lanes.room(0), PATIENCE)
    await lanes.stop(0)


async def test_there_is_room_as_soon_as_few_enough_items_are_left() -> None:
    worker = Worker()
    lanes: Lanes[Item] = Lanes(worker.work)
    worker.held = {b"slow"}
    for number in range(3):
        lanes.put(b"slow", (b"slow", number))
        lanes.put(b"quick", (b"quick", number))
    assert lanes.pending == 6
    await asyncio.wait_for(lanes.room(3), PATIENCE)
    assert [lane for lane, _ in worker.done] == [b"quick"] * 3
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(lanes.room(2), 0.01)
    worker.gates[b"slow"].set()
    await asyncio.wait_for(lanes.room(0), PATIENCE)
    await lanes.stop(0)


async def test_as_long_as_no_work_fails_no_failure_is_told() -> None:
    lanes: Lanes[Item] = Lanes(Worker().work)
    lanes.put(b"a", (b"a", 1))
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(lanes.failure(), 0.01)
    await lanes.stop(0)


async def test_work_can_put_in_more_work() -> None:
    done: list[int] = []

    async def work(number: int) -> None:
        done.append(number)
        if number < 3:
            lanes.put(b"a", number + 1)

    lanes: Lanes[int] = Lanes(work)
    lanes.put(b"a", 0)
    await asyncio.wait_for(lanes.room(0), PATIENCE)
    assert done == [0, 1, 2, 3]
    await lanes.stop(0)


async def test_stopping_lets_what_is_under_way_finish() -> None:
    worker = Worker()
    lanes: Lanes[Item] = Lanes(worker.work)
    for number in range(3):
        lanes.put(b"a", (b"a", number))
    await lanes.stop(PATIENCE)
    assert len(worker.done) == 3


async def test_stopping_does_not_wait_longer_than_it_has_patience() -> None:
    worker = Worker()
    lanes: Lanes[Item] = Lanes(worker.work)
    worker.held = {b"slow"}
    lanes.put(b"slow", (b"slow", 1))
    await asyncio.sleep(0)
    await asyncio.wait_for(lanes.stop(0.01), PATIENCE)
    assert worker.done == []


async def test_a_bug_in_the_work_is_told_and_other_lanes_go_on() -> None:
    done: list[bytes] = []

    async def work(lane: bytes) -> None:
        if lane == b"broken":
            raise ZeroDivisionError
        done.append(lane)

    lanes: Lanes[bytes] = Lanes(work)
    for lane in (b"broken", b"whole"):
        lanes.put(lane, lane)
    with pytest.raises(ZeroDivisionError):
        await asyncio.wait_for(lanes.failure(), PATIENCE)
    assert done == [b"whole"]
    await lanes.stop(0)


async def test_only_the_first_bug_is_told() -> None:
    async def work(number: int) -> None:
        raise ValueError(number)

    lanes: Lanes[int] = Lanes(work)
    lanes.put(b"a", 1)
    lanes.put(b"b", 2)
    with pytest.raises(ValueError, match="1"):
        await asyncio.wait_for(lanes.failure(), PATIENCE)
    await lanes.stop(0)


async def test_what_waits_behind_can_be_done_together_with_the_first() -> None:
    done: list[tuple[int, ...]] = []
    gate = asyncio.Event()

    async def work(number: int) -> None:
        await gate.wait()
        together = tuple(each for each in lanes.behind(b"a") if each < 10)
        lanes.drop_behind(b"a", len(together))
        done.append((number, *together))

    lanes: Lanes[int] = Lanes(work)
    for number in (1, 2, 3, 10, 11):
        lanes.put(b"a", number)
    await asyncio.sleep(0)
    assert lanes.behind(b"a") == (2, 3, 10, 11)
    gate.set()
    await asyncio.wait_for(lanes.room(0), PATIENCE)
    assert done == [(1, 2, 3), (10,), (11,)]
    assert lanes.pending == 0
    await lanes.stop(0)


async def test_what_is_dropped_makes_room() -> None:
    async def work(_: int) -> None:
        lanes.drop_behind(b"a", len(lanes.behind(b"a")))

    lanes: Lanes[int] = Lanes(work)
    for number in range(5):
        lanes.put(b"a", number)
    await asyncio.wait_for(lanes.room(0), PATIENCE)
    lanes.put(b"a", 5)
    await asyncio.wait_for(lanes.room(0), PATIENCE)
    assert lanes.pending == 0
    await lanes.stop(0)
