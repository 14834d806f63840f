"""python-telegram-bot over our own HTTP."""

import json
from typing import Any, Final

from telegram.request import BaseRequest, RequestData

from bot.channels.http import Http


class AiohttpRequest(BaseRequest):
    """Serves calls and long polling alike; `seconds` is how long an ordinary call may take."""

    def __init__(self, seconds: float) -> None:
        self._seconds: Final = seconds
        self._http: Final = Http()

    @property
    def read_timeout(self) -> float:
        return self._seconds

    async def initialize(self) -> None:
        # The library calls this twice, once for each of its two roles.
        self._http.open()

    async def shutdown(self) -> None:
        await self._http.close()

    async def do_request(
        self,
        url: str,
        method: str,  # noqa: ARG002 -- the library's signature; it only ever says POST
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        *_: object,
        **__: object,
    ) -> tuple[int, bytes]:
        """Raise our own error for a refusal: the library's would drop the code and change the words."""
        seconds = read_timeout if isinstance(read_timeout, int | float) else self._seconds
        return await self._http.post(url, request_data.json_parameters if request_data else {}, seconds)

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Log nothing: the library's own writes an answer that it cannot read into the log, clients' words and all."""
        answer: dict[str, Any] = json.loads(payload)
        return answer
