"""What gets into a log: the keys of the allow-list, with their values as they were given, and nothing else."""

import ast
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st

from bot import logs
from bot.logs import ALLOWED, only_allowed

ADDED = {"level", "timestamp"}
"""Keys that the log itself fills in."""


@pytest.fixture(autouse=True)
def _own_logs() -> Iterator[None]:
    yield
    structlog.reset_defaults()


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    written = capsys.readouterr()
    assert written.out == ""
    return [json.loads(line) for line in written.err.splitlines()]


def test_every_allowed_key_is_written_as_it_was_given(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure("INFO")
    given = {key: f"{key} value" for key in ALLOWED - ADDED - {"event"}} | {"count": 3, "seconds": 0.5}
    logs.get().info("something_happened", **given)
    (line,) = lines(capsys)
    assert {key: line[key] for key in given} == given
    assert (line["event"], line["level"]) == ("something_happened", "info")
    assert line["timestamp"].endswith("Z")


@pytest.mark.parametrize("key", ["text", "name", "chat", "chat_id", "username", "lat", "token", "exc_info", "stack"])
def test_what_could_tell_of_somebody_never_gets_into_a_log(capsys: pytest.CaptureFixture[str], key: str) -> None:
    logs.configure("DEBUG")
    logs.get().error("something_happened", **{key: "Arta, +355 69 765 43 21"})
    assert "Arta" not in str(lines(capsys))


def test_what_was_bound_before_gets_in_no_more_easily(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure("INFO")
    logs.get().bind(chat=4815162342, case=7).warning("something_happened")
    (line,) = lines(capsys)
    assert line.keys() - ADDED == {"event", "case"}


def test_a_level_below_the_one_that_was_set_is_not_written(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure("WARNING")
    log = logs.get()
    log.info("unimportant")
    log.warning("important")
    assert [line["event"] for line in lines(capsys)] == ["important"]


@given(st.dictionaries(st.text() | st.sampled_from(sorted(ALLOWED)), st.integers() | st.text()))
def test_only_keys_of_the_list_pass_and_their_values_are_not_touched(line: dict[str, Any]) -> None:
    assert only_allowed(None, "info", dict(line)) == {key: line[key] for key in line.keys() & ALLOWED}


LEVELS = {"debug", "info", "warning", "error"}


def said_to_a_log(tree: ast.Module) -> Iterator[ast.Call]:
    """The calls that write a line: on `logs.get()`, `log` or `self._log`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in LEVELS:
            yield node


@pytest.mark.parametrize("path", sorted((Path(__file__).parents[1] / "bot").rglob("*.py")), ids=lambda path: path.stem)
def test_no_part_of_the_program_says_what_the_log_would_leave_out(path: Path) -> None:
    keys = {word.arg for call in said_to_a_log(ast.parse(path.read_text("utf-8"))) for word in call.keywords}
    assert keys <= ALLOWED
