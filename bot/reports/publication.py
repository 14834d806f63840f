"""Everything that is published of a month or a quarter that is over: which tables, in which order. Pure.

Each table goes through the gate by itself. Why no two of them together tell what one hides is said where they are made:
in `published_tables` for what happened in which month, in `people_published` and `sets` for people, in `pairs` for
quizzes, in `whereabouts` for places and languages, in `return_needs` for needs, in `thumbs` for what was rated.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from bot.packs.assets import Packs
from bot.packs.guide_schema import GuideStep
from bot.reports.errors import ReportError
from bot.reports.happened import Happened, QuarterCounted
from bot.reports.month_by_month import month_passed, quarter_passed
from bot.reports.pairs import AGES_OF, GAIN, HALVES, quizzes_of
from bot.reports.people_published import PEOPLE, PeoplePublished, Thresholds
from bot.reports.published_tables import MONTHLY, quizzes
from bot.reports.return_needs import NEEDS, NEEDS_WHERE, needs_passed, places_passed
from bot.reports.suppression import Passed
from bot.reports.table import Key, Number, Published
from bot.reports.thumbs import HELPFUL, REASONS, helpful_passed, reasons_passed


@dataclass
class Publication:
    """What may be shown, by what was counted. `failed` could not be worked out, with the reason."""

    passed: dict[str, Passed] = field(default_factory=dict)
    failed: dict[str, ReportError] = field(default_factory=dict)

    def add(self, counted: str, make: Callable[[], Passed]) -> None:
        """What cannot be said of one table keeps no other back."""
        try:
            self.passed[counted] = make()
        except ReportError as fault:
            self.failed[counted] = fault

    def numbers(self, counted: str) -> Mapping[Key, Number]:
        """What may be shown of a table that was made already; nothing where that failed."""
        return self.passed[counted].numbers if counted in self.passed else {}


Earlier = Mapping[str, Passed]
"""What went out with the month before, of the same quarter."""


def month_published(month: str, rows: Sequence[Happened], packs: Packs, earlier: Earlier) -> Publication:
    """The first or second month of a quarter, with the rows since it began."""
    made, rows = Publication(), _without_quizzes(rows, packs)
    for entry in MONTHLY:
        made.add(entry.counted, partial(month_passed, entry, month, rows, packs, _published(earlier, entry.counted)))
    return made


def quarter_published(quarter: QuarterCounted, packs: Packs, earlier: Earlier, thresholds: Thresholds) -> Publication:
    """A quarter, after its first two months."""
    made, rows, name = Publication(), _without_quizzes(quarter.rows, packs), quarter.name
    for entry in MONTHLY:
        made.add(entry.counted, partial(quarter_passed, entry, name, rows, packs, _published(earlier, entry.counted)))
    made.add(NEEDS_WHERE, partial(places_passed, rows, packs, name))
    made.add(NEEDS, partial(needs_passed, rows, needs_of(packs), packs, name, made.numbers(NEEDS_WHERE)))
    made.add(HELPFUL, partial(helpful_passed, rows, packs, name))
    made.add(REASONS, partial(reasons_passed, rows, name, made.numbers(HELPFUL)))
    _add_people(made, PeoplePublished(quarter, packs, thresholds))
    return made


def _add_people(made: Publication, people: PeoplePublished) -> None:
    for quiz in people.quizzes:
        made.add(f"{GAIN}:{quiz}", partial(people.gain, quiz))
        made.add(f"{AGES_OF}:{quiz}", partial(people.ages, quiz, made.passed.get(f"{GAIN}:{quiz}")))
    made.add(HALVES, people.halves)
    made.add(PEOPLE, people.people)
    made.passed.update(people.where())


def _without_quizzes(rows: Sequence[Happened], packs: Packs) -> list[Happened]:
    """Each half of a quiz is counted among the guides as well; it is published as a half."""
    played = {*quizzes(packs), *quizzes_of(rows)}
    return [row for row in rows if row.kind != "guide_result" or row.subject.partition(":")[0] not in played]


def needs_of(packs: Packs) -> dict[str, tuple[str, GuideStep]]:
    """What a plan for the return asks for: each need with the guide and the step that ask."""
    steps = [(name, step) for name, guide in packs.guides.items() for step in guide.facts.steps]
    return {need: (name, step) for name, step in steps if step.counted == "need" for need in step.ids}


def _published(earlier: Earlier, counted: str) -> Published:
    return earlier[counted].published if counted in earlier else Published()
