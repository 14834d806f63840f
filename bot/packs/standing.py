"""What a service is worth on a day: confirmed, not confirmed, or proven too long ago to be shown at all."""

from calendar import monthrange
from datetime import date
from typing import Final, Literal

from bot.packs.service_schema import Service

Standing = Literal["confirmed", "unconfirmed", "stale"]

RECHECK_MONTHS: Final = 6
"""Every check is repeated after half a year."""
PROOF_MONTHS: Final = 24
"""Nobody is sent to a place on a check older than two years."""


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def standing(service: Service, today: date) -> Standing:
    """A number that is shown must itself have been called. An emergency number never goes stale: it must be there."""
    if today > months_later(service.verified.on, PROOF_MONTHS) and service.category != "emergency":
        return "stale"
    somebody_asked = service.verified.how != "source" and today <= service.recheck_by
    answers = not service.shown_phones or service.phone_status == "confirmed"
    return "confirmed" if somebody_asked and answers else "unconfirmed"
