"""The page of some packs, as a test wants to look at it."""

import re
from datetime import date
from html import unescape
from pathlib import Path

from bot.packs.assembling import assemble
from bot.packs.loader import read
from bot.preview.page import Made, Preview, html, preview
from tests.checks.tiny_pack import TODAY, TinyPack
from tests.contexts import LOCALES


def shown(root: Path, today: date = TODAY, locales: Path = LOCALES) -> Preview:
    reading = read(root)
    return preview(reading, assemble(reading), Made(today, "0123456789ab", locales))


def page(pack: TinyPack, today: date = TODAY, locales: Path = LOCALES) -> str:
    assert read(pack.root).problems == []
    return html(shown(pack.root, today, locales))


def card(page: str, heading: str) -> str:
    """The article in whose heading this stands."""
    cards = re.findall(r"<article.*?</article>", page, re.DOTALL)
    (found,) = [each for each in cards if heading in each[: each.index("</h")]]
    return str(found)


def text(html: str) -> str:
    """What a reader reads, one space between words."""
    return " ".join(
        unescape(re.sub(r"<style>.*?</style>|<script>.*?</script>|<[^>]*>", " ", html, flags=re.DOTALL)).split()
    )
