"""What an indicator comes to, quarter by quarter: added up from what was published and what was entered by hand."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Final

from bot.packs.assets import Packs
from bot.packs.guide_schema import UNSAID
from bot.packs.indicator_schema import TOLD, Indicator, IndicatorSource
from bot.reports.amounts import Amount, added, less
from bot.reports.figures import Figure
from bot.reports.figures_by_quarter import ByHand, by_quarter
from bot.reports.numbers import TOLD_IT, Numbers, strengthened
from bot.reports.quarters import days_of
from bot.reports.table import ALL

SKETCHES: Final[Mapping[str, str]] = {
    "quiz_gain": "gained",
    "topic_read": "topic",
    "guide_finished": "guide",
    "service_shown": "service",
    "referral_made": "referred",
}
"""What different people are counted as, by the kind of source."""

TABLES: Final[Mapping[str, str]] = {
    "topic_read": "topics",
    "guide_finished": "guides",
    "service_shown": "services",
    "referral_made": "referred",
    "referral_reached": "referrals",
}
"""Where it is counted how often."""


@dataclass(frozen=True)
class Tally:
    """`counted` by Udha, with its bounds where it is an estimate, and entered `by_hand`.

    Of quizzes: the `pairs` of halves, those of them in which somebody `gained`, and `first` and `second` halves.
    Of `everybody` of whom a share is asked it is `known` of some, who may be `having` it, and `unknown` of the others.
    """

    counted: Amount = 0
    by_hand: Amount = 0
    pairs: Amount = 0
    gained: Amount = 0
    first: Amount = 0
    second: Amount = 0
    having: Amount = 0
    known: Amount = 0
    unknown: Amount = 0
    everybody: Amount = 0
    bounds: tuple[int, int] | None = None

    @property
    def n(self) -> Amount:
        return added([self.counted, self.by_hand])


@dataclass(frozen=True)
class Tallied:
    """One indicator in every quarter of which something is known and that is the programme's."""

    indicator: Indicator
    quarters: Mapping[str, Tally]
    figures: Mapping[str, ByHand]

    def within(self, first: date, last: date) -> dict[str, Tally]:
        """The quarters that lie in these days."""
        spans = {quarter: days_of(quarter) for quarter in self.quarters}
        inside = [quarter for quarter, (begin, end) in spans.items() if first <= begin and end <= last]
        return {quarter: self.quarters[quarter] for quarter in inside}


def tallied(indicator: Indicator, packs: Packs, numbers: Numbers, figures: Iterable[Figure], until: date) -> Tallied:
    """In the quarters that are over by this day: of one that runs nothing is said, for tomorrow it would be more."""
    by_hand = by_quarter(figures, indicator.id) if indicator.by_hand else {}
    quarters, entered, begun = {}, {}, next(iter(numbers.quarters), "9999")
    for quarter in sorted({*numbers.quarters, *by_hand}):
        first, last = days_of(quarter)
        if last > until or not indicator.covers(first, last):
            continue
        # Before the first quarter that is published there was no Udha that could have counted.
        sources = indicator.counted if quarter >= begun else ()
        counted = (_counted(source, indicator, packs, numbers, quarter) for source in sources)
        quarters[quarter] = together([*counted, _entered(by_hand.get(quarter, ByHand()))])
        if quarter in by_hand:
            entered[quarter] = by_hand[quarter]
    return Tallied(indicator, quarters, entered)


def _entered(by_hand: ByHand) -> Tally:
    n, known = by_hand.n, by_hand.known
    return Tally(by_hand=n, having=by_hand.having, known=known, unknown=by_hand.unknown, everybody=n)


def together(tallies: Iterable[Tally]) -> Tally:
    """Added up; without bounds where one that counts has none."""
    listed = list(tallies)
    names = [each.name for each in fields(Tally) if each.name != "bounds"]
    sums: Mapping[str, Any] = {name: added(getattr(tally, name) for tally in listed) for name in names}
    estimated = [tally for tally in listed if tally.counted != 0 or tally.bounds]
    bounds = [tally.bounds for tally in estimated if tally.bounds]
    if not bounds or len(bounds) < len(estimated):
        return Tally(**sums)
    return Tally(**sums, bounds=(sum(low for low, _ in bounds), sum(high for _, high in bounds)))


def _counted(source: IndicatorSource, indicator: Indicator, packs: Packs, numbers: Numbers, quarter: str) -> Tally:
    """What Udha counted of one source; nothing of what it does not count yet."""
    if source.quiz:
        return _quizzed(source.quiz, source.threshold, indicator, numbers, quarter)
    if indicator.counts == "people":
        tally = _people(source.kind, numbers, quarter)
    elif source.kind == "referral_reached":
        tally = Tally(counted=numbers.number(TABLES[source.kind], quarter, "yes", ALL))
    elif source.kind in TABLES:
        names = _named(source, packs) if source.filtered else (ALL,)
        tally = Tally(counted=added(numbers.number(TABLES[source.kind], quarter, name, ALL) for name in names))
    else:
        tally = Tally()
    return replace(tally, unknown=tally.counted, everybody=tally.counted)


def _people(kind: str, numbers: Numbers, quarter: str) -> Tally:
    if kind not in SKETCHES:
        return Tally()
    what = SKETCHES[kind]
    return Tally(counted=numbers.people(what, quarter), bounds=numbers.bounds(what, quarter))


def _named(source: IndicatorSource, packs: Packs) -> Iterator[str]:
    """The subjects that it counts, each once: those of a need are the services of its kinds."""
    kinds = {kind for need in source.needs if need in packs.needs for kind in packs.needs[need].categories}
    needed = (name for name, service in packs.services.items() if service.category in kinds)
    yield from dict.fromkeys((*source.topics, *source.guides, *source.services, *needed))


def _quizzed(quiz: str, threshold: int, indicator: Indicator, numbers: Numbers, quarter: str) -> Tally:
    enough = strengthened(threshold)
    gained = numbers.pairs("gender", quiz, quarter, ALL, enough)
    tally = Tally(
        counted=gained,
        pairs=numbers.pairs("gender", quiz, quarter, ALL, ALL),
        gained=gained,
        first=numbers.half(quiz, "first", quarter),
        second=numbers.half(quiz, "second", quarter),
        unknown=gained,
        everybody=gained,
    )
    if indicator.counts == "people":
        people = _people("quiz_gain", numbers, quarter)
        tally = replace(tally, counted=people.counted, bounds=people.bounds)
    asked = indicator.minimum_share
    if asked is None or asked.trait not in TOLD:
        return tally
    told = {name: numbers.pairs(asked.trait, quiz, quarter, name, enough) for name in (asked.value, TOLD_IT, UNSAID)}
    known: Amount = told[TOLD_IT]
    if not isinstance(known, int):
        known = less(gained, told[UNSAID])
    if not isinstance(known, int):
        others = (name for name in numbers.traits(asked.trait, quiz) if name not in {UNSAID, TOLD_IT})
        known = added(numbers.pairs(asked.trait, quiz, quarter, name, enough) for name in others)
    return replace(tally, having=told[asked.value], known=known, unknown=told[UNSAID])
