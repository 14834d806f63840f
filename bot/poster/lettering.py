"""The letters of a poster: Helvetica, which every reader of PDF has, or a font that is given."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from fpdf import FPDF
from fpdf.fonts import TTFFont

from bot.errors import PosterError

HELVETICA: Final = "Helvetica"
WESTERN: Final = "cp1252"
"""The letters of Helvetica in PDF (WinAnsiEncoding): enough for Albanian and English, not for another script."""

GIVEN: Final = "given"
FONTS: Final = (b"\0\1\0\0", b"true", b"OTTO")
"""How files begin that hold one font, TrueType or OpenType (OpenType specification, table directory)."""

LEADING: Final = 1.22 * 25.4 / 72
"""Millimetres from line to line, for each point of size."""

SNUG: Final = 0.99
"""How much of a line one fills: sizes of letters are rounded, and what is too wide by a hair would be broken."""

BLACK: Final = (20, 20, 20)


@dataclass(frozen=True)
class Style:
    """`size` is in points, `align` C for centred or L for left, as fpdf has it."""

    size: float
    bold: bool = False
    colour: tuple[int, int, int] = BLACK
    align: str = "C"


@dataclass(frozen=True)
class Column:
    """Where words stand across the sheet, in millimetres."""

    left: float
    width: float


class Lettering:
    """Writes on one PDF; both weights of a given font are the same file."""

    def __init__(self, pdf: FPDF, font: Path | None) -> None:
        """Raises PosterError for a file that is no font."""
        pdf.core_fonts_encoding = WESTERN
        self._pdf = pdf
        self._family = HELVETICA if font is None else GIVEN
        self._known = None if font is None else _taken(pdf, font)

    def close(self) -> None:
        """Let go of the font's file, when everything is written and put out."""
        for font in self._pdf.fonts.values():
            if isinstance(font, TTFFont):
                font.close()

    def write(self, text: str, y: float, column: Column, style: Style) -> float:
        """On as many lines as it takes, from `y` down; gives where it ends.

        Raises PosterError for letters that the font does not have.
        """
        self._check(text)
        self._use(style)
        self._pdf.set_text_color(*style.colour)
        self._pdf.set_xy(column.left, y)
        self._pdf.multi_cell(column.width, style.size * LEADING, text, align=style.align, new_x="LEFT", new_y="NEXT")
        return self._pdf.get_y()

    def fitted(self, text: str, width: float, style: Style) -> Style:
        """The style in which the text stands on one line: as it is, or in smaller letters."""
        self._check(text)
        self._use(style)
        room = SNUG * (width - 2 * self._pdf.c_margin)
        wide = self._pdf.get_string_width(text)
        return style if wide <= room else replace(style, size=style.size * room / wide)

    def _use(self, style: Style) -> None:
        self._pdf.set_font(self._family, "B" if style.bold else "", style.size)

    def _check(self, text: str) -> None:
        missing = "".join(sorted({letter for letter in text if not self._has(letter)}))
        if missing:
            raise PosterError(f"The font has no '{missing}'. Give one that has every letter you need: --font FILE.ttf.")

    def _has(self, letter: str) -> bool:
        if self._known is not None:
            return letter in self._known
        try:
            letter.encode(WESTERN)
        except UnicodeEncodeError:
            return False
        return True


def _taken(pdf: FPDF, font: Path) -> frozenset[str]:
    """Add the font; gives its letters."""
    if not _is_font(font):
        raise PosterError(f"'{font}' cannot be read as a font. Give a TrueType file (.ttf).")
    try:
        for weight in ("", "B"):
            pdf.add_font(GIVEN, weight, font)
    except Exception as fault:  # a broken font fails in as many ways as it has bytes
        raise PosterError(f"'{font}' is a broken font. Give another TrueType file (.ttf).") from fault
    added = pdf.fonts[GIVEN]
    return frozenset(map(chr, added.cmap)) if isinstance(added, TTFFont) else frozenset()


def _is_font(font: Path) -> bool:
    try:
        with font.open("rb") as opened:
            return opened.read(4) in FONTS
    except OSError:
        return False
