"""How sure the search must be, fitted to questions that no pack has."""

from pathlib import Path

import pytest
import typer
import yaml
from typer.testing import CliRunner

from bot.packs.loader import load
from bot.packs.search_schema import UNFITTED
from bot.workshop.fit import register
from tests.checks.tiny_pack import TinyPack


@pytest.fixture
def pack(tmp_path: Path) -> TinyPack:
    return TinyPack.copied_to(tmp_path)


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    told = {
        "police": ["where can the police be found", "who will come if I call 129", "is it the police that comes"],
        "helplines": ["which line should I call", "can I call a line at night", "which line is it"],
        "out-of-scope": ["a bicycle", "where is a bicycle", "cake and coffee"],
        "danger": ["they hold me here", "they are holding me"],
        "harmless": ["they hold on to my bicycle", "I hold my cake"],
    }
    for language in ("sq", "en"):
        for name, texts in told.items():
            path = tmp_path / "questions" / language / f"{name}.yaml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(yaml.safe_dump(texts), "utf-8")
    return tmp_path / "questions"


def _run(pack: TinyPack, questions: Path, *arguments: str) -> tuple[int, str]:
    app = typer.Typer()
    register(app, lambda: pack.root)
    app.callback()(lambda: None)
    result = CliRunner().invoke(app, ["fit", "--questions", str(questions), *arguments])
    return result.exit_code, result.output or str(result.exception)


def test_what_was_fitted_is_written_into_the_pack_and_used_from_then_on(pack: TinyPack, questions: Path) -> None:
    code, said = _run(pack, questions)
    assert code == 0
    assert f"Written to {pack.path('sureness.yaml')}." in said
    fitted = load(pack.root).sureness
    assert fitted != UNFITTED
    assert fitted.topics.cosine > 0 or fitted.topics.margin > 0
    assert pack.problems() == []


def test_the_shares_are_told_for_each_language(pack: TinyPack, questions: Path) -> None:
    first, *rows = _run(pack, questions, "--dry-run")[1].splitlines()
    assert first.split() == ["sq", "en"]
    assert [row[:20].strip() for row in rows][:5] == ["first", "three", "wrong", "outside", "danger"]
    assert all(row.count("%") == 2 for row in rows)


def test_a_dry_run_writes_nothing(pack: TinyPack, questions: Path) -> None:
    assert _run(pack, questions, "--dry-run")[0] == 0
    assert not pack.path("sureness.yaml").exists()


def test_fitted_again_it_is_written_where_it_stands(pack: TinyPack, questions: Path) -> None:
    _run(pack, questions)
    before = pack.path("sureness.yaml").read_text("utf-8")
    pack.path("sureness.yaml").write_text(before.replace("answer: ", "answer: 0.99 # "), "utf-8")
    _run(pack, questions)
    assert pack.path("sureness.yaml").read_text("utf-8") == before


def test_without_a_pack_for_all_countries_there_is_no_place_for_it(pack: TinyPack, questions: Path) -> None:
    pack.change("pack.yaml", "countries: [AL, XK]", "countries: [AL]")
    assert "Every pack is of one country" in _run(pack, questions)[1]
