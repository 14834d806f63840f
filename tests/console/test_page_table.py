"""The cells of a report as a page says them, its bars and its large numbers."""

from datetime import date
from typing import Final

import pytest

from bot.console.page_bars import bars, tiles
from bot.console.page_catalogue import PAGES
from bot.console.page_made import KEPT, MOST, Made
from bot.console.page_report import block, meanings
from bot.console.page_table import SaidCell, rows, said
from bot.language.phrases import Phrases, Speaker
from bot.reports.report import AtLeast, Cell, Column, Report, Section, Share
from bot.reports.table import SUPPRESSED
from bot.settings import ROOT

PHRASES: Final = Phrases.load(ROOT / "locales")
SAY: Final = PHRASES.speak("en")
COLUMNS: Final = (Column("Who", "text"), Column("So far", meaning="All of them."), Column("Reached", "share"))


def a_section(*rows: tuple[Cell, ...], name: str = "overview") -> Section:
    return Section(name, "Targets", COLUMNS, rows, chart="bars", drawn=(2,))


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (1234, SaidCell("1,234")),
        (0, SaidCell("0")),
        (None, SaidCell("\N{EN DASH}", mark="unknown")),
        (SUPPRESSED, SaidCell("hidden", mark="hidden")),
        (AtLeast(12), SaidCell("≥ 12")),
        (Share(0.296), SaidCell("29.6%")),
        (Share(0.296, 0.21, 0.4), SaidCell("29.6%", beside="21.0%\N{EN DASH}40.0%")),
        ("<b>", SaidCell("<b>")),
        (date(2026, 11, 22), SaidCell("22/11/2026")),
    ],
)
def test_a_cell_is_said(cell: Cell, expected: SaidCell) -> None:
    assert said(cell, SAY) == expected


def test_a_row_stands_with_its_columns() -> None:
    (row,) = rows(a_section(("Women", 12, SUPPRESSED)), SAY)
    assert row.head.text == "Women"
    assert [(column.title, cell.text) for column, cell in row.cells] == [("So far", "12"), ("Reached", "hidden")]


@pytest.mark.parametrize(
    ("cell", "filled"), [(Share(0.5), 50), (Share(1.4), 100), (Share(0.0), 0), (SUPPRESSED, None), (None, None)]
)
def test_a_bar_is_as_full_as_its_share_and_never_tells_what_is_hidden(cell: Cell, filled: int | None) -> None:
    (bar,) = bars(a_section(("Women", SUPPRESSED, cell)), SAY)
    assert bar.filled == filled
    assert bar.facts == (("So far", SaidCell("hidden", mark="hidden")),)


def test_a_bar_stands_with_the_two_numbers_before_it_and_no_other() -> None:
    columns = (*(Column(name) for name in "abcd"), Column("e", "share"), Column("f"))
    section = Section("x", "X", columns, (("Women", 1, 2, None, Share(0.5), 9),), chart="bars", drawn=(4,))
    assert [name for name, _ in bars(section, SAY)[0].facts] == ["c"]


def test_a_bar_is_of_the_column_that_is_drawn() -> None:
    (bar,) = bars(a_section(("Women", 12, Share(0.5))), SAY)
    assert (bar.title, bar.heading, bar.progress) == ("Women", "Reached", SaidCell("50.0%"))


def test_a_large_number_is_that_of_the_second_column() -> None:
    (tile,) = tiles(a_section(("Women", AtLeast(12), None)), SAY)
    assert (tile.title, tile.number.text) == ("Women", "≥ 12")


def test_a_table_is_folded_up_only_where_it_is_long_and_something_else_shows_it() -> None:
    page = next(each for each in PAGES if each.bars)
    short, long = ([("Women", 12, Share(0.5))] * n for n in (12, 13))
    assert block(a_section(*short), page, "", SAY).opened
    assert not block(a_section(*long), page, "", SAY).opened
    assert not block(a_section(*long, name="other"), page, "", SAY).opened
    assert block(Section("plain", "Plain", COLUMNS, tuple(long)), page, "", SAY).opened


def test_a_section_of_bars_needs_no_picture_and_an_empty_one_has_none() -> None:
    page = next(each for each in PAGES if each.bars)
    assert block(a_section(("Women", 12, Share(0.5))), page, "x.svg", SAY).picture is None
    assert block(a_section(name="other"), page, "x.svg", SAY).picture is None
    drawn = block(a_section(("Women", 12, Share(0.5)), name="other"), page, "x.svg", SAY).picture
    assert drawn is not None
    assert (drawn.href, "Women" in drawn.alt) == ("x.svg", True)


def test_each_word_is_explained_once() -> None:
    section = a_section()
    report = Report("x", "X", date.min, date.max, date.max, "en", (section, section), definitions=(("Pair", "Two."),))
    assert meanings(report, report.sections) == {"So far": "All of them.", "Pair": "Two."}


async def test_a_report_is_made_again_after_a_while_in_another_language_and_when_something_was_entered() -> None:
    made: list[str] = []
    clock = [0.0]

    async def make(name: str, first: date, last: date, say: Speaker) -> Report:
        made.append(say.language)
        return Report(name, "X", first, last, last, say.language, ())

    kept = Made(make, lambda: clock[0])
    day = date(2026, 11, 22)
    await kept.report("usage", day, day, SAY)
    await kept.report("usage", day, day, SAY)
    assert made == ["en"]
    await kept.report("usage", day, day, PHRASES.speak("sq"))
    clock[0] = KEPT + 1
    await kept.report("usage", day, day, SAY)
    kept.clear()
    await kept.report("usage", day, day, SAY)
    assert made == ["en", "sq", "en", "en"]


async def test_no_more_reports_are_kept_than_a_few_people_look_at() -> None:
    made: list[str] = []

    async def make(name: str, first: date, last: date, say: Speaker) -> Report:
        made.append(name)
        return Report(name, "X", first, last, last, say.language, ())

    kept, day = Made(make, lambda: 0.0), date(2026, 11, 22)
    for n in range(MOST + 1):
        await kept.report(str(n), day, day, SAY)
    await kept.report("1", day, day, SAY)
    await kept.report("0", day, day, SAY)
    assert made == [*map(str, range(MOST + 1)), "0"]
