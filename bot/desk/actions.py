"""What to do at the desk, and what a counsellor has done to the client's chat: imperative, one class each.

They are stored sealed until they are done. Words of people are in them only where an edit has to be carried over.
"""

from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from bot.conversation.actions import CopyToDesk, EditAtDesk
from bot.desk.views import DeskView


@dataclass(frozen=True)
class ShowAtDesk:
    """Show counsellors a view in `language`; `replaces` is the message to change, `reply_to` the one it answers."""

    view: Annotated[DeskView, Field(discriminator="kind")]
    language: str
    replaces: int | None = None
    reply_to: int | None = None
    silent: bool = False
    kind: Literal["at_desk"] = "at_desk"


@dataclass(frozen=True)
class CopyToClient:
    """Copy these messages of the counsellor to the client; several are one album."""

    message_ids: tuple[int, ...]
    reply_to: int | None = None
    quote: str = ""
    kind: Literal["to_client"] = "to_client"


@dataclass(frozen=True)
class EditAtClient:
    """Change at the client what a counsellor changed at the desk."""

    message_id: int
    html: str
    caption: bool = False
    kind: Literal["edit_at_client"] = "edit_at_client"


@dataclass(frozen=True)
class TakeBack:
    """Delete at the client what the counsellor sent with this message, or with their last one."""

    message_id: int | None
    asked_by: int
    kind: Literal["take_back"] = "take_back"


@dataclass(frozen=True)
class ChangeThread:
    what: Literal["close", "reopen", "delete"]
    kind: Literal["thread"] = "thread"


@dataclass(frozen=True)
class Announce:
    """Show it in the thread of the desk's own news, for what has no thread, or none any more."""

    view: Annotated[DeskView, Field(discriminator="kind")]
    language: str
    kind: Literal["announce"] = "announce"


DeskAction: TypeAlias = (
    ShowAtDesk | Announce | CopyToDesk | EditAtDesk | CopyToClient | EditAtClient | TakeBack | ChangeThread
)  # fmt: skip
