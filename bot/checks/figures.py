"""What must be the same in every language: numbers, dates, addresses of pages and placeholders."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import Final

from babel.dates import get_month_names

from bot.checks.wording import GAP, LINK, without_links
from bot.language.formats import locale_of

NUMBER: Final = re.compile(r"(?<![\w])\d+(?:[.,\u00a0\u202f ]\d{3}(?!\d))*(?:[.,]\d+)?")
"""A number as people group it."""
CODE: Final = re.compile(r"\b[A-Z]{1,3}\d+\b")
"""A level or a form: B2, E121."""
GROUPS: Final = re.compile(r"(?<=\d)[.,\u00a0\u202f ](?=\d{3}(?:\D|$))")
SPAN: Final = re.compile(r"\b(\d{2})(\d{2})[-\u2013/](\d{2})\b(?![-\u2013./\d])")
"""Two years, the second written short: 2025-26."""
SHORT_DATE: Final = re.compile(r"\b(\d{1,2})[./] ?(\d{1,2})[./] ?((?:19|20)\d\d)\b")


def figures(text: str, language: str) -> Counter[str]:
    """How often each stands there, in one form: 45.934,20 and 45,934.20 are 45934.2, and a month is its number."""
    links = (address(link[0]) for link in LINK.finditer(text) if not link[0].startswith("/"))
    plain = _dates_apart(without_links(text), language)
    return Counter(chain(links, GAP.findall(text), CODE.findall(plain), _months(plain, language), _numbers(plain)))


def address(link: str) -> str:
    """The page, however its address is written."""
    return link.rstrip(".,/").removeprefix("https://").removeprefix("www.")


def _dates_apart(text: str, language: str) -> str:
    """Write a date of digits as day, name of the month, year; and the second of two years in full."""
    names = get_month_names("wide", locale=locale_of(language))
    text = SHORT_DATE.sub(lambda found: f"{found[1]} {names.get(int(found[2]), '')} {found[3]}", text)
    return SPAN.sub(r"\1\2 \1\3", text)


def _numbers(text: str) -> Iterator[str]:
    for found in NUMBER.findall(text):
        whole = GROUPS.sub("", found).replace(",", ".")
        yield (whole.rstrip("0").rstrip(".") if "." in whole else whole).lstrip("0") or "0"


def _months(text: str, language: str) -> Iterator[str]:
    """A month counts beside a number only: "may" and "mars" are words too."""
    for number, form in _month_forms(language):
        yield from (f"month {number}" for _ in form.finditer(text))


@cache
def _month_forms(language: str) -> tuple[tuple[int, re.Pattern[str]], ...]:
    """Babel's names, with the endings that a language may put to them (nëntorit)."""
    locale = locale_of(language)
    forms = []
    for number in range(1, 13):
        names = {re.escape(get_month_names("wide", context, locale)[number]) for context in ("format", "stand-alone")}
        name = rf"(?:{'|'.join(sorted(names))})\w{{0,3}}"
        forms.append((number, re.compile(rf"\d\.? {name}\b|\b{name},? \d|\b{name}[-\u2013]\w+ \d", re.IGNORECASE)))
    return tuple(forms)
