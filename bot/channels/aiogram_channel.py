"""The channel through aiogram; of the library only its Bot and its types, not its dispatcher."""

from collections.abc import Sequence
from typing import Any, Final

from aiogram import Bot
from aiogram.types import Update as LibraryUpdate
from aiogram.utils.token import TokenValidationError

from bot.channels.aiohttp_session import AiohttpSession, method_named
from bot.channels.calls import AskMember, Call, CopyMessages
from bot.channels.errors import TokenRefused
from bot.channels.limits import BATCH, CALL_SECONDS, GRACE_SECONDS
from bot.channels.protocol import ALLOWED_UPDATES, Identity, RawUpdate
from bot.channels.refusals import only_channel_errors
from bot.channels.update import Update
from bot.channels.wire import Parameters, asked, number, numbers, status


class AiogramChannel:
    """`api` is the Bot API's address without the token. Raises TokenRefused for what cannot be a token."""

    def __init__(self, token: str, api: str) -> None:
        self._session: Final = AiohttpSession(api, CALL_SECONDS)
        try:
            self._bot: Final = Bot(token, self._session)
        except TokenValidationError:
            raise TokenRefused("UDHA_TELEGRAM_TOKEN is not of the form that BotFather gives, 123456:ABC.") from None

    async def open(self) -> Identity:
        self._session.http.open()
        with only_channel_errors():
            me = await self._ask("getMe", {}, CALL_SECONDS)
            return Identity(me["id"], me["username"])

    async def close(self) -> None:
        with only_channel_errors():
            await self._session.close()

    async def fetch(self, offset: int | None, wait: int) -> Sequence[RawUpdate]:
        question = {"limit": BATCH, "timeout": wait, "allowed_updates": ALLOWED_UPDATES}
        with_offset = question if offset is None else {**question, "offset": offset}
        with only_channel_errors():
            updates: list[RawUpdate] = await self._ask("getUpdates", with_offset, wait + GRACE_SECONDS)
            return updates

    def decode(self, raw: RawUpdate) -> Update:
        with only_channel_errors():
            return LibraryUpdate.model_validate(raw)

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

    async def _ask(self, method: str, parameters: Parameters, seconds: int) -> Any:
        return await self._bot(method_named(method)(**parameters), seconds)
