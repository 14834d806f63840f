"""A channel that asks the smallest Bot API that answers."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.channels.chosen import channel
from bot.channels.protocol import Channel
from tests.fake_bot_api import FakeBotApi

TOKEN = "10000:secret-token"


@asynccontextmanager
async def opened(library: str, fake: FakeBotApi) -> AsyncIterator[Channel]:
    way = channel(library, TOKEN, fake.base)
    await way.open()
    fake.asked.clear()
    try:
        yield way
    finally:
        await way.close()
