"""What to do: imperative, one class each. They are stored (encrypted) until they are done.

They carry no words but those that cannot be had again: of an edited message, and of a passage that is quoted.
"""

from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from bot.conversation.views import View


@dataclass(frozen=True)
class Show:
    """Show the client a view in `language`; `replaces` is the message to change in place.

    `silent` makes no sound on the client's phone.
    """

    view: Annotated[View, Field(discriminator="kind")]
    language: str
    replaces: int | None = None
    silent: bool = False
    kind: Literal["show"] = "show"


@dataclass(frozen=True)
class ShowOnMap:
    """Send the client a service as a venue."""

    service: str
    language: str
    kind: Literal["map"] = "map"


@dataclass(frozen=True)
class CopyToDesk:
    """Copy these messages of the client into the thread of the case; several are one album.

    `reply_to` is the client's message that they answer, `quote` the passage of it that they quote.
    """

    message_ids: tuple[int, ...]
    reply_to: int | None = None
    quote: str = ""
    kind: Literal["to_desk"] = "to_desk"


@dataclass(frozen=True)
class EditAtDesk:
    """Change in the thread what the client changed: `html` is how it reads now, `caption` under what media."""

    message_id: int
    html: str
    caption: bool = False
    kind: Literal["edit_at_desk"] = "edit_at_desk"


@dataclass(frozen=True)
class Alert:
    """Tell the desk that somebody wrote of danger and was given the number; nothing of what was written."""

    signal: str
    language: str
    place: str | None = None
    country: str | None = None
    kind: Literal["alert"] = "alert"


@dataclass(frozen=True)
class Wipe:
    """Delete what Telegram lets us delete in the client's chat: both sides, the last 48 hours."""

    kind: Literal["wipe"] = "wipe"


@dataclass(frozen=True)
class Forget:
    """Delete all that is kept of this chat."""

    kind: Literal["forget"] = "forget"


@dataclass(frozen=True)
class OpenCase:
    """Open a case: what the counsellors may know, and nothing else. `replaces` is the message with the consent."""

    language: str
    place: str | None
    subject: str | None
    signal: str | None
    country: str | None = None
    minor: bool = False
    shown: tuple[str, ...] = ()
    replaces: int | None = None
    kind: Literal["open_case"] = "open_case"


@dataclass(frozen=True)
class EndCase:
    """End the case, as the client wishes: ended, deleted for good, or left in a hurry (quick exit)."""

    why: Literal["client", "deleted", "left"]
    kind: Literal["end_case"] = "end_case"


@dataclass(frozen=True)
class TellDesk:
    """Tell the counsellors what happened to the client; `about` is an id whose title is shown."""

    what: Literal["unreachable", "back", "danger"]
    about: str = ""
    kind: Literal["tell_desk"] = "tell_desk"


@dataclass(frozen=True)
class AnswerReferral:
    """Whether the client wants to be referred to this service."""

    service: str
    agreed: bool
    kind: Literal["answer_referral"] = "answer_referral"


@dataclass(frozen=True)
class TellOutcome:
    """Show the counsellors what a guide came to, as the client has agreed; `outcome` is packed."""

    guide: str
    outcome: str
    kind: Literal["tell_outcome"] = "tell_outcome"


@dataclass(frozen=True)
class Remind:
    """Remind the client of a list after so many days, once; an earlier wish for the same list no longer counts."""

    guide: str
    days: int
    kind: Literal["remind"] = "remind"


@dataclass(frozen=True)
class DropReminder:
    """Do not remind the client of this list any more."""

    guide: str
    kind: Literal["drop_reminder"] = "drop_reminder"


CaseDeed: TypeAlias = OpenCase | EndCase | TellDesk | AnswerReferral | TellOutcome
"""What a client does to a case; bot.desk says what comes of it."""

Reminding: TypeAlias = Remind | DropReminder
"""What a client wants to be reminded of; bot.storage.reminders keeps it."""

Action: TypeAlias = Show | ShowOnMap | CopyToDesk | EditAtDesk | Alert | Wipe | Forget | CaseDeed | Reminding
