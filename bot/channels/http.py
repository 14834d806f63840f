"""Our one way of speaking HTTP, put under both libraries at the place that each has for it.

Their own ways cost more than all the rest of a call: python-telegram-bot's client is three quarters of it, aiogram's
forms and the models that it makes of each answer a third (benchmarks/README.md).
"""

from collections.abc import Mapping
from typing import Final
from urllib.parse import urlencode

from aiohttp import ClientSession, ClientTimeout

from bot.channels.refusals import refusal

AGENT: Final = "Udha"
FORM: Final = {"Content-Type": "application/x-www-form-urlencoded"}


class Http:
    """One session, opened once however often it is asked for."""

    def __init__(self) -> None:
        self._session: ClientSession | None = None

    def open(self) -> None:
        """Needs a running event loop."""
        self._session = self._session or ClientSession(headers={"User-Agent": AGENT})

    async def close(self) -> None:
        session, self._session = self._session, None
        if session:
            await session.close()

    async def post(self, url: str, form: Mapping[str, str], seconds: float) -> tuple[int, bytes]:
        """Post a form. Raises a ChannelError for a refusal, and whatever aiohttp raises for trouble."""
        if self._session is None:
            raise ConnectionError("The channel is not open.")
        body = urlencode(form).encode()
        async with self._session.post(url, data=body, headers=FORM, timeout=ClientTimeout(total=seconds)) as answer:
            content = await answer.read()
            if not answer.ok:
                raise refusal(answer.status, content)
            return answer.status, content
