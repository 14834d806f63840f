"""What was learnt of the packs is kept for the next start, and never used for other packs."""

import shutil
from pathlib import Path

import pytest

from bot import learnt
from bot.conversation.knowledge import Knowledge
from tests.checks.tiny_pack import TinyPack

QUESTION = "where is the police"


@pytest.fixture
def pack(tmp_path: Path) -> TinyPack:
    return TinyPack.copied_to(tmp_path)


def known(pack: TinyPack, file: Path) -> Knowledge:
    return learnt.knowledge(pack.root, file, desk=True)


def written(file: Path) -> int:
    """When; a file that is only read keeps it."""
    return file.stat().st_mtime_ns


def test_the_second_start_takes_up_what_the_first_one_learnt(pack: TinyPack, tmp_path: Path) -> None:
    file = tmp_path / "data" / "index.bin"
    first = known(pack, file)
    before = written(file)
    second = known(pack, file)
    assert written(file) == before
    assert second.finder.find(QUESTION, "en") == first.finder.find(QUESTION, "en")
    assert second.identifier.identify(QUESTION) == first.identifier.identify(QUESTION)
    assert second.signals.find("they hold me", "en") == first.signals.find("they hold me", "en")
    assert [path.name for path in file.parent.iterdir()] == ["index.bin"]


def test_a_changed_pack_is_learnt_anew(pack: TinyPack, tmp_path: Path) -> None:
    file = tmp_path / "index.bin"
    known(pack, file)
    pack.change("en/help/police.yaml", "what does the police do", "zebra crossing rules")
    assert known(pack, file).finder.find("zebra crossing rules", "en").matches[0].slug == "police"
    known(pack, file)
    pack.path("en/help/police.yaml").rename(pack.path("en/help/guards.yaml"))
    pack.path("sq/help/police.yaml").rename(pack.path("sq/help/guards.yaml"))
    pack.path("topics/help/police.yaml").rename(pack.path("topics/help/guards.yaml"))
    assert known(pack, file).finder.find("zebra crossing rules", "en").matches[0].slug == "guards"


@pytest.mark.parametrize("spoilt", [b"", b"short", b"x" * 4000])
def test_a_spoilt_file_is_learnt_anew(pack: TinyPack, tmp_path: Path, spoilt: bytes) -> None:
    file = tmp_path / "index.bin"
    file.write_bytes(spoilt)
    known(pack, file)
    assert file.stat().st_size > len(spoilt)


def test_a_file_that_ends_too_early_is_learnt_anew(pack: TinyPack, tmp_path: Path) -> None:
    file = tmp_path / "index.bin"
    known(pack, file)
    whole = file.read_bytes()
    file.write_bytes(whole[:-16])
    assert known(pack, file).finder.find(QUESTION, "en").matches
    assert file.read_bytes() == whole


def test_where_nothing_can_be_written_the_bot_starts_all_the_same(pack: TinyPack, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    shutil.copy(__file__, taken)
    assert known(pack, taken / "index.bin").finder.find(QUESTION, "en").matches
