"""What a reviewer must not overlook: too old, withheld, not confirmed, hidden."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.language.formats import long_date, partial_date
from bot.packs.assets import FALLBACK, Guide, Topic
from bot.packs.service_schema import Service
from bot.packs.standing import PROOF_MONTHS, standing

Kind = Literal["due", "withheld", "unconfirmed", "hidden", "confidential"]


@dataclass(frozen=True)
class Mark:
    """A word that is seen at once, and the sentence that explains it."""

    kind: Kind
    word: str
    sentence: str


def day(on: date) -> str:
    return long_date(on, FALLBACK)


def dated(written: str | None) -> str:
    """How a source dates itself; months in letters, as readers of the page order numbers differently."""
    if not written or written == "undated":
        return "undated"
    whole = len(written) == len("2025-03-01")
    return f"dated {day(date.fromisoformat(written)) if whole else partial_date(written, FALLBACK)}"


def topic_marks(topic: Topic | Guide, today: date) -> tuple[Mark, ...]:
    match topic.freshness(today):
        case "withheld":
            gone = f"Clients are not shown this after {day(topic.facts.withhold_after)}; they are offered help instead."
            return (Mark("withheld", "Withheld", gone),)
        case "due":
            late = f"Its review was due by {day(topic.facts.review_by)}; clients see it under a banner that says so."
            return (Mark("due", "Due", late),)
    return ()


def service_marks(service: Service, today: date) -> Iterator[Mark]:
    worth = standing(service, today)
    if worth == "stale":
        old = f"Its last check is older than {PROOF_MONTHS} months; clients do not see it."
        yield Mark("withheld", "Withheld", old)
    elif today > service.recheck_by:
        yield Mark("due", "Due", f"It was to be checked again by {day(service.recheck_by)}.")
    if service.phone_status == "hidden":
        yield Mark("hidden", "Number hidden", "Hidden from clients: waits for a test call.")
    if worth != "confirmed":
        yield Mark("unconfirmed", "Not confirmed", _doubt(service, today))
    if service.confidential:
        yield Mark("confidential", "Confidential", "No address and no map: clients and this page have its words only.")


def _doubt(service: Service, today: date) -> str:
    if service.verified.how == "source":
        return "Known from written sources only: nobody has called, visited or asked."
    return "Its last check has run out." if today > service.recheck_by else "Its number has not been called."
