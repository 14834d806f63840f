"""`udha content check`, as an editor sees it."""

from typer.testing import CliRunner

from bot.cli import app
from tests.checks.test_readability import HARD
from tests.checks.tiny_pack import TinyPack


def test_errors_come_first_and_advice_apart_from_them(pack: TinyPack) -> None:
    pack.change("en/help/helplines.yaml", "details: All about lines.", f"details: {HARD}")
    pack.change("topics/help/police.yaml", "related: [helplines]", "related: [gone]")
    result = CliRunner().invoke(app, ["content", "check", str(pack.root)])
    errors, advice, total = result.stdout.split("\n\n")
    assert "There is no topic 'gone'." in errors
    assert "advice:" not in errors
    assert "hard to read" in advice
    assert all(": advice: " in line for line in advice.splitlines())
    assert total == f"{len(errors.splitlines())} errors, {len(advice.splitlines())} pieces of advice.\n"
    assert result.exit_code == 1
