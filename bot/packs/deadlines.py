"""What has to be checked again, by whom and until when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:  # a start that takes up the packs reads no YAML
    from bot.packs.reading import Reading


@dataclass(frozen=True, order=True)
class Deadline:
    """`by` is the last day of trust; from the day after `withheld_after` clients do not see it at all."""

    by: date
    kind: Literal["topic", "service"]
    name: str
    country: str | None
    owner: str
    withheld_after: date | None = None

    def is_withheld(self, today: date) -> bool:
        return self.withheld_after is not None and today > self.withheld_after


def deadlines(reading: Reading) -> tuple[Deadline, ...]:
    """One for each topic, for each country's version that has dates of its own, and for each service."""
    found = [
        Deadline(topic.review_by, "topic", slug, None, reading.owner(path), topic.withhold_after)
        for slug, (path, _, topic) in reading.topics.items()
    ]
    for slug, versions in reading.topic_versions.items():
        for country, (path, version) in versions.items():
            if version.review_by is not None:
                owner = reading.owner(path)
                found.append(Deadline(version.review_by, "topic", slug, country, owner, version.withhold_after))
    for name, (path, _, service) in reading.services.items():
        found.append(Deadline(service.recheck_by, "service", name, service.country, reading.owner(path)))
    return tuple(sorted(found, key=lambda one: (one.by, one.kind, one.name, one.country or "")))


def due(all_of_them: Iterable[Deadline], today: date, within: timedelta) -> tuple[Deadline, ...]:
    """Those that end before `within` is over, the longest past first."""
    return tuple(deadline for deadline in all_of_them if deadline.by <= today + within)
