"""A pack to break."""

from pathlib import Path

import pytest

from tests.checks.tiny_pack import TinyPack


@pytest.fixture
def pack(tmp_path: Path) -> TinyPack:
    return TinyPack.copied_to(tmp_path)
