"""One PO file, written and read."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from bot.translation.catalogs import plural_forms, read, written
from bot.translation.entries import Domain

HEADER = 'msgid ""\nmsgstr ""\n"Language: de\\n"\n"X-Udha-Pack: core\\n"\n\n'


def a_file(folder: Path, text: str | bytes) -> Path:
    path = folder / "help.po"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_the_header_says_what_the_file_is_for_and_nothing_of_today(tmp_path: Path) -> None:
    catalog = Catalog()
    catalog.add("One\ntwo", "Eins\nzwei „drei“", context="topics/a/details")
    content = written(catalog, Domain("core", "help"), "de")
    found, problems = read(a_file(tmp_path, content))
    assert found
    assert problems == []
    assert found.domain == Domain("core", "help")
    assert found.messages["topics/a/details"].string == "Eins\nzwei „drei“"
    assert found.header == {
        "Language": "de",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Udha-Pack": "core",
        "X-Udha-Section": "help",
        "X-Udha-Source": "en",
    }


def test_the_plural_rule_is_that_of_the_language() -> None:
    assert "nplurals=3" in plural_forms("sr")
    assert plural_forms("rom") == Catalog().plural_forms  # Unicode's tables have no Romani


def test_headers_that_a_po_editor_adds_do_no_harm(tmp_path: Path) -> None:
    text = HEADER.replace(
        "core\\n", 'core\\n"\n"X-Generator: Poedit 3\\n"\n"PO-Revision-Date: 2026-11-22 10:00+0100\\n'
    )
    found, _ = read(a_file(tmp_path, "# A comment.\n" + text + 'msgctxt "a"\nmsgid "x"\nmsgstr "y"\n'))
    assert found
    assert found.header["X-Udha-Pack"] == "core"
    assert found.messages["a"].lineno == 10


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (b"\xff", "not UTF-8"),
        (HEADER + "what is this\n", "no valid PO file"),
        ('msgid ""\nmsgstr ""\n"PO-Revision-Date: tomorrow\\n"\n', "no valid PO file"),
        (HEADER + 'msgctxt "a"\nmsgid "x"\nmsgstr "1"\n\nmsgctxt "a"\nmsgid "y"\nmsgstr "2"\n', "'a' stands twice"),
        (HEADER + 'msgid "x"\nmsgstr "1"\n\nmsgid "y"\nmsgstr "2"\n', "no key"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_problem_at_its_line(tmp_path: Path, text: str | bytes, sentence: str) -> None:
    found, (problem,) = read(a_file(tmp_path, text))
    assert found is None
    assert sentence in problem.sentence
    assert problem.line >= 1


def test_a_file_that_is_not_there_is_a_problem_too(tmp_path: Path) -> None:
    assert "cannot be read" in read(tmp_path / "none.po")[1][0].sentence


def test_a_file_without_a_header_has_none(tmp_path: Path) -> None:
    found, _ = read(a_file(tmp_path, 'msgctxt "a"\nmsgid "x"\nmsgstr "y"\n'))
    assert found
    assert found.header == {}
