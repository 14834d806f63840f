"""What is published of how people rated an answer, quarter by quarter.

    helpful   by topic, or by version of its text, and by thumb
    reasons   the thumbs down by topic and reason

What both have in common is how many thumbs down there are for which topic. So reasons are told of those topics only of
which that is out in the first table, and of all others together: then what each table could be by itself they could be
together (`bot.reports.pairs`). Topics and versions that few people rated are not named (`bot.reports.listed`).
"""

from collections.abc import Iterable, Mapping
from typing import Final, get_args

from bot.conversation.views import Reason
from bot.packs.assets import Packs
from bot.reports.areas import added_up
from bot.reports.happened import Happened
from bot.reports.listed import nested
from bot.reports.month_by_month import ENOUGH
from bot.reports.steps import Groups, Steps, hidden, singly, together
from bot.reports.suppression import Passed
from bot.reports.table import ALL, Key, Number, Published, Table

HELPFUL: Final = "helpful"
REASONS: Final = "reasons"
YES: Final = "yes"
NO: Final = "no"
AT: Final = "@"
"""Between a topic and the version of its text."""
GIVEN: Final[tuple[Reason, ...]] = get_args(Reason)
NONE_GIVEN: Final = "-"
"""Whoever said no reason: reasons are a second tap, after the thumb was counted."""
OTHERS: Final = "-"
"""All topics of which the reasons are not told."""


def helpful_passed(rows: Iterable[Happened], packs: Packs, quarter: str) -> Passed:
    """By (topic or `topic@version`, thumb)."""
    cells: dict[Key, int] = added_up((_thumb(row), row.n) for row in rows if row.kind in {"helpful", "unhelpful"})
    texts = added_up((text, n) for (text, _), n in cells.items())
    topics = _versions(texts, packs)
    named = nested(texts, topics)
    steps = Steps(Table(f"{HELPFUL} {quarter}", ("text", "thumb"), cells), Published())
    everything = together(text for versions in topics.values() for text in versions)
    steps.ask(everything, together((YES, NO)))
    steps.ask(everything, singly((YES, NO)))
    if steps.ask_all({**everything, **named}, together((YES, NO))):
        steps.ask({**everything, **{name: named[name] for name in topics if name in named}}, singly((YES, NO)))
        steps.ask({**everything, **named}, singly((YES, NO)))
    return steps.passed


def reasons_passed(rows: Iterable[Happened], quarter: str, helpful: Mapping[Key, Number]) -> Passed:
    """By (topic, reason), for topics with many thumbs down; `helpful` is what is out of the thumbs."""
    if not isinstance(helpful.get((ALL, NO)), int):
        return hidden("topic", "reason")
    down = {topic: n for (topic, thumb), n in helpful.items() if thumb == NO and topic != ALL and AT not in topic}
    told = tuple(sorted(topic for topic, n in down.items() if isinstance(n, int) and n >= ENOUGH * (len(GIVEN) + 1)))
    steps = Steps(Table(f"{REASONS} {quarter}", ("topic", "reason"), _reasons(rows, told)), Published())
    every, topics = (*GIVEN, NONE_GIVEN), (*told, OTHERS)
    for reasons in (together(every), singly(every)):
        steps.ask(together(topics), reasons)
        steps.ask({**together(topics), **singly(told)}, reasons)
    return steps.passed


def _reasons(rows: Iterable[Happened], told: tuple[str, ...]) -> dict[Key, int]:
    cells: dict[Key, int] = {}
    down = dict.fromkeys((*told, OTHERS), 0)
    for row in rows:
        text, _, reason = row.subject.rpartition(":")
        topic = text.partition(AT)[0]
        topic = topic if topic in told else OTHERS
        if row.kind == "unhelpful":
            down[topic] += row.n
        elif row.kind == "unhelpful_why" and reason in GIVEN:
            cells[topic, reason] = cells.get((topic, reason), 0) + row.n
    for topic, n in down.items():
        given = sum(cells.get((topic, reason), 0) for reason in GIVEN)
        # A reason may be told in the quarter after the thumb: then there are more of them than thumbs.
        cells[topic, NONE_GIVEN] = max(0, n - given)
    return cells


def _thumb(row: Happened) -> tuple[str, str]:
    return row.subject.rpartition(":")[0], YES if row.kind == "helpful" else NO


def _versions(texts: Iterable[str], packs: Packs) -> Groups:
    """Each topic with the versions of its text that anybody rated; one that nobody rated stands for itself."""
    groups: dict[str, tuple[str, ...]] = {}
    for text in sorted(texts):
        topic = text.partition(AT)[0]
        groups[topic] = (*groups.get(topic, ()), text)
    return {**singly(packs.topics), **groups}
