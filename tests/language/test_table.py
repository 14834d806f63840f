"""The table that is shipped."""

from bot.language.grams import MOST_GRAMS
from bot.language.table import FILE, table
from bot.language.training import SETTINGS

LARGEST = 1_000_000
"""Bytes: it lies in the repository, and each retraining adds to it."""


def test_it_was_made_with_the_settings_that_it_is_read_with() -> None:
    assert tuple(table().words["settings"]) == SETTINGS, "retrain it: udha language train (docs/language.md)"


def test_it_has_the_languages_that_we_answer_kindly() -> None:
    assert table().words["kinds"] == ["de", "el", "en", "it", "mk", "sq", "sr", "sr-latin", "tr"]


def test_it_is_whole_and_in_order() -> None:
    sums = list(table().whole("sums"))
    assert len(sums) == MOST_GRAMS
    assert sums == sorted(set(sums))
    assert {len(table().whole(f"leads/{kind}")) for kind in table().words["kinds"]} == {MOST_GRAMS}


def test_it_is_small_and_says_whom_it_owes() -> None:
    assert FILE.stat().st_size < LARGEST
    owed = FILE.with_suffix(".txt").read_text("utf-8")
    assert all(name in owed for name in ("FLORES-200", "Tatoeba", "Gheg-GPS", "CC BY-SA 4.0", "CC BY 2.0 FR"))
