"""What to do: imperative, one class each. They are stored (encrypted) until they are done, so they carry no words."""

from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from bot.conversation.views import View


@dataclass(frozen=True)
class Show:
    """Show the client a view in `language`; `replaces` is the message to change in place."""

    view: Annotated[View, Field(discriminator="kind")]
    language: str
    replaces: int | None = None
    kind: Literal["show"] = "show"


@dataclass(frozen=True)
class ShowOnMap:
    """Send the client a service as a venue."""

    service: str
    language: str
    kind: Literal["map"] = "map"


@dataclass(frozen=True)
class OpenCase:
    """Open a case at the desk: what the counsellor may know, and nothing else."""

    language: str
    place: str | None
    subject: str | None
    signal: str | None
    kind: Literal["open_case"] = "open_case"


@dataclass(frozen=True)
class CopyToDesk:
    """Copy this message of the client into the thread of the case."""

    message_id: int
    kind: Literal["to_desk"] = "to_desk"


@dataclass(frozen=True)
class CopyToClient:
    """Copy this message of the counsellor to the client."""

    message_id: int
    kind: Literal["to_client"] = "to_client"


@dataclass(frozen=True)
class TellDesk:
    """Tell the counsellors what happened to the case."""

    what: Literal[
        "ended_by_client", "deleted_by_client", "closed", "unreachable", "edited", "back", "not_copied", "reopened"
    ]
    kind: Literal["tell_desk"] = "tell_desk"


@dataclass(frozen=True)
class CloseCase:
    """Close the thread, and the case with it."""

    kind: Literal["close_case"] = "close_case"


@dataclass(frozen=True)
class Forget:
    """Delete all that is kept of this chat."""

    kind: Literal["forget"] = "forget"


Action: TypeAlias = Show | ShowOnMap | OpenCase | CopyToDesk | CopyToClient | TellDesk | CloseCase | Forget
