"""`udha content flow`, as an editor runs it."""

import json
from datetime import date
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from bot.errors import ContentError
from bot.workshop.flow import DANGER, register
from tests.checks.tiny_pack import TODAY, TinyPack

HEAD = """\
version: 1
section: help
minutes: 1
audience: [everyone]
countries: [AL]
sources: {one: {title: A source, url: "https://example.org/one", dated: "2025", checked: 2026-11-22}}
reviewed: 2026-11-22
review_by: 2027-11-22
withhold_after: 2028-05-22
"""
STEPS = """\
steps: [{id: safe, ask: yes_no}]
results: [{id: all, sources: [one]}]
"""
WORDS = """\
title: A small guide
label: A guide
intro: One question.
steps: {safe: {ask: Are you safe?}}
results: {all: {title: That is all, text: Thank you.}}
"""


@pytest.fixture
def pack(tmp_path: Path) -> TinyPack:
    """With a guide in two languages."""
    pack = TinyPack.copied_to(tmp_path)
    pack.add("guides/small.yaml", HEAD + STEPS)
    for language in ("sq", "en"):
        pack.add(f"{language}/guides/small.yaml", WORDS)
    return pack


def run(pack: TinyPack, *arguments: str | Path, today: date = TODAY) -> Result:
    app = typer.Typer()
    register(app, lambda: pack.root, lambda: today)
    app.callback()(lambda: None)
    result = CliRunner().invoke(app, ["flow", *map(str, arguments)])
    if isinstance(result.exception, ContentError):
        raise result.exception
    return result


def test_a_guide_is_shown_as_a_flow(pack: TinyPack) -> None:
    result = run(pack, "small")
    assert (result.exit_code, result.stderr) == (0, "")
    assert json.loads(result.stdout)["name"] == "A small guide"


def test_a_guide_is_written_as_it_is_shown(pack: TinyPack, tmp_path: Path) -> None:
    to = tmp_path / "flows" / "small.json"
    assert run(pack, "small", "--to", to).output == f"The guide 'small' is in {to}.\n"
    assert to.read_text("utf-8") == run(pack, "small").stdout


def test_whoever_exports_answers_that_tell_of_danger_is_warned(pack: TinyPack, tmp_path: Path) -> None:
    pack.change("guides/small.yaml", "ask: yes_no}", 'ask: yes_no, answers: [{id: "no", signal: trafficking}]}')
    assert run(pack, "small", "--to", tmp_path / "small.json").stderr == f"{DANGER}\n"


def test_an_unknown_guide_is_refused_with_those_there_are(pack: TinyPack) -> None:
    with pytest.raises(ContentError, match=r"There is no guide 'big'\. There are: small\."):
        run(pack, "big")


def test_what_is_too_old_to_be_shown_is_not_passed_on(pack: TinyPack) -> None:
    assert run(pack, "small", today=date(2028, 5, 22)).exit_code == 0
    with pytest.raises(ContentError, match="too old"):
        run(pack, "small", today=date(2028, 5, 23))


def test_a_guide_without_all_words_is_refused(pack: TinyPack) -> None:
    pack.change("en/guides/small.yaml", "safe:", "free:")
    with pytest.raises(ContentError, match="'steps/safe' of 'small' has no words in 'en'"):
        run(pack, "small")


def test_a_place_that_cannot_be_written_is_named(pack: TinyPack, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    result = run(pack, "small", "--to", tmp_path / "file" / "small.json")
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr
