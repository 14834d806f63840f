"""Whoever asks for days gets whole months or quarters that are published, and is told so."""

from datetime import date

from bot.language.phrases import Phrases
from bot.reports.trimmed import trimmed
from bot.settings import ROOT

SAY = Phrases.load(ROOT / "locales").speak("en")
TODAY = date(2026, 12, 9)
PUBLISHED = ("2026-Q3", "2026-10", "2026-11")


def test_what_is_whole_and_published_is_left_as_it_is() -> None:
    cut = trimmed(date(2026, 7, 1), date(2026, 11, 30), "month", PUBLISHED)
    assert cut.months == ("2026-07", "2026-08", "2026-09", "2026-10", "2026-11")
    assert cut.days == (date(2026, 7, 1), date(2026, 11, 30))
    assert list(cut.notes("month", TODAY, SAY)) == []


def test_parts_of_months_and_months_that_are_not_published_are_left_out() -> None:
    cut = trimmed(date(2026, 9, 12), date(2026, 12, 31), "month", PUBLISHED)
    assert cut.months == ("2026-10", "2026-11")
    why, what = cut.notes("month", TODAY, SAY)
    assert "whole months" in why
    assert "12 September" in what
    assert "1 October" in what
    assert "30 November 2026" in what


def test_of_quarters_only_whole_ones_are_left() -> None:
    cut = trimmed(date(2026, 7, 1), date(2026, 12, 31), "quarter", PUBLISHED)
    assert cut.months == ("2026-07", "2026-08", "2026-09")
    assert len(list(cut.notes("quarter", TODAY, SAY))) == 2
    assert trimmed(date(2026, 8, 1), date(2026, 11, 30), "quarter", PUBLISHED).months == ()


def test_where_nothing_is_published_it_is_said_when_the_next_numbers_come() -> None:
    month = trimmed(date(2026, 12, 1), date(2026, 12, 31), "month", PUBLISHED)
    assert month.days == (date(2026, 12, 1), date(2026, 12, 31))
    assert "1 January 2027" in list(month.notes("month", TODAY, SAY))[1]
    quarter = trimmed(date(2026, 10, 1), date(2026, 12, 31), "quarter", PUBLISHED)
    assert "1 January 2027" in list(quarter.notes("quarter", date(2026, 11, 9), SAY))[1]
