"""The whole bot on a sandbox, for each test anew."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.both_channels import NAMES
from tests.end_to_end.deeds import introduce
from tests.playing import Playing, playing


@pytest.fixture(params=NAMES)
async def play(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Playing]:
    """With each library, on SQLite."""
    async with playing(request.param, tmp_path) as found:
        await introduce(found)
        yield found
