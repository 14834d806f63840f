"""Rules for what people rely on: an amount has its year, and rights, visas, money and deadlines have dated sources."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from bot.checks.editions import editions
from bot.checks.passages import Owner, Passage, bodies
from bot.checks.place_of import at as _at
from bot.checks.place_of import within as _within
from bot.checks.wording import matcher, of_language, pattern_of, without_links
from bot.packs.problem import Problem
from bot.packs.reading import Reading
from bot.packs.topic_schema import Source

YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
NUMBER: Final = r"\d[\d.,\u00a0\u2013-]*(?: \d{3})*"

PROPORTION: Final = re.compile(r"\d[\d.,\u2013-]*(?: \w+){1,3} 100(?!\d)")
"""20-30 of every 100 euros: how we say a percentage, which is no amount."""


def amounts_have_their_year(reading: Reading, _today: date) -> Iterator[Problem]:
    """In the same line, or in the line that stands over its list."""
    for pieces in bodies(reading):
        amount = _beside_a_number(*_money(reading, pieces[0].language))
        for piece in pieces:
            for paragraph in _paragraphs(piece.text):
                found = amount.search(PROPORTION.sub("", without_links(paragraph)))
                if found and not YEAR.search(amount.sub("", paragraph)):
                    sentence = f"The amount '{found[0].strip()}' has no year beside it."
                    yield _within(piece, found[0].strip(), sentence, "Say for which year it holds, as in '(2026)'.")


def claims_have_dated_sources(reading: Reading, _today: date) -> Iterator[Problem]:
    """Undated sources alone carry no statement about rights, visas, money or deadlines."""
    claiming = {pieces[0].owner for pieces in bodies(reading) if _claims(pieces, reading)}
    for path, sources, owners in _sourced(reading):
        if claiming & owners and all(source.dated == "undated" for source in sources):
            sentence = "This speaks of rights, visas, money or deadlines, and no source of it has a date."
            yield _at(path, ("sources",), sentence, "Add a source that has one, or leave the statement out.")


def _sourced(reading: Reading) -> Iterator[tuple[Path, tuple[Source, ...], set[Owner]]]:
    """Each file that names sources, with what they carry: those of a country's version carry the common words too."""
    for edition in editions(reading):
        owners = {Owner("topic", edition.slug, edition.country), Owner("topic", edition.slug)}
        yield edition.path, edition.sources, owners
    for name, (path, reply) in reading.replies.items():
        yield path, reply.sources, {Owner("reply", name)}
    for name, (path, guide) in reading.guides.items():
        yield path, tuple(guide.sources.values()), {Owner("guide", name)}


def _claims(pieces: list[Passage], reading: Reading) -> bool:
    language = pieces[0].language
    amount = _beside_a_number(*_money(reading, language))
    span = _beside_a_number((), of_language(reading, "spans", language))
    claimed = matcher(of_language(reading, "claims", language))
    return any(form.search(piece.text) for piece in pieces for form in (amount, span, claimed))


def _money(reading: Reading, language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What stands before a number (a sign or a code: "Euro 4" is no amount) and what stands after it."""
    patterns = of_language(reading, "money", language)
    return tuple(word for word in patterns if word.isupper() or not word[0].isalpha()), patterns


@cache
def _beside_a_number(before: tuple[str, ...], after: tuple[str, ...]) -> re.Pattern[str]:
    """Finds a number with one of these words before or after it; nothing where there are none."""
    ways = [rf"(?<!\w){pattern_of(before)} ?{NUMBER}"] if before else []
    ways += [rf"(?<![\w/]){NUMBER}\s?{pattern_of(after)}(?!\w)"] if after else []
    return re.compile("|".join(ways) or r"(?!)", re.IGNORECASE)


def _paragraphs(text: str) -> Iterator[str]:
    """Each line, under the heading of its list if that ends in a colon."""
    for block in text.split("\n\n"):
        first, *rest = block.split("\n")
        heading = first if first.rstrip().endswith(":") else ""
        yield first
        yield from (f"{heading} {line}" for line in rest)
