"""The report as a workbook: what is in the file, whatever shows it."""

import pytest

from bot.exports.xlsx import written
from bot.reports.report import Report
from bot.reports.table import SUPPRESSED
from tests.exports.reporting import GAIN, LANGUAGES, TOPICS, a_report, a_table, marking, speaker
from tests.exports.workbooks import MAIN, Workbook

BOOK = a_report(TOPICS, GAIN)
DAY_OF_EXCEL = 46_348
"""22 November 2026, counted in days from the end of 1899."""


def workbook(report: Report = BOOK, language: str = "en") -> Workbook:
    return Workbook(written(report, speaker(language)))


def test_there_is_a_sheet_about_the_report_one_for_each_section_and_one_of_definitions() -> None:
    assert [sheet.name for sheet in workbook().sheets] == ["Report", "Topics", "Quiz", "Definitions"]


def test_the_first_sheet_says_what_it_is_of_when_and_what_to_know() -> None:
    first = workbook().sheets[0]
    assert first.cells["A1"] == "Use of Udha"
    assert first.row(3) == ["Period", "1 July \N{EN DASH} 30 September 2026"]
    assert first.row(4) == ["Made on", DAY_OF_EXCEL]
    assert first.row(6) == ["Notes", "November is not over."]
    assert first.texts[-4:] == ["Sheets", "Topics", "Quiz", "Definitions"]


def test_numbers_are_numbers_days_are_days_and_shares_are_percentages() -> None:
    book = workbook()
    topics = book.sheets[1]
    assert topics.row(4) == ["Ditët e para", 1234, "≥ 1,240", 0.4212, 46_218]
    assert book.number_format_of(topics, "B4") == "#,##0"
    assert book.number_format_of(topics, "D4") == "0.0%"
    assert book.number_format_of(topics, "E4") == "[$-809]d mmmm yyyy"


def test_an_albanian_report_has_albanian_days() -> None:
    book = workbook(language="sq")
    assert book.number_format_of(book.sheets[1], "E4") == "d.m.yyyy"
    assert book.sheets[0].cells["B3"] == "1 korrik \N{EN DASH} 30 shtator 2026"


def test_no_number_is_in_the_file_but_those_that_are_shown() -> None:
    book = workbook()
    assert book.sheets[1].numbers == [1234, 0.4212, 46_218, 46_235, 0]
    assert book.sheets[2].numbers == [0.61, 0.52, 0.69]
    assert book.sheets[3].numbers == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_hidden_is_a_grey_word_and_is_explained_on_its_sheet(language: str) -> None:
    book, word = workbook(language=language), speaker(language).gettext("hidden")
    topics = book.sheets[1]
    assert topics.row(5)[:4] == ["Azili", word, word, word]
    font = book.font_of(topics, "B5")
    assert font.find(f"{MAIN}i") is not None
    assert next(font.iter(f"{MAIN}color")).attrib["rgb"] == "FF57606A"
    assert any(text.startswith(f"{word}: ") for text in topics.texts)


def test_a_sheet_explains_only_the_signs_that_stand_on_it() -> None:
    quiz = workbook().sheets[2]
    assert not any(text.startswith("≥") for text in quiz.texts)
    assert "Opened, not read." in workbook().sheets[1].texts


def test_the_bounds_of_a_share_are_columns_of_their_own() -> None:
    quiz = workbook().sheets[2]
    assert quiz.row(3) == ["Gender", "Strengthened", "Strengthened, lower bound", "Strengthened, upper bound"]
    assert quiz.row(4) == ["women", 0.61, 0.52, 0.69]
    assert quiz.row(5) == ["men", "hidden", "hidden", "hidden"]
    assert quiz.row(6) == ["not told", "\N{EN DASH}", "\N{EN DASH}", "\N{EN DASH}"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_last_sheet_explains_columns_terms_and_signs(language: str) -> None:
    say = speaker(language)
    last = workbook(language=language).sheets[-1]
    assert last.row(1) == [say.gettext("Table"), say.gettext("Word"), say.gettext("What it means")]
    rows = [last.row(number) for number in range(2, 20)]
    everywhere = say.gettext("all tables")
    assert ["Topics", "July", "How often it was opened in July."] in rows
    assert [everywhere, "people", "Different chats in a quarter."] in rows
    words = [row[1] for row in rows if row and row[0] == everywhere]
    assert words == [say.gettext("hidden"), "≥", "\N{EN DASH}", "%", say.gettext("lower and upper bound"), "people"]
    assert any("20" in str(row[2]) for row in rows if row and row[1] == "%")
    assert any("1" in str(row[2]) and "4" in str(row[2]) for row in rows if row and row[1] == say.gettext("hidden"))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "{=1}", "https://example.org", "internal:Topics!A1"])
def test_a_text_stays_a_text_whatever_it_looks_like(text: str) -> None:
    book = workbook(a_report(a_table((text, 12), title=text), title=text))
    assert text in book.sheets[1].texts
    assert not any("<f>" in part or "<f " in part for part in book.parts.values())
    assert not any('TargetMode="External"' in part for part in book.parts.values())


def test_what_begins_like_a_formula_has_an_apostrophe_before_it_also_when_it_is_edited() -> None:
    book = workbook(a_report(a_table(("=1+1", 12), ("Azili", 12))))
    assert book.format_of(book.sheets[1], "A4").get("quotePrefix") == "1"
    assert book.format_of(book.sheets[1], "A5").get("quotePrefix") is None


def test_the_head_stays_in_sight_is_bold_and_is_printed_on_every_page() -> None:
    book = workbook()
    topics = book.sheets[1]
    assert topics.row(3) == ["Topic", "July", "Both", "Share", "Since"]
    assert topics.first("pane") == {
        "xSplit": "1", "ySplit": "3", "topLeftCell": "B4", "activePane": "bottomRight", "state": "frozen"
    }  # fmt: skip
    assert book.font_of(topics, "A3").find(f"{MAIN}b") is not None
    assert "Topics!$1:$3" in book.parts["xl/workbook.xml"]


def test_every_sheet_is_printed_on_a4_across_as_wide_as_the_page() -> None:
    for sheet in workbook(a_report(TOPICS, title="Use & needs")).sheets:
        assert sheet.first("pageSetup") == {"paperSize": "9", "orientation": "landscape", "fitToHeight": "0"}
        foot = next(sheet.root.iter(f"{MAIN}oddFooter")).text
        assert foot == "&L&8Use && needs, 1 July \N{EN DASH} 30 September 2026&R&8Page &P of &N"


def test_columns_are_as_wide_as_what_stands_in_them() -> None:
    wide = "Regjistrimi i fëmijës në shkollë"
    sheet = workbook(a_report(a_table((wide, 12), ("x" * 500, 12)))).sheets[1]
    first, second = list(sheet.root.iter(f"{MAIN}col"))[:2]
    assert len(wide) < float(first.attrib["width"]) < 60
    assert float(second.attrib["width"]) < 10


def test_an_empty_table_says_so_and_a_report_without_sections_can_be_opened() -> None:
    assert "There is nothing to show." in workbook(a_report(a_table())).sheets[1].texts
    assert [sheet.name for sheet in workbook(a_report()).sheets] == ["Report", "Definitions"]


def test_sections_may_be_called_alike_or_like_our_own_sheets() -> None:
    report = a_report(a_table(title="Report"), a_table(title="definitions"), a_table(title="Report"))
    assert [sheet.name for sheet in workbook(report).sheets] == [
        "Report", "Report 2", "definitions", "Report 3", "Definitions 2"
    ]  # fmt: skip


def test_the_file_names_no_person_and_no_time_of_day() -> None:
    book = workbook()
    properties = book.parts["docProps/core.xml"]
    assert "<dc:creator>Udha</dc:creator><cp:lastModifiedBy>Udha</cp:lastModifiedBy>" in properties
    assert "<dc:title>Use of Udha</dc:title>" in properties
    assert properties.count("2026-11-22T00:00:00Z") == 2
    assert book.days == {(1980, 1, 1)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_report_makes_the_same_bytes(language: str) -> None:
    assert written(BOOK, speaker(language)) == written(BOOK, speaker(language))


def test_every_word_of_ours_can_be_translated() -> None:
    book = Workbook(written(a_report(a_table(("Azili", SUPPRESSED)), a_table()), marking()))
    assert [book.sheets[0].name, book.sheets[-1].name] == ["«Report»", "«Definitions»"]
    ours = {"«Period»", "«Made on»", "«Notes»", "«Sheets»", "«hidden»", "«There is nothing to show.»", "«all tables»"}
    assert ours <= {text for sheet in book.sheets for text in sheet.texts}
