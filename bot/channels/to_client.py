"""Into a client's chat: what the bot shows, what a counsellor wrote, what is changed, taken back or wiped there."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, assert_never

from bot.channels.calls import Call, CopyMessage, CopyMessages, DeleteMessages, EditCaption, EditMessage
from bot.channels.errors import MessageGone, Refused
from bot.channels.performing import Performing
from bot.channels.posting import Posting
from bot.channels.sent import NOTHING, Sent
from bot.channels.settling import Noted
from bot.conversation.actions import Show, ShowOnMap, Wipe
from bot.desk.actions import CopyToClient, EditAtClient, TakeBack
from bot.desk_service import DeskService
from bot.rendering.message import Message
from bot.storage import cases, relayed, traces
from bot.storage.outbox import Parcel

ClientAction = Show | ShowOnMap | Wipe | CopyToClient | EditAtClient | TakeBack
AT_MOST: Final = 100
"""Messages that one call deletes (Bot API, deleteMessages)."""


@dataclass
class ToClient:
    performing: Performing
    posting: Posting
    desk: DeskService

    async def send(self, parcel: Parcel, action: ClientAction) -> Sent:
        match action:
            case Show() | ShowOnMap():
                return await self._shown(parcel, action)
            case Wipe():
                return await self._wiped(parcel)
            case CopyToClient():
                return await self._copied(parcel, action)
            case EditAtClient():
                return await self._edited(parcel, action)
            case TakeBack():
                return await self._taken_back(parcel, action)
            case _:
                assert_never(action)

    async def _shown(self, parcel: Parcel, action: Show | ShowOnMap) -> Sent:
        call = self.posting.to_client(parcel.chat, action)
        number = await self.performing.shown(call) if call is not None else None
        return Sent(self._traced(parcel, (number,) if number is not None else ()))

    async def _copied(self, parcel: Parcel, action: CopyToClient) -> Sent:
        """The counsellor's words, as they are and from nobody; an answer stays an answer."""
        case, group = parcel.case or 0, await self.group(parcel)
        ids = action.message_ids
        if len(ids) > 1:
            copies = await self.performing.copies(CopyMessages(parcel.chat, group, ids), to_group=False)
        else:
            answered = await self._at_client(case, action.reply_to)
            call = CopyMessage(parcel.chat, group, ids[0], reply_to=answered, quote=action.quote if answered else "")
            copy = await self.performing.client(call)
            copies = (copy,) if copy is not None else ()
        if len(copies) < len(ids):
            return Sent(self._traced(parcel, copies), "not_copied", ids[0])
        pairs = tuple(zip(copies, ids, strict=True))
        known: Noted = partial(relayed.add, case=case, pairs=pairs, from_client=False)
        return Sent((known, *self._traced(parcel, copies)), signs=ids[0])

    async def _edited(self, parcel: Parcel, action: EditAtClient) -> Sent:
        """What the client does not have, a note say, cannot be changed there."""
        async with self.desk.service.database.transaction() as tx:
            number = await relayed.sent_as(tx, parcel.case or 0, action.message_id)
        if number is None:
            return NOTHING
        call: Call = EditMessage(parcel.chat, number, Message(action.html))
        if action.caption:
            call = EditCaption(parcel.chat, number, action.html)
        try:
            await self.performing.client(call)
        except (MessageGone, Refused):
            return Sent(tells="not_edited", answers=action.message_id)
        return NOTHING

    async def _taken_back(self, parcel: Parcel, action: TakeBack) -> Sent:
        case = parcel.case or 0
        async with self.desk.service.database.transaction() as tx:
            which = action.message_id or await relayed.last_sent(tx, case)
            number = await relayed.sent_as(tx, case, which) if which is not None else None
        if which is None or number is None:
            return Sent(tells="nothing_to_take_back", answers=action.asked_by)
        try:
            await self.performing.client(DeleteMessages(parcel.chat, (number,)))
        except Refused:
            return Sent(tells="too_old", answers=which)
        return Sent((partial(relayed.gone, case=case, message=which),), "taken_back", which)

    async def _wiped(self, parcel: Parcel) -> Sent:
        """All at once; where one of them is too old or cannot be deleted, one by one."""
        key = self.desk.service.vault.chat_key(parcel.chat)
        async with self.desk.service.database.transaction() as tx:
            numbers = await traces.of_chat(tx, key)
        for start in range(0, len(numbers), AT_MOST):
            some = tuple(numbers[start : start + AT_MOST])
            try:
                await self.performing.client(DeleteMessages(parcel.chat, some))
            except (MessageGone, Refused):
                await self._one_by_one(parcel.chat, some)
        return Sent((partial(traces.forget, key=key),))

    async def _one_by_one(self, chat: int, numbers: Sequence[int]) -> None:
        for number in numbers:
            try:
                await self.performing.client(DeleteMessages(chat, (number,)))
            except (MessageGone, Refused):
                continue  # Telegram keeps it; the next one may go

    async def group(self, parcel: Parcel) -> int:
        """The group of counsellors that the case is at."""
        async with self.desk.service.database.transaction() as tx:
            record = await cases.by_id(tx, self.desk.service.vault, parcel.case or 0)
        return self.desk.group(record)

    async def _at_client(self, case: int, message: int | None) -> int | None:
        if message is None:
            return None
        async with self.desk.service.database.transaction() as tx:
            return await relayed.at_client(tx, case, message)

    def _traced(self, parcel: Parcel, numbers: Sequence[int]) -> tuple[Noted, ...]:
        """For the quick exit; whoever has deleted everything leaves no trace."""
        if not parcel.traced or not numbers:
            return ()
        service = self.desk.service
        return (partial(traces.add, key=service.vault.chat_key(parcel.chat), messages=numbers, now=service.clock()),)
