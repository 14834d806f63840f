"""Words are plain words."""

import pytest

from tests.checks.tiny_pack import TinyPack

WORDS = "en/help/police.yaml"


@pytest.mark.parametrize(
    ("mark", "kind"),
    [
        ("<b>", "HTML"), ("</a>", "HTML"), ("&nbsp;", "HTML"), ("&#39;", "HTML"),
        ("**", "Markdown"), ("__", "Markdown"), ("`", "Markdown"), ("[here](there)", "Markdown"),
        ("*here*", "Markdown"),
        ("{number}", "a placeholder"), ("{", "a placeholder"), ("%s", "a placeholder"),
    ],
)  # fmt: skip
def test_markup_is_found(pack: TinyPack, mark: str, kind: str) -> None:
    line = pack.change(WORDS, "summary: The police helps.", f"summary: 'The police {mark} helps.'")
    sentence = f"'{mark}' is {kind}, which a client would see as it stands."
    assert (WORDS, line, sentence) in pack.faults()


def test_a_list_of_markdown_is_found_on_its_line(pack: TinyPack) -> None:
    line = pack.change(WORDS, "details: All about the police.", "details: |-\n  The police:\n  - helps")
    assert (WORDS, line + 2, "'-' is Markdown, which a client would see as it stands.") in pack.faults()


@pytest.mark.parametrize(
    "text", ["• All about the police", "police & office", "2 < 3 > 1", "5 * 3", "a-b", "snake_case"]
)
def test_what_people_write_is_no_markup(pack: TinyPack, text: str) -> None:
    pack.change(WORDS, "details: All about the police.", f"details: '{text}'")
    assert not any("would see" in sentence for _, _, sentence in pack.faults())


def test_what_people_type_may_look_like_anything(pack: TinyPack) -> None:
    pack.change(WORDS, "where is the police", "where is **the** <police> 069 123 4567 eshte")
    assert pack.faults() == []
