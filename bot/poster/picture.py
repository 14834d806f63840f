"""The sheet as a picture, made of the PDF itself, so that both are the same."""

from io import BytesIO
from typing import Final

import pypdfium2  # type: ignore[import-untyped]  # it comes without types

DPI: Final = 200
"""Dots an inch: sharp on paper, and small enough to be sent to a printer's shop over Telegram."""

_POINTS: Final = 72
"""Points an inch, the unit of PDF."""


def picture(pdf: bytes) -> bytes:
    """The first page as a PNG."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        image = document[0].render(scale=DPI / _POINTS).to_pil()
    finally:
        document.close()
    written = BytesIO()
    image.save(written, "PNG", optimize=True, dpi=(DPI, DPI))
    return written.getvalue()
