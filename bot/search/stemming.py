"""Cuts the commonest endings off folded words: only so much that forms of one word meet, never a dictionary."""

from typing import Final

SHORTEST: Final = 3
"""Letters that stay at least. Below this Albanian stems fall together (language notes §2)."""

# Folded endings, nouns then verbs. Gheg ones too: people write as they speak. A language that is missing here is
# searched without stems; the character n-grams of the index carry it (language notes §2).
ENDINGS: Final[dict[str, str]] = {
    "sq": (
        "ave eve ive ove uve avet evet ivet ve vet at et it ut es se s te ne a e i u t n in un en an "
        "ja je jes jen jet ise ise isht isen ise or ore oret orit tar tare taret tarit "
        "im imi imin imit imet imeve sh shme shem "
        "oj on ojne ojme oni osh ova ove oi uam uat uan onte onin oja ohem ohet ohen oheni ohesh "
        "uar uara uarit uari ur ure urit ja jne jme jte nte nin ni hem het hen hesh heni et em en "
        "ue uem uet ume une"
    ),
    "en": "s es ed d ing ings er ers ly ment ments ion ions ation ations e al y ies ied",
}


_KNOWN: Final = {language: frozenset(endings.split()) for language, endings in ENDINGS.items()}
_LONGEST: Final = max(len(ending) for known in _KNOWN.values() for ending in known)


def stem(word: str, language: str) -> str:
    """Without the longest ending that we know; in a language without endings the whole word."""
    known = _KNOWN.get(language, frozenset())
    for length in range(min(_LONGEST, len(word) - SHORTEST), 0, -1):
        if word[-length:] in known:
            return word[:-length]
    return word
