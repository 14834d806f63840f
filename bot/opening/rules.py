"""Opening hours as OpenStreetMap writes them, made ready to be asked: for any other day, and for a public holiday.

The library that evaluates them does not know our holidays, and forgets the hours after midnight where the next day has
a rule of its own. Therefore each expression becomes four: of other days and of holidays, and of each what is open on a
day until midnight, and what goes on from it into the next morning.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from opening_hours import OpeningHours, ParserError  # type: ignore[attr-defined]  # its stubs forget the error

KEPT: Final = 1024
"""Expressions that stay parsed; the packs have far fewer."""

DAY: Final = 24 * 60
"""Minutes."""

_SPAN = r"\d{1,2}:\d\d\s*-\s*\d{1,2}:\d\d"
_STATE = "off|closed|open|unknown"
_RULE: Final = re.compile(rf"(?P<when>[^:\"|]*?)\s*(?P<times>{_SPAN}(?:\s*,\s*{_SPAN})*)?\s*(?P<state>{_STATE})?")
_NEXT: Final = re.compile(r"\s*(;|(?<=:\d\d),(?!\s*\d{1,2}:)|(?<=off),|(?<=closed),|(?<=open),|(?<=unknown),)\s*")
_TIMES: Final = re.compile(r"(\d{1,2}):(\d\d)\s*-\s*(\d{1,2}):(\d\d)")
_CLOSED: Final = ("off", "closed")

_UNKNOWABLE: Final = re.compile(r"\b(?:SH|PH\s*[-+]|sunrise|sunset|dawn|dusk)")
"""School holidays, days counted from a holiday, and the sun: of these we know nothing."""

_HOLIDAY: Final = re.compile(r"\bPH\b")
_ONLY_HOLIDAYS: Final = re.compile(r"\bPH\s+(?=[A-Z])")
"""`PH Mo-Fr`: on a holiday that is one of these days."""
_LISTED_HOLIDAY: Final = re.compile(r"\s*,\s*PH\b|\bPH\s*,\s*")
"""`Mo-Fr,PH`: on these days and on a holiday."""


@dataclass(frozen=True)
class Asked:
    """What is open on a day: until midnight, and, as the hours of the next morning, what goes on after it."""

    day: OpeningHours
    overnight: OpeningHours


@dataclass(frozen=True)
class Rules:
    """An expression for other days and for holidays; `always` is day and night, holidays too."""

    other: Asked
    holiday: Asked
    always: bool


@dataclass(frozen=True)
class _Rule:
    """One rule as it is written; `adds` is whether it leaves standing what the rules before it say of the same day."""

    when: str
    spans: tuple[tuple[int, int], ...]
    state: str
    adds: bool

    def written(self, spans: Sequence[tuple[int, int]]) -> str:
        times = ",".join(f"{_clock(begins)}-{_clock(ends)}" for begins, ends in spans)
        return " ".join(filter(None, (self.when, times, self.state)))


@lru_cache(maxsize=KEPT)
def read(hours: str) -> Rules | None:
    """None for what is no such expression, and for what nobody can tell from it.

    That is: comments and what hangs on them, fallbacks (`||`), an open end (`09:00+`), days without hours, the sun.
    Where it says nothing of public holidays, it is closed on them, unless it is open day and night.
    """
    rules = list(_rules(hours))
    if any(rule is None for rule in rules) or _UNKNOWABLE.search(hours):
        return None
    known = [rule for rule in rules if rule]
    told = any(_HOLIDAY.search(rule.when) for rule in known)
    try:
        always = str(OpeningHours(hours, auto_country=False, auto_timezone=False).normalize()) == "24/7"
        on_holidays = _asked([_on_a_holiday(rule) for rule in known] if told or always else [])
        return Rules(_asked([rule for one in known if (rule := _on_other_days(one))]), on_holidays, always and not told)
    except ParserError:
        return None


def _rules(hours: str) -> Iterator[_Rule | None]:
    """None for a rule that is not one of ours."""
    parts = [";", *_NEXT.split(hours.strip())]
    for separator, rule in zip(parts[::2], parts[1::2], strict=True):
        found = _RULE.fullmatch(rule)
        if found is None or not (found["times"] or found["state"] in _CLOSED or found["when"] == "24/7"):
            yield None
            continue
        spans = tuple(_minutes(span) for span in _TIMES.finditer(found["times"] or ""))
        yield _Rule(found["when"], spans, found["state"] or "", separator == ",")


def _minutes(span: re.Match[str]) -> tuple[int, int]:
    """Minutes from the midnight before; what ends no later than it begins ends on the next day."""
    hour, minute, last_hour, last_minute = map(int, span.groups())
    begins, ends = hour * 60 + minute, last_hour * 60 + last_minute
    return begins, ends if ends > begins else ends + DAY


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _on_other_days(rule: _Rule) -> _Rule | None:
    """None for a rule of holidays only."""
    when = _LISTED_HOLIDAY.sub("", rule.when)
    return None if _HOLIDAY.search(when) else replace(rule, when=when)


def _on_a_holiday(rule: _Rule) -> _Rule:
    """Every day that is asked about is a holiday then."""
    return replace(rule, when=_HOLIDAY.sub("Mo-Su", _ONLY_HOLIDAYS.sub("", rule.when)))


def _asked(rules: Sequence[_Rule]) -> Asked:
    """Raises ParserError for what the library does not take."""
    return Asked(
        _parsed([(rule, rule.written([(begins, min(ends, DAY)) for begins, ends in rule.spans])) for rule in rules]),
        _parsed([(rule, written) for rule in rules if (written := _after_midnight(rule))]),
    )


def _after_midnight(rule: _Rule) -> str:
    """The rule with only what goes on after midnight; empty where it then neither opens nor closes anything."""
    late = [(0, ends - DAY) for _, ends in rule.spans if ends > DAY]
    if late:
        return rule.written(late)
    closes_all_day = rule.state in _CLOSED and not rule.spans
    replaces = rule.state not in _CLOSED and not rule.adds
    return f"{rule.when} off".strip() if closes_all_day or replaces else ""


def _parsed(written: Sequence[tuple[_Rule, str]]) -> OpeningHours:
    text = "".join(f"{', ' if rule.adds else '; '}{said}" for rule, said in written)
    return OpeningHours(text.lstrip(",; ") or "off", auto_country=False, auto_timezone=False)
