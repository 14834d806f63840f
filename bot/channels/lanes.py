"""Many lanes, one thing at a time in each: what one lane waits for holds up no other."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from time import monotonic
from typing import Generic, TypeVar

Item = TypeVar("Item")


class Lanes(Generic[Item]):
    """Works on the items of each lane in the order in which they were put in; lanes run side by side.

    `work` must not raise: an error in it is a bug that ends the program (see `failure`). `now` counts seconds.
    """

    def __init__(self, work: Callable[[Item], Awaitable[None]], now: Callable[[], float] = monotonic) -> None:
        self._work = work
        self._now = now
        self._queues: dict[bytes, deque[tuple[Item, float]]] = {}
        """Each item with the moment when it was put in."""
        self._tasks: set[asyncio.Task[None]] = set()
        self._progress = asyncio.Event()
        self._broken = asyncio.Event()
        self._fault: BaseException | None = None
        self.pending = 0

    def put(self, lane: bytes, item: Item) -> None:
        self.pending += 1
        if lane in self._queues:
            self._queues[lane].append((item, self._now()))
            return
        self._queues[lane] = deque([(item, self._now())])
        task = asyncio.create_task(self._run(lane))
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    async def _run(self, lane: bytes) -> None:
        queue = self._queues[lane]
        while queue:
            await self._work(queue[0][0])
            queue.popleft()
            self.pending -= 1
            self._progress.set()
        del self._queues[lane]

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if task.cancelled():
            return
        fault = task.exception()  # asked of every task: asyncio prints one that nobody asked for, words and all
        self._fault = self._fault or fault
        if self._fault is not None:
            self._broken.set()

    def behind(self, lane: bytes) -> tuple[Item, ...]:
        """What waits in the lane behind the item that is worked on."""
        return tuple(item for item, _ in self._queues[lane])[1:]

    def drop_behind(self, lane: bytes, count: int) -> None:
        """The next items were done together with the one that is worked on."""
        queue = self._queues[lane]
        for _ in range(count):
            del queue[1]
        self.pending -= count

    @property
    def oldest(self) -> float:
        """Seconds since the oldest item was put in that is not done yet; 0 where there is none."""
        now = self._now()
        return now - min((queue[0][1] for queue in self._queues.values()), default=now)

    async def failure(self) -> None:
        """Raises the first error that `work` let through; waits as long as there is none."""
        await self._broken.wait()
        if self._fault is not None:
            raise self._fault

    async def room(self, limit: int) -> None:
        """Wait until at most so many items are left to do."""
        while self.pending > limit:
            self._progress.clear()
            await self._progress.wait()

    async def stop(self, patience: float) -> None:
        """Let what is under way finish within `patience` seconds; the rest is stored and goes on after the restart."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=patience)
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
