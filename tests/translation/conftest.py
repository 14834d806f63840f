"""A pack to translate, and a folder for the PO files."""

from pathlib import Path

import pytest

from tests.checks.tiny_pack import TinyPack


@pytest.fixture
def pack(tmp_path: Path) -> TinyPack:
    return TinyPack.copied_to(tmp_path)


@pytest.fixture
def po(tmp_path: Path) -> Path:
    return tmp_path / "po" / "de"
