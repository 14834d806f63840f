"""What happened in a quarter, made up: rows as they are counted, a few by hand or a whole programme's."""

import random
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from bot.conversation.handover import RATINGS
from bot.desk.ending import OUTCOMES
from bot.desk.spans import EVERY as SPANS
from bot.packs.assets import Packs
from bot.reports.happened import Estimate, Happened, QuarterCounted
from bot.reports.months import months_of
from bot.reports.published_tables import ANSWERS, HOURS
from bot.reports.whereabouts import PLACED, REACHED

QUARTER: Final = "2026-Q4"
MONTHS: Final = months_of(QUARTER)
OCTOBER, NOVEMBER, DECEMBER = MONTHS


def happened(kind: str, counts: Mapping[str, int], month: str = OCTOBER, **more: str) -> list[Happened]:
    """Each subject so often in a month; `more` is a language, an area or a campaign."""
    return [Happened(month, kind, subject, n, **more) for subject, n in counts.items() if n]


def people(what: str, counts: Mapping[str, int], month: str = OCTOBER) -> list[Happened]:
    """So many in each area who did this for the first time in the quarter; those who were reached told it later."""
    if what != REACHED:
        return _people(what, counts, month)
    everybody = {"": sum(counts.values())}
    told = {area: n for area, n in counts.items() if area}
    return [*_people(REACHED, everybody, month), *_people(PLACED, told, month)]


def _people(what: str, counts: Mapping[str, int], month: str) -> list[Happened]:
    return [Happened(month, "people", what, n, "sq", area) for area, n in counts.items() if n]


def estimates(**counts: int) -> dict[str, Estimate]:
    """So many people, exactly."""
    return {what: Estimate(n, n, n) for what, n in counts.items()}


def pairs(counts: Mapping[tuple[str, str, int], int], quiz: str = "know", month: str = OCTOBER) -> list[Happened]:
    """People who took both halves, by (gender, age band, points more), each counted as it is: never two together."""
    rows: list[Happened] = []
    for (gender, age, gain), n in counts.items():
        rows += happened("quiz_gain", {f"{quiz}:1:2>{2 + gain}:a": n}, month)
        for trait, value in (("gender", gender), ("age", age)):
            rows += happened("quiz_gain_by", {f"{quiz}:{trait}={value}:{gain:+}": n}, month)
    return rows


def a_programme(packs: Packs, quarter: str = QUARTER, size: int = 300) -> QuarterCounted:
    """A quarter in which `size` answers were opened each month, and all else in proportion."""
    chance = random.Random(f"{quarter} {size}")  # noqa: S311 -- the same in every run
    rows = [row for month in months_of(quarter) for row in _month(packs, month, size, chance)]
    counted = Counter[str]()
    for row in rows:
        counted[row.subject if row.kind == "people" else row.kind] += row.n
    second = counted["quiz_gain"]
    done = {"guide": second + size, "quiz": second, "gained": second - second // 4, "person": size // 5}
    reached = {what: counted[what] for what in ("reached", "topic", "service")}
    return QuarterCounted(quarter, tuple(rows), estimates(**reached, **done, referred=size // 20))


def _month(packs: Packs, month: str, size: int, chance: random.Random) -> Iterable[Happened]:
    areas = [*packs.places, "AL", "XK", "DE", ""]
    kinds: list[tuple[str, Iterable[str], int]] = [
        ("topic", packs.topics, size),
        ("asked", ANSWERS, size // 2),
        ("services", [*packs.needs, "abroad"], size // 4),
        ("service", packs.services, size // 2),
        ("guide_result", [f"{guide}:1:end" for guide in packs.guides], size // 4),
        ("danger", packs.signals, size // 20),
        ("case_opened", [""], size // 5),
        ("case_closed", [*OUTCOMES, ""], size // 5),
        ("waited", SPANS, size // 5),
        ("answered_in", SPANS, size // 5),
        ("rating", RATINGS, size // 10),
        ("referred", packs.services, size // 20),
        ("referral", [f"x:{end}" for end in ("helped", "not_helped", "not_reached")], size // 20),
        ("hour", HOURS, size * 5),
        ("need", [f"{need}:{area or '-'}" for area in packs.places for need in ("housing", "papers")], size // 4),
        ("helpful", [f"{topic}@aaaaaa:yes" for topic in packs.topics], size // 4),
        ("unhelpful", [f"{topic}@aaaaaa:-" for topic in packs.topics], size // 8),
        ("unhelpful_why", [f"{topic}@aaaaaa:hard" for topic in packs.topics], size // 20),
    ]
    for kind, subjects, n in kinds:
        yield from happened(kind, _some(subjects, n, chance), month)
    yield from happened("started", {"": size // 4}, month)
    yield from happened("started", {"": size // 8}, month, campaign="first-steps_kukes")
    for what, part in (("reached", 2), ("topic", 3), ("service", 5)):
        yield from people(what, _some(areas, size // part, chance), month)
    told = [(gender, age, gain) for gender in ("woman", "man") for age in ("18-24", "25-34") for gain in (-1, 0, 1, 3)]
    yield from pairs(Counter(chance.choices(told, k=size // 10)), month=month)
    yield from happened("quiz_half", {"know:1:a:3": size // 6}, month)


def _some(subjects: Iterable[str], n: int, chance: random.Random) -> Counter[str]:
    """A few of them often, many seldom (Zipf)."""
    listed = sorted(subjects)
    return Counter(chance.choices(listed, [1 / place for place in range(1, len(listed) + 1)], k=n))
