"""Rule for hard texts: LIX, which counts long words and long sentences and needs nothing else of a language."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from bot.checks.passages import bodies
from bot.checks.place_of import at as _at
from bot.checks.wording import words_of
from bot.packs.problem import Problem
from bot.packs.reading import Reading

LIMITS: Final = {"sq": 42, "en": 34}
"""Measured over our 109 texts a language, in LIX: Albanian 22-41, half of them below 31; English 16-32, half below 24.
An encyclopedia (FLORES) has 50 and 45, what people write each other (Tatoeba) 22 and 20. A limit is three standard
deviations above our own mean (30.4 and 3.9; 24.0 and 3.1): what is beyond it differs from everything else here."""

LIMIT: Final = 40
"""For a language that nobody has measured: from here on LIX calls a text medium, no longer easy (Björnsson 1968)."""

LONG: Final = 6
"""Letters of the longest word that LIX calls short."""

ENDS: Final = re.compile(r"[.!?:](?=\s|$)|\n")
"""Ends of a sentence, for LIX the colon too, and for us each line of a list."""


def texts_read_easily(reading: Reading, _today: date) -> Iterator[Problem]:
    for pieces in bodies(reading):
        first = pieces[0]
        limit = LIMITS.get(first.language, LIMIT)
        found = round(lix(piece.text for piece in pieces))
        if found > limit:
            sentence = f"This is hard to read: LIX {found}, where {limit} is the limit for '{first.language}'."
            yield _at(first.path, (), sentence, "Make sentences and words shorter.", "advice")


def lix(texts: Iterable[str]) -> float:
    """Words a sentence, and long words in a hundred; 0 for no word."""
    words = sentences = long = 0
    for text in texts:
        for sentence in ENDS.split(text):
            found = [len(told.word) for told in words_of(sentence)]
            words += len(found)
            sentences += bool(found)
            long += sum(length > LONG for length in found)
    return words / sentences + 100 * long / words if words else 0
