"""Whether somebody is still an administrator of a desk: asked of Telegram, and remembered for a little while."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from math import inf
from typing import Final

from bot.errors import ChannelError

FRESH: Final = 60.0
"""Seconds for which an answer is not asked for again."""
HOLDS: Final = 15 * 60.0
"""Seconds for which the last answer holds when Telegram gives none."""
AGAIN: Final = 10.0
"""Seconds after which Telegram is asked again that gave no answer: a page must not wait for it each time."""
PATIENCE: Final = 5.0
"""Seconds for Telegram to answer."""

Member = tuple[int, int]
"""A desk and a person."""
Asking = Callable[[int, int], Awaitable[bool]]
"""Whether this person is an administrator of this desk. Raises ChannelError where Telegram does not say."""


class NotAnswered(Exception):
    """Telegram does not say, and what it said last is too old."""


@dataclass
class Administrators:
    """`now` counts seconds. Only who is one is remembered: a no is acted upon at once."""

    ask: Asking
    now: Callable[[], float]
    _known: dict[Member, float] = field(default_factory=dict)
    _failed: dict[Member, float] = field(default_factory=dict)
    _asking: dict[Member, asyncio.Task[bool | None]] = field(default_factory=dict)

    async def has(self, desk: int, person: int) -> bool:
        """Raises NotAnswered where nobody can say."""
        member = (desk, person)
        if self._since(self._known, member) <= FRESH:
            return True
        if self._since(self._failed, member) > AGAIN and (answer := await self._answer(member)) is not None:
            return answer
        if self._since(self._known, member) <= HOLDS:
            return True
        raise NotAnswered

    def _since(self, moments: dict[Member, float], member: Member) -> float:
        return self.now() - moments.get(member, -inf)

    async def _answer(self, member: Member) -> bool | None:
        """A page and its pictures ask once. None where Telegram does not say."""
        task = self._asking.get(member)
        if task is None:
            task = self._asking[member] = asyncio.create_task(self._asked(member))
            task.add_done_callback(lambda _: self._asking.pop(member, None))
        return await asyncio.shield(task)

    async def _asked(self, member: Member) -> bool | None:
        try:
            async with asyncio.timeout(PATIENCE):
                answer = await self.ask(*member)
        except (ChannelError, TimeoutError):
            self._failed[member] = self.now()
            return None
        self._remember(member, answer=answer)
        return answer

    def _remember(self, member: Member, *, answer: bool) -> None:
        self._failed.pop(member, None)
        self._failed = {each: at for each, at in self._failed.items() if self.now() - at <= AGAIN}
        self._known = {each: at for each, at in self._known.items() if self.now() - at <= HOLDS}
        self._known.pop(member, None)
        if answer:
            self._known[member] = self.now()
