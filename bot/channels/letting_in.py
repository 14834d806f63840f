"""The way into the console: a link in somebody's own chat with the bot, and an answer at the desk that names nobody."""

from dataclasses import dataclass

from bot import logs
from bot.channels.administrators import Administrators
from bot.channels.calls import SendMessage
from bot.channels.errors import NotInGroup, Refused, ThreadMissing, ThreadShut, Unreachable
from bot.channels.performing import Performing
from bot.channels.posting import Posting
from bot.channels.sent import NOTHING, Sent
from bot.desk.console import AnswerAsker, LetIn, Outcome
from bot.desk_service import DeskService
from bot.errors import ChannelError
from bot.rendering.console_told import answer_to_asker, way_in
from bot.rendering.context import Reader
from bot.rendering.message import Message
from bot.storage import console_access
from bot.storage.console_access import LINK, Pass
from bot.storage.outbox import Parcel


@dataclass
class LettingIn:
    """`base` is the console's address from outside, `bot` the bot's name on Telegram.

    The secret part of a link is in no parcel: it is made when it is sent, and lives in that message alone.
    """

    performing: Performing
    posting: Posting
    desk: DeskService
    administrators: Administrators
    base: str = ""
    bot: str = ""

    def known_as(self, bot: str, base: str) -> None:
        """Say it before anything is sent: it is known once the console is served and Telegram has answered."""
        self.bot, self.base = bot, base

    async def let_in(self, parcel: Parcel, action: LetIn) -> Sent:
        """Ask Telegram who they are, then send the link. What comes of it is said where they asked."""
        try:
            admin = await self.administrators.is_admin(action.desk, action.person)
        except (Refused, Unreachable, NotInGroup):
            return self._answer(parcel, action, "unknown")
        if not admin:
            await self._end(action)
            return self._answer(parcel, action, "not_admin")
        return self._answer(parcel, action, "sent" if await self._sent(action) else "write_first")

    async def answer(self, parcel: Parcel, action: AnswerAsker) -> Sent:
        """At the desk, in the thread where they asked; one that is gone needs no answer any more."""
        group = self.desk.casework.desks.now(parcel.chat)
        message = answer_to_asker(action, self._reader(action.language))
        try:
            await self.performing.group(SendMessage(group, message, parcel.thread, action.reply_to), group)
        except (ThreadMissing, ThreadShut, Unreachable, NotInGroup) as fault:
            logs.get().info("not_answered", error=type(fault).__name__)
        return NOTHING

    async def _sent(self, action: LetIn) -> bool:
        """False where Telegram does not let us write to them. A link that did not arrive must open nothing."""
        service = self.desk.service
        holder = Pass(action.person, action.desk, action.role, action.language)
        async with service.database.transaction() as tx:
            token = await console_access.make_link(tx, service.vault, holder, self._now)
        # Only what may be passed on can be: an editor's link is given to an editor.
        call = SendMessage(action.person, self._way_in(token, action), protected=action.role == "manager")
        try:
            await self.performing.client(call)
        except ChannelError as fault:
            async with service.database.transaction() as tx:
                await console_access.drop_link(tx, service.vault, token)
            if not isinstance(fault, Unreachable):
                raise
            return False
        logs.get().info("console_link_sent")
        return True

    async def _end(self, action: LetIn) -> None:
        """Whoever is no administrator any more has no way in left."""
        service = self.desk.service
        async with service.database.transaction() as tx:
            await console_access.end_of(tx, service.vault, action.person, action.desk, now=self._now)

    def _answer(self, parcel: Parcel, action: LetIn, what: Outcome) -> Sent:
        """Nothing where they asked in private: the link is the answer, and of its lack nobody is told there."""
        if action.reply_to is None:
            return NOTHING
        told = AnswerAsker(what, action.language, action.reply_to, bot=self.bot)
        return Sent(follows=Parcel(parcel.chat, told, thread=parcel.thread))

    def _way_in(self, token: str, action: LetIn) -> Message:
        url = f"{self.base}/console/in/{token}"
        return way_in(url, action.role, LINK // 60, self._reader(action.language))

    def _reader(self, language: str) -> Reader:
        return Reader(language, self.posting.context())

    @property
    def _now(self) -> int:
        return self.desk.casework.now
