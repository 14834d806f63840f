"""The sheet of paper: one page of A4 with every word on it, and a square that a camera reads."""

from dataclasses import replace
from pathlib import Path

import pytest
import zxingcpp

from bot.errors import PosterError
from bot.poster.picture import DPI, picture
from bot.poster.sheet import sheet
from bot.poster.words import Poster
from tests.builders import TODAY
from tests.poster.fonts import a_font
from tests.poster.posters import a_poster, opened, scanned, size_of, text_of

A4 = (210, 297)


def german(poster: Poster, *headings: str) -> Poster:
    """With as many languages more, all alike but for the heading."""
    more = [replace(poster.words[1], language="de", heading=heading) for heading in headings]
    return replace(poster, words=(*poster.words, *more))


def test_it_is_one_page_of_a4_with_every_word_of_both_languages() -> None:
    poster = a_poster()
    pdf = sheet(poster, TODAY)
    text = text_of(pdf)
    assert size_of(pdf) == A4
    for words in poster.words:
        for said in (words.heading, words.about, words.terms, *words.steps, words.unscanned, words.danger):
            assert said in text
    assert poster.address in text
    assert "Kukës" in text


def test_the_square_on_the_picture_can_be_scanned_and_leads_to_the_subject() -> None:
    poster = a_poster()
    image = opened(picture(sheet(poster, TODAY)))
    assert image.size == (round(A4[0] / 25.4 * DPI), round(A4[1] / 25.4 * DPI))
    assert scanned(image) == [poster.link]


def test_it_can_be_scanned_from_afar_and_with_a_torn_corner() -> None:
    poster = a_poster()
    image = opened(picture(sheet(poster, TODAY))).convert("L")
    assert scanned(image.resize((image.width // 6, image.height // 6))) == [poster.link]
    (found,) = zxingcpp.read_barcodes(image)
    corner = found.position.bottom_right
    image.paste(255, (corner.x - 150, corner.y - 150, corner.x, corner.y))
    assert scanned(image) == [poster.link]


def test_the_same_words_on_the_same_day_make_the_same_bytes() -> None:
    assert sheet(a_poster(), TODAY) == sheet(a_poster(), TODAY)


def test_a_long_heading_is_written_smaller_on_one_line() -> None:
    poster = a_poster()
    longest = replace(poster.words[0], heading="M" * 48)  # as long as a title may be
    pdf = sheet(replace(poster, words=(longest, poster.words[1])), TODAY)
    assert "M" * 48 in text_of(pdf)
    assert scanned(opened(picture(pdf))) == [poster.link]


def test_a_third_language_has_its_column_and_leaves_room_for_the_square() -> None:
    poster = german(a_poster(), "Die ersten Tage")
    pdf = sheet(poster, TODAY)
    assert "Die ersten Tage" in text_of(pdf)
    assert scanned(opened(picture(pdf))) == [poster.link]


def test_more_languages_than_fit_are_refused() -> None:
    with pytest.raises(PosterError, match="do not fit on one sheet"):
        sheet(german(a_poster(), *"abcdef"), TODAY)


def test_without_a_font_another_script_is_refused_and_its_letters_are_named() -> None:
    with pytest.raises(PosterError, match=r"The font has no 'ейнт'.*--font FILE"):
        sheet(german(a_poster(), "нетей"), TODAY)


def test_typographer_s_marks_need_no_font() -> None:
    heading = "\N{LEFT DOUBLE QUOTATION MARK}90\N{RIGHT DOUBLE QUOTATION MARK} \N{EN DASH} days\N{HORIZONTAL ELLIPSIS}"
    assert heading in text_of(sheet(german(a_poster(), heading), TODAY))


def test_a_font_that_is_given_writes_everything(tmp_path: Path) -> None:
    poster = german(a_poster(), "Первые дни")
    said = "".join(str(words) for words in poster.words) + poster.address + poster.footer + "123"
    pdf = sheet(poster, TODAY, a_font(tmp_path, "".join(sorted(set(said)))))
    assert "Первые дни" in text_of(pdf)
    assert b"Helvetica" not in pdf


def test_the_letters_that_a_given_font_lacks_are_named(tmp_path: Path) -> None:
    with pytest.raises(PosterError, match="The font has no 'd'"):
        sheet(a_poster(), TODAY, a_font(tmp_path, "Uha"))


def test_a_file_that_is_no_font_is_told_plainly(tmp_path: Path) -> None:
    words = tmp_path / "words.ttf"
    words.write_text("no font", "utf-8")
    for path in (words, tmp_path / "none.ttf", tmp_path):
        with pytest.raises(PosterError, match=r"cannot be read as a font. Give a TrueType file"):
            sheet(a_poster(), TODAY, path)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # fpdf leaves it open
def test_a_font_that_is_broken_off_is_told_plainly(tmp_path: Path) -> None:
    broken = a_font(tmp_path, "Udha")
    broken.write_bytes(broken.read_bytes()[:300])
    with pytest.raises(PosterError, match="is a broken font"):
        sheet(a_poster(), TODAY, broken)
