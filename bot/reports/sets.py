"""Numbers of people of which one is a part of another: none may be a few less than another that is out.

Everybody who read a topic wrote something. So of twenty who wrote and eighteen who read, two did not read, and that is
what the gate must not let anybody work out. The parts may overlap as they like, and nobody knows how; each pair of a
part and its whole is a table of two cells then.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from bot.reports.steps import singly
from bot.reports.suppression import LEAST, gate
from bot.reports.table import Cut, Published, Suppressed, Table

FIRST: Final = "first"
SECOND: Final = "second"
STRENGTHENED: Final = "strengthened"

WHOLES: Final[Mapping[str, tuple[str, ...]]] = {
    "topic": ("reached",),
    "guide": ("reached",),
    "quiz": ("guide", "reached"),
    "gained": ("quiz", "guide", "reached"),
    "service": ("reached",),
    "referred": ("service", "reached"),
    "person": ("reached",),
    FIRST: ("guide", "reached"),
    SECOND: ("quiz", "guide", "reached"),
    STRENGTHENED: ("gained", "quiz", "guide", "reached"),
}
"""Of which the names of `bot.usage.people.What` are a part, and the halves of a quiz (`bot.reports.pairs`)."""

IN: Final = "in"


@dataclass
class Sets:
    """What is out of a quarter, in the order in which it came. `counted` are all numbers that may follow, by name.

    A name may have a quiz behind it: `second:know`.
    """

    counted: Mapping[str, int]
    out: list[tuple[str, int]] = field(default_factory=list)

    def admit(self, name: str) -> bool:
        """Whether this number may go out too; then it has."""
        return self.admit_again(name, self.counted[name])

    def admit_again(self, name: str, n: int) -> bool:
        """The same for what was counted in another way. Numbers of the same thing are not compared."""
        beside = (other for found, other in self.out if _nested(name, found))
        shown = _shown({IN: n}) and not (n == 0 and self._tells(name)) and all(_may_stand(n, other) for other in beside)
        if shown:
            self.out.append((name, n))
        return shown

    def _tells(self, name: str) -> bool:
        """Whether a zero says what a few did not do: those of a whole that is small."""
        return any(0 < n < LEAST for found, n in self.counted.items() if found in _wholes(name))

    def shows(self, name: str) -> bool:
        return any(found == name for found, _ in self.out)


def _wholes(name: str) -> tuple[str, ...]:
    return WHOLES.get(name.partition(":")[0], ())


def _nested(one: str, other: str) -> bool:
    return other in _wholes(one) or one in _wholes(other)


def _may_stand(n: int, other: int) -> bool:
    """The smaller is taken for the part: of large numbers that are estimated it may come out as the larger one."""
    return _shown({IN: min(n, other), "out": max(n, other) - min(n, other)})


def _shown(cells: Mapping[str, int]) -> bool:
    table = Table("set", ("part",), {(name,): n for name, n in cells.items()})
    return not isinstance(gate(table, Cut((singly(cells),)), Published()).numbers[IN,], Suppressed)
