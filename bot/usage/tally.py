"""Where and when a count is kept: the day and the area, coarser for whatever could tell of somebody."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, TypeAlias

from bot.conversation.state import Conversation, Count
from bot.opening.zones import zone_of
from bot.packs.assets import Packs

BY_MUNICIPALITY: Final = frozenset({"topic", "services", "asked", "guide_result", "case_opened", "people"})
"""Kinds that are counted for each municipality; the others only for each country."""
NOWHERE: Final = frozenset({"quiz_half", "quiz_item", "quiz_gain", "quiz_gain_by"})
"""Kinds that are counted for no place at all: who answers a quiz may tell gender, age and municipality, each apart."""
BY_MONTH: Final = frozenset({"people", "hour", "quiz_gain_by"})
"""Kinds whose day is the first of their month: on a quiet day two counts of one would tell of the same person."""
ZONE: Final = zone_of("AL")
"""Albania and Kosovo have one clock."""

Row: TypeAlias = Mapping[str, date | str | int]
"""A row of `counts`, with 1 for what is added to it."""


@dataclass(frozen=True)
class Tally:
    """Turns counts into rows of the table."""

    packs: Packs

    def rows(
        self, counts: Iterable[Count], of: Conversation, now: datetime, campaign: str = ""
    ) -> list[dict[str, date | str | int]]:
        """One row for each count; the same one twice for what happened twice. `campaign` is what led to this turn."""
        return [
            {
                "day": now.date().replace(day=1) if count.kind in BY_MONTH else now.date(),
                "kind": count.kind,
                "subject": count.subject,
                "language": of.language,
                "area": self._area(count, of),
                "campaign": campaign,
                "n": 1,
            }
            for count in counts
        ]

    def _area(self, count: Count, of: Conversation) -> str:
        """A municipality, a country, or nothing where none was told; of what is about danger, the country only."""
        if count.kind in NOWHERE:
            return ""
        place = self.packs.places.get(of.place or "")
        country = place.country if place else of.country
        is_discreet = count.kind not in BY_MUNICIPALITY or count.subject in self.packs.about_danger
        return country or "" if place is None or is_discreet else place.id


def hour_of(now: datetime) -> str:
    """The hour of the day in Albania and Kosovo, 00 to 23."""
    return f"{now.astimezone(ZONE).hour:02}"
