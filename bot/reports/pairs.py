"""What is published of a quiz in two halves, quarter by quarter.

A half counts people, each once in a quarter (`bot.counting`), so both halves stand among the numbers of people of which
one is a part of another (`bot.reports.sets`). The second halves are the pairs: those who did both.

    halves:<quiz>   how many did a first half, and how many a second one
    gain:<quiz>     the pairs by gender and by what the second half brought
    ages:<quiz>     the same pairs by age band

No cell says gender and age of the same person, so the two last are two sides of a table that nobody has. What they have
in common is how many pairs there are and how many of them gained. That goes out first, by itself; and only where all of
it could be shown do the ages follow. Then neither side says more together with the other than alone: whatever the one
could be, and whatever the other could be, there is a table by gender, age and gain that has both as its sides, for
within each gain both add up to the same number (a transportation problem with equal sums has a solution in whole
numbers). Where something of it had to be hidden, each side would bound it in its own way, so the ages stay away.
Municipalities stay away always: they are many, and a class that sat a quiz together is of one of them.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from bot.conversation.quizzes import GAINS, gain_of
from bot.packs.guide_schema import UNSAID
from bot.reports.areas import added_up
from bot.reports.errors import ReportError
from bot.reports.happened import Happened
from bot.reports.sets import FIRST, SECOND, STRENGTHENED
from bot.reports.steps import Groups, Steps, hidden, singly, together
from bot.reports.suppression import Passed
from bot.reports.table import ALL, Key, Number, Published, Table

NOT: Final = "not"
TOLD: Final = "told"
GENDERS: Final = ("woman", "man", "other", UNSAID)
AGES: Final = ("under-18", "18-24", "25-34", "35-49", "50-more", UNSAID)
HALVES: Final = "halves"
GAIN: Final = "gain"
AGES_OF: Final = "ages"
KINDS: Final = frozenset({"quiz_half", "quiz_gain"})


def quizzes_of(rows: Iterable[Happened]) -> tuple[str, ...]:
    """Those that somebody played."""
    return tuple(sorted({_quiz(row) for row in rows if row.kind in KINDS}))


def halves_of(quiz: str, rows: Iterable[Happened]) -> dict[str, int]:
    """How many people did which half, by the name among the `Sets`."""
    mine = [row for row in rows if row.kind in KINDS and _quiz(row) == quiz]
    first, second = (sum(row.n for row in mine if row.kind == kind) for kind in ("quiz_half", "quiz_gain"))
    gained = sum(row.n for row in mine if row.kind == "quiz_gain" and _points(row) not in GAINS[:2])
    return {f"{FIRST}:{quiz}": first, f"{SECOND}:{quiz}": second, f"{STRENGTHENED}:{quiz}": gained}


def groups_of(threshold: int) -> Groups:
    """Who gained at least so many points, and who did not; a threshold above one is named."""
    behind = f":{threshold}" if threshold > 1 else ""
    enough = tuple(gain for gain in GAINS if int(gain) >= threshold)
    return {STRENGTHENED + behind: enough, NOT + behind: tuple(gain for gain in GAINS if gain not in enough)}


def gain_passed(quiz: str, rows: Sequence[Happened], thresholds: Iterable[int], quarter: str) -> Passed:
    """By (gender, gain). Raises ReportError if more told their gender than there are pairs."""
    cells = _cells(quiz, "gender", rows)
    steps = _margins(Table(f"{GAIN}:{quiz} {quarter}", ("gender", "gain"), cells), GENDERS, thresholds)
    genders = _all_of(cells, GENDERS)
    told = {TOLD: tuple(each for each in genders if each != UNSAID)}
    # First who told it at all: a share of women is of those, and a few who said "other" would take that along.
    steps.ask({**told, UNSAID: (UNSAID,)}, _gains(thresholds))
    steps.ask({**singly(genders), **told}, _gains(thresholds))
    return steps.passed


def ages_passed(
    quiz: str, rows: Sequence[Happened], thresholds: Iterable[int], quarter: str, gained: Mapping[Key, Number]
) -> Passed:
    """By (age band, gain); nothing but that, where of `gained` something is hidden that both have in common."""
    common = [(ALL, ALL), *((ALL, name) for name in _gains(thresholds))]
    if not all(isinstance(gained.get(key), int) for key in common):
        return hidden("age", "gain")
    cells = _cells(quiz, "age", rows)
    steps = _margins(Table(f"{AGES_OF}:{quiz} {quarter}", ("age", "gain"), cells), AGES, thresholds)
    steps.ask(singly(_all_of(cells, AGES)), _gains(thresholds))
    return steps.passed


def _margins(table: Table, usual: tuple[str, ...], thresholds: Iterable[int]) -> Steps:
    """What both sides have in common: how many pairs, and how many of them gained."""
    steps = Steps(table, Published())
    everybody = together(_all_of(table.cells, usual))
    steps.ask(everybody, together(GAINS))
    steps.ask(everybody, _gains(thresholds))
    return steps


def _gains(thresholds: Iterable[int]) -> Groups:
    """One point more is always among them, for of people it is published how many gained anything."""
    groups: dict[str, tuple[str, ...]] = {}
    for threshold in sorted({1, *thresholds}):
        groups |= groups_of(threshold)
    return groups


def _all_of(cells: Mapping[Key, int], usual: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*usual, *sorted({each for each, _ in cells}))))


def _cells(quiz: str, trait: str, rows: Sequence[Happened]) -> dict[Key, int]:
    """Pairs by what was told and by gain; those of which nothing was told are the rest."""
    before = f"{quiz}:{trait}="
    by = (row for row in rows if row.kind == "quiz_gain_by" and row.subject.startswith(before))
    told = added_up((_told(row.subject.removeprefix(before)), row.n) for row in by)
    pairs = ((row, _points(row)) for row in rows if row.kind == "quiz_gain" and _quiz(row) == quiz)
    untold = added_up(((UNSAID, gain), row.n) for row, gain in pairs)
    for (_, gain), n in told.items():
        untold[UNSAID, gain] = untold.get((UNSAID, gain), 0) - n
    if any(n < 0 for n in untold.values()):
        raise ReportError(f"More people told their {trait} than took both halves of the quiz '{quiz}'.")
    return {**added_up([*told.items(), *untold.items()])}


def _told(value: str) -> tuple[str, str]:
    """Of `woman:+2` the two parts."""
    who, _, gain = value.rpartition(":")
    return who, gain


def _quiz(row: Happened) -> str:
    return row.subject.partition(":")[0]


def _points(row: Happened) -> str:
    """The gain of a pair, from its points before and after."""
    before, _, after = row.subject.split(":")[2].partition(">")
    return gain_of(int(before), int(after))
