"""A check is written into the text of a file, and nothing else in it moves."""

from datetime import date
from pathlib import Path

import pytest

from bot.errors import ContentError
from bot.packs.verifying import Check, How, recorded, services_in

CONTENT = Path(__file__).parents[2] / "content"
FILES = sorted(CONTENT.glob("*/services/*.yaml"))
CALL = Check(date(2026, 12, 24), "call", "counsellor")

TEXT = """\
# The line of Kukës.
services:
  - id: al_line   # a remark
    category: helpline
    organisation: 'The "line"'
    country: AL
    reach: national
    phones: ["129"]
    phone_status: unconfirmed  # until somebody calls
    confidence: low
    sources: [{url: "https://example.org"}]
    verified: {on: 2026-11-22 , how: source, by_role: editor}   # last
    recheck_by: "2027-05-22"

  - {id: al_other, category: helpline, organisation: O, country: AL, reach: national, confidence: low,
     sources: [{url: "https://example.org"}], recheck_by: 2027-05-22, verified: {
       by_role: 'the "old" one', how: source,
       on: 2026-11-22}}  # end
"""


def changed_lines(old: str, new: str) -> list[str]:
    pairs = zip(old.splitlines(keepends=True), new.splitlines(keepends=True), strict=True)
    return [after for before, after in pairs if before != after]


def test_a_call_changes_three_lines_and_keeps_their_remarks() -> None:
    assert changed_lines(TEXT, recorded(TEXT, "al_line", CALL)) == [
        "    phone_status: confirmed  # until somebody calls\n",
        "    verified: {on: 2026-12-24 , how: call, by_role: counsellor}   # last\n",
        "    recheck_by: 2027-06-24\n",
    ]


def test_braces_over_several_lines_stay_as_they_are() -> None:
    visit = Check(date(2026, 11, 22), "visit", 'a, } # "role"')
    assert changed_lines(TEXT, recorded(TEXT, "al_other", visit)) == [
        "       by_role: 'a, } # \"role\"', how: visit,\n",
    ]


@pytest.mark.parametrize("newline", ["\r\n", "\n"])
def test_line_ends_and_a_byte_order_mark_stay(newline: str) -> None:
    text = "\N{ZERO WIDTH NO-BREAK SPACE}" + TEXT.replace("\n", newline)
    assert len(changed_lines(text, recorded(text, "al_line", CALL))) == 3


def test_the_same_check_twice_changes_nothing() -> None:
    once = recorded(TEXT, "al_line", CALL)
    assert recorded(once, "al_line", CALL) == once


@pytest.mark.parametrize(
    ("how", "phone", "status"),
    [
        ("call", None, "confirmed"),
        ("call", "hidden", "hidden"),
        ("call", "unconfirmed", "unconfirmed"),
        ("visit", None, "unconfirmed"),
        ("provider", "confirmed", "confirmed"),
        ("source", None, "unconfirmed"),
        ("source", "hidden", "hidden"),
    ],
)
def test_what_a_check_makes_of_a_number(how: How, phone: str | None, status: str) -> None:
    check = Check(date(2026, 12, 24), how, "counsellor", phone)  # type: ignore[arg-type]  # a word of the table above
    first, second = services_in(recorded(TEXT, "al_line", check))
    assert (first.phone_status, second.phone_status) == (status, None)


def test_a_hidden_number_comes_out_of_hiding_only_by_a_word_of_its_own() -> None:
    hidden = TEXT.replace("phone_status: unconfirmed", "phone_status: hidden")
    assert services_in(recorded(hidden, "al_line", CALL))[0].phone_status == "hidden"
    shown = Check(CALL.on, "call", CALL.by_role, "confirmed")
    assert services_in(recorded(hidden, "al_line", shown))[0].phone_status == "confirmed"


@pytest.mark.parametrize(
    ("service", "check", "sentence"),
    [
        ("al_line", Check(date(2026, 12, 24), "source", "editor", "confirmed"), "does not confirm a phone"),
        ("al_other", Check(date(2026, 12, 24), "call", "editor", "confirmed"), "has no phone"),
        ("al_line", Check(date(2026, 12, 24), "call", " "), "Name the role"),
    ],
)
def test_what_makes_no_sense_is_refused(service: str, check: Check, sentence: str) -> None:
    with pytest.raises(ContentError, match=sentence):
        recorded(TEXT, service, check)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("country: AL\n", "country: Albania\n", "has faults"),
        ("organisation: 'The \"line\"'", "organisation: 'The", "has faults"),
        ("verified: {on: 2026-11-22 ,", "verified: {<<: {on: 2026-11-22},", "Nothing stands at 'on'"),
    ],
)
def test_a_file_that_cannot_be_changed_with_certainty_is_refused(old: str, new: str, sentence: str) -> None:
    with pytest.raises(ContentError, match=sentence):
        recorded(TEXT.replace(old, new), "al_line", CALL)


def test_dates_that_two_services_share_are_not_changed_for_both() -> None:
    shared = TEXT.replace("verified: {on", "verified: &both {on")
    shared = shared[: shared.index("verified: {\n")] + "verified: *both}\n"
    with pytest.raises(ContentError, match="shares its dates"):
        recorded(shared, "al_other", Check(date(2026, 12, 24), "visit", "editor"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_in_every_file_of_ours_only_the_lines_of_the_check_change(path: Path) -> None:
    text = path.read_bytes().decode()
    for service in services_in(text):
        lines = changed_lines(text, recorded(text, service.id, CALL))
        kinds = [line.split(":")[0].strip() for line in lines]
        confirmed = ["phone_status"] if service.shown_phones else []
        assert kinds == [*confirmed, "verified", "recheck_by"]
