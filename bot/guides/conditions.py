"""When a step, an item or a result applies."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.packs.guide_schema import Condition, Span, When

Answers = Mapping[str, tuple[str, ...]]
"""What was chosen, by step."""


@dataclass(frozen=True)
class Facts:
    """What conditions ask about: answers by step, and numbers by name (points, what was reckoned, numbers given)."""

    answers: Answers = field(default_factory=dict)
    numbers: Mapping[str, int] = field(default_factory=dict)


def applies(when: When | None, unless: When | None, facts: Facts) -> bool:
    return (when is None or holds(when, facts)) and (unless is None or not holds(unless, facts))


def holds(when: When, facts: Facts) -> bool:
    """One of the conditions suffices."""
    return any(_all_of(condition, facts) for condition in when)


def _all_of(condition: Condition, facts: Facts) -> bool:
    return all(_line(name, wanted, facts) for name, wanted in condition.items())


def _line(name: str, wanted: tuple[str, ...] | Span, facts: Facts) -> bool:
    """A number that is not known is within no bounds."""
    if isinstance(wanted, Span):
        return name in facts.numbers and wanted.holds(facts.numbers[name])
    return not set(wanted).isdisjoint(facts.answers.get(name, ()))
