"""Whose answer changes with another version of the packs."""

import shutil
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from bot.workshop.replay import register
from tests.checks.tiny_pack import TinyPack


@pytest.fixture
def before(tmp_path: Path) -> TinyPack:
    return TinyPack.copied_to(tmp_path / "before")


@pytest.fixture
def after(before: TinyPack, tmp_path: Path) -> TinyPack:
    shutil.copytree(before.root, tmp_path / "after" / "content")
    return TinyPack(tmp_path / "after" / "content")


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    folder = tmp_path / "questions" / "en"
    folder.mkdir(parents=True)
    (folder / "police.yaml").write_text("- zebra xylophones\n- where is the police now\n", "utf-8")
    (folder / "danger.yaml").write_text("- they lock the cellar\n", "utf-8")
    return folder.parent


def _run(before: TinyPack, after: TinyPack, questions: Path) -> list[str]:
    app = typer.Typer()
    register(app, lambda: after.root)
    app.callback()(lambda: None)
    return CliRunner().invoke(app, ["replay", str(before.root), "--questions", str(questions)]).output.splitlines()


def test_the_same_packs_change_nothing(before: TinyPack, after: TinyPack, questions: Path) -> None:
    assert _run(before, after, questions) == ["0 of 3 answers change: 0 for the better, 0 for the worse."]


def test_what_changes_is_told_with_both_answers(before: TinyPack, after: TinyPack, questions: Path) -> None:
    after.change("en/help/police.yaml", "may I bring somebody", "what are the zebra xylophones")
    lines = _run(before, after, questions)
    (at,) = [number for number, line in enumerate(lines) if line.endswith("en police: zebra xylophones")]
    old, new = lines[at + 1].split("  ->  ")
    assert "answer police" not in old
    assert new == "answer police"


def test_a_danger_that_is_seen_now_is_better(before: TinyPack, after: TinyPack, questions: Path) -> None:
    after.change("en/signals/held.yaml", "  - they hold me (en)\n", "  - they hold me (en)\n  - they lock the cellar\n")
    lines = _run(before, after, questions)
    assert lines[0] == "better  en danger: they lock the cellar"
    assert lines[1].endswith("  ->  danger (held)")
    assert lines[-1].endswith("1 for the better, 0 for the worse.")


def test_a_danger_that_is_no_longer_seen_is_worse(before: TinyPack, after: TinyPack, questions: Path) -> None:
    before.change(
        "en/signals/held.yaml", "  - they hold me (en)\n", "  - they hold me (en)\n  - they lock the cellar\n"
    )
    lines = _run(before, after, questions)
    assert lines[0] == "worse   en danger: they lock the cellar"
    assert lines[1].strip().startswith("danger (held)  ->  ")
