"""Which pages there are: none asks for what no report has, and no part of a report is left without a page."""

from datetime import date
from typing import Final

import pytest

from bot.console import page_words
from bot.console.page_catalogue import FIGURES, GROUPS, OVERVIEW, PAGES, SESSIONS, Page, may_see
from bot.console.page_overview import GLANCES
from bot.language.phrases import Phrases
from bot.packs.loader import load
from bot.reports import content, desk, needs, usage
from bot.reports.report import Report, Section
from bot.reports.shown import Shown
from bot.reports.wanted import Wanted
from bot.settings import ROOT
from tests.checks.tiny_pack import TINY, TODAY

SAY: Final = Phrases.load(ROOT / "locales").speak("en")
MONTHS: Final = tuple(f"2026-{month:02}" for month in range(4, 10))
SHOWN: Final = Shown(MONTHS, {("people", f"2026-Q{quarter}"): {} for quarter in (2, 3)})


@pytest.fixture(scope="module")
def reports() -> dict[str, Report]:
    wanted = Wanted(load(TINY), SAY, date(2026, 4, 1), date(2026, 9, 30), TODAY, SHOWN)
    made = (usage.report(wanted), needs.report(wanted), desk.report(wanted), content.report(wanted, (), ()))
    return {report.name: report for report in made}


def test_no_part_of_a_report_is_left_without_a_page(reports: dict[str, Report]) -> None:
    for name, report in reports.items():
        shown = {section.name for page in PAGES if page.report == name for section in page.chosen(report)}
        assert shown == {section.name for section in report.sections}, name


@pytest.mark.parametrize("page", [page for page in PAGES if page.sections], ids=lambda page: page.name)
def test_a_page_asks_for_nothing_that_its_report_does_not_have(page: Page, reports: dict[str, Report]) -> None:
    assert [section.name for section in page.chosen(reports[page.report])] == list(page.sections)


def test_the_overview_looks_at_sections_of_its_pages(reports: dict[str, Report]) -> None:
    for glance in GLANCES:
        page = next(page for page in PAGES if page.name == glance.page)
        if page.report in reports:
            assert glance.section in {section.name for section in page.chosen(reports[page.report])}
        else:
            assert (glance.section, glance.shape) == (page.bars, "bars")


def test_a_page_shows_its_sections_in_its_own_order() -> None:
    page, report = Page("x", "y", ("b", "gone", "a")), Report("y", "Y", TODAY, TODAY, TODAY, "en", ())
    a, b, c = (Section(name, name, (), ()) for name in "abc")
    full = Report(**{**vars(report), "sections": (a, b, c)})
    assert list(page.chosen(full)) == [b, a]
    assert list(Page("x", "y").chosen(full)) == [a, b, c]


def test_every_page_is_offered_once_and_has_its_words() -> None:
    offered = [name for _, names in GROUPS for name in names]
    assert sorted(offered) == sorted((OVERVIEW, FIGURES, *(page.name for page in PAGES)))
    assert set(offered) == set(page_words.leads(SAY))
    assert {*offered, SESSIONS} == set(page_words.titles(SAY))
    assert {group for group, _ in GROUPS} == set(page_words.headings(SAY))


def test_an_editor_may_see_what_is_about_the_content_only() -> None:
    seen = {name for _, names in GROUPS for name in names if may_see("editor", name)}
    assert seen == {OVERVIEW, "subjects", "words", "helpful", "due", "services"}
    assert not may_see("editor", SESSIONS)
    assert not may_see("editor", "nothing")
    assert all(may_see("manager", name) for name in (OVERVIEW, FIGURES, SESSIONS, *(page.name for page in PAGES)))
