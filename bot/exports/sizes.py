"""How wide the columns of a sheet are and how high its rows, in pixels.

Excel makes a row higher by itself when a text is broken in it. Other programs do not, nor does Excel where cells are
joined.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from math import ceil
from typing import Any, Final

from xlsxwriter.utility import cell_autofit_width  # type: ignore[import-untyped]  # it comes without types

from bot.exports.flat import Flat, Value
from bot.exports.wording import cell_text, per_cent
from bot.language.formats import long_date
from bot.language.phrases import Speaker

NARROWEST: Final = 48
WIDEST: Final = 340
TITLE: Final = 120
"""A title wider than this is rather broken than its column made wider."""
AIR: Final = 1.1
"""The library measures Calibri of 11 points, and Arial of 10 is a little wider; a line breaks before the edge."""
BOLD: Final = 1.1
"""How much wider bold letters are."""
INDENT: Final = 9
"""Before words."""
LINE: Final = 20
"""From one line to the next."""


def fitted(table: Flat, say: Speaker) -> list[int]:
    """The width of each column: that of its cells and of the longest word of its title."""
    return [
        _fitted(column.title, (_shown(row[at], say) for row in table.rows)) for at, column in enumerate(table.columns)
    ]


def make_room(page: Any, row: int, texts: Iterable[object], widths: Sequence[int], letters: float = 1.0) -> None:
    """Make the row as high as its texts need in columns of these widths; what is no text needs one line."""
    pairs = zip(texts, widths, strict=False)
    lines = max((_lines(text, (width - INDENT) / letters) for text, width in pairs if isinstance(text, str)), default=1)
    if lines > 1:
        page.set_row_pixels(row, LINE * lines)


def _lines(text: str, width: float) -> int:
    """Into how many the text is broken between its words."""
    lines, line = 1, ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and _width(longer) > width:
            lines, longer = lines + 1, word
        line = longer
    return lines


def _fitted(title: str, cells: Iterable[str]) -> int:
    words = max(map(_width, title.split()), default=0)
    head = BOLD * max(words, min(_width(title), TITLE))
    return min(WIDEST, max(NARROWEST, INDENT + ceil(head), *(INDENT + _width(cell) for cell in cells)))


def _shown(value: Value, say: Speaker) -> str:
    """As a spreadsheet shows it."""
    if isinstance(value, float):
        return per_cent(value, say.language)
    return long_date(value, say.language) if isinstance(value, date) else cell_text(value, say)


def _width(text: str) -> int:
    return ceil(AIR * int(cell_autofit_width(text)))
