"""Who is an administrator of a desk, as Telegram has it now."""

from dataclasses import dataclass
from typing import Final

from bot.channels.calls import AskMember
from bot.channels.protocol import Channel
from bot.desk_setting import Desk
from bot.desks import Desks

ADMINISTRATORS: Final = frozenset({"creator", "administrator"})
"""Of a group (Bot API, ChatMember)."""


@dataclass(frozen=True)
class Administrators:
    """Nothing is remembered here. All methods raise a ChannelError where Telegram does not say.

    It does not where the bot is no administrator itself, nor always of somebody whom it has never met; that is no no.
    """

    channel: Channel
    desks: Desks

    async def is_admin(self, desk: int, person: int) -> bool:
        """`desk` is its number in the settings, whatever it has become; `person` is Telegram's number of them.

        Of a group that has left the settings nobody is.
        """
        if self.desks.of_group(desk) is None:
            return False
        return await self.channel.member(AskMember(self.desks.now(desk), person)) in ADMINISTRATORS

    async def desk_of(self, person: int) -> Desk | None:
        """The first desk of which they are an administrator."""
        for desk in self.desks.all:
            if await self.is_admin(desk.chat, person):
                return desk
        return None
