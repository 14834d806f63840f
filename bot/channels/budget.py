"""What a group of counsellors takes: about 20 messages a minute for everything together (Bot FAQ).

Words between people are never held back by our own reckoning, only by Telegram's word (429); what merely decorates the
desk waits while the minute is nearly used up, and until Telegram lets go.
"""

import asyncio
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

MINUTE: Final = 60.0
A_MINUTE: Final = 20
"""Messages a minute that a group takes; edits and new threads count as one each (tdlib, issue 2592)."""
FOR_RELAYS: Final = 6
"""Of these, what is left for words between people."""
LOOK_AGAIN: Final = 0.5
AFTER_RELAYS: Final = 1.0
"""Seconds that decorations wait longer than words when Telegram lets go."""


@dataclass
class Budget:
    """Seconds of a clock that never goes back."""

    clock: Callable[[], float] = time.monotonic
    _sent: dict[int, deque[float]] = field(default_factory=dict)
    _shut: dict[int, float] = field(default_factory=dict)

    def spend(self, group: int) -> None:
        """Something is being sent to this group."""
        self._sent.setdefault(group, deque()).append(self.clock())

    def minute(self, group: int) -> int:
        """How many messages went there within the last minute."""
        sent = self._sent.get(group)
        while sent and sent[0] <= self.clock() - MINUTE:
            sent.popleft()
        return len(sent) if sent else 0

    def refused(self, group: int, seconds: float) -> None:
        """Telegram takes nothing there for so long: no lane need ask again before that."""
        self._shut[group] = max(self._shut.get(group, 0.0), self.clock() + seconds)

    async def room(self, group: int, *, decorates: bool) -> None:
        """Wait until it may be sent."""
        while pause := self._pause(group, decorates=decorates):  # noqa: ASYNC110 -- time alone makes room
            await asyncio.sleep(pause)

    def _pause(self, group: int, *, decorates: bool) -> float:
        shut = self._shut.get(group, 0.0) - self.clock()
        if shut > 0:
            return shut + (AFTER_RELAYS if decorates else 0.0)
        return LOOK_AGAIN if decorates and self.minute(group) >= A_MINUTE - FOR_RELAYS else 0.0
