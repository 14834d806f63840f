"""Days as people write them, in figures or in words."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Final

from babel.dates import get_month_names

from bot.language.folding import folded
from bot.language.formats import locale_of
from bot.language.spelling import spelt

AHEAD: Final = 60
"""Days: without a year, a day this far ahead is still meant for the future. People tell us mostly of what has been."""

YEARS_AHEAD: Final = 20
"""In 2026, 12.3.46 is a day to come (papers run out as late as that), and 12.3.47 the birth of somebody."""

LEAP: Final = 8
"""Years: the longest time without a 29 February, around 1900 and 2100."""

# A text is put into signs first, so that few forms are left: digits, a letter for a month or for a day told from
# today, the marks . / - and a space. APART stands between two days and never within one.
MONTHS: Final = "abcdefghijkl"
SHIFTS: Final = "vwxyz"
APART: Final = "~"

ALSO_MONTHS: Final[Mapping[str, str]] = {
    "a": "januar",
    "b": "februar",
    "e": "mai",
    "f": "juni",
    "g": "juli",
    "j": "oktober",
    "k": "nandor nanduer nendor",
    "l": "dhetor djetor",
}
"""Folded. In Kosovo and its diaspora the German names are known too, Ghegs say nandor and dhetor, and hurried people
leave a letter out. What else they do with letters (korik, 1 qershor with a c) is known to bot/language/spelling.py."""

ENDINGS: Final = ("", "it", "in", "ut", "un")
"""Of a month in Albanian: 12 të marsit, 1 korrikut. Their beginnings are found as well: 12 marsi, 1 korriku."""

SHORTEST: Final = 3
"""Letters of a month that is written short: mar, nën, sept."""

WORDS: Final[Mapping[str, str]] = {
    "v": "pardje",
    "w": "dje yesterday",
    "x": "sot sod today tani now",
    "y": "neser nesr tomorrow tomorow tommorow",
    "z": "pasneser",
    APART: "nga deri der gjer gjeri ne me qe dhe date data daten dt from to until till through since between and",
    " ": "i te of on the",
    "": "st nd rd th",
}
"""Folded: what each sign stands for. The words of the last two lines may stand within a day: 12th of March."""

MARKS: Final[Mapping[str, str]] = {
    **dict.fromkeys("-\N{HYPHEN}\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}", "-"),
    **dict.fromkeys(",;!?()'\"\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}", " "),
    **{mark: mark for mark in " ./"},
}
PIECE: Final = re.compile(r"\d+|[^\W\d_]+|.", re.DOTALL)
FIGURES: Final = (1, 2, 4)
"""How many digits days, months and years have. Any other number is no part of a day: 112 is a call for help."""

LONGEST: Final = 40
"""Signs: two days never have more, however they are written."""

_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?P<month>0?[1-9]|1[0-2])"
_NAME = rf"(?P<name>[{MONTHS}])"
_FULL_YEAR = r"(?P<year>(?:19|20)\d\d)"
_YEAR = r"(?P<year>(?:19|20)\d\d|\d\d)"
_MARK = r"(?P<mark>\. ?|[/ -])"
_LOOSE = r"(?:\. ?|[/ ])?"
FORMS: Final = tuple(
    re.compile(form)
    for form in (
        rf"{_DAY}{_MARK}{_MONTH}(?:(?P=mark){_YEAR})?",
        rf"{_FULL_YEAR}{_MARK}{_MONTH}(?P=mark){_DAY}",
        rf"{_DAY}{_LOOSE}{_NAME}(?:{_LOOSE}{_YEAR})?",
        rf"{_DAY}-{_NAME}(?:-{_YEAR})?",
        rf"{_NAME}{_LOOSE}{_DAY}(?: {_FULL_YEAR})?",
    )
)
"""The day always comes before the month: so it is written here. A day has one kind of mark; 12.3-20.4 are two days."""
ONLY_A_DAY: Final = re.compile(_DAY)


@dataclass(frozen=True)
class _Said:
    """A day as it was written, perhaps without its year."""

    day: int
    month: int
    year: int | None = None

    def on(self, year: int = 0) -> date | None:
        """In its own year or else in this one; None if there is no such day."""
        try:
            return date(self.year or year, self.month, self.day)
        except ValueError:
            return None


def days_in(text: str, language: str, today: date) -> tuple[date, ...] | None:
    """The one or two days that a text consists of, in the order in which they were written.

    None for a text that says anything else: that is a sentence, and no answer to somebody who asks for a day. No days,
    `()`, for a text that is made of nothing but numbers, months and the like, and yet tells no day, or none that is
    sure (31.02., March 2026, three days, 1-2-03-4-05): whoever wrote it can be shown how to write a day.

    Without a year it is the nearest such day in the past, or one at most 60 days ahead. The year of one of two days
    holds for the other as well, unless the first would then come after the second: then it is the year next to it.
    """
    signs = _signs(text, language)
    if not signs:
        return None
    if len(signs) > LONGEST:
        return ()
    found = {days for said in _readings(signs, today) if (days := _settled(said, today))}
    return found.pop() if len(found) == 1 else ()


def _signs(text: str, language: str) -> str:
    """Nothing for a sentence."""
    words = _words(language)
    signs: list[str] = []
    for piece in PIECE.findall(" ".join(unicodedata.normalize("NFKC", text).split())):
        sign = _sign(piece, words)
        if sign is None:
            return ""
        signs.append(sign)
    joined = re.sub(r" ?/ ?", "/", " ".join("".join(signs).split())).replace(" .", ".")
    joined = re.sub(rf"[ {APART}-]{{2,}}", APART, joined)
    return joined if any(sign.isalnum() for sign in joined) else ""


def _sign(piece: str, words: Mapping[str, str]) -> str | None:
    """None for what has no place in a day."""
    if piece.isdecimal():
        return piece if len(piece) in FIGURES else None
    word = folded(piece)
    return MARKS.get(piece, words.get(word, words.get(spelt(word, "sq"))))


def _readings(signs: str, today: date) -> Iterator[tuple[_Said, ...]]:
    """Every way to read them as one day or as two."""
    if whole := _said(signs, today):
        yield (whole,)
    for at, sign in enumerate(signs):
        last = _said(signs[at:], today) if sign in f"{APART} /-" else None
        first = last and (_said(signs[:at], today) or _of_the_same_month(signs[:at], signs[at:], last))
        if first and last:
            yield first, last


def _said(signs: str, today: date) -> _Said | None:
    signs = signs.strip(f"{APART} ./-")
    if len(signs) == 1 and signs in SHIFTS:
        day = today + timedelta(SHIFTS.index(signs) - SHIFTS.index("x"))
        return _Said(day.day, day.month, day.year)
    match = next((match for form in FORMS if (match := form.fullmatch(signs))), None)
    if match is None:
        return None
    parts = match.groupdict()
    month = MONTHS.index(parts["name"]) + 1 if "name" in parts else int(parts["month"])
    return _Said(int(parts["day"]), month, _year(parts["year"], today) if parts["year"] else None)


def _year(digits: str, today: date) -> int:
    if len(digits) == len("2026"):
        return int(digits)
    year = today.year // 100 * 100 + int(digits)
    return year if year <= today.year + YEARS_AHEAD else year - 100


def _of_the_same_month(signs: str, behind: str, last: _Said) -> _Said | None:
    """The 12 of 12-20 mars."""
    signs = signs.strip(f"{APART} .")
    parted = behind[0] == APART or (behind[0] == "-" and behind.count("-") == 1)
    if not parted or behind[-1] in SHIFTS or not ONLY_A_DAY.fullmatch(signs):
        return None
    return replace(last, day=int(signs)) if int(signs) <= last.day else None


def _settled(said: tuple[_Said, ...], today: date) -> tuple[date, ...]:
    """With their years; no days at all if one of them does not exist."""
    begun: date | None
    ended: date | None
    first, last = said[0], said[-1]  # one day alone is told as the first and as the last
    if first.year and not last.year:
        begun = first.on()
        ended = begun and _beside(last, begun, 1)
    else:
        ended = _nearest(last, today)
        begun = ended and _beside(first, ended, -1)
    if not (begun and ended):
        return ()
    return (begun, ended) if len(said) > 1 else (ended,)


def _beside(said: _Said, other: date, step: int) -> date | None:
    """In its own year or else in that of the other day, or in the year after or before: never on the wrong side."""
    day = said.on(other.year)
    if said.year or day is None or (day - other).days * step >= 0:
        return day
    return said.on(other.year + step)


def _nearest(said: _Said, today: date) -> date | None:
    """In its own year, or else as late as may be, but not too far ahead."""
    days = (said.on(year) for year in range(today.year + 1, today.year - LEAP - 1, -1))
    return said.on() if said.year else next((day for day in days if day and (day - today).days <= AHEAD), None)


@cache
def _words(language: str) -> Mapping[str, str]:
    """The sign of each word that may stand in a day. What might be either of two months is none."""
    months = defaultdict(set)
    for word, sign in _months(language):
        months[word].add(sign)
    told = {word: sign for sign, listed in WORDS.items() for word in listed.split()}
    return {word: min(found) for word, found in months.items() if len(found) == 1} | dict(_named(language)) | told


def _months(language: str) -> Iterator[tuple[str, str]]:
    """What people call months: by their names in any of our languages, or by the first letters of these."""
    albanian = [*_named("sq"), *((name, sign) for sign, listed in ALSO_MONTHS.items() for name in listed.split())]
    names = {(name + ending, sign) for name, sign in albanian for ending in ENDINGS}
    for name, sign in {*names, *_named("en"), *_named(language)}:
        for form in {name, spelt(name, "sq")}:
            yield from ((form[:end], sign) for end in range(SHORTEST, len(form) + 1))


def _named(language: str) -> Iterator[tuple[str, str]]:
    """As Unicode's tables have them, long and short, alone and within a date."""
    for width in ("wide", "abbreviated"):
        for context in ("format", "stand-alone"):
            names = get_month_names(width, context, locale_of(language))
            yield from ((folded(name), MONTHS[month - 1]) for month, name in names.items())
