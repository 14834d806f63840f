"""What is published of how many different people did something in a quarter.

What the programme answers for goes out first: the halves of its quizzes and what they brought. Then everybody who was
reached, then what they did. A number that is a few less than another one is not out at all (`bot.reports.sets`).

People are estimated by sketches, and by area they are counted (`bot.usage.people`, `bot.counting`): while they are few
both say the same. So a division by area goes out only where the estimate is out and its own sum can stand beside it.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from bot.packs.assets import Packs
from bot.reports.happened import QuarterCounted
from bot.reports.pairs import ages_passed, gain_passed, halves_of, quizzes_of
from bot.reports.published_tables import quizzes
from bot.reports.sets import FIRST, SECOND, STRENGTHENED, Sets
from bot.reports.steps import hidden
from bot.reports.suppression import Passed
from bot.reports.table import ALL, SUPPRESSED, Key, Number, Published
from bot.reports.whereabouts import (
    LANGUAGES,
    REACHED,
    WHERE,
    languages_passed,
    part_passed,
    people_by_area,
    reached_passed,
)

PEOPLE: Final = "people"
WHATS: Final = ("reached", "quiz", "gained", "guide", "topic", "service", "referred", "person")
"""In the order in which they go out."""
PARTS: Final = ("topic", "service", "gained")
"""What is published by area as well."""
LOW: Final = "low"
HIGH: Final = "high"

Thresholds = Mapping[str, Sequence[int]]
"""By quiz, how many points more count as a gain; one more always does."""


class PeoplePublished:
    """The tables of one quarter, made in the order in which they stand here."""

    def __init__(self, quarter: QuarterCounted, packs: Packs, thresholds: Thresholds) -> None:
        self._quarter, self._packs, self._thresholds = quarter, packs, thresholds
        self.quizzes = tuple(sorted({*quizzes(packs), *quizzes_of(quarter.rows)}))
        halves = [halves_of(quiz, quarter.rows) for quiz in self.quizzes]
        self._halves = {name: n for each in halves for name, n in each.items()}
        people = {what: estimate.n for what, estimate in quarter.people.items()}
        self._sets = Sets({**dict.fromkeys(WHATS, 0), **self._halves, **people})

    def gain(self, quiz: str) -> Passed:
        """By (gender, gain). Raises ReportError where the pairs do not add up."""
        if not self._sets.admit(f"{SECOND}:{quiz}"):
            return hidden("gender", "gain")
        passed = gain_passed(quiz, self._quarter.rows, self._thresholds.get(quiz, ()), self._quarter.name)
        gained = passed.numbers[ALL, STRENGTHENED]
        if isinstance(gained, int):
            self._sets.out.append((f"{STRENGTHENED}:{quiz}", gained))
        return passed

    def ages(self, quiz: str, gained: Passed | None) -> Passed:
        """By (age band, gain), after the gain by gender. Raises ReportError where the pairs do not add up."""
        if gained is None:
            return hidden("age", "gain")
        thresholds = self._thresholds.get(quiz, ())
        return ages_passed(quiz, self._quarter.rows, thresholds, self._quarter.name, gained.numbers)

    def halves(self) -> Passed:
        """By (quiz, `first` or `second`), after the gain of all of them."""
        numbers: dict[Key, Number] = {}
        for quiz in self.quizzes:
            first, second = f"{FIRST}:{quiz}", f"{SECOND}:{quiz}"
            self._sets.admit(first)
            for half, name in ((FIRST, first), (SECOND, second)):
                numbers[quiz, half] = self._halves[name] if self._sets.shows(name) else SUPPRESSED
        return Passed(numbers, Published())

    def people(self) -> Passed:
        """By (what,), with bounds by (what, `low` or `high`). Hidden where nobody knows it."""
        numbers: dict[Key, Number] = {}
        for what in WHATS:
            known = self._quarter.people.get(what)
            numbers[what,] = SUPPRESSED
            if known is not None and self._sets.admit(what):
                numbers |= {(what,): known.n, (what, LOW): known.low, (what, HIGH): known.high}
        return Passed(numbers, Published())

    def where(self) -> Iterator[tuple[str, Passed]]:
        """By (language), and by (area) for each of those who did something."""
        rows, name = self._quarter.rows, self._quarter.name
        if not self._divides(REACHED):
            return
        reached = reached_passed(rows, self._packs, name)
        yield LANGUAGES, languages_passed(rows, self._packs.languages, name)
        yield f"{WHERE}:{REACHED}", reached
        for what in PARTS:
            if self._divides(what):
                yield f"{WHERE}:{what}", part_passed(rows, what, self._packs, name, reached.numbers)

    def _divides(self, what: str) -> bool:
        counted = sum(people_by_area(self._quarter.rows, what).values())
        return counted > 0 and self._sets.shows(what) and self._sets.admit_again(what, counted)
