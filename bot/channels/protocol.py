"""The one shape of a channel. A library decodes updates and speaks HTTP; everything else is ours."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from bot.channels.calls import AskMember, Call, CopyMessages
from bot.channels.update import Update

RawUpdate = Mapping[str, Any]

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
"""What we ask Telegram for; nothing that we would not read."""


@dataclass(frozen=True)
class Identity:
    """The bot as Telegram knows it."""

    id: int
    username: str


class Channel(Protocol):
    """All methods raise children of ChannelError and nothing else of the library's own."""

    async def open(self) -> Identity:
        """Start the client and ask who we are (getMe)."""

    async def close(self) -> None: ...

    async def fetch(self, offset: int | None, wait: int) -> Sequence[RawUpdate]:
        """Updates from `offset` on, as Telegram sent them; waits up to `wait` seconds for the first (getUpdates)."""

    def decode(self, raw: RawUpdate) -> Update:
        """The library's own Update."""

    async def perform(self, call: Call) -> int | None:
        """Ask Telegram; gives the id of the message or thread that came of it, if any."""

    async def copies(self, call: CopyMessages) -> tuple[int, ...]:
        """The ids of the copies, in order; what could not be copied is left out."""

    async def member(self, call: AskMember) -> str:
        """What somebody is in a group, as the Bot API calls it: such as creator, administrator, member, left."""
