"""Dates, numbers, distances, names of countries and languages, and opening hours, as the reader writes them."""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Final

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton, get_day_names
from babel.lists import format_list
from babel.numbers import format_decimal
from babel.units import format_unit

from bot.language.phrases import Speaker

REGIONS: Final = {"en": "en_GB"}
"""Our readers live in Europe: 22 November 2026, never November 22, 2026."""

DAYS: Final = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
"""Days of the week as OpenStreetMap's opening_hours writes them; the place in the row is Babel's number."""

_DAY = rf"(?:{'|'.join(DAYS)})"
_DAY_RANGE = rf"{_DAY}(?:-{_DAY})?"
_TIMES = r"\d\d:\d\d-\d\d:\d\d"
_RULE: Final = re.compile(rf"(?:({_DAY_RANGE}(?:,{_DAY_RANGE})*) )?({_TIMES}(?:,{_TIMES})*)")


@cache
def locale_of(language: str) -> Locale:
    """Babel's locale; English for a language that Unicode's tables do not have (Romani, for one)."""
    try:
        return Locale.parse(REGIONS.get(language, language))
    except UnknownLocaleError:
        return Locale.parse(REGIONS["en"])


def long_date(day: date, language: str) -> str:
    """22 nëntor 2026."""
    return format_date(day, "long", locale_of(language))


def short_date(day: date, language: str) -> str:
    """22.11.2026."""
    return format_skeleton("yMd", day, locale=locale_of(language))


def partial_date(text: str, language: str) -> str:
    """Write the date that a source bears: a year (2024), a month (2025-03) or a day (2025-03-01)."""
    try:
        day = date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return text
    skeletons = {len("2025-03"): "yMMMM", len("2025-03-01"): "yMd"}
    skeleton = skeletons.get(len(text))
    return format_skeleton(skeleton, day, locale=locale_of(language)) if skeleton else text


def number(value: float, language: str) -> str:
    return format_decimal(value, locale=locale_of(language))


def distance(km: float, speaker: Speaker) -> str:
    """2,4 km; whole kilometres from ten on, as nobody walks them by the hundred metres."""
    if km < 1:
        return speaker.gettext("less than 1 km")
    rounded = round(km, 1) if km < 10 else round(km)  # noqa: PLR2004  # the docstring says why
    return format_unit(rounded, "length-kilometer", "short", locale=locale_of(speaker.language))


def country_name(code: str, language: str) -> str:
    return str(locale_of(language).territories.get(code, code))


def language_name(language: str) -> str:
    """In itself, as on a button: Shqip, English."""
    name = language_in(language, language)
    return name[:1].upper() + name[1:]


def language_in(language: str, reader: str) -> str:
    """In the reader's language: shqip, anglisht."""
    return str(locale_of(reader).languages.get(language, language))


def all_of(items: Iterable[str], language: str) -> str:
    """Shqip dhe anglisht."""
    return format_list(list(items), "standard", locale_of(language))


def any_of(items: Iterable[str], language: str) -> str:
    """129 ose 112."""
    return format_list(list(items), "or", locale_of(language))


def hours_for_people(hours: str, speaker: Speaker) -> str:
    """OpenStreetMap opening_hours in words; what this does not read is given as it stands."""
    if hours.strip() == "24/7":
        return speaker.gettext("day and night, every day")
    rules = [_RULE.fullmatch(rule.strip()) for rule in hours.split(";")]
    read = [_rule_for_people(rule, speaker) for rule in rules if rule]
    return "; ".join(read) if len(read) == len(rules) else hours


def _rule_for_people(rule: re.Match[str], speaker: Speaker) -> str:
    names = get_day_names("abbreviated", "stand-alone", locale_of(speaker.language))
    days = re.sub(_DAY, lambda day: names[DAYS.index(day[0])], rule[1]) if rule[1] else speaker.gettext("every day")
    return f"{_dashed(days)} {_dashed(rule[2])}".replace(",", ", ")


def _dashed(text: str) -> str:
    return text.replace("-", "\N{EN DASH}")
