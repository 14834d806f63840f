"""Guides stand on the page with all that a client may be asked and told."""

from datetime import date
from pathlib import Path

import pytest

from bot.packs.guide_schema import GuideStep
from bot.preview.guides import condition
from tests.checks.tiny_pack import TinyPack
from tests.preview.pages import card, page, shown, text

FACTS = """version: 1
section: help
topics: [police]
minutes: 2
audience: [everyone]
countries: [AL]
sources: {who: {title: Who says so, url: "https://example.org/who", dated: "2026", checked: 2026-11-01}}
reviewed: 2026-11-01
review_by: 2027-11-01
withhold_after: 2028-05-01
steps:
  - {id: kind, ask: choice, answers: [{id: job}, {id: held, points: 3, signal: held}]}
  - {id: age, ask: number, at_least: 0, at_most: 120, when: {kind: [job]}}
  - {id: real, ask: yes_no, right: "no", form: a}
items:
  - {id: call, group: first, when: {kind: [held]}, topic: police}
results:
  - {id: high, when: {points: {at_least: 3}}, lists: plan, parts: [more], topics: [police], desk: true, share: true}
  - {id: low}
"""
WORDS = """title: The work
label: Work
intro: What may help.
steps:
  kind:
    ask: Who helps here?
    why: Somebody may help.
    answers: {job: {label: A job}, held: {label: Nobody helps, reason: Nobody may go out.}}
  age: {ask: How old is the child?}
  real: {ask: Does it help?, explain: It does not help.}
items: {call: {text: Call the police.}}
groups: {first: {title: At once}}
results:
  high:
    title: Take care
    text: Call somebody.
    parts: {more: {label: Lines, text: There are lines.}}
    share: Take care.
  low: {title: Help, text: There are lines too.}
"""


@pytest.fixture
def pack(tmp_path: Path) -> TinyPack:
    tiny = TinyPack.copied_to(tmp_path)
    tiny.add("guides/work.yaml", FACTS)
    for language in ("sq", "en"):
        tiny.add(f"{language}/guides/work.yaml", WORDS)
    return tiny


def test_a_guide_stands_with_every_word(pack: TinyPack) -> None:
    html = page(pack)
    guide = text(card(html, "The work"))
    for words in (
        "Intro What may help. What may help.",
        "Question kind one answer Part Albanian English Asks Who helps here? Who helps here?",
        "Why we ask Somebody may help. Somebody may help.",
        "Answer job A job A job",
        "Answer held (+3, danger: held) Nobody helps Nobody may go out. Nobody helps Nobody may go out.",
        "Question age a number, written · from 0 to 120 · if kind is job",
        "Question real yes or no · half a of the quiz · Answer no (right)",
        "Explains It does not help. It does not help.",
        "Result high if points at least 3 · shows a plan · offers a person first · leads to police",
        "Behind a button: more Lines There are lines. Lines There are lines.",
        "To pass on Take care. Take care.",
        "Result low in every other case",
        "Line call part first · if kind is held · leads to police",
        "Parts of the list Part Albanian English Part first At once At once",
        "Source Who says so , dated 2026, checked 1 November 2026",
        "Review by 1 November 2027",
        "Offered under police",
    ):
        assert words in guide, words
    assert '<a href="#guides">' in html
    assert "1 guides" in text(html)


def test_a_guide_that_is_due_is_marked(pack: TinyPack) -> None:
    assert [guide.kinds for guide in shown(pack.root, date(2027, 12, 1)).guides] == [frozenset({"due"})]
    assert [guide.kinds for guide in shown(pack.root, date(2028, 12, 1)).guides] == [frozenset({"withheld"})]


def test_a_language_without_the_words_is_marked(pack: TinyPack) -> None:
    pack.change("pack.yaml", "languages: [sq, en]", "languages: [sq, en, de]")
    assert "Call the police. Call the police. Missing" in text(card(page(pack), "The work"))


def test_words_of_a_guide_are_escaped(pack: TinyPack) -> None:
    pack.change("en/guides/work.yaml", "What may help.", "<script>alert(1)</script>")
    assert "&lt;script&gt;alert(1)" in card(page(pack), "The work")


def test_without_guides_there_is_no_empty_part(tmp_path: Path) -> None:
    assert "#guides" not in page(TinyPack.copied_to(tmp_path))


def test_a_condition_reads_as_one_would_say_it() -> None:
    either = GuideStep.model_validate(
        {
            "id": "one",
            "ask": "info",
            "when": [{"kind": ["job", "agency"], "age": {"at_least": 3, "at_most": 6}}, {"home": ["al"]}],
        }
    )
    assert either.when is not None
    assert condition(either.when) == "kind is job or agency, and age at least 3 and at most 6; or home is al"
