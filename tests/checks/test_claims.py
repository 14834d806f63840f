"""Amounts have a year, claims have a dated source."""

import pytest

from tests.checks.tiny_pack import TinyPack

TOPIC = "topics/help/police.yaml"
DATED = '    dated: "2026"\n'


def said(pack: TinyPack, text: str) -> int:
    """The line of the details, which say this in both languages."""
    for language in ("sq", "en"):
        line = pack.change(f"{language}/help/police.yaml", "details: All about the police.", f"details: |-\n  {text}")
    return line


@pytest.mark.parametrize("amount", ["20 euro", "10.000 euro", "€ 20", "20€", "1.000\N{EN DASH}2.000 euro"])
def test_an_amount_without_a_year_is_found(pack: TinyPack, amount: str) -> None:
    line = said(pack, f"The police:\n  • {amount}") + 2
    sentence = f"The amount '{amount}' has no year beside it."
    assert ("sq/help/police.yaml", line, sentence) in pack.faults()


@pytest.mark.parametrize(
    "text",
    [
        "• 20 euro (2026)",
        "In 2026:\n  • 20 euro",
        "20\N{EN DASH}30 of every 100 euro",
        "Euro 4 or 5",
        "20 offices, the euro",
        "2 May 2025: 1,270 euro",
    ],
)
def test_an_amount_with_its_year_or_a_share_is_no_fault(pack: TinyPack, text: str) -> None:
    said(pack, text)
    assert not any("no year" in sentence for _, _, sentence in pack.faults())


def test_the_year_of_one_line_does_not_date_the_next(pack: TinyPack) -> None:
    said(pack, "The police\n  • 20 euro (2026)\n  • 30 euro")
    assert {sentence for _, _, sentence in pack.faults() if "year" in sentence} == {
        "The amount '30 euro' has no year beside it."
    }


def test_an_amount_that_looks_like_a_year_does_not_date_itself(pack: TinyPack) -> None:
    said(pack, "2000 euro")
    assert any("'2000 euro' has no year" in sentence for _, _, sentence in pack.faults())


@pytest.mark.parametrize("claim", ["(permit) leje permit", "within 30 ditë days", "20 euro (2026)"])
def test_a_claim_whose_sources_all_are_undated_is_found(pack: TinyPack, claim: str) -> None:
    said(pack, f"'{claim}'")
    pack.change(TOPIC, DATED, "    dated: undated\n")
    sentence = "This speaks of rights, visas, money or deadlines, and no source of it has a date."
    assert (TOPIC, 1, sentence) in pack.faults()


def test_one_dated_source_among_others_is_enough(pack: TinyPack) -> None:
    said(pack, "within 30 ditë days")
    more = "  - {title: Another, url: https://example.org/more, dated: undated, checked: 2026-11-01}\n"
    pack.change(TOPIC, "sources:\n", f"sources:\n{more}")
    assert not any("no source" in sentence for _, _, sentence in pack.faults())


def test_where_nothing_is_claimed_an_undated_source_will_do(pack: TinyPack) -> None:
    pack.change(TOPIC, DATED, "    dated: undated\n")
    assert pack.faults() == []


def test_a_version_with_undated_sources_of_its_own_is_found(pack: TinyPack) -> None:
    own = "sources:\n  - {title: Own, url: https://example.org/own, dated: undated, checked: 2026-11-01}\n"
    pack.give_albania_its_own(own, sq="summary: leje\n", en="summary: permit\n")
    assert [(file, line) for file, line, _ in pack.faults()] == [("albania/topics/help/police.yaml", 1)]


@pytest.mark.parametrize(
    ("old", "new", "where", "sentence"),
    [
        (DATED, "", 0, "The key 'sources.0.dated' is missing."),
        ("    checked: 2026-11-01\n", "", 0, "The key 'sources.0.checked' is missing."),
        ("    url: https://example.org/lines\n", "", 0, "The key 'sources.0.url' is missing."),
    ],
)
def test_a_source_must_say_where_it_is_how_old_and_when_it_was_read(
    pack: TinyPack, old: str, new: str, where: int, sentence: str
) -> None:
    line = pack.line(TOPIC, "- title: Who says so") + where
    pack.change(TOPIC, old, new)
    assert (TOPIC, line, sentence) in pack.faults()


def test_a_topic_without_sources_is_found(pack: TinyPack) -> None:
    text = pack.path(TOPIC).read_text("utf-8")
    pack.path(TOPIC).write_text("sources: []\n" + text[text.index("reviewed") :], "utf-8")
    ((file, line, sentence),) = [fault for fault in pack.faults() if fault[0] == TOPIC]
    assert (file, line) == (TOPIC, 1)
    assert sentence.startswith("sources: Tuple should have at least 1 item")
