"""`udha report`, as a programme manager uses it."""

import asyncio
import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
import typer
from sqlalchemy import text
from typer.testing import CliRunner, Result

from bot import cli
from bot.conversation.state import Count
from bot.exports.errors import NoSuchReport
from bot.language.phrases import Speaker
from bot.packs.assets import Packs
from bot.report_command import Making, register
from bot.reports.report import Column, Report, Section
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.version import HEAD, current, make_ready
from bot.usage import counts
from tests.builders import TODAY
from tests.checks.tiny_pack import TinyPack
from tests.tallied import tallied


@dataclass
class FakeReporting:
    """Notes what it is asked for, and makes a report of it with a single number in it."""

    asked: list[object] = field(default_factory=list)
    periods: list[tuple[str, str]] = field(default_factory=list)
    notes: tuple[str, ...] = ("November is not over.",)

    async def publish(self, database: Database, packs: Packs, today: date) -> None:
        self.asked.append(("publish", await current(database), sorted(packs.languages), today))

    async def report(  # noqa: PLR0913, PLR0917 -- as the real one
        self, name: str, database: Database, packs: Packs, say: Speaker, first: date, last: date, today: date
    ) -> Report:
        assert await current(database)
        self.asked.append((name, say.language, today))
        self.periods.append((str(first), str(last)))
        section = Section(
            "topics", "Topics", (Column("Topic", "text"), Column("Opened")), (("Azili", len(packs.topics)),)
        )
        return Report(name, "Use", first, last, today, say.language, (section,), self.notes)

    @property
    def period(self) -> tuple[str, str]:
        """The first and the last day that were asked for."""
        return self.periods[-1]


@dataclass
class Terminal:
    """Where somebody types the command; the database is a real one."""

    settings: Settings
    reporting: FakeReporting

    def run(self, *options: str, today: date = TODAY) -> Result:
        app = typer.Typer()
        making = Making(self.reporting.publish, self.reporting.report)
        register(app, lambda: self.settings, lambda: today, lambda: making)
        app.callback()(lambda: None)
        return CliRunner().invoke(app, ["report", *options])

    def refused(self, *options: str, today: date = TODAY) -> str:
        """The sentence, for what ends with exit code 1."""
        result = self.run(*options, today=today)
        assert isinstance(result.exception, NoSuchReport), result.output
        assert self.reporting.asked == []
        return str(result.exception)


@pytest.fixture
def terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    settings = Settings(database_url=f"sqlite:///{tmp_path / 'udha.db'}", content_dir=TinyPack.copied_to(tmp_path).root)
    return Terminal(settings, FakeReporting())


def test_what_is_over_is_published_before_the_report_is_made(terminal: Terminal) -> None:
    assert terminal.run("usage").exit_code == 0
    publishing, report = terminal.reporting.asked
    assert publishing == ("publish", HEAD, ["en", "sq"], TODAY)
    assert report == ("usage", "sq", TODAY)


def test_without_options_it_is_a_table_of_the_last_quarter_in_albanian(terminal: Terminal) -> None:
    result = terminal.run("usage")
    assert result.stdout.startswith("Use\n1 korrik \N{EN DASH} 30 shtator 2026.")
    assert "November is not over." in result.stdout
    assert result.stderr == ""


@pytest.mark.parametrize(
    ("options", "period"),
    [
        (("--from", "2026-10-01", "--to", "2026-10-31"), ("2026-10-01", "2026-10-31")),
        (("--from", "2026-Q1", "--to", "2026-Q2"), ("2026-01-01", "2026-06-30")),
        (("--from", "2026", "--to", "2026"), ("2026-01-01", "2026-12-31")),
        (("--from", "2026-05"), ("2026-05-01", "2026-11-21")),
        ((), ("2026-07-01", "2026-09-30")),
    ],
)
def test_a_period_goes_from_the_beginning_of_the_one_to_the_end_of_the_other(
    terminal: Terminal, options: tuple[str, ...], period: tuple[str, str]
) -> None:
    assert terminal.run("usage", *options).exit_code == 0
    assert terminal.reporting.period == period


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--from", "1.10.2026"), "'1.10.2026' is no date that Udha knows."),
        (("--from", "2026-10", "--to", "soon"), "'soon' is no date that Udha knows."),
        (("--to", "2026-10"), "Say with --from where the period begins, too."),
        (("--from", "2026-10", "--to", "2026-09"), "would end on 2026-09-30, before it begins on 2026-10-01."),
        (("--from", "2026-Q4", "--to", "2026-Q3"), "Look at --from and --to."),
        (("--from", "2027"), "No day since 2027-01-01 is over yet"),
        (("--format", "pdf"), "There is no form 'pdf'. There are: table, csv, xlsx, json."),
        (("--out", "report.pdf"), "There is no form 'pdf'."),
        (("--lang", "de"), "There is no language 'de'. There are: sq, en."),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(terminal: Terminal, options: tuple[str, ...], said: str) -> None:
    assert said in terminal.refused("usage", *options)


def test_an_unknown_report_is_answered_with_those_there_are(terminal: Terminal) -> None:
    assert terminal.refused("use") == ("There is no report 'use'. There are: indicators, usage, needs, content, desk.")


@pytest.mark.parametrize("options", [(), ("usage", "--colour", "red"), ("usage", "desk")])
def test_a_command_that_is_written_wrongly_ends_with_2(terminal: Terminal, options: tuple[str, ...]) -> None:
    assert terminal.run(*options).exit_code == 2


def test_csv_and_json_are_alone_on_the_standard_output_and_the_notes_beside_it(terminal: Terminal) -> None:
    result = terminal.run("usage", "--format", "json", "--lang", "en")
    assert json.loads(result.stdout)["language"] == "en"
    assert result.stderr == "November is not over.\n"
    result = terminal.run("usage", "--format", "CSV")
    assert result.stdout_bytes.startswith(b"\xef\xbb\xbf_report,name,usage")
    assert result.stderr == "November is not over.\n"


def test_a_workbook_is_written_into_the_working_folder_and_its_name_is_told(terminal: Terminal) -> None:
    result = terminal.run("usage", "--format", "xlsx")
    assert result.stdout == "The report is in udha-usage-2026-Q3-sq.xlsx.\n"
    assert Path("udha-usage-2026-Q3-sq.xlsx").read_bytes().startswith(b"PK")
    assert [path.name for path in Path().iterdir()] == ["udha-usage-2026-Q3-sq.xlsx"]


@pytest.mark.parametrize(
    ("name", "beginning"),
    [("a.xlsx", b"PK"), ("a.csv", b"\xef\xbb\xbf"), ("a.json", b"{"), ("a.txt", b"Use\n"), ("A.CSV", b"\xef\xbb\xbf")],
)
def test_the_name_of_the_file_says_the_form(terminal: Terminal, name: str, beginning: bytes) -> None:
    assert terminal.run("usage", "--out", f"new/{name}").stdout == f"The report is in new/{name}.\n"
    assert Path("new", name).read_bytes().startswith(beginning)


def test_a_form_that_is_asked_for_wins_over_the_name(terminal: Terminal) -> None:
    assert terminal.run("usage", "--format", "csv", "--out", "a.txt").exit_code == 0
    assert Path("a.txt").read_bytes().startswith(b"\xef\xbb\xbf")


def test_in_a_folder_the_file_gets_its_own_name(terminal: Terminal) -> None:
    Path("reports").mkdir()
    terminal.run("desk", "--format", "csv", "--out", "reports", "--lang", "en")
    assert [path.name for path in Path("reports").iterdir()] == ["udha-desk-2026-Q3-en.csv"]


def test_a_file_that_cannot_be_written_leaves_nothing_behind(terminal: Terminal) -> None:
    Path("file").touch()
    result = terminal.run("usage", "--out", "file/a.csv")
    assert result.exit_code == 2
    assert "cannot be written" in result.output
    assert [path.name for path in Path().iterdir()] == ["file"]


def test_a_database_of_another_version_is_refused_and_nothing_is_published(terminal: Terminal) -> None:
    async def make_old() -> None:
        database = Database.open(terminal.settings.database_url)
        await make_ready(database)
        async with database.transaction() as tx:
            await tx.execute(text("UPDATE alembic_version SET version_num = '0001'"))
        await database.close()

    asyncio.run(make_old())
    result = terminal.run("usage")
    assert (result.exit_code, str(result.exception)[:31]) == (1, "The database has version 0001, ")
    assert terminal.reporting.asked == []


def test_the_database_is_free_again_afterwards(terminal: Terminal) -> None:
    assert terminal.run("usage").exit_code == 0
    assert terminal.run("desk").exit_code == 0


def test_udha_has_the_command() -> None:
    result = CliRunner().invoke(cli.app, ["report", "--help"])
    assert result.exit_code == 0
    assert "udha report" in result.output


async def _counted(url: str) -> None:
    database = Database.open(url)
    await make_ready(database)
    async with database.transaction() as tx:
        await counts.add(tx, tallied([Count("case_opened", "asylum-facts")] * 50, "sq", date(2026, 1, 15)))
    await database.close()


def test_nothing_but_the_report_is_on_standard_output_even_when_something_is_published_first(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'udha.db'}"
    asyncio.run(_counted(url))
    command = [
        sys.executable,
        "-m",
        "bot",
        "report",
        "desk",
        "--from",
        "2026-01",
        "--to",
        "2026-01",
        "--format",
        "json",
    ]
    ran = subprocess.run(  # noqa: S603 -- our own command
        command, env={**os.environ, "UDHA_DATABASE_URL": url}, capture_output=True, text=True, check=True
    )
    assert json.loads(ran.stdout)["name"] == "desk"
