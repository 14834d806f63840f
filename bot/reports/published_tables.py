"""What is published of the counts: the tables that have months.

One thing that happened is counted in one of them only, or else the gate, which looks at one table at a time, could hide
in one what another shows. So cases are closed and have an outcome in one table (`closed`), and the quizzes, of which
each half is a guide that somebody went through, are left to `bot.reports.pairs`. What stays between two tables is that
one is not larger than the other (who was shown a topic may have asked for it): that bounds a number and tells none.
Where two totals are as good as one, as of the cases that were opened and those that were waited for, both go out before
anything else of their tables, in the same order and by the same rule.

A subject that nobody asked for is in its table all the same: its absence would say so. Topics, services and the like
are therefore listed from the packs. Only what no pack knows, such as a poster, is listed where it occurs.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from bot.conversation.handover import RATINGS
from bot.desk.ending import OUTCOMES
from bot.desk.spans import EVERY as SPANS
from bot.packs.assets import Packs
from bot.reports.happened import Happened

SECTION: Final = "section:"
KIND: Final = "kind:"
"""Before the name of a group that has subjects in it; no subject has a colon."""

HOURS: Final = tuple(f"{hour:02}" for hour in range(24))
AT_ONCE: Final = "within-15m"
"""Whoever waited a quarter of an hour at most."""
ANSWERS: Final = ("answer", "choose", "unsure", "none")
NO_OUTCOME: Final = "none"
"""How a case ended that a client ended, or of which the counsellor said nothing."""
REACHED: Final = "yes"
NOT_REACHED: Final = "no"
HELPED: Final = ("helped", "not_helped")
"""What clients say of a service that they were referred to: those two have reached it."""
ABROAD: Final = "abroad"
NO_POSTER: Final = "none"
"""Whoever began without one."""
ANYTHING: Final = "anything"
"""Whoever looked for services without saying which."""

Subjects = Iterable[str]


@dataclass(frozen=True)
class Monthly:
    """A table of subjects by months. `counted` is its name; `subject` reads one of a row, "" where it is none of it.

    `known` are the subjects that it always has, `parents` the groups that they are in. Where not `divided`, the months
    have totals only, however many they are, and the subjects come with the quarter. One that `is_long` has so many
    subjects that it names only those that are not few (`bot.reports.listed`).
    """

    counted: str
    subject: Callable[[Happened], str]
    known: Callable[[Packs], Subjects] = lambda _: ()
    parents: Callable[[Packs], Mapping[str, tuple[str, ...]]] = lambda _: {}
    divided: bool = True
    is_long: bool = False


def _of_kind(*kinds: str) -> Callable[[Happened], str]:
    return lambda row: row.subject if row.kind in kinds else ""


def _before_colon(kind: str) -> Callable[[Happened], str]:
    return lambda row: row.subject.partition(":")[0] if row.kind == kind else ""


def _outcome(row: Happened) -> str:
    return (row.subject or NO_OUTCOME) if row.kind == "case_closed" else ""


def _referral(row: Happened) -> str:
    answer = row.subject.rpartition(":")[2] if row.kind == "referral" else ""
    return NOT_REACHED if answer == "not_reached" else answer


def _asked_for(row: Happened) -> str:
    return (row.subject or ANYTHING) if row.kind == "services" else ""


def _campaign(row: Happened) -> str:
    return (row.campaign or NO_POSTER) if row.kind == "started" else ""


def _only(*subjects: str) -> Callable[[Packs], Subjects]:
    return lambda _: subjects


def _sections(packs: Packs) -> Mapping[str, tuple[str, ...]]:
    return _grouped((SECTION + topic.section, slug) for slug, topic in packs.topics.items())


def _service_kinds(packs: Packs) -> Mapping[str, tuple[str, ...]]:
    return _grouped((KIND + service.category, name) for name, service in packs.services.items())


def _grouped(pairs: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    groups: dict[str, tuple[str, ...]] = {}
    for group, name in pairs:
        groups[group] = (*groups.get(group, ()), name)
    return groups


def quizzes(packs: Packs) -> frozenset[str]:
    """The guides that are quizzes in two halves."""
    return frozenset(name for name, guide in packs.guides.items() if guide.facts.has_forms)


def _at_once(_: Packs) -> Mapping[str, tuple[str, ...]]:
    return {AT_ONCE: SPANS[:2]}


MONTHLY: Final = (
    Monthly("topics", _of_kind("topic"), lambda packs: packs.topics, _sections, is_long=True),
    Monthly("asked", _of_kind("asked"), _only(*ANSWERS)),
    Monthly("asked_for", _asked_for, lambda packs: (*packs.needs, ABROAD, ANYTHING)),
    Monthly("services", _of_kind("service"), lambda packs: packs.services, _service_kinds, divided=False, is_long=True),
    Monthly("guides", _before_colon("guide_result"), lambda packs: packs.guides.keys() - quizzes(packs)),
    Monthly("danger", _of_kind("danger"), lambda packs: packs.signals),
    Monthly("opened", lambda row: "opened" if row.kind == "case_opened" else "", _only("opened")),
    Monthly("closed", _outcome, _only(*OUTCOMES, NO_OUTCOME)),
    Monthly("waited", _of_kind("waited"), _only(*SPANS), _at_once),
    Monthly("answered_in", _of_kind("answered_in"), _only(*SPANS), _at_once),
    Monthly("ratings", _of_kind("rating"), _only(*RATINGS)),
    Monthly(
        "referred", _of_kind("referred"), lambda packs: packs.services, _service_kinds, divided=False, is_long=True
    ),
    Monthly("referrals", _referral, _only(*HELPED, NOT_REACHED), lambda _: {REACHED: HELPED}),
    Monthly("campaigns", _campaign, _only(NO_POSTER), divided=False, is_long=True),
    Monthly("hours", _of_kind("hour"), _only(*HOURS), divided=False),
)
"""In this order; no table knows anything of another."""
