"""A problem at its line: what every rule says it with."""

from collections.abc import Sequence
from pathlib import Path

from bot.checks.passages import Passage
from bot.packs.problem import Problem, Severity
from bot.packs.yaml_file import Key, line_of


def at(path: Path, keys: Sequence[Key], sentence: str, remedy: str, severity: Severity = "error") -> Problem:
    return Problem(path, line_of(path, keys), sentence, remedy, severity)


def within(passage: Passage, word: str, sentence: str, remedy: str, severity: Severity = "error") -> Problem:
    """The problem of a word in a passage, where the word stands or, when folding parts it, where the passage begins."""
    start = line_of(passage.path, passage.keys)
    lines = passage.path.read_text("utf-8").splitlines()[start - 1 :]
    # A passage of n characters takes no more lines than one of twenty characters each.
    taken = lines[: len(passage.text) // 20 + passage.text.count("\n") + 2]
    below = next((number for number, line in enumerate(taken) if word in line), 0)
    return Problem(passage.path, start + below, sentence, remedy, severity)
