"""Dates, numbers, distances, names of countries and languages, and opening hours, as the reader writes them."""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Final

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton, get_day_names, get_month_names
from babel.lists import format_list
from babel.numbers import format_decimal
from babel.units import format_unit

from bot.language.phrases import Speaker

REGIONS: Final = {"en": "en_GB"}
"""Our readers live in Europe: 22 November 2026, never November 22, 2026."""

DAYS: Final = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
"""Days of the week as OpenStreetMap's opening_hours writes them; the place in the row is Babel's number."""

COUNTRY: Final = re.compile("[A-Z]{2}")
NO_COUNTRY: Final = frozenset({"EU", "EZ", "UN", "ZZ", "QO", "XA", "XB"})
"""What stands among Unicode's territories and is none."""

MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""The same for months; Babel counts them from one."""

_DAY = rf"(?:{'|'.join(DAYS)})"
_DAYS = rf"(?:PH|{_DAY}(?:-{_DAY})?)"
_MONTH = rf"(?:{'|'.join(MONTHS)})"
_SEASON = rf"{_MONTH}(?:-{_MONTH})?"
_WHEN = rf"(?:(?:{_SEASON}(?:,{_SEASON})*)(?: {_DAYS}(?:, ?{_DAYS})*)?|{_DAYS}(?:, ?{_DAYS})*)"
_TIMES = r"\d?\d:\d\d-\d\d:\d\d"
_RULE: Final = re.compile(rf"(?:({_WHEN})(?: |$))?(?:({_TIMES}(?:, ?{_TIMES})*)|off|closed)")
_NEXT_RULE: Final = re.compile(r"\s*;\s*|(?<=:\d\d),\s*(?=[A-Z])")
_CODE: Final = re.compile(rf"PH|{_DAY}|{_MONTH}")


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


def date_range(first: date, last: date, language: str) -> str:
    """From the 12th to the 16th of July 2027, with a dash. Months are written out, as Unicode's own ranges do not."""
    end = long_date(last, language)
    if first == last:
        return end
    if first.year != last.year:
        return f"{long_date(first, language)} \N{EN DASH} {end}"
    # What both days share is said once. A day alone stands close to the other; with its month it needs air.
    shared, dash = ("M", "\N{EN DASH}") if first.month == last.month else ("y", " \N{EN DASH} ")
    pattern = str(locale_of(language).date_formats["long"].pattern).partition(shared)[0].strip()
    return f"{format_date(first, pattern or 'long', locale_of(language))}{dash}{end}"


def short_date(day: date, language: str) -> str:
    """22.11.2026."""
    return format_skeleton("yMd", day, locale=locale_of(language))


def weekday(day: date, language: str) -> str:
    """E hënë: its name as it stands alone, which is not always how it stands in a sentence."""
    return format_date(day, "cccc", locale_of(language))


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


@cache
def countries() -> frozenset[str]:
    """The code of every country (ISO 3166), no parts of the world and no unions."""
    codes = map(str, locale_of("en").territories)
    return frozenset(code for code in codes if COUNTRY.fullmatch(code)) - NO_COUNTRY


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
    """OpenStreetMap opening_hours in words; what this does not read, such as a single date, is given as it stands."""
    if hours.strip() == "24/7":
        return speaker.gettext("day and night, every day")
    rules = [_RULE.fullmatch(rule) for rule in _NEXT_RULE.split(hours.strip())]
    read = [_rule_for_people(rule, speaker) for rule in rules if rule]
    return "; ".join(read) if len(read) == len(rules) else hours


def _rule_for_people(rule: re.Match[str], speaker: Speaker) -> str:
    names = _names(speaker)
    days = _CODE.sub(lambda code: names[code[0]], _spaced(rule[1])) if rule[1] else speaker.gettext("every day")
    return f"{days} {_spaced(rule[2])}" if rule[2] else speaker.gettext("{days} closed").format(days=days)


def _names(speaker: Speaker) -> dict[str, str]:
    """Months are written out: Albanian shortens Saturday and September to the same three letters."""
    locale = locale_of(speaker.language)
    days, months = get_day_names("abbreviated", "stand-alone", locale), get_month_names("wide", "stand-alone", locale)
    return {
        **{code: days[at] for at, code in enumerate(DAYS)},
        **{code: months[at] for at, code in enumerate(MONTHS, start=1)},
        "PH": speaker.gettext("public holidays"),
    }


def _spaced(text: str) -> str:
    return re.sub(", ?", ", ", text).replace("-", "\N{EN DASH}")
