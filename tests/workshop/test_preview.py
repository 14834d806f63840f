"""`udha content preview`, as an editor runs it."""

from datetime import date
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from bot.workshop.preview import register
from tests.checks.tiny_pack import TODAY, TinyPack


@pytest.fixture
def pack(tmp_path: Path) -> TinyPack:
    return TinyPack.copied_to(tmp_path)


def run(pack: TinyPack, to: Path, *arguments: str, today: date = TODAY) -> tuple[int, str]:
    app = typer.Typer()
    register(app, lambda: pack.root, lambda: today)
    app.callback()(lambda: None)
    result = CliRunner().invoke(app, ["preview", "--to", str(to), *arguments])
    return result.exit_code, result.output or str(result.exception)


def test_the_page_is_written_and_its_path_told(pack: TinyPack, tmp_path: Path) -> None:
    to = tmp_path / "a" / "b"
    code, said = run(pack, to)
    assert (code, said) == (0, f"{to / 'index.html'}: 2 topics and 2 services. Open it in a browser.\n")
    assert [path.name for path in to.iterdir()] == ["index.html"]


def test_the_same_content_makes_the_same_page_and_other_content_another_mark(pack: TinyPack, tmp_path: Path) -> None:
    pages = []
    for name in ("first", "second", "third"):
        run(pack, tmp_path / name)
        pages.append((tmp_path / name / "index.html").read_text("utf-8"))
        if name == "second":
            pack.change("en/help/police.yaml", "The police helps.", "The police may help.")
    assert pages[0] == pages[1] != pages[2]
    marks = [page[page.index("from content") :][:50] for page in pages]
    assert marks[1] != marks[2]


def test_it_can_be_looked_at_as_of_another_day(pack: TinyPack, tmp_path: Path) -> None:
    run(pack, tmp_path, "--on", "2028-06-01")
    page = (tmp_path / "index.html").read_text("utf-8")
    assert "As of <strong>1 June 2028</strong>" in page
    assert "<strong>Withheld.</strong>" in page


def test_packs_with_faults_make_no_page(pack: TinyPack, tmp_path: Path) -> None:
    pack.add("en/help/police.yaml", "sumary: typing error\n")
    code, said = run(pack, tmp_path / "to")
    assert code == 1
    assert "1 faults in the packs. Run 'udha content check' and mend them first." in said
    assert not (tmp_path / "to").exists()


def test_where_it_cannot_be_written_is_said_plainly(pack: TinyPack, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    code, said = run(pack, tmp_path / "file")
    assert code == 2
    assert "cannot be written" in said
