"""A command as people write it: any case, with or without ë and ç, with or without the bot's name."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

_SLASH: Final = re.compile(r"/(\w+)(?:@\w+)?\s*(.*)", re.DOTALL)


@dataclass(frozen=True)
class Slash:
    """`word` in lower case and without diacritics; `rest` is what follows it."""

    word: str
    rest: str


def slash(text: str) -> Slash | None:
    """Read the command that a text starts with; None for ordinary text."""
    if not text.lstrip().startswith("/"):
        return None
    # Telegram's own commands are ASCII, but "/ndihmë" is how an Albanian writes it.
    letters = (letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))
    found = _SLASH.match("".join(letters).strip())
    return Slash(found[1].lower(), found[2]) if found else None
