"""The rules of the house that no linter knows."""

import ast
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BOT = sorted((ROOT / "bot").rglob("*.py"))
PURE = [path for path in BOT if {"conversation", "desk", "rendering"} & set(path.relative_to(ROOT).parts)]
LONGEST_FILE = 250
LONGEST_FUNCTION = 30

IMPURE = {
    "aiogram", "aiohttp", "aiosqlite", "asyncio", "asyncpg", "io", "logging", "os", "pathlib", "random", "secrets",
    "shutil", "socket", "sqlalchemy", "sqlite3", "structlog", "subprocess", "sys", "tempfile", "telegram", "threading",
    "time", "urllib", "uuid",
}  # fmt: skip
CLOCKS = {"now", "today", "utcnow", "open", "print", "input"}
"""Names whose call would make the same event mean different things on different days, or leave a trace."""

IGNORED = [".git", *(ROOT / ".gitignore").read_text("utf-8").split()]
"""What lies in the folder and does not belong to the project."""
MACHINE = re.compile(r"(?<![\w.:/-])/(?:work|home|root|Users|mnt|srv)/\w")
HOSTS = re.compile(
    r"(?:py[p]i\.|pythonhoste[d]|npmj[s]|crates\.i[o]|proxy\.golan[g]|artifactor[y]|(?<!no-emit-)index-ur[l])"
)
ADDRESS = re.compile(r"[\w.+-]+@(?!example\.)[a-z0-9-]{2,}(?:\.[a-z0-9-]+)*\.[a-z]{2,}")
ALBANIAN = re.compile("[\u00eb\u00e7\u00cb\u00c7]")
KNOWS_ALBANIAN = ("bot/desk/alias.py", "bot/language/")


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imported(tree: ast.Module) -> Iterator[str]:
    """The first name of each module that is imported, anywhere in the file."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        if isinstance(node, ast.ImportFrom):
            yield (node.module or "").partition(".")[0]


def called(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            match node.func:
                case ast.Attribute(attr=name) | ast.Name(id=name):
                    yield name


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def written_words(tree: ast.Module) -> Iterator[ast.Constant]:
    """Text that the program uses: no docstrings, nor the sentences below a constant that say what it is."""
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node


@cache
def text_files() -> list[tuple[Path, str]]:
    """Everything that belongs to the project and is text."""
    files = []
    for path in sorted(ROOT.rglob("*")):
        parts = path.relative_to(ROOT).parts
        if path.is_file() and not any(fnmatch(part, name.rstrip("/")) for part in parts for name in IGNORED):
            content = path.read_bytes()
            if b"\0" not in content:
                files.append((path, content.decode()))
    return files


def found(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{named(path)}:{number}: {line.strip()[:100]}"
        for path, text in text_files()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


@pytest.mark.parametrize("path", PURE, ids=named)
def test_the_core_and_the_rendering_touch_nothing_outside_themselves(path: Path) -> None:
    tree = parsed(path)
    assert set(imported(tree)) & IMPURE == set()
    assert set(called(tree)) & CLOCKS == set()
    assert not any(isinstance(node, ast.AsyncFunctionDef | ast.Await | ast.Global) for node in ast.walk(tree))


@pytest.mark.parametrize("path", BOT, ids=named)
def test_a_file_is_short_its_functions_are_shorter_and_its_first_line_says_what_it_is(path: Path) -> None:
    tree = parsed(path)
    long = [each.name for each in functions(tree) if (each.end_lineno or 0) - each.lineno + 1 > LONGEST_FUNCTION]
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_FILE
    assert long == []
    assert ast.get_docstring(tree)


@pytest.mark.parametrize("path", [path for path in BOT if path.name == "__init__.py"], ids=named)
def test_a_package_says_what_it_is_and_does_nothing(path: Path) -> None:
    (only,) = parsed(path).body
    assert isinstance(only, ast.Expr)


@pytest.mark.parametrize("path", BOT, ids=named)
def test_no_words_for_people_stand_in_the_code(path: Path) -> None:
    if not named(path).startswith(KNOWS_ALBANIAN):
        assert [node.lineno for node in written_words(parsed(path)) if ALBANIAN.search(str(node.value))] == []


def test_no_file_is_called_after_nothing_in_particular() -> None:
    vague = {"utils", "util", "helpers", "helper", "manager", "misc", "common", "base"}
    assert [named(path) for path in BOT if path.stem in vague] == []


def test_no_file_tells_where_it_was_written() -> None:
    assert found(MACHINE) == []


def test_no_file_names_a_registry() -> None:
    assert found(HOSTS) == []


def test_no_file_has_anybody_s_mail_address() -> None:
    assert found(ADDRESS) == []


def test_the_rules_would_find_what_they_look_for() -> None:
    slash, at, dot = "/", "@", "."
    assert MACHINE.search(f"see {slash}home/arta")
    assert ADDRESS.search(f"arta{at}udha.al")
    assert HOSTS.search(f"https://pypi{dot}org/simple")
    assert not MACHINE.search("https://kosovo.example/home/arta")
    tree = ast.parse("import os.path\nfrom time import time\ntime()\nx = 'P\u00ebr'")
    assert {"os", "time"} <= set(imported(tree)) & IMPURE
    assert list(called(tree)) == ["time"]
    assert [node.value for node in written_words(tree) if ALBANIAN.search(str(node.value))] == ["P\u00ebr"]
