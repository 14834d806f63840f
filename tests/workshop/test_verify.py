from datetime import date
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from bot.packs.verifying import services_in
from bot.workshop.verify import register
from tests.checks.tiny_pack import TINY, TODAY, TinyPack

FILE = "services/kukes.yaml"
WHOLE = (TINY / "core" / FILE).read_text("utf-8")


@pytest.fixture
def pack(tmp_path: Path) -> TinyPack:
    return TinyPack.copied_to(tmp_path)


def run(pack: TinyPack, *arguments: str) -> tuple[int, str]:
    app = typer.Typer()
    register(app, lambda: Path("content"), lambda: TODAY)

    @app.callback()
    def _nothing() -> None:
        """Make `verify` a command with a name, as it is in `udha content`."""

    result = CliRunner().invoke(app, ["verify", *arguments, "--content-dir", str(pack.root)])
    return result.exit_code, result.output or str(result.exception)


def test_a_call_is_written_into_the_file_and_told(pack: TinyPack) -> None:
    code, said = run(pack, "al_office", "--how", "call", "--by-role", "counsellor", "--on", "2026-11-20")
    assert (code, said) == (
        0,
        "al_office: checked on 2026-11-20 (call, counsellor); check it again by 2027-05-20.\n",
    )
    office, line = services_in(pack.path(FILE).read_text("utf-8"))
    assert (office.verified.on, office.verified.how, office.verified.by_role) == (
        date(2026, 11, 20),
        "call",
        "counsellor",
    )
    assert (office.phone_status, office.recheck_by) == ("confirmed", date(2027, 5, 20))
    assert line == services_in(WHOLE)[1]
    assert pack.problems() == []


def test_without_a_day_it_was_today_and_an_editor(pack: TinyPack) -> None:
    assert "checked on 2026-11-22 (visit, editor)" in run(pack, "al_line", "--how", "visit")[1]


def test_what_clients_will_still_read_is_told(pack: TinyPack) -> None:
    assert "Clients still read that it is not confirmed" in run(pack, "al_line", "--how", "source")[1]
    said = run(pack, "al_office", "--how", "visit", "--phone", "unconfirmed")[1]
    assert "because its phone is not. If it is: --phone confirmed." in said


def test_a_number_that_comes_out_of_hiding_is_named(pack: TinyPack) -> None:
    pack.change(FILE, "phone_status: confirmed", "phone_status: hidden")
    assert "Its phone stays hidden from clients." in run(pack, "al_office", "--how", "call")[1]
    said = run(pack, "al_office", "--how", "call", "--phone", "confirmed")[1]
    assert "Clients see now what was hidden: +355 24 22 22 22." in said


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["al_ofice", "--how", "call"], "There is no service 'al_ofice'. Did you mean al_office"),
        (["zzz", "--how", "call"], "There is no service 'zzz'. The ids stand in the services/ folders"),
        (["al_office", "--how", "call", "--on", "2026-11-23"], "2026-11-23 is in the future."),
        (["al_office", "--how", "call", "--on", "2026-01-01"], "holds until 2026-07-01, which is over."),
        (["al_office", "--how", "rumour"], "'call', 'visit', 'source'"),
        (["al_office", "--how", "call", "--phone", "maybe"], "'unconfirmed', 'hidden'"),
        (["al_office", "--how", "call", "--on", "yesterday"], "yesterday"),
        (["al_office"], "--how"),
    ],
)
def test_what_cannot_be_recorded_is_said_and_nothing_is_written(
    pack: TinyPack, arguments: list[str], sentence: str
) -> None:
    code, said = run(pack, *arguments)
    assert code != 0
    assert sentence in " ".join(said.replace("│", "").split())
    assert pack.path(FILE).read_text("utf-8") == WHOLE


def test_a_file_with_faults_is_left_alone(pack: TinyPack) -> None:
    pack.change(FILE, "organisation: The line", "organisatoin: The line")
    broken = pack.path(FILE).read_bytes()
    assert "has faults" in run(pack, "al_office", "--how", "call")[1]
    assert pack.path(FILE).read_bytes() == broken


def test_other_files_may_have_any_fault(pack: TinyPack) -> None:
    pack.add("services/a.yaml", "services: [1, {")
    pack.add("services/b.yaml", "services: nothing")
    pack.add("services/c.yaml", "- no services")
    pack.add("services/d.yaml", "services: [text]")
    assert run(pack, "al_office", "--how", "call")[0] == 0


def test_a_file_keeps_its_rights_and_nothing_is_left_beside_it(pack: TinyPack) -> None:
    path = pack.path(FILE)
    path.chmod(0o640)
    beside = sorted(path.parent.iterdir())
    run(pack, "al_office", "--how", "call")
    assert path.stat().st_mode & 0o777 == 0o640
    assert sorted(path.parent.iterdir()) == beside


def test_a_link_to_a_file_stays_a_link(pack: TinyPack, tmp_path: Path) -> None:
    path = pack.path(FILE)
    real = path.rename(tmp_path / "real.yaml")
    path.symlink_to(real)
    run(pack, "al_office", "--how", "visit")
    assert path.is_symlink()
    assert services_in(real.read_text("utf-8"))[0].verified.how == "visit"
