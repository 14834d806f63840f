"""One YAML file: strict, and every fault of it said with its line."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.packs.terms import Part
from bot.packs.topic_schema import Source
from bot.packs.yaml_file import line_of, parse, read_yaml


class Shelf(Part):
    """A file for these tests."""

    name: str
    books: tuple[Source, ...] = ()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "shelf.yaml"


def faults(file: Path, text: str) -> list[tuple[int, str]]:
    file.write_text(text, "utf-8")
    found, problems = parse(Shelf, file)
    assert (found is None) == bool(problems)
    assert all(problem.path == file and problem.remedy for problem in problems)
    return [(problem.line, problem.sentence) for problem in problems]


def test_a_file_without_faults_is_what_it_says(file: Path) -> None:
    file.write_text(
        "name: top\nbooks:\n  - {title: A, url: https://a.al/, dated: undated, checked: 2026-11-01}\n", "utf-8"
    )
    source = Source(title="A", url="https://a.al/", dated="undated", checked=date(2026, 11, 1))
    assert parse(Shelf, file) == (Shelf(name="top", books=(source,)), [])


def test_every_fault_is_told_with_its_line(file: Path) -> None:
    text = (
        "nam: top\nbooks:\n  - title: [A]\n    url: https://a.al/\n    dated: '2024'\n    checked: 2026-11-01\n"
        "  - {url: https://a.al/}\n"
    )
    assert faults(file, text) == [
        (1, "The key 'name' is missing."),
        (3, "books.0.title: Input should be a valid string."),
        (7, "The key 'books.1.title' is missing."),
        (7, "The key 'books.1.dated' is missing."),
        (7, "The key 'books.1.checked' is missing."),
        (1, "The key 'nam' is unknown."),
    ]


@pytest.mark.parametrize("text", ["", "- a\n", "word\n", "~\n"])
def test_a_file_of_another_form_is_told(file: Path, text: str) -> None:
    ((line, sentence),) = faults(file, text)
    assert line == 1
    assert sentence.startswith("the file: ")


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("name: {a: 1\nbooks: []\n", 2, ""),
        ("name: a\n  books: []\n", 2, ""),
        ("name: a\nname: b\n", 2, "the key 'name' stands twice"),
        ("name: *gone\n", 1, ""),
        ("name: !!python/object:os.system a\n", 1, ""),
        ("name: a\nbooks:\n  - checked: 2026-02-30\n", 3, "2026-02-30 is no date"),
        ("name: a\n? [b, c]\n: d\n", 2, ""),
        ("name: !!int\n", 1, " is no int"),
        ("name: !!bool maybe\n", 1, "maybe is no bool"),
        ("name: !!timestamp soon\n", 1, "soon is no date"),
        ("name: a\n\tbooks: []\n", 2, ""),
        ("name: \x07\n", 1, ""),
        ("name: a\n---\nname: b\n", 2, ""),
    ],
)
def test_a_file_that_is_no_yaml_is_told_with_its_line(file: Path, text: str, line: int, what: str) -> None:
    ((found, sentence),) = faults(file, text)
    assert sentence.startswith("The file is not valid YAML: ")
    assert what in sentence
    assert found == line


def test_a_file_that_is_no_utf_8_is_told(file: Path) -> None:
    file.write_bytes("name: Kukës\n".encode("latin-1"))
    (problem,) = read_yaml(file)[1]
    assert (problem.line, problem.sentence) == (1, "The file is not UTF-8 text.")


@pytest.mark.parametrize("word", ["no", "yes", "on", "off", "NO", "Yes", "y"])
def test_a_word_that_old_yaml_takes_for_a_boolean_stays_a_word(file: Path, word: str) -> None:
    file.write_text(f"{word}: {word}\n", "utf-8")
    assert read_yaml(file) == ({word: word}, [])


@pytest.mark.parametrize(("word", "value"), [("true", True), ("false", False), ("True", True), ("FALSE", False)])
def test_true_and_false_are_what_they_say(file: Path, word: str, value: bool) -> None:  # noqa: FBT001 -- a column of the table
    file.write_text(f"a: {word}\n", "utf-8")
    assert read_yaml(file) == ({"a": value}, [])


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        ((), 1),
        (("name",), 1),
        (("books",), 2),
        (("books", 0), 3),
        (("books", 1, "url"), 5),
        (("books", 9, "url"), 2),
        (("books", "url"), 2),
        (("gone",), 1),
        (("name", "gone"), 1),
    ],
)
def test_the_line_is_that_of_the_value_or_of_the_nearest_thing_around_it(
    file: Path, keys: tuple[str | int, ...], line: int
) -> None:
    file.write_text("name: a\nbooks:\n  - url: b\n  - title: c\n    url: d\n", "utf-8")
    assert line_of(file, keys) == line


def test_in_a_file_that_is_no_yaml_the_first_line_is_named(file: Path) -> None:
    file.write_text("a: {\n", "utf-8")
    assert line_of(file, ("a",)) == 1


words = st.sampled_from(["name", "books", "title", "2026-13-01", "12:30", "~", "&a", "*a", "!!int", "[", "]", "{", "}"])
soup = st.lists(words | st.sampled_from([": ", "\n", "  ", "- ", ", ", "'", '"', "#", "|", ">"]), max_size=25)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8) | st.integers(), inner, max_size=3),
    max_leaves=10,
)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(soup.map("".join) | values.map(lambda value: yaml.safe_dump(value, allow_unicode=True)) | st.text(max_size=40))
def test_whatever_stands_in_a_file_is_read_or_told(file: Path, text: str) -> None:
    file.write_bytes(text.encode("utf-8", "replace"))
    found, problems = parse(Shelf, file)
    assert (found is None) == bool(problems)
    lines = text.count("\n") + text.count("\r") + text.count("\x85") + text.count("\u2028") + text.count("\u2029") + 2
    assert all(1 <= problem.line <= lines for problem in problems)
