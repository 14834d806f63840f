"""Telegram counts a text in UTF-16 units, Python in characters."""


def units(text: str) -> int:
    """Length in UTF-16 units; a road sign emoji counts two."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def cut(text: str, start: int, end: int) -> str:
    """Take the part between two places counted in UTF-16 units."""
    if text.isascii():
        return text[start:end]
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le", "replace")
