"""From the outbox to Telegram: in order per lane, waited out as Telegram asks, never two sends of one lane at once."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from bot import logs
from bot.casework import BY_CASE
from bot.channels.administrators import Administrators
from bot.channels.budget import Budget
from bot.channels.errors import ChatMoved, DeskLost, NotInGroup, Refused, Throttled, Trouble, Unreachable
from bot.channels.lanes import Lanes
from bot.channels.letting_in import LettingIn
from bot.channels.performing import Performing
from bot.channels.posting import Posting
from bot.channels.protocol import Channel
from bot.channels.sent import Sent
from bot.channels.settling import Settling
from bot.channels.threads import Threads
from bot.channels.to_client import ToClient
from bot.channels.to_desk import DeskSide, ToDesk
from bot.channels.waiting import growing
from bot.conversation.actions import CopyToDesk, EditAtDesk, Show, ShowOnMap, Wipe
from bot.conversation.events import ClientBlocked, TurnFailed
from bot.conversation.views import Menu
from bot.desk.actions import CopyToClient, EditAtClient, ShowAtDesk, TakeBack
from bot.desk.console import AnswerAsker, LetIn
from bot.desk.views import Sentence, Told
from bot.desk_service import DeskService
from bot.desk_standing import Standing
from bot.errors import ChannelError
from bot.rendering.message import Message
from bot.service import Came
from bot.storage import outbox
from bot.storage.database import TROUBLE
from bot.storage.outbox import AT_DESK, Outgoing, Parcel

Result = TypeVar("Result")


@dataclass
class Delivery:
    """Sends parcels, and tells the service what it learnt on the way."""

    channel: Channel
    desk: DeskService
    posting: Posting
    budget: Budget
    standing: Standing

    def __post_init__(self) -> None:
        self.lanes: Lanes[Outgoing] = Lanes(self._deliver)
        self.service = self.desk.service
        self._settling = Settling(self.service.database)
        self.performing = Performing(self.channel, self.budget)
        self.threads = Threads(self.performing, self.posting, self.service.database, self.standing.desks)
        self.administrators = Administrators(self.channel, self.standing.desks)
        self.letting_in = LettingIn(self.performing, self.posting, self.desk, self.administrators)
        self._to_client = ToClient(self.performing, self.posting, self.desk)
        self._to_desk = ToDesk(self.performing, self.posting, self.desk, self.threads)
        self._log = logs.get()

    @property
    def news_of_first(self) -> Callable[[Message], Awaitable[None]] | None:
        """Into the thread of the first desk's own news; None where there is no desk."""
        if not self.standing.desks:
            return None
        return lambda message: self.threads.news(self.standing.desks.number(self.standing.desks.all[0]), message)

    def put(self, parcels: Iterable[Outgoing]) -> None:
        for outgoing in parcels:
            self.lanes.put(outgoing.lane, outgoing)

    async def _deliver(self, outgoing: Outgoing) -> None:
        """One parcel, until Telegram has it or will never take it; then, and apart, until that is written down."""
        write_down = await self._until_done(lambda: self._attempt(outgoing))
        await self._until_done(write_down)

    async def _until_done(self, work: Callable[[], Awaitable[Result]]) -> Result:
        """Wait out whatever passes: as long as Telegram asks, or a little longer each time."""
        for pause in growing():
            try:
                return await work()
            except Throttled as asked:
                self._log.info("waiting_as_asked", seconds=asked.seconds)
                await asyncio.sleep(asked.seconds + pause / 10)
            except (Trouble, *TROUBLE) as trouble:
                self._log.warning("sending_again", error=type(trouble).__name__, seconds=round(pause, 1))
                await asyncio.sleep(pause)
        raise AssertionError("the pauses never end")

    async def _attempt(self, outgoing: Outgoing) -> Callable[[], Awaitable[None]]:
        """Send it; gives what there is to write down."""
        try:
            sent = await self._send(outgoing.parcel)
        except (Throttled, Trouble, *TROUBLE):
            raise
        except Unreachable:
            return partial(self._unreachable, outgoing)
        except Exception as fault:  # noqa: BLE001 -- one parcel that cannot be sent must not stop all others
            return partial(self._failed, outgoing, type(fault).__name__)
        return partial(self._sent, outgoing, sent)

    async def _send(self, parcel: Parcel) -> Sent:
        action = parcel.action
        try:
            if isinstance(action, LetIn | AnswerAsker):
                return await self._of_console(parcel, action)
            if isinstance(action, AT_DESK):
                return await self._at_desk(parcel, action)
            if isinstance(action, Show | ShowOnMap | Wipe | CopyToClient | EditAtClient | TakeBack):
                return await self._to_client.send(parcel, action)
        except ChatMoved as moved:
            await self._moved(parcel, moved.chat)
            raise Trouble("The group has another number now.") from None
        raise Refused("Nothing is to be sent for this.")

    async def _of_console(self, parcel: Parcel, action: LetIn | AnswerAsker) -> Sent:
        if isinstance(action, LetIn):
            return await self.letting_in.let_in(parcel, action)
        return await self.letting_in.answer(parcel, action)

    async def _at_desk(self, parcel: Parcel, action: DeskSide) -> Sent:
        """A group that cannot be reached is waited for: what clients wrote must not go anywhere else."""
        try:
            return await self._to_desk.send(parcel, action)
        except DeskLost:
            await self._unheard(parcel)
            raise
        except (Unreachable, NotInGroup):
            await self._unheard(parcel)
            self._log.error("desk_unreachable", case=parcel.case)
            raise DeskLost("The desk cannot be reached.") from None

    async def _sent(self, outgoing: Outgoing, sent: Sent) -> None:
        """Write it down first: whatever lies between sending and that could be sent twice after a kill."""
        if sent.tells is not None:
            await self._tell(outgoing, sent.tells, sent)
            return
        if sent.follows is not None:
            await self._follow(outgoing, sent.follows)
            return
        await self._settling.sent(outgoing.id, *sent.notes)
        if sent.signs is not None:
            await self._sign(outgoing.parcel, sent.signs)

    async def _follow(self, outgoing: Outgoing, parcel: Parcel) -> None:
        """What comes next waits in a lane of its own place, in the commit that marks the first one sent."""
        vault = self.service.vault
        lane = vault.chat_key(parcel.chat, parcel.thread or 0)
        async with self.service.database.transaction() as tx:
            await outbox.sent(tx, outgoing.id)
            more = await outbox.put(tx, vault, -(1 << 48) - outgoing.id, [(lane, parcel)])
        self.put(more)

    async def _sign(self, parcel: Parcel, message: int) -> None:
        """A mere sign: without it the counsellor knows nothing, but what went out stays out and is not sent again."""
        try:
            group = await self._to_client.group(parcel)
            # Not counted among what the group takes a minute, nor does the client's lane wait for that minute.
            await self.performing.client(self.posting.receipt(group, message))
        except ChannelError as fault:
            self._log.info("no_receipt", error=type(fault).__name__)

    async def _tell(self, outgoing: Outgoing, told: Told, sent: Sent) -> None:
        said = await self.desk.tell(outgoing, Sentence(told), sent.answers, sent.notes)
        self.put(said)

    async def _unreachable(self, outgoing: Outgoing) -> None:
        """The client stopped the bot: an event like any other, and an honest receipt for the counsellor."""
        self._log.info("client_unreachable")
        parcel, action = outgoing.parcel, outgoing.parcel.action
        if isinstance(action, BY_CASE):
            about = action.message_ids[0] if isinstance(action, CopyToClient) else action.message_id
            told = partial(self.desk.tell, outgoing, Sentence("not_reached"), about)
            self.put(await self._until_done(told))  # apart: it must not be told again because the next step fails
        self.put(await self._until_done(partial(self.service.learnt, outgoing.id, parcel.chat, ClientBlocked())))

    async def _failed(self, outgoing: Outgoing, fault: str) -> None:
        """It will never go out. Words from person to person are not lost silently; nobody is met with silence."""
        parcel, action = outgoing.parcel, outgoing.parcel.action
        self._log.error("cannot_be_sent", error=fault, kind=action.kind)
        match action:
            case CopyToClient(message_ids):
                await self._tell(outgoing, "not_copied", Sent(answers=message_ids[0]))
            case EditAtClient(message_id):
                await self._tell(outgoing, "not_edited", Sent(answers=message_id))
            case TakeBack():
                await self._tell(outgoing, "not_deleted", Sent(answers=action.asked_by))
            case CopyToDesk() | EditAtDesk():
                await self._tell(outgoing, "not_passed_on", Sent())
            case Show() if action.view != Menu("failed"):
                self.put(await self.service.learnt(outgoing.id, parcel.chat, TurnFailed()))
            case _:
                await self._settling.sent(outgoing.id)

    async def _unheard(self, parcel: Parcel) -> None:
        """What a client wrote does not reach the desk: they must not wait in vain."""
        if parcel.case is not None and isinstance(parcel.action, ShowAtDesk | CopyToDesk):
            self.put(await self.desk.unheard(parcel.case))

    async def _moved(self, parcel: Parcel, to: int) -> None:
        """The group became a supergroup; whatever is on its way goes there from now on."""
        group = await self._to_client.group(parcel) if parcel.case is not None else parcel.chat
        self._log.warning("desk_moved")
        await self.standing.moved(Came(()), group, to)
