"""What of a word is compared: its stem, and its n-grams, which forgive typing errors and dialect."""

from collections.abc import Iterator, Sequence
from typing import Final

from bot.search.stemming import stem

SIZE: Final = 3
"""Letters of an n-gram. Beside stems, threes measured as well as threes to fives (language notes §3), for less."""

LONGEST: Final = 30
"""Letters of a word that count. Longer ones are links or nonsense, and must not cost more than a word."""


def stem_feature(word: str, language: str) -> str:
    """Its stem, with a `=` that keeps it apart from n-grams of the same letters."""
    return "=" + stem(word[:LONGEST], language)


def features(word: str, language: str) -> list[str]:
    """Every feature of a folded word; the stem is the first."""
    padded = f" {word[:LONGEST]} "
    grams = [padded[start : start + SIZE] for start in range(len(padded) - SIZE + 1)]
    return [stem_feature(word, language), *grams]


def pairs(stems: Sequence[int]) -> Iterator[int]:
    """Words that follow each other, and those with one word between: `leave my husband` is not `my husband left`.

    From the checksums of their stems, a checksum for each pair (multiplied so that the order counts: Knuth, TAOCP 6.4).
    """
    for apart in (1, 2):
        for first, second in zip(stems, stems[apart:], strict=False):
            yield (first * 0x9E3779B1 + second) & 0xFFFFFFFF
