"""The channel through python-telegram-bot; of the library only its Bot and its types, not telegram.ext."""

import logging
from collections.abc import Sequence
from typing import Any, Final
from warnings import catch_warnings

from telegram import Bot
from telegram import Update as LibraryUpdate
from telegram.error import InvalidToken
from telegram.warnings import PTBDeprecationWarning

from bot.channels.aiohttp_request import AiohttpRequest
from bot.channels.calls import AskMember, Call, CopyMessages
from bot.channels.errors import TokenRefused
from bot.channels.limits import BATCH, CALL_SECONDS, GRACE_SECONDS
from bot.channels.protocol import ALLOWED_UPDATES, Identity, RawUpdate
from bot.channels.refusals import only_channel_errors
from bot.channels.update import Update
from bot.channels.wire import Parameters, asked, number, numbers, status


class PythonTelegramBotChannel:
    """`api` is the Bot API's address without the token. Raises TokenRefused for what cannot be a token."""

    def __init__(self, token: str, api: str) -> None:
        # At its lowest level the library logs every address, token included, and every word that is sent.
        logging.getLogger("telegram").setLevel(logging.WARNING)
        request = AiohttpRequest(CALL_SECONDS)
        try:
            self._bot: Final = Bot(token, f"{api}/bot", f"{api}/file/bot", request, get_updates_request=request)
        except InvalidToken:
            raise TokenRefused("UDHA_TELEGRAM_TOKEN is not of the form that BotFather gives, 123456:ABC.") from None

    async def open(self) -> Identity:
        with only_channel_errors():
            await self._bot.initialize()
            return Identity(self._bot.id, self._bot.username)

    async def close(self) -> None:
        with only_channel_errors():
            await self._bot.shutdown()

    async def fetch(self, offset: int | None, wait: int) -> Sequence[RawUpdate]:
        question = {"offset": offset, "limit": BATCH, "timeout": wait, "allowed_updates": ALLOWED_UPDATES}
        with only_channel_errors():
            updates: list[RawUpdate] = await self._ask("getUpdates", question, wait + GRACE_SECONDS)
            return updates

    def decode(self, raw: RawUpdate) -> Update:
        # Some of the library's own constructors read attributes that it has deprecated.
        with only_channel_errors(), catch_warnings(action="ignore", category=PTBDeprecationWarning):
            return LibraryUpdate.de_json(dict(raw))

    async def perform(self, call: Call) -> int | None:
        method, parameters = asked(call)
        with only_channel_errors():
            return number(call, await self._ask(method, parameters, CALL_SECONDS))

    async def copies(self, call: CopyMessages) -> tuple[int, ...]:
        method, parameters = asked(call)
        with only_channel_errors():
            return numbers(await self._ask(method, parameters, CALL_SECONDS))

    async def member(self, call: AskMember) -> str:
        method, parameters = asked(call)
        with only_channel_errors():
            return status(await self._ask(method, parameters, CALL_SECONDS))

    async def _ask(self, method: str, parameters: Parameters, seconds: float) -> Any:
        # In small letters, which the Bot API takes too: under a name that the library knows it warns us to use its own
        # method, and that one makes an object of every part of the answer.
        return await self._bot.do_api_request(method.lower(), parameters, read_timeout=seconds)
