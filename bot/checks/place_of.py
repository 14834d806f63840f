"""A problem at its line: what every rule says it with."""

from collections.abc import Sequence
from pathlib import Path

from bot.packs.problem import Problem
from bot.packs.yaml_file import Key, line_of


def at(path: Path, keys: Sequence[Key], sentence: str, remedy: str) -> Problem:
    return Problem(path, line_of(path, keys), sentence, remedy)
