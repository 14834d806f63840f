"""What happens to the groups of counsellors themselves: another number, the bot removed, its rights taken or given."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.desk.actions import Announce
from bot.desk.case import DESK_LANGUAGE
from bot.desk.views import Sentence, Told
from bot.desk_setting import Desk
from bot.desks import Desks
from bot.service import Came, taken
from bot.storage import kept, outbox
from bot.storage.database import Database
from bot.storage.outbox import Outgoing, Parcel

MOVED: Final = "desk {}"
"""Under this name, with that of the desk, the new number of a group is kept, sealed."""


@dataclass
class Standing:
    database: Database
    desks: Desks

    async def moved(self, came: Came, group: int, to: int) -> None:
        """A group got another number when it became a supergroup; it keeps its name in the database."""
        async with self.database.transaction() as tx:
            await taken(tx, came)
            desk = self.desks.of_group(group)
            if desk is not None:
                sealed = self.desks.vault.seal(b"%d" % to, MOVED.encode())
                await kept.put(tx, self._name(desk), sealed)
                self.desks.moved(group, to)

    async def remember_moves(self) -> None:
        """Under which numbers the groups were last reached; asked for at the start."""
        async with self.database.transaction() as tx:
            for desk in self.desks.all:
                sealed = await kept.get(tx, self._name(desk))
                if sealed is not None:
                    self.desks.moved(desk.chat, int(self.desks.vault.unseal(sealed, MOVED.encode())))

    async def lost(self, came: Came, group: int, what: Told) -> Sequence[Outgoing]:
        """The bot lost a desk, or its rights there: another desk hears of it, or else the log alone."""
        async with self.database.transaction() as tx:
            if not await taken(tx, came):
                return ()
            others = [desk for desk in self.desks.all if self.desks.number(desk) != group]
            news = Announce(Sentence(what), DESK_LANGUAGE)
            groups = [self.desks.number(desk) for desk in others]
            parcels = [(self.desks.vault.chat_key(number), Parcel(number, news)) for number in groups]
            return await outbox.put(tx, self.desks.vault, came.first, parcels)

    def _name(self, desk: Desk) -> str:
        return MOVED.format(self.desks.key(desk).hex())
