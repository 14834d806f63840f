"""Words as YAML, and one language more in pack.yaml."""

from pathlib import Path

import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.packs.yaml_file import read_yaml
from bot.translation.yaml_text import WIDTH, dumped, with_language

LINE = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1).map(str.strip)
WORDS = st.lists(LINE.filter(bool), min_size=1, max_size=4).map("\n".join)


@given(WORDS, st.lists(WORDS, max_size=4))
def test_whatever_is_written_is_read_back(text: str, steps: list[str]) -> None:
    data = {"summary": text, "steps": steps, "no": "on"}
    assert yaml.safe_load(dumped(data)) == data


def test_long_texts_are_folded_and_lists_stand_in() -> None:
    text = dumped({"summary": "word " * 30 + "end", "details": "One\n• two", "steps": ["Call: 129", "no"]})
    assert text.startswith("summary: >-\n  word word")
    assert text.endswith("\ndetails: |-\n  One\n  • two\nsteps:\n  - 'Call: 129'\n  - 'no'\n")
    assert max(map(len, text.splitlines())) < 1.1 * WIDTH


def test_parts_of_parts_have_a_line_between_them(tmp_path: Path) -> None:
    path = tmp_path / "services.yaml"
    path.write_text(dumped({"al_a": {"name": "A"}, "al_b": {"name": "B"}}), "utf-8")
    assert path.read_text() == "al_a:\n  name: A\n\nal_b:\n  name: B\n"
    assert read_yaml(path) == ({"al_a": {"name": "A"}, "al_b": {"name": "B"}}, [])


def test_a_language_is_added_and_all_else_stays_as_it_is() -> None:
    before = "# ours\nname: core\nlanguages: [sq, en]  # both\nowner: editors\n"
    assert with_language(before, "de") == before.replace("en]", "en, de]")
    assert with_language(with_language(before, "de"), "de") == with_language(before, "de")


def test_a_list_of_lines_gets_another_line() -> None:
    before = "name: core\nlanguages:\n  - sq\n  - en\nowner: editors\n"
    assert with_language(before, "de") == before.replace("  - en\n", "  - en\n  - de\n")
    assert yaml.safe_load(with_language("languages:\n- sq\n", "de")) == {"languages": ["sq", "de"]}
