"""From what the search finds for texts whose answer is known, to how sure it must be."""

from collections import Counter
from collections.abc import Mapping, Sequence
from heapq import nlargest
from itertools import chain
from typing import Final, NamedTuple

from bot.language.columns import Columns
from bot.language.folding import words
from bot.learning.fitting import logistic
from bot.packs.assets import Packs
from bot.packs.search_schema import DangerSureness, SurenessFile, TopicSureness
from bot.search.calibration import confidence
from bot.search.index import Index, Likeness
from bot.search.resemblance import Bearing, Resemblance, likelihood
from bot.workshop.slips import slipped
from bot.workshop.told_questions import Told

NEAREST: Final = 3
"""Topics of a question that are looked at: the right one is hardly ever further down."""

FAULTS: Final[Mapping[str, float]] = {"question": 0.025, "outside": 0.04}
"""Shares of questions that may be answered wrongly, and of what lies outside that may be answered."""

ALARMS: Final[Mapping[str, float]] = {"question": 0.03, "outside": 0.03, "harmless": 0.05}
"""Shares that may be taken for danger; `harmless` was written to sound like it."""

CHOOSE: Final = 0.4
"""Two in five. Of questions that are found right 2 in 100 are less sure, of messages that lie outside 94."""

LEVELS: Final = tuple(step / 100 for step in range(2, 100))


class Judged(NamedTuple):
    """How sure we are of what was found for a text of some kind, and whether it would be a fault to go by it."""

    group: tuple[str, str]
    sure: float
    fault: bool


def sureness(packs: Packs, columns: Columns, asked: Sequence[Told]) -> SurenessFile:
    """Curves by maximum likelihood, then the lowest levels at which no language has more faults than it may have.

    Where there is nothing to fit to, all stays as it is.
    """
    known = [each for each in asked if each.language in packs.languages]
    return SurenessFile(topics=_of_topics(packs, columns, known), danger=_of_danger(packs, columns, known))


def _of_topics(packs: Packs, columns: Columns, asked: Sequence[Told]) -> TopicSureness:
    """Each text counts once as it stands and once with a slip of the finger."""
    indexes = {language: Index(language, columns.part(f"topics/{language}")) for language in packs.languages}
    told = [each for each in asked if each.kind in FAULTS]

    def near(each: Told, text: str) -> tuple[Likeness, ...]:
        return indexes[each.language].nearest(text, NEAREST, len(packs.topics))

    found = [near(each, each.text) for each in told]
    slips = [near(each, slipped(each.text)) for each in told]
    examples = [
        ((one.cosine, one.margin), one.slug == each.topic)
        for each, nearest in zip(told * 2, found + slips, strict=True)
        for one in nearest
    ]
    if not examples:
        return packs.sureness.topics
    constant, cosine, margin = logistic(*zip(*examples, strict=True))
    curve = TopicSureness(constant=constant, cosine=cosine, margin=margin, answer=1, choose=CHOOSE)
    judged = [
        Judged((each.language, each.kind), confidence(nearest[0], curve), nearest[0].slug != each.topic)
        for each, nearest in zip(told, found, strict=True)
    ]
    return curve.model_copy(update={"answer": max(CHOOSE, _lowest(judged, FAULTS))})


def _of_danger(packs: Packs, columns: Columns, asked: Sequence[Told]) -> DangerSureness:
    resemblances = [Resemblance(language, columns.part(f"signals/{language}")) for language in packs.languages]
    told = [
        each
        for each in asked
        if each.kind == "danger" or (each.kind in ALARMS and each.topic not in packs.about_danger)
    ]
    found = [(each, bearing) for each in told for bearing in _closest(resemblances, each.text)]
    examples = [((one.cosine, one.margin, one.leaning), each.kind == "danger") for each, one in found]
    if not examples:
        return packs.sureness.danger
    constant, cosine, margin, leaning = logistic(*zip(*examples, strict=True))
    curve = DangerSureness(constant=constant, cosine=cosine, margin=margin, leaning=leaning, likely=1)
    judged = [
        Judged((each.language, each.kind), likelihood(one, curve), fault=True)
        for each, one in found
        if each.kind != "danger"
    ]
    return curve.model_copy(update={"likely": _lowest(judged, ALARMS)})


def _closest(resemblances: Sequence[Resemblance], text: str) -> list[Bearing]:
    """Of all languages, and of the windows of a long text, the one nearest to danger; none of a text too short."""
    bearings = chain.from_iterable(each.bearings(words(text)) for each in resemblances)
    return nlargest(1, bearings, key=lambda bearing: bearing.margin)


def _lowest(judged: Sequence[Judged], allowed: Mapping[str, float]) -> float:
    """The lowest level at which no group has more faults than it may have."""
    totals = Counter(case.group for case in judged)
    for level in LEVELS:
        faults = Counter(case.group for case in judged if case.fault and case.sure >= level)
        if all(faults[group] <= allowed[group[1]] * total for group, total in totals.items()):
            return level
    return 1.0
