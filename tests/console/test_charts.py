"""Charts of a section: what they show, what they hide, and that they can do nothing."""

import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from bot.console import ink
from bot.console.alt import alt
from bot.console.charts import chart
from bot.console.svg import HATCHED
from bot.reports.errors import ReportError
from bot.reports.report import AtLeast, Cell, Section, Share
from bot.reports.table import SUPPRESSED
from tests.console.pictures import MONTHS, SAY, each, foreign, of, read, words, written

CSS = Path(ink.__file__).parent / "static" / "console.css"
LONG = "Regjistrimi i fëmijës në shkollë pas kthimit nga jashtë në klasën e duhur"

BARS = of("bars", ("Work", 120), ("Visa", AtLeast(40)), ("Debt", SUPPRESSED), ("Housing", 0), ("Papers", None))
PAIRS = of("bars", ("Work", 60, 7), ("Visa", SUPPRESSED, 11), titles=("Yes", "No"))
LINES = of(
    "lines",
    *((month, 12 + n, 30 - n) for n, month in enumerate(MONTHS[:7])),
    (MONTHS[7], SUPPRESSED, 22),
    *((month, 19 + n, AtLeast(20 - n)) for n, month in enumerate(MONTHS[8:])),
    titles=("Opened", "Closed"),
)
SHARES = of("bars", ("Women", Share(0.296, 0.21, 0.4)), ("Men", Share(1.0)))
ALL = (BARS, PAIRS, LINES, SHARES)


def lengths(section: Section, fill: str = HATCHED) -> list[float]:
    """Pixels of the bars of this fill."""
    bars = each(read(chart(section, SAY)), "rect")
    return [float(bar.get("width", 0)) for bar in bars if bar.get("fill") == fill and "x" in bar.attrib]


@pytest.mark.parametrize(
    ("section", "numbers"),
    [
        (BARS, ["120", "≥ 40", "hidden", "0", "\N{EN DASH}"]),
        (PAIRS, ["60", "7", "hidden", "11"]),
        (SHARES, ["29.6% (21.0%\N{EN DASH}40.0%)", "100.0%"]),
    ],
)
def test_every_number_of_a_section_stands_beside_its_bar(section: Section, numbers: list[str]) -> None:
    assert set(numbers) <= set(written(read(chart(section, SAY))))


def test_every_number_of_a_line_is_told_with_its_month() -> None:
    said = words(read(chart(LINES, SAY)))
    for row in LINES.rows:
        for title, cell in zip(("Opened", "Closed"), row[1:], strict=True):
            if isinstance(cell, int):
                assert f"{row[0]}, {title}: {cell}" in said
            if isinstance(cell, AtLeast):
                assert f"{row[0]}, {title}: ≥ {cell.n}" in said


def test_what_is_hidden_is_a_hatched_mark_of_always_the_same_size() -> None:
    few = of("bars", ("Work", 5), ("Debt", SUPPRESSED))
    many = of("bars", ("Work", 99_995), ("Debt", SUPPRESSED), ("Visa", SUPPRESSED))
    sizes = {round(length / ink.WIDTH, 1) for section in (few, many, PAIRS) for length in lengths(section)}
    assert sizes == {0.1}
    assert len(lengths(many)) == 2


def test_the_bars_are_as_long_as_their_numbers_say() -> None:
    full, half = lengths(of("bars", ("Work", 80), ("Visa", 40)), ink.SERIES[0])[::-1]
    assert full == pytest.approx(2 * half, rel=0.01)


def test_a_bar_leaves_room_for_its_number() -> None:
    section = of("bars", ("Work", 1_234_567), ("Visa", 9))
    (longest, *_) = sorted(lengths(section, ink.SERIES[0]), reverse=True)
    assert longest + ink.wide("1,234,567", bold=True) < ink.WIDTH


def test_a_zero_and_what_nobody_knows_have_no_bar() -> None:
    section = of("bars", ("Work", 20), ("Housing", 0), ("Papers", None))
    assert sum(length > 0 for length in lengths(section, ink.SERIES[0])) == 1
    assert not lengths(section)


def test_a_line_has_a_gap_where_a_number_is_hidden() -> None:
    picture = read(chart(of("lines", ("a", 7), ("b", 9), ("c", SUPPRESSED), ("d", 8), ("e", 6)), SAY))
    lines = [line for line in each(picture, "path") if line.get("stroke") == ink.SERIES[0] and "L" in line.get("d", "")]
    foot = [dot for dot in each(picture, "circle") if dot.get("fill") == HATCHED]
    assert len(lines) == 2
    assert len(foot) == 1 + 1  # in the key and below the gap
    assert "hidden" in written(picture)


def test_no_number_is_made_up_where_all_are_hidden() -> None:
    for kind in ("bars", "lines"):
        said = written(read(chart(of(kind, *((month, SUPPRESSED) for month in MONTHS)), SAY)))
        assert {text for text in said if text.isdigit()} <= {"0", "1"}  # the guides of an empty scale


def test_the_highest_and_the_latest_number_of_each_line_are_written() -> None:
    said = written(read(chart(LINES, SAY)))
    assert {"30", "22"} <= set(said)
    assert "≥ 17" in said


def test_where_there_is_room_all_numbers_of_a_line_are_written() -> None:
    rows = (("2026-Q1", 7), ("2026-Q2", 13), ("2026-Q3", 11), ("2026-Q4", 19))
    assert {"7", "13", "11", "19"} <= set(written(read(chart(of("lines", *rows), SAY))))


def test_a_single_month_is_a_dot() -> None:
    assert len(each(read(chart(of("lines", ("January", 7)), SAY)), "circle")) == 1


def test_the_guides_are_round_numbers_and_reach_the_highest() -> None:
    for top, expected in ((7, "0 2 4 6 8"), (3, "0 1 2 3"), (830, "0 500 1,000"), (0, "0 1")):
        said = written(read(chart(of("lines", ("a", 0), ("b", top)), SAY)))
        assert " ".join(text for text in said if text not in {"a", "b"}).startswith(expected)


def test_the_largest_rows_are_drawn_in_the_order_of_the_table_and_the_rest_is_counted() -> None:
    sizes = [3 * n % 31 + 5 for n in range(1, 21)]
    section = of("bars", *((f"row {n}", size) for n, size in enumerate(sizes)))
    said = written(read(chart(section, SAY)))
    largest = sorted(sizes, reverse=True)[:12]
    assert [int(text) for text in said if text.isdigit()][::-1] == [size for size in sizes if size in largest]
    assert "and 8 more rows in the table" in said


def test_a_long_name_is_cut_after_a_word_and_stays_in_the_picture() -> None:
    (name, _) = written(read(chart(of("bars", (LONG, 7)), SAY)))[::-1]
    assert name.endswith("…")
    assert LONG.startswith(name[:-1])
    assert LONG[len(name) - 1] == " "
    assert ink.wide(name) <= ink.WIDTH


def test_the_names_of_months_do_not_touch() -> None:
    rows = [(f"shtator {year}", 10) for year in range(2015, 2027)]
    picture = read(chart(of("lines", *rows), SAY))
    places = [float(text.attrib["x"]) for text in each(picture, "text") if "shtator" in (text.text or "")]
    assert len(places) > 1
    assert all(right - left > ink.wide("shtator 2026") for left, right in pairwise(places))


def test_letters_are_large_enough_on_a_telephone() -> None:
    assert ink.SIZE * 296 / ink.WIDTH >= 12


@pytest.mark.parametrize("section", ALL)
def test_a_picture_can_do_nothing_and_loads_nothing(section: Section) -> None:
    svg = chart(section, SAY)
    assert list(foreign(svg)) == []
    assert svg.count(b"http") == 1  # the name of SVG itself


@pytest.mark.parametrize("section", ALL)
def test_the_same_section_gives_the_same_bytes(section: Section) -> None:
    assert chart(section, SAY) == chart(section, SAY)


@pytest.mark.parametrize("kind", ["bars", "lines"])
def test_what_people_wrote_stays_text(kind: str) -> None:
    name = "<script>&\x00\x1b\u202e\ud800"
    section = of("bars" if kind == "bars" else "lines", (name, 7), ("other", 9))
    svg = chart(section, SAY)
    assert list(foreign(svg)) == []
    assert any("<script>&" in said for said in words(read(svg)))


def test_one_series_has_no_key_and_several_have_one() -> None:
    assert "Times" not in written(read(chart(BARS, SAY)))
    assert {"Yes", "No"} <= set(written(read(chart(PAIRS, SAY))))
    assert {"Opened", "Closed"} <= set(written(read(chart(LINES, SAY))))


def test_lines_can_be_told_apart_without_colours() -> None:
    lines = [line for line in each(read(chart(LINES, SAY)), "path") if line.get("stroke") in ink.SERIES]
    dashes = {line.get("stroke"): line.get("stroke-dasharray", "none") for line in lines}
    assert len(set(dashes.values())) == 2


def test_the_colours_are_those_of_the_pages_and_stand_out_from_the_paper() -> None:
    css = CSS.read_text("utf-8")
    for colour in (ink.INK, ink.QUIET, ink.LINE, ink.HAIR, ink.PAPER, ink.WASH, ink.SERIES[0]):
        assert colour in css
    assert all(contrast(colour) >= 3 for colour in (*ink.SERIES, ink.LINE, ink.QUIET))


def contrast(colour: str) -> float:
    """To white (WCAG 2.2, relative luminance)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def test_the_words_say_how_many_rows_which_is_the_highest_and_how_much_is_hidden() -> None:
    assert alt(BARS, SAY) == "Made up: 5 rows. The highest is Work: 120. 1 number is hidden."
    both = "Made up: 2 rows. The highest is Work, Yes: 60. The highest is Visa, No: 11. 1 number is hidden."
    assert alt(PAIRS, SAY) == both
    assert alt(of("bars", ("Work", SUPPRESSED)), SAY) == "Made up: 1 row. 1 number is hidden."


def test_a_picture_by_itself_bears_the_same_words() -> None:
    assert each(read(chart(BARS, SAY)), "title")[0].text == alt(BARS, SAY)


@pytest.mark.parametrize("rows", [(), (("Work", None), ("Visa", None))])
def test_where_there_is_no_number_a_sentence_says_so(rows: Sequence[tuple[Cell, ...]]) -> None:
    for kind in ("bars", "lines"):
        section = of("bars" if kind == "bars" else "lines", *rows)
        assert written(read(chart(section, SAY))) == ["There is nothing to show."]


def test_what_cannot_be_drawn_is_refused() -> None:
    four = of("bars", ("Work", 7, 8, 9, 10), titles=("a", "b", "c", "d"))
    for section in (of("bars", ("Work", "many")), four, of("none", ("Work", 7)), of("map", ("Kukës", 7))):
        with pytest.raises(ReportError):
            chart(section, SAY)


def test_the_library_leaves_imports_as_they_were() -> None:
    chart(BARS, SAY)
    assert not [finder for finder in sys.meta_path if type(finder).__module__.startswith("pygal")]
