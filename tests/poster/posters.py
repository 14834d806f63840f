"""A poster with defaults, and how a test reads what came out."""

from datetime import date
from io import BytesIO

import pypdfium2  # type: ignore[import-untyped]  # it comes without types
import zxingcpp
from PIL import Image

from bot.packs.assets import Packs
from bot.poster.words import Poster, Subject, poster
from tests.builders import TODAY, a_topic, some_packs, topic_words
from tests.contexts import a_context

PRINTED = date(2026, 11, 22)
WORDS = {"sq": topic_words("Ditët e para: çfarë bëni"), "en": topic_words("The first days")}


def first_days() -> Packs:
    return some_packs(topics=[a_topic("first-steps", "returning", WORDS)])


def a_poster(packs: Packs | None = None, topic: str = "first-steps", place: str = "kukes", *languages: str) -> Poster:
    context = a_context(packs or first_days(), today=TODAY)
    return poster(Subject(topic, place, "UdhaBot"), languages or ("sq", "en"), context)


def text_of(pdf: bytes) -> str:
    """What can be copied out of the only page, with single spaces."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        (page,) = document
        return " ".join(page.get_textpage().get_text_bounded().split())
    finally:
        document.close()


def size_of(pdf: bytes) -> tuple[int, int]:
    """Width and height of the only page in millimetres."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        (page,) = document
        width, height = page.get_size()
        return round(width / 72 * 25.4), round(height / 72 * 25.4)
    finally:
        document.close()


def opened(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png))


def scanned(image: Image.Image) -> list[str]:
    """What a camera finds in it."""
    return [found.text for found in zxingcpp.read_barcodes(image)]
