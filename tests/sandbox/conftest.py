"""A sandbox of its own for each test."""

from collections.abc import AsyncIterator

import pytest

from tests.sandbox_client import SandboxClient, running_sandbox


@pytest.fixture
async def sandbox() -> AsyncIterator[SandboxClient]:
    async with running_sandbox() as playing:
        yield playing
