"""How the cells of a workbook look."""

from dataclasses import dataclass
from typing import Any, Final

INK: Final = "#1d2327"
QUIET: Final = "#57606a"
HAIR: Final = "#d5dbe1"
WASH: Final = "#f5f7f9"
LINK: Final = "#0b57a4"
"""The colours of the console (bot/console/static/console.css)."""

FONT: Final = {"font_name": "Arial", "font_size": 10}
"""It or one of the same widths is on every machine; Calibri is on those with Excel only."""
DAYS: Final = {"sq": "d.m.yyyy", "en": "[$-809]d mmmm yyyy"}
"""22.11.2026 and 22 November 2026. The number is that of British English: else months are in the reader's language.
That of Albanian is not understood by LibreOffice, so its days have no names in them."""
ANY_DAY: Final = "yyyy-mm-dd"


@dataclass(frozen=True)
class Styles:
    """The formats of one workbook; XlsxWriter gives them no type."""

    title: Any
    quiet: Any
    label: Any
    link: Any
    note: Any
    head: Any
    head_of_numbers: Any
    text: Any
    apostrophe: Any
    """Of a text that begins like a formula: what a sign before it is in CSV."""
    words: Any
    """Of what stands in the place of a number."""
    hidden: Any
    number: Any
    share: Any
    day: Any
    this_day: Any
    """A day that stands by itself, outside a table."""


def styles(workbook: Any, language: str) -> Styles:
    day = DAYS.get(language, ANY_DAY)
    wrapped = {"text_wrap": True, "valign": "top", "font_color": INK}
    cell = {"valign": "top", "font_color": INK, "bottom": 1, "bottom_color": HAIR}
    head = cell | {"bold": True, "text_wrap": True, "valign": "bottom", "bg_color": WASH, "bottom_color": QUIET}
    # Words keep away from a number on their left. Numbers are not indented: LibreOffice does it with some of them only.
    left, right = {"align": "left", "indent": 1}, {"align": "right"}
    looks: dict[str, dict[str, object]] = {
        "title": {"bold": True, "font_size": 16, "font_color": INK},
        "quiet": {"font_color": QUIET},
        "label": {"font_color": QUIET, "valign": "top"},
        "link": {"font_color": LINK, "underline": 1, "valign": "top"},
        "note": wrapped,
        "head": head | left,
        "head_of_numbers": head | right,
        "text": cell | left | {"text_wrap": True},
        "apostrophe": cell | left | {"text_wrap": True, "quote_prefix": True},
        "words": cell | right,
        "hidden": cell | right | {"font_color": QUIET, "italic": True},
        "number": cell | right | {"num_format": "#,##0"},
        "share": cell | right | {"num_format": "0.0%"},
        "day": cell | left | {"num_format": day},
        "this_day": {"num_format": day, "align": "left", "font_color": INK},
    }
    return Styles(**{name: workbook.add_format(look) for name, look in looks.items()})
