"""`udha language train` and `measure`."""

from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from bot import language_training
from bot.language.columns import Columns
from tests.builders import some_packs
from tests.language.sentences import sentence_files


@pytest.fixture
def app() -> typer.Typer:
    return language_training.commands(some_packs)


def test_the_table_is_written_and_what_it_was_made_of_is_told(app: typer.Typer, tmp_path: Path) -> None:
    table = tmp_path / "table.bin"
    said = CliRunner().invoke(app, ["train", str(sentence_files(tmp_path)), "--into", str(table)])
    assert said.exit_code == 0, said.output
    assert said.output.startswith("table.bin: ")
    assert "sr-latin" in said.output
    assert Columns.from_bytes(memoryview(table.read_bytes())).words["kinds"] == ["en", "sq", "sr", "sr-latin"]


def test_what_was_held_out_is_measured(app: typer.Typer, tmp_path: Path) -> None:
    said = CliRunner().invoke(app, ["measure", str(sentence_files(tmp_path))])
    assert said.exit_code == 0, said.output
    head, rule, *rows = said.output.splitlines()
    assert "called foreign" in head
    assert set(rule) == {"|", "-"}
    assert any(" | all | " in row for row in rows)
