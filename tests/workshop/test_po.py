"""`udha content po`, as an editor uses it."""

from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from bot.workshop.po import register
from tests.checks.tiny_pack import TinyPack
from tests.translation.german import by_machine, fill


@pytest.fixture
def pack(tmp_path: Path) -> TinyPack:
    return TinyPack.copied_to(tmp_path)


def run(pack: TinyPack, *words: str) -> Result:
    content = typer.Typer()
    register(content, lambda: pack.root)
    return CliRunner().invoke(content, ["po", *words])


def test_words_go_out_and_come_back(pack: TinyPack, tmp_path: Path) -> None:
    out = run(pack, "export", "--lang", "de", "--to", str(tmp_path))
    assert out.exit_code == 0
    assert f"{tmp_path}/de/core/signals.po: 3 texts, 0 translated.\n" in out.stdout
    fill(tmp_path / "de" / "core" / "signals.po", by_machine)
    back = run(pack, "import", "--lang", "de", str(tmp_path / "de"))
    assert back.exit_code == 0
    assert back.stdout == ("core/signals: 1 in 'de'.\n3 files written. Look at them with 'udha content check'.\n")
    pack.change("en/signals/held.yaml", "Call the police (en).", "Call the police at once.")
    again = run(pack, "export", "--lang", "de", "--to", str(tmp_path))
    assert f"{tmp_path}/de/core/signals.po: 3 texts, 3 translated, 1 of them to look at again.\n" in again.stdout


def test_what_is_wrong_is_told_and_nothing_is_written(pack: TinyPack, tmp_path: Path) -> None:
    run(pack, "export", "--lang", "de", "--to", str(tmp_path))
    fill(tmp_path / "de" / "core" / "menu.po", lambda _key, _text: "x" * 300)
    back = run(pack, "import", "--lang", "de", str(tmp_path / "de" / "core" / "menu.po"))
    assert back.exit_code == 1
    assert back.stdout.endswith("4 errors; nothing was imported.\n")
    assert not pack.path("de").exists()


def test_another_folder_of_packs_can_be_named(pack: TinyPack, tmp_path: Path) -> None:
    other = TinyPack.copied_to(tmp_path / "other")
    words = ("--to", str(tmp_path), "--content-dir", str(other.root))
    other.change("en/signals/held.yaml", "Call the police (en).", "Run.")
    assert run(pack, "export", "--lang", "de", *words).exit_code == 0
    assert 'msgid "Run."' in (tmp_path / "de" / "core" / "signals.po").read_text()
