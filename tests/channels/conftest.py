"""Delivery to a Telegram that can refuse, on each database."""

from collections.abc import AsyncIterator

import pytest

from bot.storage.database import Database
from tests.channels.delivering import Delivering, delivering


@pytest.fixture
async def play(database: Database) -> AsyncIterator[Delivering]:
    begun = delivering(database)
    yield begun
    await begun.delivery.lanes.stop(0)
