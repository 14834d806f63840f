"""Slips of the finger, as on a phone: always the same ones for the same text, so that figures can be compared."""

from bot.language.rows import checksum

NEIGHBOURS = {
    key: near
    for row in ("qwertyuiop", "asdfghjkl", "zxcvbnm")
    for key, near in zip(row, row[1:] + row[-2], strict=True)
}
"""The key beside each letter."""

SWAPPED = 2
"""Of the four kinds of slips: it takes the next letter along."""


def slipped(text: str, slips: int = 1) -> str:
    """With so many letters left out, doubled, swapped or hit beside; what is no letter stays."""
    for turn in range(slips):
        chance = checksum(f"{turn} {text}")
        letters = [at for at, letter in enumerate(text) if letter.isalpha()]
        if letters:
            text = _slip(text, letters[chance // 4 % len(letters)], chance % 4)
    return text


def _slip(text: str, at: int, kind: int) -> str:
    before, letter, after = text[:at], text[at], text[at + 1 :]
    instead = ("", letter * 2, after[:1] + letter, NEIGHBOURS.get(letter.lower(), letter))[kind]
    return before + instead + (after[1:] if kind == SWAPPED else after)
