"""The commands with which an editor decides on what providers wrote."""

import asyncio
from datetime import date
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from bot.packs.correction import Change, Correction
from bot.packs.verifying import services_in
from bot.settings import Settings
from bot.storage import proposals
from bot.storage.database import Database
from bot.storage.version import make_ready
from bot.workshop.proposals import register
from tests.checks.tiny_pack import TODAY, TinyPack
from tests.storage.storing import VAULT

FILE = "services/kukes.yaml"
SQ = "sq/services/kukes.yaml"
HOURS = Change(field="hours", new="Mo-Fr 08:00-16:00")
NAME = Change(field="name", language="sq", old="The office (sq)", new="Zyra")


class Office:
    """An editor's terminal over a copy of the tiny pack."""

    def __init__(self, folder: Path, url: str) -> None:
        self.pack = TinyPack.copied_to(folder)
        self.settings = Settings(secret_key="a secret of some length", content_dir=self.pack.root, database_url=url)

    def given(self, *changes: Change, remark: str = "", service: str = "al_office") -> None:
        async def work() -> None:
            database = Database.open(self.settings.database_url)
            await make_ready(database)
            async with database.transaction() as tx:
                await proposals.put(tx, VAULT, service, Correction(changes=changes, remark=remark), date(2026, 11, 20))
            await database.close()

        asyncio.run(work())

    def run(self, *arguments: str) -> tuple[int, str]:
        app = typer.Typer()
        register(app, lambda: self.settings, lambda: TODAY)
        result = CliRunner().invoke(app, arguments)
        return result.exit_code, result.output or str(result.exception)

    def files(self) -> dict[str, bytes]:
        return {path.as_posix(): path.read_bytes() for path in self.pack.root.rglob("*.yaml")}

    def lines(self, file: str) -> list[str]:
        return self.pack.path(file).read_text("utf-8").splitlines()


@pytest.fixture
def office(database_url: str, tmp_path: Path) -> Office:
    return Office(tmp_path, database_url)


def test_what_waits_is_listed_with_what_it_changes(office: Office) -> None:
    assert office.run("proposals")[1].startswith("None: no provider has sent anything")
    office.given(HOURS, NAME, Change(field="women_staff", old=False, new=True), remark="Since May.")
    office.given(service="al_line")
    office.given(remark="We have moved.")
    assert office.run("proposals") == (
        0,
        (
            "1  al_office  2026-11-20\n"
            "  hours: not known → Mo-Fr 08:00-16:00\n"
            "  name (sq): The office (sq) → Zyra\n"
            "  women_staff: not known → yes\n"
            "  remark: Since May.\n"
            "2  al_line  2026-11-20\n"
            "  all of it is right\n"
            "3  al_office  2026-11-20\n"
            "  changes nothing\n"
            "  remark: We have moved.\n"
            "Write one into the packs: udha content accept NUMBER. Drop it: udha content refuse NUMBER.\n"
        ),
    )


def test_an_accepted_one_is_written_with_its_check_and_nothing_else_moves(office: Office) -> None:
    before, facts, words = office.files(), office.lines(FILE), office.lines(SQ)
    office.given(HOURS, NAME)
    code, said = office.run("accept", "1")
    assert code == 0
    assert "al_office: checked on 2026-11-22 (provider, editor); check it again by 2027-05-22." in said
    assert "Its words are new in sq: bring its other languages into line." in said
    after = office.files()
    assert {path.rpartition("/core/")[2] for path in after if after[path] != before[path]} == {FILE, SQ}
    facts.insert(9, "    hours: 'Mo-Fr 08:00-16:00'")
    facts[facts.index("    verified: {on: 2026-11-01, how: source, by_role: editor}")] = (
        "    verified: {on: 2026-11-22, how: provider, by_role: editor}"
    )
    facts[facts.index("    recheck_by: 2027-05-01")] = "    recheck_by: 2027-05-22"
    assert office.lines(FILE) == facts
    words[1] = "  name: Zyra"
    assert office.lines(SQ) == words
    assert office.run("proposals")[1].startswith("None")


def test_a_word_that_all_is_right_is_a_check_of_its_own(office: Office) -> None:
    office.given()
    assert office.run("accept", "1", "--by-role", "counsellor")[0] == 0
    found = services_in(office.pack.path(FILE).read_text("utf-8"))[0]
    assert (found.verified.how, found.verified.by_role, found.phone_status) == ("provider", "counsellor", "confirmed")


def test_a_new_number_waits_for_a_call(office: Office) -> None:
    office.given(Change(field="phones", old=("+355 24 22 22 22",), new=("+355 24 33 33 33",)))
    said = office.run("accept", "1")[1]
    assert "Call +355 24 33 33 33; then udha content verify al_office --how call --phone confirmed." in said
    assert services_in(office.pack.path(FILE).read_text("utf-8"))[0].phone_status == "unconfirmed"


def test_a_hidden_number_stays_hidden(office: Office) -> None:
    office.pack.change(FILE, "phone_status: confirmed", "phone_status: hidden")
    office.given()
    assert "Its phone stays hidden from clients." in office.run("accept", "1")[1]


def test_what_is_left_to_do_is_said(office: Office) -> None:
    office.pack.change(FILE, "    reach: local", "    reach: local\n    position: {lat: 42.1, lon: 20.4}")
    office.pack.change(SQ, "  serves: Whoever looks for work", "  serves: Whoever looks for work\n  doubt: No address.")
    office.given(Change(field="address", new="Rruga 1"), remark="Ring twice.")
    said = office.run("accept", "1")[1]
    assert "Its address is new: is its position in the file still right?" in said
    assert "Its words in sq still say: No address." in said
    assert "The provider remarks: Ring twice." in said
    assert said.endswith("Run 'udha content check'. The bot says it after its next start.\n")


@pytest.mark.parametrize(
    ("file", "old", "new", "sentence"),
    [
        (
            FILE,
            "    phone_status: confirmed",
            "    phone_status: confirmed\n    hours: 24/7",
            "'hours' of 'al_office' has changed",
        ),
        (SQ, "The office (sq)", "Zyra jonë", "'name (sq)' of 'al_office' has changed"),
        (SQ, "al_office:", "al_offices:", "has no words in 'sq' any more"),
        (FILE, "  - id: al_office", "  - id: al_offices", "There is no service 'al_office'."),
        (FILE, "country: AL\n    place", "land: AL\n    place", "has faults"),
    ],
)
def test_where_the_files_say_something_else_by_now_nothing_is_written(
    office: Office, file: str, old: str, new: str, sentence: str
) -> None:
    office.given(HOURS, NAME)
    office.pack.change(file, old, new)
    before = office.files()
    code, said = office.run("accept", "1")
    assert (code, sentence in said) == (1, True)
    assert office.files() == before
    assert office.run("proposals")[1].startswith("1  al_office")


def test_accepting_again_what_was_written_before_a_power_cut_does_no_harm(office: Office) -> None:
    office.given(HOURS, NAME)
    office.given(HOURS, NAME)
    assert office.run("accept", "1")[0] == 0
    once = office.files()
    assert office.run("accept", "2")[0] == 0
    assert office.files() == once


def test_a_refused_one_is_gone_and_the_packs_stay(office: Office) -> None:
    before = office.files()
    office.given(HOURS)
    assert office.run("refuse", "1") == (0, "1 is gone; nothing was changed.\n")
    assert office.run("proposals")[1].startswith("None")
    assert office.files() == before


@pytest.mark.parametrize("command", ["accept", "refuse"])
def test_a_number_that_nothing_has_is_said(office: Office, command: str) -> None:
    code, said = office.run(command, "7")
    assert code == 2
    assert "Nothing waits under 7." in said


def test_with_another_secret_key_nothing_is_opened(office: Office) -> None:
    office.given(HOURS)
    assert office.run("proposals")[0] == 0
    office.settings = office.settings.model_copy(update={"secret_key": "another secret of some length"})
    assert "UDHA_SECRET_KEY is not the key" in office.run("proposals")[1]
