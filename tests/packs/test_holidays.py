"""The public holidays of a country: read, refused, and found in the packs."""

from datetime import date
from pathlib import Path

import pytest

from bot.packs.deadlines import Deadline
from bot.packs.loader import load
from bot.packs.packed import packed, unpacked
from tests.builders import the_real_packs
from tests.checks.tiny_pack import TinyPack

HEAD = "country: AL\nsource: {title: T, url: https://example.org, licence: MIT, checked: 2026-11-22}\nholidays:\n"
FILE = "../albania/holidays.yaml"


@pytest.fixture
def pack(tmp_path: Path) -> TinyPack:
    copied = TinyPack.copied_to(tmp_path)
    copied.give_albania_its_own()
    return copied


def test_days_are_found_by_country_and_outlive_the_packing(pack: TinyPack) -> None:
    pack.add(FILE, HEAD + "  - {on: 2026-11-28, name: F}\n  - {on: 2027-03-09, name: B, estimated: true}\n")
    packs = load(pack.root)
    assert packs.holidays == {"AL": frozenset({date(2026, 11, 28), date(2027, 3, 9)})}
    assert unpacked(packed(packs)).holidays == packs.holidays


def test_packs_without_a_calendar_have_no_holidays(pack: TinyPack) -> None:
    assert load(pack.root).holidays == {}


def test_a_calendar_is_due_by_the_end_of_its_last_year(pack: TinyPack) -> None:
    pack.add(FILE, HEAD + "  - {on: 2027-03-09, name: B}\n  - {on: 2026-11-28, name: F}\n")
    assert Deadline(date(2027, 12, 31), "holidays", "calendar", "AL", "editors") in load(pack.root).deadlines


def test_a_day_that_stands_twice_is_a_fault(pack: TinyPack) -> None:
    pack.add(FILE, HEAD + "  - {on: 2026-11-28, name: F}\n  - {on: 2026-11-28, name: F}\n")
    assert any("2026-11-28 stands twice" in sentence for _, _, sentence in pack.faults())


def test_a_second_calendar_of_the_same_country_is_a_fault(pack: TinyPack) -> None:
    for file in (FILE, "holidays.yaml"):
        pack.add(file, HEAD + "  - {on: 2026-11-28, name: F}\n")
    assert any("calendar of holidays in 'AL' stands in another file" in sentence for _, _, sentence in pack.faults())


def test_both_home_countries_have_a_calendar_with_days_of_rest() -> None:
    holidays = the_real_packs().holidays
    assert date(2026, 11, 30) in holidays["AL"], "28 November 2026 is a Saturday"
    assert date(2026, 2, 17) in holidays["XK"]
    assert {max(days).year for days in holidays.values()} == {2028}
