"""Rule for the languages of one text: they state the same figures."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from bot.checks.figures import figures
from bot.checks.passages import Passage, side_by_side
from bot.checks.place_of import at as _at
from bot.packs.problem import Problem
from bot.packs.reading import Reading


def figures_agree(reading: Reading, _today: date) -> Iterator[Problem]:
    for pieces in side_by_side(reading):
        first, *others = pieces
        if first.keys == ("label",):  # it is cut to fit a button, each language where it can best be cut
            continue
        stated = figures(first.text, first.language)
        for other in others:
            said = figures(other.text, other.language)
            yield from _missing(other, first.language, stated - said)
            yield from _missing(first, other.language, said - stated)


def _missing(passage: Passage, language: str, gone: Counter[str]) -> Iterator[Problem]:
    if gone:
        listed = ", ".join(sorted(gone.elements()))
        sentence = f"'{language}' has {listed} here, '{passage.language}' has not."
        yield _at(passage.path, passage.keys, sentence, "Make numbers, dates and links the same, in digits.")
