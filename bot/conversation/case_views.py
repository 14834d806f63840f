"""What a client can be shown around a talk with a person, and other fixed sentences of the interface."""

from dataclasses import dataclass
from typing import Literal

Personal = Literal["contact", "place", "face"]
"""What may show who somebody is."""


@dataclass(frozen=True)
class CaseWaits:
    """The case waits for a counsellor: how many wait before it, and when the desk opens (seconds since 1970), if shut.

    `sign` is a quiet sign of life later on, `lines` the same with the lines to call because nobody came.
    """

    before: int
    opens: int | None = None
    sign: bool = False
    lines: bool = False
    kind: Literal["case_waits"] = "case_waits"


@dataclass(frozen=True)
class AskShare:
    """Ask before a counsellor sees what may show who somebody is."""

    what: Personal
    message_ids: tuple[int, ...]
    kind: Literal["ask_share"] = "ask_share"


@dataclass(frozen=True)
class Reply:
    """A vetted reply that a counsellor sent."""

    reply: str
    kind: Literal["reply"] = "reply"


@dataclass(frozen=True)
class ReferralAsked:
    """Ask whether the client wants to go to this service."""

    service: str
    kind: Literal["referral_asked"] = "referral_asked"


@dataclass(frozen=True)
class ReferralReached:
    """Ask, some days later, whether this service helped."""

    service: str
    kind: Literal["referral_reached"] = "referral_reached"


@dataclass(frozen=True)
class Notice:
    """A fixed sentence of the interface with its buttons."""

    what: Literal[
        "consent",
        "no_desk",
        "case_open",
        "case_ended",
        "case_closed",
        "case_reopened",
        "case_held",
        "case_released",
        "case_passed",
        "desk_away",
        "kept_back",
        "passed_on",
        "not_referred",
        "why_not",
        "thanks",
        "not_helped",
        "left",
        "help",
        "privacy",
        "ask_delete",
        "deleted",
        "language",
    ]
    kind: Literal["notice"] = "notice"
