"""A provider's corrections get into the text of the packs' files, and nothing else in them moves."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import ContentError
from bot.packs.correcting import corrected, corrected_words
from bot.packs.correction import Change, Value, phone_status
from bot.packs.service_schema import Service
from bot.packs.verifying import Check, recorded, services_in
from bot.packs.yaml_file import read_yaml

CONTENT = Path(__file__).parents[2] / "content"
FILES = sorted(CONTENT.glob("*/services/*.yaml"))
WORDS = sorted(CONTENT.glob("*/*/services/*.yaml"))

TEXT = """\
# The line of Kukës.
services:
  - id: al_line   # a remark
    category: helpline
    organisation: 'The "line"'
    country: AL
    reach: national
    phones: ["129", '0800 0606']   # both work
    phone_status: confirmed
    # spoken at night too
    languages:
      - sq
      - en   # sometimes

    cost: free  # since 2020
    sources: [{url: "https://example.org"}]
    confidence: low
    verified: {on: 2026-11-22, how: source, by_role: editor}
    recheck_by: 2027-05-22

  - {id: al_other, category: helpline, organisation: O, country: AL, reach: national, cost: free , confidence: low,
     sources: [{url: "https://example.org"}], recheck_by: 2027-05-22,
     verified: {by_role: editor, how: source, on: 2026-11-22}}  # end
"""
SPOKEN = """\
# Words.
al_line:
  name: >
    The line of Kukës,
    day and night

  serves: Everybody   # really

al_other: {name: The other, serves: "Some: people", doubt: We do not know when.}
"""


def fact(field: str, old: Value, new: Value) -> Change:
    return Change(field=field, old=old, new=new)


def word(field: str, old: Value, new: Value) -> Change:
    return Change(field=field, language="en", old=old, new=new)


def differing(old: str, new: str) -> tuple[list[str], list[str]]:
    """The lines that are gone and the lines that are new."""
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    return [line for line in before if line not in after], [line for line in after if line not in before]


def test_a_value_is_replaced_and_the_remark_behind_it_stays() -> None:
    assert differing(TEXT, corrected(TEXT, "al_line", [fact("cost", "free", "paid")])) == (
        ["    cost: free  # since 2020\n"],
        ["    cost: paid  # since 2020\n"],
    )


def test_what_was_not_known_comes_where_the_schema_has_it() -> None:
    new = corrected(
        TEXT,
        "al_line",
        [
            fact("hours", None, "Mo-Fr 08:00-16:00"),
            fact("address", None, "Rruga 1: hyrja #2"),
            fact("website", None, "https://a.al"),
        ],
    )
    gone, come = differing(TEXT, new)
    assert gone == []
    assert come == [
        "    address: 'Rruga 1: hyrja #2'\n",
        "    hours: 'Mo-Fr 08:00-16:00'\n",
        "    website: 'https://a.al'\n",
    ]
    assert new.index("    hours") == new.index("phone_status: confirmed\n") + len("phone_status: confirmed\n")


def test_a_list_of_lines_is_replaced_as_a_whole_and_the_empty_line_after_it_stays() -> None:
    new = corrected(TEXT, "al_line", [fact("languages", ("sq", "en"), ("sq", "sr"))])
    assert "    languages:\n      [sq, sr]   # sometimes\n\n    cost" in new


def test_what_is_not_known_any_more_goes_with_its_lines() -> None:
    new = corrected(TEXT, "al_line", [fact("languages", ("sq", "en"), ()), fact("cost", "free", None)])
    assert "spoken at night too\n\n    sources" in new


def test_between_braces_a_value_comes_and_goes_too() -> None:
    new = corrected(TEXT, "al_other", [fact("cost", "free", None), Change(field="women_staff", old=False, new=True)])
    assert "reach: national, women_staff: true, confidence: low,\n" in new
    assert len(differing(TEXT, new)[0]) == 1


@pytest.mark.parametrize("newline", ["\r\n", "\n"])
def test_line_ends_and_a_byte_order_mark_stay(newline: str) -> None:
    text = "\N{ZERO WIDTH NO-BREAK SPACE}" + TEXT.replace("\n", newline)
    new = corrected(text, "al_line", [fact("hours", None, "24/7"), fact("cost", "free", None)])
    gone, come = differing(text, new)
    assert (gone, come) == ([f"    cost: free  # since 2020{newline}"], [f"    hours: 24/7{newline}"])


def test_no_change_changes_nothing() -> None:
    assert corrected(TEXT, "al_line", []) == TEXT


@pytest.mark.parametrize(
    ("status", "old", "new", "after"),
    [
        ("confirmed", ("129",), ("129", "112"), "unconfirmed"),
        ("confirmed", ("129", "112"), ("112",), "confirmed"),
        ("unconfirmed", ("129",), ("112",), "unconfirmed"),
        ("hidden", ("129",), ("112",), "hidden"),
        ("hidden", ("129",), (), None),
        (None, (), ("129",), "unconfirmed"),
        (None, (), (), None),
    ],
)
def test_only_a_test_call_confirms_a_number_or_brings_it_out_of_hiding(
    status: str | None, old: tuple[str, ...], new: tuple[str, ...], after: str | None
) -> None:
    service = services_in(TEXT)[1].model_copy(update={"phones": old, "phone_status": status})
    assert phone_status(service, {"phones": new}) == after
    assert phone_status(service, {}) == status


def test_a_new_number_is_written_with_its_status() -> None:
    gone, come = differing(
        TEXT, corrected(TEXT, "al_line", [fact("phones", ("129", "0800 0606"), ("+355 24 22 22 22",))])
    )
    assert come == ['    phones: ["+355 24 22 22 22"]   # both work\n', "    phone_status: unconfirmed\n"]
    assert len(gone) == 2


def test_numbers_that_are_taken_back_go_with_their_status() -> None:
    new = corrected(TEXT, "al_line", [fact("phones", ("129", "0800 0606"), ())])
    assert (services_in(new)[0].phones, services_in(new)[0].phone_status) == ((), None)
    assert differing(TEXT, new)[1] == []


def test_what_somebody_else_has_changed_meanwhile_is_not_written_over() -> None:
    with pytest.raises(ContentError, match="'cost' of 'al_line' has changed since: the provider saw 'None'"):
        corrected(TEXT, "al_line", [fact("cost", None, "paid")])


def test_what_somebody_else_has_written_already_is_no_contradiction() -> None:
    assert corrected(TEXT, "al_line", [fact("cost", "paid", "free")]) == TEXT


def test_what_the_packs_would_refuse_is_not_written() -> None:
    hidden = TEXT.replace("    reach: national\n", "    reach: national\n    confidential: true\n")
    with pytest.raises(ContentError, match="does not fit 'al_line'"):
        corrected(hidden, "al_line", [fact("address", None, "Rruga 1")])


def test_a_part_that_two_services_share_is_not_changed_for_both() -> None:
    shared = TEXT.replace("phones: [", "phones: &both [").replace(
        "national, cost", "national, phones: *both, phone_status: hidden, cost"
    )
    with pytest.raises(ContentError, match="shares a part of its file"):
        corrected(shared, "al_other", [fact("phones", ("129", "0800 0606"), ("112",))])


def test_a_key_that_shares_its_line_is_not_taken_out() -> None:
    first = TEXT.replace("  - id: al_line   # a remark\n    cat", "  - cost: free\n    id: al_line\n    cat")
    first = first.replace("    cost: free  # since 2020\n", "")
    with pytest.raises(ContentError, match="'cost' shares its line"):
        corrected(first, "al_line", [fact("cost", "free", None)])


def test_words_are_replaced_added_and_taken_out() -> None:
    new = corrected_words(
        SPOKEN,
        "al_line",
        [word("name", "The line of Kukës, day and night", "The line"), word("bring", None, "Nothing")],
    )
    assert new == SPOKEN.replace(">\n    The line of Kukës,\n    day and night\n", "The line\n").replace(
        "# really\n", "# really\n  bring: Nothing\n"
    )
    other = corrected_words(SPOKEN, "al_other", [word("serves", "Some: people", "Many: people")])
    assert other == SPOKEN.replace('"Some: people"', "'Many: people'")


@pytest.mark.parametrize(
    ("text", "service", "sentence"),
    [
        (SPOKEN, "al_gone", "does not fit 'al_gone'"),
        ("al_line: [", "al_line", "has faults"),
        (
            SPOKEN.replace("serves: Everybody", "serves: &all Everybody").replace('"Some: people"', "*all"),
            "al_other",
            "shares",
        ),
    ],
)
def test_words_that_cannot_be_changed_with_certainty_are_refused(text: str, service: str, sentence: str) -> None:
    old = "Everybody" if "&all" in text else "Some: people"
    with pytest.raises(ContentError, match=sentence):
        corrected_words(text, service, [word("serves", old, "New")])


def test_a_correction_and_its_check_together_change_only_their_lines() -> None:
    check = Check(date(2026, 12, 24), "provider", "editor")
    _, come = differing(TEXT, recorded(corrected(TEXT, "al_line", [fact("hours", None, "24/7")]), "al_line", check))
    assert [line.split(":")[0].strip() for line in come] == ["hours", "verified", "recheck_by"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_in_every_file_of_ours_only_the_corrected_lines_change(path: Path) -> None:
    text = path.read_bytes().decode()
    for service in services_in(text):
        wanted = {"hours": "Mo-Sa 07:30-12:00", "website": "https://new.example", "languages": ("rom",), "cost": None}
        changes = [fact(field, getattr(service, field), new) for field, new in wanted.items()]
        gone, come = differing(text, corrected(text, service.id, changes))
        keys = [line.split(":")[0].strip() for line in (*gone, *come)]
        assert set(keys) <= wanted.keys()
        assert len(come) == 3


@pytest.mark.parametrize("path", WORDS, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_in_every_file_of_words_only_the_corrected_lines_change(path: Path) -> None:
    text = path.read_bytes().decode()
    found, _ = read_yaml(path)
    assert isinstance(found, dict)
    for service, spoken in found.items():
        changes = [word("name", spoken["name"], "A: new #name"), word("bring", spoken.get("bring"), "Letra")]
        _, come = differing(text, corrected_words(text, service, changes))
        assert come == ["  name: 'A: new #name'\n", "  bring: Letra\n"]


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), min_size=1).filter(str.strip))
def test_any_text_that_can_be_seen_can_be_an_address(address: str) -> None:
    said = address.strip()
    new = corrected(TEXT, "al_line", [fact("address", None, said)])
    first: Service = services_in(new)[0]
    assert first.address == said
    assert len(new.splitlines()) == len(TEXT.splitlines()) + 1
