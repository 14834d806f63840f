"""All files or none."""

from pathlib import Path

import pytest

from bot.saving import save


def test_files_are_written_with_their_folders(tmp_path: Path) -> None:
    save({tmp_path / "a" / "b.yaml": b"b", tmp_path / "c.yaml": b"c"})
    assert {path.name: path.read_bytes() for path in tmp_path.rglob("*.yaml")} == {"b.yaml": b"b", "c.yaml": b"c"}
    assert not list(tmp_path.rglob("*.new"))


def test_where_one_cannot_be_written_none_is(tmp_path: Path) -> None:
    old, no_folder = tmp_path / "old.yaml", tmp_path / "file" / "new.yaml"
    old.write_text("old")
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(OSError, match="file"):
        save({old: b"new", no_folder: b"new"})
    assert old.read_text() == "old"
    assert not list(tmp_path.glob(".*.new"))
