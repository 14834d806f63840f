"""The report on a terminal."""

import pytest

from bot.exports.lines import ROOM, wide
from bot.exports.table import written
from bot.reports.report import AtLeast, Column, Section, Share
from bot.reports.table import SUPPRESSED
from tests.exports.reporting import GAIN, TOPICS, a_report, a_table, marking, speaker


def test_title_period_tables_and_notes_stand_under_each_other() -> None:
    assert written(a_report(TOPICS), speaker()) == (
        "Use of Udha\n"
        "1 July \N{EN DASH} 30 September 2026. Made on 22 November 2026.\n"
        "\n"
        "Topics\n"
        "\n"
        "Topic           July     Both   Share  Since\n"
        "------------  ------  -------  ------  ----------\n"
        "Ditët e para   1,234  ≥ 1,240   42.1%  15/07/2026\n"
        "Azili         hidden   hidden  hidden  01/08/2026\n"
        "Kredia             0        \N{EN DASH}       \N{EN DASH}  \N{EN DASH}\n"
        "\n"
        "Opened, not read.\n"
        "\n"
        "November is not over.\n"
        "hidden: From 1 to 4, or another number that would give such a small one away. It is not shown so\n"
        "that nobody can be found by it.\n"
        "≥: At least so many: some parts of this sum are hidden.\n"
        "\N{EN DASH}: There is no number.\n"
    )


def test_numbers_and_days_are_written_as_albanian_readers_write_them() -> None:
    text = written(a_report(TOPICS, language="sq"), speaker("sq"))
    assert "1 korrik \N{EN DASH} 30 shtator 2026" in text
    assert "1\N{NO-BREAK SPACE}234" in text
    assert "42,1%" in text
    assert "15.7.2026" in text


def test_an_estimated_share_has_its_bounds_beside_it() -> None:
    assert "61.0% (52.0%\N{EN DASH}69.0%)" in written(a_report(GAIN), speaker())


def test_signs_that_do_not_occur_are_not_explained() -> None:
    text = written(a_report(a_table(("Azili", 12))), speaker())
    assert "hidden" not in text
    assert "≥" not in text
    assert "bound" not in text


def test_a_table_without_rows_says_so() -> None:
    assert "There is nothing to show." in written(a_report(a_table()), speaker())


def test_words_are_broken_where_the_line_ends_and_numbers_are_not() -> None:
    long = "Regjistrimi i fëmijës në shkollë pas kthimit në vendin e vet nga një shtet tjetër i Evropës"
    text = written(a_report(a_table((long, 1234567, long), kinds="tnt")), speaker())
    lines = text.splitlines()
    assert max(map(wide, lines)) <= ROOM
    assert "1,234,567" in text
    assert sum("Regjistrimi" in line for line in lines) == 1
    assert text.count("Evropës") == 2


def test_columns_that_do_not_fit_stand_below_with_the_first_one_repeated() -> None:
    columns = (Column("Month", "text"), *(Column(f"{hour:02}") for hour in range(24)))
    section = Section("hours", "Hours", columns, (("2026-07", *range(100, 124)),))
    lines = written(a_report(section), speaker()).splitlines()
    assert max(map(len, lines)) <= ROOM
    rows = [line.split() for line in lines if line.startswith("2026-07")]
    assert [row[0] for row in rows] == ["2026-07", "2026-07"]
    assert [number for row in rows for number in row[1:]] == [str(n) for n in range(100, 124)]


def test_what_must_not_be_broken_may_be_wider_than_the_line() -> None:
    long = "9" * 120
    assert long in written(a_report(a_table(("Azili", long))), speaker())


@pytest.mark.parametrize("word", ["Ditët", "Dite\N{COMBINING DIAERESIS}t", "日本", "x\N{COMBINING ACUTE ACCENT}"])
def test_columns_are_as_wide_as_the_letters_look(word: str) -> None:
    lines = written(a_report(a_table((word, 12), ("plain", 345))), speaker()).splitlines()
    rows = [line for line in lines if line.endswith(("12", "345"))]
    assert len({wide(line) for line in rows}) == 1


def test_nothing_in_a_word_commands_the_terminal() -> None:
    text = written(a_report(a_table(("a\x1b[2Jb\u202ec\rd\ne", 12))), speaker())
    assert "a[2Jbc d e" in text
    assert not set(text) & {"\x1b", "\u202e", "\r"}


def test_a_hidden_share_shows_no_bound() -> None:
    line = next(line for line in written(a_report(GAIN), speaker()).splitlines() if line.startswith("men"))
    assert line.split() == ["men", "hidden"]


def test_every_word_of_ours_can_be_translated() -> None:
    section = a_table(("Azili", AtLeast(12), Share(0.5, 0.4, 0.6)), ("Kredia", SUPPRESSED, None), kinds="tns")
    text = written(a_report(section, a_table()), marking())
    for phrase in ("«hidden»", "«There is nothing to show.»", "«At least so many: some", "«There is no number.»"):
        assert phrase in text
