"""What has to be checked again, by whom and until when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:  # a start that takes up the packs reads no YAML
    from bot.packs.reading import Reading


@dataclass(frozen=True, order=True)
class Deadline:
    """`by` is the last day of trust; from the day after `withheld_after` clients do not see it at all."""

    by: date
    kind: Literal["topic", "guide", "service", "activities", "holidays"]
    name: str
    country: str | None
    owner: str
    withheld_after: date | None = None

    def is_withheld(self, today: date) -> bool:
        return self.withheld_after is not None and today > self.withheld_after


def deadlines(reading: Reading) -> tuple[Deadline, ...]:
    """One for each topic, each country's version with dates of its own, each guide, each service and each calendar."""
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
    found += [*_guides(reading), *_calendars(reading), *_public_holidays(reading)]
    return tuple(sorted(found, key=lambda one: (one.by, one.kind, one.name, one.country or "")))


def _guides(reading: Reading) -> Iterator[Deadline]:
    for name, (path, guide) in reading.guides.items():
        yield Deadline(guide.review_by, "guide", name, None, reading.owner(path), guide.withhold_after)


def _calendars(reading: Reading) -> Iterator[Deadline]:
    """One for each pack that has activities: after the last of them its calendar has run dry."""
    last: dict[str, date] = {}
    for path, _, activity in reading.activities.values():
        pack = path.relative_to(reading.root).parts[0]
        last[pack] = max(activity.last_day, last.get(pack, activity.last_day))
    for name, by in last.items():
        pack_file = reading.packs[name]
        yield Deadline(by, "activities", name, pack_file.country, pack_file.owner)


def _public_holidays(reading: Reading) -> Iterator[Deadline]:
    """One for each country's: after its last year services would be called open on a holiday."""
    for country, (path, calendar) in reading.holidays.items():
        yield Deadline(calendar.last_day, "holidays", "calendar", country, reading.owner(path))


def due(all_of_them: Iterable[Deadline], today: date, within: timedelta) -> tuple[Deadline, ...]:
    """Those that end before `within` is over, the longest past first."""
    return tuple(deadline for deadline in all_of_them if deadline.by <= today + within)
