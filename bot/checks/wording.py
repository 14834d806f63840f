"""Words in a text: whole, in any case, with any ending where the glossary says so."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final, NamedTuple

from bot.packs.reading import Reading

WORD: Final = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
LINK: Final = re.compile(
    r"https?://[^\s<>\"]+"
    r"|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|\b(?:[a-z\d-]+\.)+[a-z]{2,}\b(?:/[\w./-]*)?"
    r"|(?<![\w/])/[a-z_]+\b"
)
"""Addresses of pages and of mail, also as people write them (gov.uk/visa), and commands of the bot (/menu)."""
CITED: Final = re.compile(r"\([^()\n]*\)|[\"\u201c\u201e\u00ab][^\"\u201c\u201d\u00bb\n]*[\"\u201c\u201d\u00bb]")
"""What stands in brackets or quotation marks."""
GAP: Final = re.compile(r"\{[^{}\s]*\}")
"""Where the program fills something in."""


@cache
def matcher(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """Finds any of the patterns of a glossary; nothing where there is none."""
    return re.compile(rf"(?<!\w){pattern_of(patterns)}(?!\w)" if patterns else r"(?!)", re.IGNORECASE)


def pattern_of(patterns: tuple[str, ...]) -> str:
    """Put them as one regular expression."""
    ways = ("\\s+".join(_word(word) for word in pattern.split()) for pattern in patterns)
    return f"(?:{'|'.join(ways)})"


def _word(word: str) -> str:
    return re.escape(word.removesuffix("*")) + (r"[\w'\u2019-]*" if word.endswith("*") else "")


def of_language(reading: Reading, part: str, language: str) -> tuple[str, ...]:
    """What the glossaries of all packs say about a language under `part`."""
    found: list[str] = []
    for glossary in reading.glossaries.values():
        said: Mapping[str, tuple[str, ...]] = getattr(glossary, part)
        found += said.get(language, ())
    return tuple(found)


def without_links(text: str) -> str:
    """The same with addresses blanked out, so that every word stays where it was."""
    return LINK.sub(lambda link: " " * len(link[0]), text)


class Told(NamedTuple):
    """A word of a text: whether a sentence begins with it, and whether it stands in brackets or quotation marks."""

    word: str
    first: bool
    cited: bool


@cache
def words_of(text: str) -> tuple[Told, ...]:
    plain = GAP.sub(lambda gap: " " * len(gap[0]), without_links(text))
    cited = [found.span() for found in CITED.finditer(plain)]
    return tuple(
        Told(found[0], begins_sentence(plain, found.start()), any(start < found.start() < end for start, end in cited))
        for found in WORD.finditer(plain)
    )


def begins_sentence(text: str, start: int) -> bool:
    """Whether the word at `start` is the first of a sentence, a line or a text; quotation marks do not count."""
    before = text[:start].rstrip(" \t\u00a0\"'\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb")
    return not before or before[-1] in ".!?:\u2022\n\u26a0\ufe0f"
