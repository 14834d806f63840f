"""Indicators, what was published and what was entered, as the tests of the report need them."""

from dataclasses import replace
from datetime import date
from typing import Any

from bot.packs.assets import Packs
from bot.packs.indicator_schema import Indicator
from bot.reports.figures import Figure
from bot.reports.indicators import Known, report
from bot.reports.numbers import Numbers
from bot.reports.report import Cell, Report, Section
from bot.reports.table import ALL, SUPPRESSED, Key, Number
from tests.builders import a_guide, a_service, guide_words, some_packs, with_guides
from tests.contexts import the_phrases

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
Q1, Q2 = "2026-Q1", "2026-Q2"
WOMEN = {"trait": "gender", "value": "woman", "share": 0.3, "name": {"sq": "Gra", "en": "Women"}}


def an_indicator(name: str = "knowledge", *sources: dict[str, Any], **more: Any) -> Indicator:
    """Of a quiz, in pairs, where nothing else is given."""
    said = {
        "id": name,
        "name": {"sq": name, "en": name.capitalize()},
        "definition": {"sq": "Kush numërohet.", "en": "Who is counted."},
        "sources": list(sources) or [{"kind": "quiz_gain", "quiz": "know"}],
        "counts": "pairs",
    }
    return Indicator.model_validate(said | more)


def by_hand(name: str = "income", **more: Any) -> Indicator:
    return an_indicator(name, {"kind": "by_hand"}, **more)


def a_figure(n: int, day: date = date(2026, 2, 1), **more: Any) -> Figure:
    """Entered on its day where nothing else is given."""
    known: dict[str, Any] = {"indicator": "income", "source": f"List of {n}", "entered_on": day}
    return Figure(**known | {"day": day, "n": n} | more)


def numbered(*figures: Figure) -> tuple[Figure, ...]:
    """In the order in which they were entered."""
    return tuple(replace(figure, id=number) for number, figure in enumerate(figures, start=1))


def packs_with(*indicators: Indicator) -> Packs:
    words = guide_words(steps={"gender": {"ask": "Who?", "answers": {"woman": {"label": "Woman"}}}})
    gender = {"id": "gender", "ask": "choice", "counted": "person", "answers": [{"id": "woman"}, {"id": "man"}]}
    quiz = a_guide("know", {"en": words}, steps=[gender])
    services = [a_service("al_lawyer", category="legal_aid"), a_service("al_line", category="helpline")]
    packs = with_guides(some_packs(services=services), quiz)
    return replace(packs, indicators={one.id: one for one in indicators})


Tables = dict[tuple[str, str], dict[Key, Number]]


def gain(quarter: str = Q1, trait: str = "gain", **cells: tuple[Number, Number]) -> Tables:
    """By what was told how many gained and how many did not; the totals are of what is not hidden."""
    table: dict[Key, Number] = {}
    for told, both in cells.items():
        table |= {(told, outcome): n for outcome, n in zip(("strengthened", "not"), both, strict=True)}
    for outcome in ("strengthened", "not"):
        table[(ALL, outcome)] = sum(n for (_, each), n in table.items() if each == outcome and isinstance(n, int))
    for told in (*cells, ALL):
        both_shown = [n for (each, _), n in table.items() if each == told and isinstance(n, int)]
        table[(told, ALL)] = sum(both_shown) if len(both_shown) == len(("strengthened", "not")) else SUPPRESSED
    return {(f"{trait}:know", quarter): table, **people(quarter), **halves(quarter, 60, 30)}


def halves(quarter: str, first: Number, second: Number) -> Tables:
    return {("halves", quarter): {("know", "first"): first, ("know", "second"): second}}


def people(quarter: str = Q1, **numbers: Number) -> Tables:
    return {("people", quarter): {(what,): n for what, n in numbers.items()}}


def reported(
    packs: Packs, numbers: Numbers, *figures: Figure, days: tuple[date, date] = (FIRST, LAST), language: str = "en"
) -> Report:
    known = Known(packs, numbers, numbered(*figures))
    return report(known, *days, date(2027, 1, 4), the_phrases().speak(language))


def section(found: Report, name: str) -> Section:
    (one,) = [each for each in found.sections if each.name == name]
    return one


def cells(of: Section, row: int = 0) -> dict[str, Cell]:
    """A row by the titles of its columns."""
    return dict(zip((column.title for column in of.columns), of.rows[row], strict=True))
