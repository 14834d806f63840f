"""python-telegram-bot's requests, where they differ from what a channel shows."""

import pytest

from bot.channels.aiohttp_request import AiohttpRequest
from tests.fake_bot_api import fake_bot_api


async def test_it_opens_once_for_both_roles_and_closes_as_often_as_asked() -> None:
    async with fake_bot_api() as fake:
        request = AiohttpRequest(5)
        await request.initialize()
        await request.initialize()
        assert request.read_timeout == 5
        status, body = await request.do_request(f"{fake.base}/bot1:x/getMe", "POST")
        assert (status, b"udha_bot" in body) == (200, True)
        await request.shutdown()
        await request.shutdown()


async def test_nothing_is_sent_before_it_is_opened() -> None:
    with pytest.raises(ConnectionError):
        await AiohttpRequest(5).do_request("http://127.0.0.1:9", "POST")
