"""What was published, as the indicators read it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from bot.reports.table import ALL, SUPPRESSED, Key, Number

PEOPLE: Final = "people"
HALVES: Final = "halves"
WHERE: Final = "where"
GAIN_BY: Final[Mapping[str, str]] = {"gender": "gain", "age": "ages"}
"""Which table of a quiz is divided by which trait."""
STRENGTHENED: Final = "strengthened"
TOLD_IT: Final = "told"
"""All who have told the trait, where they were published together: then a few among them hide no share."""


def strengthened(threshold: int) -> str:
    """Who gained at least so many points, as the tables of a quiz name them."""
    return f"{STRENGTHENED}:{threshold}" if threshold > 1 else STRENGTHENED


@dataclass(frozen=True)
class Numbers:
    """The tables by what was counted and the quarter (2026-Q4), with totals (ALL) as the gate gives them.

    | counted | keys |
    |---|---|
    | `people` | (what,) as in `bot.usage.people.What`, and (what, `low` or `high`) |
    | `halves` | (quiz, `first` or `second`) |
    | `gain:<quiz>`, `ages:<quiz>` | (gender or age band, `strengthened`, or `strengthened:2` from two points on) |
    | `where:topic`, `where:service`, `where:gained` | (home country, `abroad`, or `-` where none was told,) |
    | `topics`, `guides`, `services`, `referred` | (slug, name or id, month) |
    | `referrals` | (`yes` or what came of it, month) |
    """

    tables: Mapping[tuple[str, str], Mapping[Key, Number]] = field(default_factory=dict)

    @cached_property
    def quarters(self) -> tuple[str, ...]:
        """Those that are over and published, the oldest first."""
        return tuple(sorted({quarter for counted, quarter in self.tables if counted == PEOPLE}))

    def number(self, counted: str, quarter: str, *key: str) -> Number:
        """What is not in a table was not there to be counted: 0, unless the whole is hidden. No table is no number."""
        table = self.tables.get((counted, quarter))
        if table is None or table.get((ALL,) * len(key)) is SUPPRESSED:
            return SUPPRESSED if table is None else table.get(key, SUPPRESSED)
        return table.get(key, 0)

    def people(self, what: str, quarter: str) -> Number:
        """How many different people; the estimate."""
        return self.tables.get((PEOPLE, quarter), {}).get((what,), SUPPRESSED)

    def bounds(self, what: str, quarter: str) -> tuple[int, int] | None:
        """Between which the truth is."""
        table = self.tables.get((PEOPLE, quarter), {})
        low, high = (table.get((what, end)) for end in ("low", "high"))
        return (low, high) if isinstance(low, int) and isinstance(high, int) else None

    def half(self, quiz: str, which: str, quarter: str) -> Number:
        """How many took the `first` or the `second` half; nobody before there was such a quiz."""
        return self.number(HALVES, quarter, quiz, which)

    def pairs(self, trait: str, quiz: str, quarter: str, *key: str) -> Number:
        """What a quiz brought, by (trait, outcome). What is not in the table was not asked for when it was made."""
        table = self.tables.get((f"{GAIN_BY[trait]}:{quiz}", quarter))
        if table is None and self.half(quiz, "first", quarter) == 0:
            return 0
        return (table or {}).get(key, SUPPRESSED)

    def traits(self, trait: str, quiz: str) -> tuple[str, ...]:
        """What was told of the trait, in any quarter."""
        name = f"{GAIN_BY[trait]}:{quiz}"
        keys = (key for (counted, _), table in self.tables.items() if counted == name for key in table)
        return tuple(sorted({key[0] for key in keys} - {ALL}))

    def where(self, what: str, quarter: str, area: str) -> Number:
        """How many there; of those who did something that is not divided by area nothing is said."""
        table = self.tables.get((f"{WHERE}:{what}", quarter))
        if table is None and self.people(what, quarter) == 0:
            return 0
        return (table or {}).get((area,), SUPPRESSED)
