"""A moment by the clock of Albania and Kosovo, as the reader writes it."""

from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from bot.language.formats import long_date, short_date, weekday
from bot.rendering.context import Reader

ZONE: Final = ZoneInfo("Europe/Tirane")
"""Counsellors and nearly all clients live by this clock; Kosovo has the same."""


def moment(at: int, reader: Reader) -> str:
    """Monday, 23 November 2026, 08:00; `at` is seconds since 1970, UTC."""
    there = datetime.fromtimestamp(at, ZONE)
    named = {"weekday": weekday(there, reader.language), "date": long_date(there, reader.language)}
    return reader.say.gettext("{weekday}, {date}, {time}").format(**named, time=f"{there:%H:%M}")


def hour(at: int, reader: Reader) -> str:
    """Only 14:05 today, and the date before it on any other day."""
    there = datetime.fromtimestamp(at, ZONE)
    if there.date() == reader.context.now.astimezone(ZONE).date():
        return f"{there:%H:%M}"
    return f"{short_date(there, reader.language)}, {there:%H:%M}"
