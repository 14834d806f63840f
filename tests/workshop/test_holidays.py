"""Years of public holidays that a pack does not have are added, and nothing that stands there is changed."""

from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from bot.packs.loader import read
from bot.workshop.holidays import register
from tests.checks.tiny_pack import TODAY, TinyPack

FILE = "../albania/holidays.yaml"


@pytest.fixture
def pack(tmp_path: Path) -> TinyPack:
    copied = TinyPack.copied_to(tmp_path)
    copied.give_albania_its_own()
    return copied


def run(pack: TinyPack, *arguments: str) -> tuple[int, str]:
    app = typer.Typer()
    register(app, lambda: pack.root, lambda: TODAY)
    app.callback()(lambda: None)
    result = CliRunner().invoke(app, ["holidays", *arguments])
    return result.exit_code, result.output or str(result.exception)


def test_the_first_time_it_makes_the_file_with_the_days_that_stand_for_a_weekend(pack: TinyPack) -> None:
    code, said = run(pack, "--until", "2027")
    assert (code, said) == (0, "AL: 47 days of 2026, 2027 added to albania/holidays.yaml; 3 are estimated.\n")
    text = pack.path(FILE).read_text("utf-8")
    assert '  - {on: 2026-11-28, name: "Dita Flamurit dhe e Pavarësisë"}\n' in text
    assert '  - {on: 2026-11-30, name: "Dita Flamurit dhe e Pavarësisë (ditë pushimi e shtyrë)"}\n' in text
    assert '  - {on: 2027-03-09, name: "Dita e Bajramit të Madh", estimated: true}\n' in text
    assert read(pack.root).errors == []


def test_a_year_that_stands_there_is_left_as_an_editor_wrote_it(pack: TinyPack) -> None:
    run(pack, "--until", "2026")
    corrected = pack.path(FILE).read_text("utf-8").replace("2026-11-30", "2026-12-02  # as decided")
    corrected = corrected.replace("  # as decided, ", ", ").replace("checked: 2026-11-22", "checked: 2026-01-01")
    pack.path(FILE).write_text(corrected + "  # a word of an editor\n", "utf-8")
    code, said = run(pack, "--until", "2027")
    text = pack.path(FILE).read_text("utf-8")
    assert (code, said) == (0, "AL: 24 days of 2027 added to albania/holidays.yaml; 3 are estimated.\n")
    assert text.startswith(
        corrected.replace("2026-01-01}", "2026-11-22}") + "  # a word of an editor\n  - {on: 2027-01-01"
    )


def test_where_nothing_is_missing_nothing_is_written(pack: TinyPack) -> None:
    run(pack, "--until", "2026")
    text = pack.path(FILE).read_text("utf-8")
    assert run(pack, "--until", "2026") == (0, "AL: nothing to add.\n")
    assert pack.path(FILE).read_text("utf-8") == text


@pytest.mark.parametrize("year", ["2025", "2037"])
def test_a_year_that_is_past_or_too_far_is_refused(pack: TinyPack, year: str) -> None:
    code, said = run(pack, "--until", year)
    assert code == 2
    assert "2026 to 2036" in said


def test_a_file_with_faults_is_left_alone(pack: TinyPack) -> None:
    pack.add(FILE, "country: AL\n")
    code, said = run(pack, "--until", "2026")
    assert code == 1
    assert "has faults. Run 'udha content check'" in said
    assert pack.path(FILE).read_text("utf-8") == "country: AL\n"


def test_a_list_that_does_not_stand_last_is_left_alone(pack: TinyPack) -> None:
    run(pack, "--until", "2026")
    head, listed = pack.path(FILE).read_text("utf-8").split("country: AL\n")
    turned = head + listed + "country: AL\n"
    pack.path(FILE).write_text(turned, "utf-8")
    code, said = run(pack, "--until", "2027")
    assert code == 1
    assert "let its list stand last" in said
    assert pack.path(FILE).read_text("utf-8") == turned


def test_a_country_that_the_library_does_not_know_is_told(pack: TinyPack) -> None:
    pack.add("../nowhere/pack.yaml", "{name: nowhere, title: N, languages: [en], countries: [QQ], owner: editors}\n")
    code, said = run(pack, "--until", "2026")
    assert code == 1
    assert "cannot tell those of QQ. Write its file by hand." in said
    assert not pack.path(FILE).exists()
