"""Rules for phone numbers, each broken once."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.checks import phones
from bot.packs.loader import read
from bot.packs.problem import Problem
from bot.packs.reading import Reading
from tests.checks.tiny_pack import TODAY, TinyPack

CONTENT = Path(__file__).parents[2] / "content"
FILE = "services/kukes.yaml"
NUMBER = '["+355 24 22 22 22"]'
RULES = (
    phones.numbers_exist,
    phones.exceptions_are_needed,
    phones.numbers_say_where_they_work,
    phones.numbers_are_written_for_everybody,
    phones.danger_has_an_emergency_number_first,
)
EXCEPTION = """\
numbers:
  - {country: AL, number: "%s", reason: The operator says so., url: "https://example.org/line"}
"""


def faults(pack: TinyPack, rule: Callable[[Reading, date], Iterator[Problem]]) -> list[tuple[str, int, str]]:
    folder = pack.root / "core"
    return [
        (problem.path.relative_to(folder).as_posix(), problem.line, problem.sentence)
        for problem in rule(read(pack.root), TODAY)
    ]


def with_number(pack: TinyPack, number: str, *, note: bool = True) -> int:
    pack.change(FILE, "    phone_status: confirmed\n", f"    phone_status: confirmed\n{NOTE if note else ''}")
    return pack.change(FILE, NUMBER, f'["{number}"]')


NOTE = "    phone_note: inside_country\n"


@pytest.mark.parametrize("rule", RULES)
def test_neither_the_tiny_pack_nor_our_own_content_breaks_a_rule(
    pack: TinyPack, rule: Callable[[Reading, date], Iterator[Problem]]
) -> None:
    assert faults(pack, rule) == []
    assert list(rule(read(CONTENT), TODAY)) == []


@pytest.mark.parametrize("number", ["112", "129", "116 111", "0800 0606", "+355 69 200 0200"])
def test_emergency_short_free_and_full_numbers_exist(pack: TinyPack, number: str) -> None:
    with_number(pack, number)
    assert faults(pack, phones.numbers_exist) == []


@pytest.mark.parametrize(
    "number",
    [
        "999",  # Britain's
        "116 117",  # real, and unknown to the library
        "0800 060",  # too short
        "+355 69 200 020",  # too short
        "+383 38 223 782",  # another country's
        "+377 44 123 456",  # how Kosovo was called until 2017
        "1",
    ],
)
def test_a_number_that_its_country_does_not_have_is_found(pack: TinyPack, number: str) -> None:
    line = with_number(pack, number)
    assert faults(pack, phones.numbers_exist) == [(FILE, line, f"'{number}' is no phone number of AL.")]


def test_a_hidden_number_has_to_exist_too(pack: TinyPack) -> None:
    with_number(pack, "128 128")
    pack.change(FILE, "phone_status: confirmed", "phone_status: hidden")
    assert len(faults(pack, phones.numbers_exist)) == 1


def test_a_number_that_somebody_vouches_for_is_let_through(pack: TinyPack) -> None:
    with_number(pack, "116 117")
    pack.add("numbers.yaml", EXCEPTION % "116117")
    assert faults(pack, phones.numbers_exist) == []
    assert faults(pack, phones.exceptions_are_needed) == []


@pytest.mark.parametrize("number", ["116 117", "+355 24 22 22 22"])
def test_an_exception_that_nobody_needs_is_found(pack: TinyPack, number: str) -> None:
    pack.add("numbers.yaml", EXCEPTION % number)
    sentence = f"The number '{number}' of AL needs no exception."
    assert faults(pack, phones.exceptions_are_needed) == [("numbers.yaml", 2, sentence)]


def test_a_fault_in_the_file_of_exceptions_is_told(pack: TinyPack) -> None:
    pack.add("numbers.yaml", "numbers: []\n")
    assert [file for file, _, _ in faults(pack, phones.exceptions_are_needed)] == ["numbers.yaml"]
    assert faults(pack, phones.numbers_exist) == []


def test_the_numbers_of_a_sign_of_danger_exist(pack: TinyPack) -> None:
    line = pack.change("signals/held.yaml", '["129", "112"]', '["129", "999"]')
    sentence = "'999' is no phone number of AL."
    assert faults(pack, phones.numbers_exist) == [("signals/held.yaml", line, sentence)]


def test_a_number_for_elsewhere_works_in_every_country_abroad(pack: TinyPack) -> None:
    pack.change(FILE, "country: AL\n    reach: national", "country: DE\n    reach: national")
    line = pack.change("signals/held.yaml", 'other: ["112"]', 'other: ["129"]')
    sentence = "'129' is no phone number of DE."
    assert faults(pack, phones.numbers_exist) == [("signals/held.yaml", line, sentence)]


@pytest.mark.parametrize("number", ["112", "116 111", "0800 0606"])
def test_a_number_that_works_only_inside_needs_the_note(pack: TinyPack, number: str) -> None:
    line = with_number(pack, number, note=False)
    sentence = f"'{number}' works only inside AL, and nothing says so."
    assert faults(pack, phones.numbers_say_where_they_work) == [(FILE, line, sentence)]


def test_a_number_that_works_everywhere_must_not_have_the_note(pack: TinyPack) -> None:
    line = pack.change(FILE, "    phone_status: confirmed\n", f"    phone_status: confirmed\n{NOTE}") + 1
    sentence = "No number here works only inside its country."
    assert faults(pack, phones.numbers_say_where_they_work) == [(FILE, line, sentence)]


def test_a_number_for_all_of_europe_needs_no_note(pack: TinyPack) -> None:
    pack.change(FILE, "country: AL\n    place: kukes\n    reach: local", "country: EU\n    reach: national")
    with_number(pack, "112", note=False)
    assert faults(pack, phones.numbers_say_where_they_work) == []


def test_a_number_that_can_be_called_from_abroad_is_written_so(pack: TinyPack) -> None:
    line = with_number(pack, "024 22 22 22", note=False)
    sentence = "'024 22 22 22' cannot be called from abroad as it is written."
    assert faults(pack, phones.numbers_are_written_for_everybody) == [(FILE, line, sentence)]
    assert faults(pack, phones.numbers_say_where_they_work) == []
    (problem,) = phones.numbers_are_written_for_everybody(read(pack.root), TODAY)
    assert problem.remedy == "Write it as +355 24 222 222."


def test_danger_begins_with_an_emergency_number_of_that_country(pack: TinyPack) -> None:
    """192 is the police of Kosovo, and a number of Albania that nobody in danger needs."""
    line = pack.change("signals/held.yaml", 'AL: ["129", "112"]', 'AL: ["192", "112"]')
    sentence = "'192' is no emergency number of AL."
    assert faults(pack, phones.danger_has_an_emergency_number_first) == [("signals/held.yaml", line, sentence)]
    assert faults(pack, phones.numbers_exist) == []
    pack.change("signals/held.yaml", 'AL: ["192", "112"]', "AL: []")
    assert len(faults(pack, phones.danger_has_an_emergency_number_first)) == 1
