"""Numbers and addresses live in services: broken once, and what only looks like them."""

import pytest

from bot.checks.contacts import is_phone
from tests.checks.tiny_pack import TinyPack

WORDS = "en/help/police.yaml"


@pytest.mark.parametrize("number", ["+355 24 22 22 22", "069 123 4567", "(044) 455 21 42", "0800 0911", "116 006"])
def test_a_telephone_number_in_a_text_is_found(pack: TinyPack, number: str) -> None:
    for language in ("sq", "en"):
        line = pack.change(f"{language}/help/police.yaml", "The police helps.", f"The police helps, {number}.")
    assert (WORDS, line, f"The number '{number}' looks like a telephone number.") in pack.faults()


def test_a_mail_address_in_a_text_is_found(pack: TinyPack) -> None:
    for language in ("sq", "en"):
        line = pack.change(f"{language}/menu.yaml", "intro: Who helps.", "intro: Write to help@example.org.")
        assert (f"{language}/menu.yaml", line, "The mail address 'help@example.org' stands in a text.") in pack.faults()


@pytest.mark.parametrize(
    "text",
    [
        "1.000.000", "10 000", "22.11.2026", "22. 11. 2026", "2026-11-22", "96/2017", "1050/2025", "2025-26",
        "2025", "10040", "13.600", "129",
    ],
)  # fmt: skip
def test_amounts_dates_laws_years_and_post_codes_are_no_telephone_numbers(text: str) -> None:
    assert not is_phone(text)


@pytest.mark.parametrize(
    "text",
    ["From 13.600 (2026) to 14.000 (2027)", "Law 164 (2010)", "Rule (2024/1348)", "2025\N{EN DASH}2026, 12 months"],
)
def test_figures_that_stand_side_by_side_are_no_telephone_number(pack: TinyPack, text: str) -> None:
    for language in ("sq", "en"):
        pack.change(f"{language}/help/police.yaml", "All about the police.", f"{text}: the police.")
    assert not any("telephone" in sentence for _, _, sentence in pack.faults())


def test_the_number_of_an_emergency_line_or_a_helpline_may_stand_anywhere(pack: TinyPack) -> None:
    reach = "    reach: national\n"
    pack.change("services/kukes.yaml", reach, f'{reach}    phones: ["116 006"]\n    phone_status: unconfirmed\n')
    for language in ("sq", "en"):
        pack.change(f"{language}/help/police.yaml", "The police helps.", "Call 116 006, 129.")
    assert not any("looks like" in sentence for _, _, sentence in pack.faults())


def test_a_number_that_waits_for_a_test_call_stands_nowhere(pack: TinyPack) -> None:
    reach = "    reach: national\n"
    pack.change("services/kukes.yaml", reach, f'{reach}    phones: ["1234"]\n    phone_status: hidden\n')
    for language in ("sq", "en"):
        line = pack.change(f"{language}/signals/held.yaml", f"the police ({language})", "1234")
    sentence = "The number '1234' waits for a test call and must not be shown."
    assert [fault for fault in pack.faults() if fault[0].startswith("en")] == [("en/signals/held.yaml", line, sentence)]


@pytest.mark.parametrize("number", ["+355 24 22 22 22", "024 22 22 22"])
def test_a_service_may_say_which_of_its_numbers_is_for_whom(pack: TinyPack, number: str) -> None:
    for language in ("sq", "en"):
        pack.change(f"{language}/services/kukes.yaml", "Whoever looks for work", f"Whoever looks for work, {number}")
    assert pack.faults() == []
