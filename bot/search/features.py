"""What of a word is compared: its stem, and its n-grams, which forgive typing errors and dialect."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from bot.language.rows import checksum
from bot.language.spelling import spelt
from bot.search.stemming import stem

SIZE: Final = 3
"""Letters of an n-gram. Beside stems, threes measured as well as threes to fives (language notes §3), for less."""

LONGEST: Final = 30
"""Letters of a word that count. Longer ones are links or nonsense, and must not cost more than a word."""

KEPT: Final = 4096
"""Words whose features are kept: most of what people write is made of fewer."""

APART: Final = (1, 2)
"""Words that make a pair: those that follow each other, and those with one word between."""

ORDER: Final = 0x9E3779B1
"""The first of a pair is multiplied, so that the order counts (Knuth, TAOCP 6.4)."""

CHECKSUM: Final = 0xFFFFFFFF
"""Bits of a checksum that are kept."""


def stem_feature(word: str, language: str) -> str:
    """Its stem, with a `=` that keeps it apart from n-grams of the same letters."""
    return "=" + stem(spelt(word, language)[:LONGEST], language)


def features(word: str, language: str) -> list[str]:
    """Every feature of a folded word; the stem is the first."""
    padded = f" {spelt(word, language)[:LONGEST]} "
    grams = [padded[start : start + SIZE] for start in range(len(padded) - SIZE + 1)]
    return [stem_feature(word, language), *grams]


@lru_cache(maxsize=KEPT)
def sums(word: str, language: str) -> tuple[int, ...]:
    """The checksums of its features; kept at hand, for topics and dangers ask for the same words."""
    return tuple(checksum(feature) for feature in features(word, language))


def pairs(stems: Sequence[int]) -> Iterator[int]:
    """A checksum for each pair of words, from those of their stems: `leave my husband` is not `my husband left`."""
    for apart in APART:
        for first, second in zip(stems, stems[apart:], strict=False):
            yield first * ORDER + second & CHECKSUM
