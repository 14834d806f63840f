"""The command that makes a provider's link."""

from datetime import date
from pathlib import Path

import typer
from typer.testing import CliRunner

from bot.console.links import Link, opened
from bot.settings import Settings
from bot.workshop.invite import register
from tests.checks.tiny_pack import TINY
from tests.storage.storing import TODAY, VAULT

SETTINGS = Settings(secret_key="a secret of some length", content_dir=TINY, http_port=8080)


def run(*arguments: str, settings: Settings = SETTINGS) -> tuple[int, str]:
    app = typer.Typer()
    register(app, lambda: settings, lambda: TODAY)
    app.callback()(lambda: None)
    result = CliRunner().invoke(app, ["invite", *arguments])
    return result.exit_code, result.output or str(result.exception)


def test_the_link_leads_to_the_form_of_this_service_for_thirty_days() -> None:
    code, said = run("al_office")
    link, sentence = said.splitlines()
    assert code == 0
    assert link.startswith("http://127.0.0.1:8080/p/")
    assert opened(VAULT, link.rpartition("/")[2]) == Link("al_office", date(2026, 12, 22))
    assert sentence.startswith("It works until 2026-12-22")


def test_it_begins_with_the_address_that_the_operator_gave_and_ends_when_the_editor_says() -> None:
    outside = SETTINGS.model_copy(update={"console_url": "https://udha.example/forms/"})
    link = run("al_line", "--days", "7", settings=outside)[1].splitlines()[0]
    assert link.startswith("https://udha.example/forms/p/")
    assert opened(VAULT, link.rpartition("/")[2]) == Link("al_line", date(2026, 11, 29))


def test_what_cannot_be_invited_is_said_in_a_sentence(tmp_path: Path) -> None:
    assert "There is no service 'al_ofice'. Did you mean al_office" in run("al_ofice")[1]
    assert "greater than or equal to 1" in run("al_office", "--days", "0")[1]
    assert "UDHA_SECRET_KEY is not set" in run("al_office", settings=Settings(content_dir=TINY, secret_key=None))[1]
    assert "There is no service" in run("al_office", "--content-dir", str(tmp_path))[1]
