"""The list of what has to be checked again, as an editor reads it."""

from datetime import date
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from bot.workshop.due import register
from tests.checks.tiny_pack import TinyPack


@pytest.fixture
def pack(tmp_path: Path) -> TinyPack:
    copied = TinyPack.copied_to(tmp_path)
    copied.give_it_a_calendar("2030-12-03")
    copied.add("../kosovo/pack.yaml", "{name: kosovo, title: K, languages: [en], countries: [XK], owner: prishtina}\n")
    copied.add(
        "../kosovo/topics/help/police.yaml",
        "reviewed: 2026-11-01\nreview_by: 2026-12-24\nwithhold_after: 2027-06-30\n",
    )
    return copied


def said(pack: TinyPack, today: date, *arguments: str) -> tuple[int, list[str]]:
    app = typer.Typer()
    register(app, lambda: pack.root, lambda: today)
    app.callback()(lambda: None)
    result = CliRunner().invoke(app, ["due", *arguments])
    return result.exit_code, result.output.splitlines()


def test_what_is_due_is_listed_by_owner_with_the_days_that_are_left(pack: TinyPack) -> None:
    assert said(pack, date(2026, 12, 14)) == (0, ["prishtina: 1", "  2026-12-24  in 10 days        topic police (XK)"])


def test_what_is_late_and_what_is_withheld_already_is_told(pack: TinyPack) -> None:
    assert "  2026-12-24  7 days late       topic police (XK)" in said(pack, date(2026, 12, 31))[1]
    assert "  2026-12-24  withheld now      topic police (XK)" in said(pack, date(2027, 7, 1))[1]


def test_where_nothing_is_due_the_next_one_is_named(pack: TinyPack) -> None:
    assert said(pack, date(2026, 11, 22), "--within", "1w") == (
        0,
        ["Nothing is due until 2026-11-29. Next is police, by 2026-12-24."],
    )


@pytest.mark.parametrize(("within", "found"), [("32d", True), ("31d", False), ("4w", False), ("2m", True)])
def test_how_far_ahead_is_said_in_days_weeks_or_months(pack: TinyPack, within: str, *, found: bool) -> None:
    assert ("prishtina: 1" in said(pack, date(2026, 11, 22), "--within", within)[1]) == found


@pytest.mark.parametrize("within", ["soon", "30", "3y", "-3d"])
def test_a_span_that_is_none_is_refused_with_an_example(pack: TinyPack, within: str) -> None:
    code, lines = said(pack, date(2026, 11, 22), f"--within={within}")
    assert code == 2
    assert any("30d" in line for line in lines)


def test_a_calendar_that_runs_dry_is_told_beforehand(pack: TinyPack) -> None:
    assert "  2030-12-03  in 23 days        activities core" in said(pack, date(2030, 11, 10))[1]
    assert "  2030-12-03  7 days late       activities core" in said(pack, date(2030, 12, 10))[1]


def test_a_country_without_any_activity_is_named(pack: TinyPack) -> None:
    pack.remove("activities/kukes.yaml", "sq/activities/kukes.yaml", "en/activities/kukes.yaml")
    last = said(pack, date(2026, 11, 22))[1][-1]
    assert last == 'No activity for AL: clients see nothing under "What is on" (docs/editors.md).'
