"""The commands: services out as packages, and packages back as files beside the packs."""

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from bot.hsds.errors import ExchangeError
from bot.workshop.hsds import register
from tests.checks.tiny_pack import TinyPack

DAY = ("--on", "2026-11-22")


@pytest.fixture
def pack(tmp_path: Path) -> TinyPack:
    """With a licence, a line whose number is hidden, and words for both services."""
    pack = TinyPack.copied_to(tmp_path)
    (pack.root / "LICENSE").write_text("CC BY 4.0\n", "utf-8")
    pack.add("services/more.yaml", HIDDEN)
    for language in ("sq", "en"):
        pack.add(f"{language}/services/more.yaml", f"al_hidden:\n  name: Hidden ({language})\n  serves: All\n")
    return pack


HIDDEN = """\
services:
  - id: al_hidden
    category: helpline
    organisation: The line
    country: AL
    reach: national
    phones: ["116 006"]
    phone_status: hidden
    sources: [{url: https://example.org}]
    confidence: low
    verified: {on: 2026-11-22, how: source, by_role: editor}
    recheck_by: 2027-05-22
"""


def run(pack: TinyPack, *arguments: str | Path) -> list[str]:
    """The lines that are said; what is refused is raised."""
    content = typer.Typer()
    register(content, lambda: pack.root)
    result = CliRunner().invoke(content, ["hsds", *map(str, arguments)], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output.splitlines()


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_each_language_is_a_package_with_the_licence(pack: TinyPack, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run(pack, "export", "--to", out) == [f"3 services in {out / tongue}." for tongue in ("sq", "en")]
    assert names(out) == {f"{tongue}/{name}" for tongue in ("sq", "en") for name in ("services.json", "LICENSE")}
    assert "116 006" not in (out / "sq" / "services.json").read_text("utf-8")


def test_one_language_as_tables_on_a_given_day(pack: TinyPack, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(pack, "export", "--lang", "en", "--format", "csv", "--to", out, *DAY)
    described = json.loads((out / "en" / "datapackage.json").read_text("utf-8"))
    assert described["created"] == "2026-11-22T00:00:00Z"
    assert names(out / "en") == {"datapackage.json", "LICENSE", *(each["path"] for each in described["resources"])}


def test_another_folder_of_packs_can_be_named(pack: TinyPack, tmp_path: Path) -> None:
    content = typer.Typer()
    register(content, lambda: tmp_path / "nowhere")
    out, named = str(tmp_path / "out"), ("--content-dir", str(pack.root))
    for command in (["export", "--to", out], ["import", out, "--to", str(tmp_path / "new")]):
        result = CliRunner().invoke(content, ["hsds", *command, *named], catch_exceptions=False)
        assert result.exit_code == 0, result.output


@pytest.mark.parametrize("form", ["json", "csv"])
def test_what_went_out_and_comes_back_changes_nothing(pack: TinyPack, tmp_path: Path, form: str) -> None:
    out, new = tmp_path / "out", tmp_path / "new"
    run(pack, "export", "--format", form, "--to", out)
    said = ["3 services read.", "Nothing differs from the packs, so nothing was written."]
    assert run(pack, "import", out, "--to", new) == said
    assert not new.exists()


def test_what_a_partner_changed_is_told_and_written_beside_the_packs(pack: TinyPack, tmp_path: Path) -> None:
    out, new = tmp_path / "out", tmp_path / "new"
    run(pack, "export", "--lang", "en", "--to", out)
    file = out / "en" / "services.json"
    page = json.loads(file.read_text("utf-8"))
    page["contents"] = [thing for thing in page["contents"] if thing["x_key"] == "al_office"]
    page["contents"][0]["assured_date"] = "2027-01-05"
    file.write_text(json.dumps(page), "utf-8")
    assert run(pack, "import", out / "en", "--to", new) == [
        "1 services read.",
        "  al_office: verified",
        "2 services of the packs are not in the package; they stay as they are.",
        f"1 files written to {new}. Comments of the packs are not in them.",
        "Compare them with the packs, take over what is right, then run 'udha content check'.",
    ]
    assert names(new) == {"core/services/kukes.yaml"}
    assert "on: 2027-01-05" in (new / "core" / "services" / "kukes.yaml").read_text("utf-8")


def test_alone_everything_is_new_and_what_was_withheld_is_told(pack: TinyPack, tmp_path: Path) -> None:
    out, new = tmp_path / "out", tmp_path / "new"
    run(pack, "export", "--to", out)
    said = run(pack, "import", out, "--to", new, "--alone")
    assert {"  al_office: new", "  al_line: new", "  al_hidden: new"} < set(said)
    assert "  al_hidden: phones not in the package, and not known here. Look whether it can be used." in said
    assert {"al/services/national.yaml", "al/sq/services/national.yaml"} < names(new)


def test_our_own_copy_is_whole_and_says_that_it_is_not_for_others(pack: TinyPack, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (said,) = run(pack, "export", "--lang", "sq", "--with-hidden", "--to", out)
    assert said.endswith("Do not pass it on.")
    assert "116 006" in (out / "sq" / "services.json").read_text("utf-8")


def test_an_older_package_is_written_over_and_nothing_else(pack: TinyPack, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(pack, "export", "--to", out)
    run(pack, "export", "--to", out)
    with pytest.raises(ExchangeError, match=r"holds something else: services\.json"):
        run(pack, "export", "--format", "csv", "--to", out)


def test_files_of_the_packs_are_never_written_over(pack: TinyPack, tmp_path: Path) -> None:
    run(pack, "export", "--to", tmp_path / "out")
    with pytest.raises(ExchangeError, match="is not empty"):
        run(pack, "import", tmp_path / "out", "--to", pack.root)


def test_a_folder_without_a_package_is_told(pack: TinyPack, tmp_path: Path) -> None:
    with pytest.raises(ExchangeError, match="There is no package"):
        run(pack, "import", tmp_path / "nowhere", "--to", tmp_path / "new")


def test_a_package_that_is_not_utf_8_is_told(pack: TinyPack, tmp_path: Path) -> None:
    (tmp_path / "services.json").write_bytes(b"\xff")
    with pytest.raises(ExchangeError, match=r"services\.json' is not UTF-8 text"):
        run(pack, "import", tmp_path, "--to", tmp_path / "new")


def test_packs_with_faults_are_not_compared(pack: TinyPack, tmp_path: Path) -> None:
    run(pack, "export", "--to", tmp_path / "out")
    pack.change("pack.yaml", "name: core", "nam: core")
    with pytest.raises(ExchangeError, match="The packs have faults"):
        run(pack, "import", tmp_path / "out", "--to", tmp_path / "new")


def test_a_package_without_a_licence_is_not_made(pack: TinyPack, tmp_path: Path) -> None:
    (pack.root / "LICENSE").unlink()
    with pytest.raises(ExchangeError, match="how it may be passed on"):
        run(pack, "export", "--to", tmp_path / "out")


def test_a_language_that_no_pack_has_is_told(pack: TinyPack, tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="no language 'sr'"):
        run(pack, "export", "--lang", "sr", "--to", tmp_path / "out")
