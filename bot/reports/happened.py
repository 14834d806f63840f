"""What was counted in a month, as the tables that are published are made of it. Never shown as it is."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Happened:
    """`n` times in a month (2026-10); the rest as in the table `counts`. An `area` of "" is where nobody told one."""

    month: str
    kind: str
    subject: str
    n: int
    language: str = ""
    area: str = ""
    campaign: str = ""


@dataclass(frozen=True)
class Estimate:
    """How many different people, and the bounds between which the truth is (`bot.usage.people`)."""

    n: int
    low: int
    high: int


@dataclass(frozen=True)
class QuarterCounted:
    """All of a quarter that is over: what happened, and how many people did `what` of `bot.usage.people.What`."""

    name: str
    rows: tuple[Happened, ...]
    people: dict[str, Estimate] = field(default_factory=dict)
