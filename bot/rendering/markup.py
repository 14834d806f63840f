"""Telegram's HTML. Words stay raw until they come here, and this is the one place that escapes them."""

import re
from html import escape, unescape
from typing import Final

LIMIT: Final = 4096
"""UTF-16 units of text after parsing (Bot API, sendMessage)."""

GAP: Final = "\n\n"
ELLIPSIS: Final = "…"
_TAG: Final = re.compile(r"<[^>]*>")


def plain(text: str) -> str:
    return escape(text, quote=False)


def bold(text: str) -> str:
    return f"<b>{plain(text)}</b>" if text else ""


def italic(text: str) -> str:
    return f"<i>{plain(text)}</i>" if text else ""


def link(url: str, text: str) -> str:
    return f'<a href="{escape(url)}">{plain(text)}</a>'


def units(html: str) -> int:
    """How long Telegram finds this text: UTF-16 units of what is left after parsing."""
    return len(unescape(_TAG.sub("", html)).encode("utf-16-le")) // 2


def lines(*parts: str) -> str:
    """One paragraph of the parts that are there."""
    return "\n".join(part for part in parts if part)


def page(*blocks: str) -> str:
    """Paragraphs under each other. One that Telegram has no room for is left out, and the reader sees that."""
    kept: list[str] = []
    room = LIMIT - units(GAP + ELLIPSIS)
    for block in filter(None, blocks):
        size = units(block) + len(GAP)
        if size <= room:
            kept.append(block)
            room -= size
        elif ELLIPSIS not in kept:
            kept.append(ELLIPSIS)
    return GAP.join(kept)
