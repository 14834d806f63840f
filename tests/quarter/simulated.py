"""A quarter with thousands of people, made by a seed: who they are, what each of them does, and so what is true."""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Final, Literal

from bot.packs.assets import Packs

BEGUN: Final = datetime(2026, 7, 1, tzinfo=UTC)
DAYS: Final = 92
"""From July to September."""
TOWNS: Final = ("tirane", "shkoder", "kukes", "prishtine", "prizren", "peje", "has", "junik")
HOW_MANY: Final = (30, 14, 8, 20, 12, 8, 2, 1)
"""Of a hundred: two of the towns are so small that hardly anybody there writes."""
GENDERS: Final = ("woman", "man", "other", "unsaid")
NEEDS: Final = ("housing", "papers", "health", "school", "income", "people", "safety")
TOPICS: Final = (
    "first-steps",
    "civil-documents",
    "school-return",
    "work-germany",
    "asylum-facts",
    "smuggling",
    "job-offer-check",
)
LEAST_SKILL, MOST_SKILL = 0.2, 0.9


@dataclass(frozen=True)
class Person:
    """`number` is Telegram's, `points` how many questions are answered rightly in each half of the quiz."""

    number: int
    name: str
    language: Literal["sq", "en"]
    town: str
    gender: str
    point: tuple[float, float]
    topics: tuple[str, ...]
    service: bool
    points: tuple[int, int] | None
    halves: int
    needs: tuple[str, ...]
    case: bool
    day: int

    @property
    def text(self) -> str:
        """What they write: words that must be found nowhere afterwards."""
        return f"{self.name} xhovan {self.phone:010}"

    @property
    def phone(self) -> int:
        return self.number % 1_000_000_007

    @property
    def came(self) -> datetime:
        return BEGUN + timedelta(days=self.day, hours=6 + self.number % 15, minutes=self.number % 60)

    @property
    def gained(self) -> bool:
        return self.points is not None and self.halves == 2 and self.points[1] > self.points[0]


def people(many: int, seed: int, packs: Packs) -> list[Person]:
    """The same ones for the same seed, in the order in which they come."""
    chance = Random(seed)  # noqa: S311 -- nothing here is a secret
    topics = [slug for slug in TOPICS if slug in packs.topics]
    made = [_person(chance, number, topics) for number in range(many)]
    return sorted(made, key=lambda person: person.came)


def _person(chance: Random, number: int, topics: list[str]) -> Person:
    quiz = chance.random() < 0.08
    return Person(
        number=5_000_000_000 + chance.randrange(900_000_000) * 2 + number % 2,
        name=f"Zyq{_in_letters(number)} {_in_letters(chance.randrange(10**6))}wvxaj",
        language="en" if chance.random() < 0.1 else "sq",
        town=chance.choices(TOWNS, HOW_MANY)[0] if chance.random() < 0.6 else "",
        gender=chance.choices(GENDERS, (45, 35, 3, 17))[0],
        point=(41.0 + chance.random(), 20.0 + chance.random()),
        topics=tuple(chance.sample(topics, chance.randrange(3))),
        service=chance.random() < 0.3,
        points=(chance.randrange(5), chance.randrange(1, 7)) if quiz else None,
        halves=2 if chance.random() < 0.7 else 1,
        needs=tuple(chance.sample(NEEDS, chance.randrange(1, 4))) if chance.random() < 0.06 else (),
        case=chance.random() < 0.02,
        day=chance.randrange(DAYS),
    )


def _in_letters(number: int) -> str:
    """As a name has it: what is not understood is kept as words of letters."""
    return "".join("abcdefghij"[int(digit)] for digit in f"{number:06}")


@dataclass(frozen=True)
class Truth:
    """What a perfect count would say of these people."""

    reached: int
    read: int
    served: int
    finished: int
    pairs: Counter[tuple[str, bool]]
    """By gender, and whether they had more points in the second half."""
    first_halves: int
    needs: Counter[tuple[str, str]]
    """By need and municipality."""
    topics: Counter[str]


def truth(all_of_them: list[Person]) -> Truth:
    quizzed = [person for person in all_of_them if person.points is not None]
    return Truth(
        reached=len(all_of_them),
        read=sum(bool(person.topics) for person in all_of_them),
        served=sum(person.service for person in all_of_them),
        finished=sum(person.points is not None or bool(person.needs) for person in all_of_them),
        pairs=Counter((person.gender, person.gained) for person in quizzed if person.halves == 2),
        first_halves=len(quizzed),
        needs=Counter((need, person.town or "-") for person in all_of_them for need in person.needs),
        topics=Counter(slug for person in all_of_them for slug in person.topics),
    )
