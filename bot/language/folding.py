"""One plain form of a text, so that what people type and what we wrote can be compared."""

import re
import unicodedata
from collections.abc import Callable
from typing import Final

# People write Albanian without its marks (language notes §1); these letters have no decomposition of their own.
PLAIN_LETTERS: Final = str.maketrans(
    {"\u0131": "i", "đ": "d", "ß": "ss"} | dict.fromkeys("\u2018\u2019\u02bc\u00b4`", "'")
)

COMMON_MARKS: Final = re.compile("[\u0300-\u036f]")
"""All that Albanian and its neighbours need; the rest is looked up letter by letter, which takes longer."""

CLITIC: Final = re.compile(r"\b([cstmn])'(?=\w)")
NO_WORD: Final = re.compile(r"[\W_]+")
STRETCHED: Final = re.compile(r"([^\W\d_])\1{2,}")


def _compatible(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _plain_letters(text: str) -> str:
    return text.translate(PLAIN_LETTERS)


def _unmarked(text: str) -> str:
    """No marks of any kind, not even those that a second folding would join to another letter."""
    if text.isascii():
        return text
    parts = COMMON_MARKS.sub("", unicodedata.normalize("NFKD", text))
    if parts.isascii():
        return parts
    return "".join(character for character in parts if not unicodedata.category(character).startswith("M"))


def _clitics_apart(text: str) -> str:
    """Two words in n'gjermani; one in don't, as in dont."""
    return CLITIC.sub(r"\1 ", text).replace("'", "")


def _words_only(text: str) -> str:
    return NO_WORD.sub(" ", text)


def _unstretched(text: str) -> str:
    """Three letters of a kind stand in no word of any language we know: heeelp is help."""
    return STRETCHED.sub(r"\1", text)


STEPS: Final[tuple[Callable[[str], str], ...]] = (
    _plain_letters,
    _compatible,
    str.lower,
    _unmarked,
    _plain_letters,
    _clitics_apart,
    _words_only,
    _unstretched,
    str.strip,
)


def folded(text: str) -> str:
    """Lower case, no marks, no punctuation, one space between words (language notes §4.1); twice is as good as once."""
    for step in STEPS:
        text = step(text)
    return text


def words(text: str) -> tuple[str, ...]:
    return tuple(folded(text).split())
