"""Which clock a country goes by."""

from datetime import datetime
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo

from babel.core import get_global

MISSING: Final = {"XK": ("Europe/Tirane",), "EU": ("Europe/Brussels",)}
"""What Unicode's table lacks: XK is no code of ISO 3166, and Kosovo has Albania's time; the Union sits in Brussels."""

SEASONS: Final = (datetime(2026, 1, 1), datetime(2026, 7, 1))  # noqa: DTZ001 -- a zone is asked about its own clock
"""A day of winter and one of summer, on which clocks are compared."""


@cache
def zone_of(country: str) -> ZoneInfo | None:
    """The zone of most people there; None for a code without one, and where nobody can say which it would be.

    A country of Europe goes by its zone in Europe (Spain by Madrid, not by its islands). Of several that show the same
    time the first by name stands for all; several that differ, as in the United States, are none.
    """
    names: list[str] = sorted(get_global("territory_zones").get(country, MISSING.get(country, ())))
    european = [name for name in names if name.startswith("Europe/")]
    zones = [ZoneInfo(name) for name in european or names]
    clocks = {tuple(zone.utcoffset(day) for day in SEASONS) for zone in zones}
    return zones[0] if len(clocks) == 1 else None
