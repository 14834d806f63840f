"""One line that says whether a service is open now, and what to expect if it is not."""

from datetime import date, datetime, timedelta
from typing import Final

from bot.language.formats import long_date, weekday
from bot.opening.hours import Opening, opening
from bot.opening.zones import zone_of
from bot.packs.service_schema import Service
from bot.rendering.context import Reader

SOON: Final = timedelta(minutes=30)
"""Nobody sets out for a place that closes before this is over."""

DAY: Final = timedelta(days=1)
NAMED: Final = 6
"""Days ahead for which the day of the week is enough; on the seventh it would mean today as well."""


def opening_line(service: Service, reader: Reader, now: datetime) -> str:
    """Say it for an aware time. Empty for an emergency line without hours: doubt about 112 would only cost time."""
    zone = zone_of(service.country)
    holidays = reader.packs.holidays.get(service.country, frozenset[date]())
    found = opening(service.hours, now, zone, holidays)
    if found.state == "unknown":
        return _not_known(service, reader)
    return _open(found, now, reader) if found.state == "open" else _closed(found, now, reader)


def _not_known(service: Service, reader: Reader) -> str:
    say, phones = reader.say, service.shown_phones
    if service.hours:
        return say.gettext("Call to ask whether it is open now") if phones else ""
    if service.category == "emergency":
        return ""
    return say.gettext("Hours not known: call") if phones else say.gettext("Hours not known")


def _open(found: Opening, now: datetime, reader: Reader) -> str:
    say, until = reader.say, found.until
    if until is None:
        return say.gettext("Open day and night")
    if until - now <= SOON:
        return say.gettext("Closes soon, at {time}").format(time=_closing(until))
    if until - now < DAY:
        return say.gettext("Open until {time}").format(time=_closing(until))
    day = _named(until.date(), now.astimezone(until.tzinfo).date(), reader)
    return say.gettext("Open until {day}, {time}").format(day=day, time=_clock(until))


def _closed(found: Opening, now: datetime, reader: Reader) -> str:
    say = reader.say
    opens = _opens(found.until, now, reader) if found.until else ""
    if not found.holiday:
        return opens or say.gettext("Closed")
    return " ".join(filter(None, (say.gettext("Closed today: public holiday."), opens)))


def _opens(at: datetime, now: datetime, reader: Reader) -> str:
    """By the calendar of the service: its today and tomorrow."""
    say, today = reader.say, now.astimezone(at.tzinfo).date()
    if at.date() == today:
        return say.gettext("Opens today at {time}").format(time=_clock(at))
    if at.date() == today + DAY:
        return say.gettext("Opens tomorrow at {time}").format(time=_clock(at))
    # Albanian bends the names of days in a sentence, so that its phrase sets them off with a colon.
    return say.gettext("Opens {day}, {time}").format(day=_named(at.date(), today, reader), time=_clock(at))


def _named(day: date, today: date, reader: Reader) -> str:
    far = day - today > timedelta(days=NAMED)
    return long_date(day, reader.language) if far else weekday(day, reader.language)


def _clock(at: datetime) -> str:
    return f"{at:%H:%M}"


def _closing(at: datetime) -> str:
    """Midnight is the end of the day here, not its beginning."""
    return "24:00" if _clock(at) == "00:00" else _clock(at)
