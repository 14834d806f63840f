"""The updates waiting for the bot: numbered, filtered, kept for a time, gone once acknowledged."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from bot.sandbox.refusals import conflict
from bot.sandbox.wire import Wire

MESSAGE_LIFE = 24 * 3600
TAP_LIFE = 150
LONGEST_POLL = 50
_ONLY_WHEN_ASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
_OTHER_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"
_WEBHOOK = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


@dataclass(slots=True)
class _Waiting:
    body: Wire
    until: float
    twice: bool


class Updates:
    """`now` is the world's clock, in seconds; `twice` is asked for each update whether it is to come two times."""

    def __init__(self, now: Callable[[], float], twice: Callable[[], bool]) -> None:
        self._now = now
        self._twice = twice
        self._waiting: OrderedDict[int, _Waiting] = OrderedDict()
        self._again: list[Wire] = []
        self._allowed: frozenset[str] | None = None
        self._last_id = 0
        self._fresh = asyncio.Event()
        self._poller = 0
        self.webhook: Wire = {}

    def put(self, kind: str, body: Wire) -> None:
        """Queue an update of this kind, unless the bot did not ask for it."""
        wanted = kind not in _ONLY_WHEN_ASKED if self._allowed is None else kind in self._allowed
        if wanted:
            self.inject({kind: body})

    def inject(self, update: Wire) -> int:
        """Queue an update as it stands; the number is given here where it has none."""
        self._last_id = max(self._last_id + 1, int(update.get("update_id", 0)))
        number = int(update.get("update_id", self._last_id))
        life = TAP_LIFE if "callback_query" in update else MESSAGE_LIFE
        self._waiting[number] = _Waiting({"update_id": number} | update, self._now() + life, self._twice())
        self._fresh.set()
        return number

    def allow(self, kinds: list[str] | None) -> None:
        """Set what the bot gets; nothing sent means the setting before, an empty list the default."""
        if kinds is not None:
            self._allowed = frozenset(kinds) or None

    async def poll(self, offset: int, limit: int, timeout: float) -> list[Wire]:  # noqa: ASYNC109 -- Telegram's name
        """Acknowledge what is before `offset`, then wait up to `timeout` seconds for what comes."""
        if self.webhook:
            raise conflict(_WEBHOOK)
        self._poller += 1
        self._fresh.set()  # the poller before wakes and finds that it is no longer the one
        mine = self._poller
        self._acknowledge(offset)
        deadline = asyncio.get_running_loop().time() + min(max(timeout, 0), LONGEST_POLL)
        while not (batch := self._batch(min(max(limit, 1), 100))):
            if not await self._woken(deadline):
                break
            if mine != self._poller:
                raise conflict(_OTHER_POLLER)
        return batch

    def pending(self) -> list[Wire]:
        return [waiting.body for waiting in self._waiting.values()]

    def drop(self) -> None:
        self._waiting.clear()

    async def _woken(self, deadline: float) -> bool:
        self._fresh.clear()
        try:
            async with asyncio.timeout_at(deadline):
                await self._fresh.wait()
        except TimeoutError:
            return False
        return True

    def _acknowledge(self, offset: int) -> None:
        while offset < 0 and len(self._waiting) > -offset:
            self._waiting.popitem(last=False)
        while self._waiting and next(iter(self._waiting)) < offset:
            _, waiting = self._waiting.popitem(last=False)
            if waiting.twice:
                self._again.append(waiting.body)

    def _batch(self, limit: int) -> list[Wire]:
        batch, self._again = self._again[:limit], self._again[limit:]
        expired: list[int] = []
        for number, waiting in self._waiting.items():
            if len(batch) >= limit:
                break
            if waiting.until < self._now():
                expired.append(number)
            else:
                batch.append(waiting.body)
        for number in expired:
            del self._waiting[number]
        return batch
