"""Lays a poster out on one sheet of A4, as a PDF. Lengths are in millimetres, from the upper left corner."""

from collections.abc import Iterable, Sequence
from contextlib import closing
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Final

from fpdf import FPDF

from bot.errors import PosterError
from bot.poster.lettering import BLACK, Column, Lettering, Style
from bot.poster.square import square
from bot.poster.words import Poster, Words

WIDTH: Final = 210.0
MARGIN: Final = 17.0
WHOLE: Final = Column(MARGIN, WIDTH - 2 * MARGIN)
TOP: Final = 14.0
FOOT: Final = 283.0
"""Where the small print stands; printers leave the last centimetre white."""

SMALLEST: Final = 50.0
LARGEST: Final = 100.0
"""How wide the square may be: one can scan it from about ten times that far."""

AIR: Final = 4.0
"""Between the last line and the small print."""

GUTTER: Final = 9.0
"""Between two languages side by side."""

INDENT: Final = 7.0
"""Between the number of a step and its words."""

GREY: Final = (90, 90, 90)
GREEN: Final = (0, 92, 80)
"""Dark enough to be read from a printer that has only black."""

NAME: Final = "Udha"


def sheet(poster: Poster, today: date, font: Path | None = None) -> bytes:
    """The PDF; the same words on the same day make the same bytes.

    Raises PosterError for a font that cannot be used or lacks letters, and for words that do not fit on one sheet.
    """
    _, end = _drawn(poster, today, font, 0)
    room = FOOT - AIR - end
    if room < SMALLEST:
        raise PosterError("The words do not fit on one sheet. Make a poster of fewer languages with --language.")
    pdf, _ = _drawn(poster, today, font, min(room, LARGEST))
    return pdf


def _drawn(poster: Poster, today: date, font: Path | None, side: float) -> tuple[bytes, float]:
    """The sheet with a square as wide as this, and where what is drawn on it ends."""
    pdf = FPDF(unit="mm", format="A4")
    pdf.set_auto_page_break(auto=False)
    pdf.set_creation_date(datetime.combine(today, time(), UTC))
    pdf.set_title(NAME)
    pdf.set_lang(poster.words[0].language)
    pdf.add_page()
    with closing(Lettering(pdf, font)) as lettering:
        end = _Drawing(pdf, lettering).draw(poster, side)
        return bytes(pdf.output()), end


class _Drawing:
    """Goes down the sheet part by part; `_y` is how far it has come."""

    def __init__(self, pdf: FPDF, lettering: Lettering) -> None:
        self._pdf = pdf
        self._lettering = lettering
        self._y = TOP

    def draw(self, poster: Poster, side: float) -> float:
        """All of it, with a square as wide as this; gives where it ends, before the small print."""
        for words in filter(lambda each: each.trial, poster.words):
            self._line(words.trial, Style(15, bold=True))
        self._headings(poster.words)
        self._square(poster.link, side)
        self._sentences([words.terms for words in poster.words], 14)
        self._y += 6
        self._steps(poster.words)
        self._y += 4
        for words in poster.words:
            self._line(words.unscanned, Style(10.5))
        self._line(poster.address, Style(15, bold=True))
        self._y += 5
        self._danger([words.danger for words in poster.words if words.danger])
        end, self._y = self._y, FOOT
        self._line(poster.footer, Style(9, colour=GREY))
        return end

    def _headings(self, words: Sequence[Words]) -> None:
        self._line(NAME, Style(30, bold=True, colour=GREEN))
        self._y += 1
        for at, each in enumerate(words):
            self._line(each.heading, Style(25, colour=GREY) if at else Style(42, bold=True))
        self._y += 3
        for each in words:
            self._line(each.about, Style(12.5))

    def _square(self, link: str, side: float) -> None:
        code = square(link)
        module, left = side / code.size, (WIDTH - side) / 2
        self._pdf.set_fill_color(*BLACK)
        for stripe in code.stripes:
            x, y = left + stripe.x * module, self._y + stripe.y * module
            self._pdf.rect(x, y, stripe.width * module, module, style="F")
        self._y += side

    def _steps(self, columns: Sequence[Words]) -> None:
        """A column for each language, side by side; the longest says where the sheet goes on."""
        width = (WHOLE.width - GUTTER * (len(columns) - 1)) / len(columns)
        top, ends = self._y, []
        for at, words in enumerate(columns):
            self._y = top
            for number, step in enumerate(words.steps, 1):
                self._step(str(number), step, Column(WHOLE.left + at * (width + GUTTER), width))
            ends.append(self._y)
        self._y = max(ends)

    def _step(self, number: str, step: str, column: Column) -> None:
        words = Column(column.left + INDENT, column.width - INDENT)
        self._lettering.write(number, self._y, column, Style(13, bold=True, colour=GREEN, align="L"))
        self._y = self._lettering.write(step, self._y, words, Style(13, align="L")) + 1.5

    def _danger(self, sentences: Sequence[str]) -> None:
        """In a frame, so that it is found without reading the rest."""
        if not sentences:
            return
        top = self._y
        self._y += 2.5
        self._sentences(sentences, 15)
        self._y += 2.5
        self._pdf.set_draw_color(*BLACK)
        self._pdf.set_line_width(0.5)
        self._pdf.rect(WHOLE.left, top, WHOLE.width, self._y - top)

    def _sentences(self, sentences: Iterable[str], size: float) -> None:
        """The same sentence in each language, the first one bold."""
        for at, sentence in enumerate(sentences):
            self._line(sentence, Style(size, bold=at == 0))

    def _line(self, text: str, style: Style) -> None:
        fitted = self._lettering.fitted(text, WHOLE.width, style)
        self._y = self._lettering.write(text, self._y, WHOLE, fitted)
