"""What a provider types becomes changes, or a fault beside the field; what it does not touch stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.console.entry import Entry
from bot.console.submitted import cleaned, submitted
from bot.packs.correction import Value
from tests.console.entries import an_entry

PLAIN = an_entry()
FULL = an_entry(
    phones=("0800 0606", "+355 24 22 22 22"),
    phone_status="confirmed",
    hours="Mo-Fr 08:00-16:00",
    address="Rruga 1",
    languages=("sr", "sq"),
    cost="free",
    appointment="none",
    women_staff=True,
    groups=("women",),
    website="https://example.org",
)


def untouched(entry: Entry) -> dict[str, list[str]]:
    """The form as it is sent when nobody has typed anything; a box that is not ticked sends only its empty mark."""
    return {
        slot.name: ["", *entry.typed(slot)] if slot.field in BOXES else list(entry.typed(slot))
        for slot in entry.slots()
    }


BOXES = {"languages", "women_staff", "groups"}


def changed(entry: Entry, **typed: list[str]) -> dict[str, Value]:
    sent = submitted(entry, untouched(entry) | {name.replace("__", "."): said for name, said in typed.items()})
    assert not sent.faults
    return {change.name: change.new for change in sent.correction.changes}


@pytest.mark.parametrize("entry", [PLAIN, FULL, an_entry(phones=("129",), phone_status="hidden")])
def test_a_form_that_nobody_touched_changes_nothing(entry: Entry) -> None:
    assert changed(entry) == {}
    assert submitted(entry, {}).correction.changes == ()


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        ("hours", ["Mo\N{EN DASH}Sa 8:00 - 9:30"], "Mo-Sa 08:00-09:30"),
        ("hours", [" "], None),
        ("website", ["www.example.org"], "https://www.example.org"),
        ("address", ["  Rruga\t2,\r\nkati\u202e 3 \x1b[31m"], "Rruga 2, kati 3 [31m"),
        ("address", ["Rruga e\u0308"], "Rruga \u00eb"),
        ("phones", ["(04) 222-3344\r\n\r\n+355 69/200"], ("04 222 3344", "+355 69 200")),
        ("phones", ["112, 129"], ("112", "129")),
        ("phones", [""], ()),
        ("languages", ["", "sq", "en"], ("sq", "en")),
        ("groups", [""], ()),
        ("women_staff", [""], False),
        ("cost", ["paid"], "paid"),
        ("appointment", [""], None),
        ("en__name", ["The office"], "The office"),
        ("sq__bring", ["Letërnjoftimi"], "Letërnjoftimi"),
    ],
)
def test_what_is_typed_becomes_a_value_of_the_packs(field: str, typed: list[str], value: Value) -> None:
    (found,) = changed(FULL, **{field: typed}).values()
    assert found == value


def test_what_stood_there_before_is_not_the_provider_s_fault() -> None:
    strange = an_entry(phones=tuple(f"12{number}" for number in range(9)), phone_status="confirmed")
    assert changed(strange, cost=["paid"]) == {"cost": "paid"}


def test_the_order_of_languages_is_no_change() -> None:
    assert changed(FULL, languages=["sq", "sr"]) == {}


def test_a_change_says_what_the_provider_saw() -> None:
    sent = submitted(FULL, {"sq.name": ["Zyra e re"], "cost": ["paid"]})
    assert [(each.field, each.language, each.old, each.new) for each in sent.correction.changes] == [
        ("name", "sq", "Zyra e punës", "Zyra e re"),
        ("cost", None, "free", "paid"),
    ]


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("hours", "from eight to four"),
        ("hours", "Mo-Fr 08:00-16:00; " * 20),
        ("hours", 'Mo-Fr 08:00-16:00 "or call"'),
        ("website", "our website"),
        ("website", "javascript://x"),
        ("phones", "call Arta"),
        ("phones", "1" * 25),
        ("phones", "\n".join(str(number) for number in range(100, 107))),
        ("address", "x" * 201),
        ("sq.name", ""),
        ("sq.name", "x" * 121),
        ("en.serves", "x" * 201),
        ("en.does", "x" * 201),
        ("cost", "a fortune"),
        ("groups", "men"),
        ("languages", "Klingon"),
        ("remark", "x" * 301),
    ],
)
def test_what_does_not_fit_is_named_and_kept_as_it_was_typed(field: str, typed: str) -> None:
    form = untouched(FULL) | {field: [typed]}
    sent = submitted(FULL, form)
    assert sent.faults == {field}
    assert sent.typed == form


def test_a_hidden_number_is_neither_shown_nor_lost_by_an_empty_field() -> None:
    hidden = an_entry(phones=("+355 69 200 0200",), phone_status="hidden")
    assert "69 200" not in str(untouched(hidden))
    assert changed(hidden, phones=["129"]) == {"phones": ("129",)}


def test_of_a_hiding_place_nothing_is_taken_that_says_where_it_is() -> None:
    secret = an_entry(confidential=True, place=None)
    assert changed(secret, address=["Rruga 1"], position=["41 20"], city=["Kukës"], place=["kukes"]) == {}


def test_what_is_the_editors_alone_cannot_be_sent() -> None:
    assert changed(FULL, confidential=["yes"], category=["helpline"], phone_status=["confirmed"], id=["x"]) == {}


def test_a_remark_is_one_line() -> None:
    assert submitted(PLAIN, {"remark": ["first\r\nsecond"]}).correction.remark == "first second"


@given(st.text())
def test_what_is_kept_can_be_seen_and_cleaning_it_again_changes_nothing(text: str) -> None:
    assert cleaned(text).isprintable()
    assert cleaned(cleaned(text)) == cleaned(text)


@given(
    st.dictionaries(st.sampled_from([*untouched(FULL), "remark", "other"]), st.lists(st.text(max_size=300), max_size=3))
)
def test_whatever_is_sent_is_an_answer_and_no_fault(typed: dict[str, list[str]]) -> None:
    sent = submitted(FULL, typed)
    assert {change.field for change in sent.correction.changes} <= {slot.field for slot in FULL.slots()}
