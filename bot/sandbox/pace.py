"""How much may go to one group in a minute; Telegram names 20 messages and answers 429 to more."""

import math
from collections import deque

from bot.sandbox.refusals import too_many_requests
from bot.sandbox.wire import Wire

WINDOW = 60.0
"""Seconds of the world's clock."""

_PACED = ("send", "copy", "forward", "edit", "createForumTopic")
_FREE = frozenset({"sendChatAction"})


class Pace:
    """`per_minute` is None where nothing is counted, as at first."""

    def __init__(self) -> None:
        self._per_minute: int | None = None
        self._sent: dict[int, deque[float]] = {}

    def limit(self, per_minute: int | None) -> None:
        """Count from now on, or no longer."""
        self._per_minute = per_minute
        self._sent.clear()

    def check(self, method: str, params: Wire, now: float) -> None:
        """Refuse a call that would put more into a group than it may have; all threads of a group are one group."""
        if self._per_minute is None or not _is_paced(method, params):
            return
        sent = self._sent.setdefault(params["chat_id"], deque())
        while sent and sent[0] <= now - WINDOW:
            sent.popleft()
        # A batch that is larger than the limit could never go: it passes where the minute is empty.
        over = len(sent) + min(_messages(params), self._per_minute) - self._per_minute
        if over > 0:
            raise too_many_requests(math.ceil(sent[over - 1] + WINDOW - now))

    def count(self, method: str, params: Wire, now: float) -> None:
        """Count a call that was done."""
        if self._per_minute is not None and _is_paced(method, params):
            self._sent.setdefault(params["chat_id"], deque()).extend([now] * _messages(params))


def _is_paced(method: str, params: Wire) -> bool:
    """Tell whether the call puts something into a group; the numbers of groups are below zero."""
    chat_id = params.get("chat_id")
    return method.startswith(_PACED) and method not in _FREE and isinstance(chat_id, int) and chat_id < 0


def _messages(params: Wire) -> int:
    return len(params.get("message_ids", [0]))
