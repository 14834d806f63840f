"""aiogram over our own HTTP: parameters go out as they are given, and answers come back as Telegram sent them."""

import json
from collections.abc import AsyncGenerator, Mapping
from functools import cache
from typing import Any, Final

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods import TelegramMethod

from bot.channels.http import Http


@cache
def method_named(name: str) -> type[TelegramMethod[Any]]:
    """A method with whatever parameters it is given; what it answers is not looked into."""
    return type(name, (TelegramMethod,), {"__returning__": Any, "__api_method__": name, "__module__": __name__})


class AiohttpSession(BaseSession):
    """Takes methods made by `method_named`; `seconds` is how long an ordinary call may take."""

    def __init__(self, api: str, seconds: float) -> None:
        super().__init__(api=TelegramAPIServer.from_base(api), timeout=seconds)
        self.http: Final = Http()

    async def close(self) -> None:
        await self.http.close()

    async def make_request(self, bot: Bot, method: TelegramMethod[Any], timeout: int | None = None) -> Any:  # noqa: ASYNC109 -- aiogram's signature
        url = self.api.api_url(token=bot.token, method=method.__api_method__)
        _, content = await self.http.post(url, _form(method.model_extra or {}), timeout or self.timeout)
        return json.loads(content)["result"]

    async def stream_content(self, *_: object, **__: object) -> AsyncGenerator[bytes, None]:
        """Nothing: we download no files."""
        nothing: tuple[bytes, ...] = ()
        for chunk in nothing:
            yield chunk


def _form(parameters: Mapping[str, Any]) -> dict[str, str]:
    """As a form: text as it is, all else as JSON (Bot API, Making requests)."""
    return {name: value if isinstance(value, str) else json.dumps(value) for name, value in parameters.items()}
