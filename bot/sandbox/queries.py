"""Pressed buttons that wait for the bot's answer."""

import asyncio
from dataclasses import dataclass, field

from bot.sandbox.wire import Wire

ANSWER_WITHIN = 60
"""Seconds of the world's clock. Telegram does not say how long it waits; after minutes it refuses."""


@dataclass(slots=True)
class Query:
    """One press; `answer` is set once, by answerCallbackQuery."""

    id: str
    at: float
    answer: asyncio.Future[Wire] = field(default_factory=lambda: asyncio.get_running_loop().create_future())


class Queries:
    def __init__(self) -> None:
        self._open: dict[str, Query] = {}
        self._last = 0

    def ask(self, at: float) -> Query:
        self._last += 1
        query = Query(str(7_000_000_000 + self._last), at)
        self._open[query.id] = query
        return query

    def answer(self, query_id: str, body: Wire, at: float) -> bool:
        """Whether the query was still open: one answer each, and in time."""
        query = self._open.pop(query_id, None)
        if query is None or at - query.at > ANSWER_WITHIN:
            return False
        if not query.answer.done():
            query.answer.set_result(body)
        return True
