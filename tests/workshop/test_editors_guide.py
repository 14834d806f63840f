"""An editor adds a guide by following docs/editors.md to the letter, without a line of code."""

import re
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pytest
import typer
from typer.testing import CliRunner

from bot.checks.run import check_all
from bot.conversation.state import Conversation
from bot.language.phrases import Phrases
from bot.packs.loader import load
from bot.play import Play
from bot.workshop import paths
from tests.fakes import Canned

ROOT: Final = Path(__file__).parents[2]
SECTION: Final = re.compile(r"^## Add a guide\n(.*?)^## ", re.MULTILINE | re.DOTALL)
FILE: Final = re.compile(r"^\d\. `(content/\S+\.yaml)`.*?```yaml\n(.*?)^ *```", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the packs, with the files that the text tells one to write."""
    root = tmp_path_factory.mktemp("editor")
    shutil.copytree(ROOT / "content", root / "content")
    section = SECTION.search((ROOT / "docs/editors.md").read_text("utf-8"))
    assert section is not None
    files = FILE.findall(section[1])
    assert len(files) == 3
    for path, text in files:
        (root / path).write_text(re.sub(r"^   ", "", text, flags=re.MULTILINE), "utf-8")
    return root / "content"


def test_the_guide_of_the_text_has_five_steps_and_no_fault(content: Path) -> None:
    assert len(load(content).guides["school-talk"].facts.steps) == 5
    assert [problem for problem in check_all(content) if "school-talk" in str(problem)] == []


def test_its_paths_are_listed(content: Path) -> None:
    app = typer.Typer()
    app.callback()(lambda: None)
    paths.register(app, lambda: content)
    said = CliRunner().invoke(app, ["paths", "school-talk"])
    assert said.exit_code == 0, said.output
    for result in ("older", "refused", "bring", "ready"):
        assert result in said.output


@pytest.mark.parametrize("language", ["sq", "en"])
def test_it_is_played_in_the_terminal_to_each_of_its_results(content: Path, language: str) -> None:
    packs = load(content)
    words = packs.guides["school-talk"].said(language).words
    for answers, result in (
        (("xk", "reports", "9", None), "ready"),
        (("al", "birth", "18", "no"), "older"),
        (("al", "birth", "9", "yes"), "refused"),
        (("al", None, "9", "no"), "bring"),
    ):
        play = Play(
            Canned().knowledge(packs), Phrases.load(ROOT / "locales"), lambda: datetime(2026, 11, 22, tzinfo=UTC),
            Conversation(language),
        )  # fmt: skip
        seen = "\n".join(_walk(play, answers))
        assert words.results[result].title in seen


def _walk(play: Play, answers: tuple[str | None, ...]) -> list[str]:
    home, paper, age, refused = answers
    seen = list(play.opened("school-talk"))
    seen += _presses(play, "play:school-talk:start")
    seen += _presses(play, "done:school-talk:start")
    seen += _presses(play, f"answer:school-talk:home.{home}")
    if paper:
        seen += _presses(play, f"pick:school-talk:papers.{paper}.on")
        seen += _presses(play, "done:school-talk:papers")
    else:
        seen += _presses(play, "answer:school-talk:papers.unsaid")
    seen += list(play.typed(str(age)))
    if refused:
        seen += _presses(play, f"answer:school-talk:refused.{refused}")
    return seen


def _presses(play: Play, data: str) -> list[str]:
    """By the number that stands before the button."""
    number = [button.data for button in play.buttons].index(data) + 1
    return list(play.typed(str(number)))
