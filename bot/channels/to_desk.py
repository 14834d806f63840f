"""Into a group of counsellors: always into the thread of the case, never anywhere else."""

from dataclasses import dataclass, replace
from functools import partial
from typing import assert_never

from bot import logs
from bot.channels.calls import (
    Call,
    CloseThread,
    CopyMessage,
    CopyMessages,
    DeleteThread,
    EditCaption,
    EditMessage,
    ReopenThread,
    SendMessage,
)
from bot.channels.errors import MessageGone, NothingToDo, Refused, ThreadMissing, ThreadShut, Trouble
from bot.channels.performing import Performing
from bot.channels.posting import Posting
from bot.channels.sent import NOTHING, Sent
from bot.channels.threads import Threads
from bot.conversation.actions import Alert, CopyToDesk, EditAtDesk
from bot.desk.actions import Announce, ChangeThread, ShowAtDesk
from bot.desk.cards import is_card, only_changes_the_card
from bot.desk.case import DESK_LANGUAGE
from bot.desk.views import Sentence
from bot.desk_service import DeskService
from bot.rendering.message import Message
from bot.storage import cases, relayed
from bot.storage.cases import Record
from bot.storage.outbox import Parcel

Posted = ShowAtDesk | CopyToDesk | EditAtDesk
"""What stands in the thread of a case."""
DeskSide = Posted | Announce | ChangeThread | Alert


@dataclass(frozen=True)
class There:
    """A case and the place of its thread."""

    record: Record
    group: int
    thread: int


def _has_no_place(action: DeskSide, record: Record) -> bool:
    """A case that leads to nobody gets no thread any more; a card that is on its way comes as the case is by then."""
    over = record.chat is None and record.thread is None
    return over or (only_changes_the_card(action) and record.card is None)


@dataclass
class ToDesk:
    performing: Performing
    posting: Posting
    desk: DeskService
    threads: Threads

    async def send(self, parcel: Parcel, action: DeskSide) -> Sent:
        if isinstance(action, Announce | Alert):
            await self.threads.news(self._now(parcel), self.posting.news(action, parcel.case))
            return NOTHING
        if parcel.case is None:
            return await self._answered(self._now(parcel), parcel, action)
        return await self._of_case(parcel, action, parcel.case)

    async def _of_case(self, parcel: Parcel, action: Posted | ChangeThread, case: int) -> Sent:
        async with self.desk.service.database.transaction() as tx:
            record = await cases.by_id(tx, self.desk.service.vault, case)
        if record is None:
            return NOTHING
        strayed = self.desk.casework.strayed(record)
        if isinstance(action, ChangeThread):
            return NOTHING if strayed else await self._changed(action, record, self.desk.group(record))
        if _has_no_place(action, record):
            return NOTHING
        if strayed:
            record = await self._moved_here(record)
        return await self._in_thread(parcel, action, record)

    async def _moved_here(self, record: Record) -> Record:
        """Its desk has left the settings: the number of its thread may be that of another case at this one."""
        async with self.desk.service.database.transaction() as tx:
            here = await self.desk.casework.moved_here(tx, record)
        group = self.desk.group(here)
        return replace(here, thread=await self.threads.of_case(here, group, again=True))

    async def _answered(self, group: int, parcel: Parcel, action: DeskSide) -> Sent:
        """To whoever asked, where they asked; a thread that is gone needs no answer any more."""
        if not isinstance(action, ShowAtDesk):
            return NOTHING
        message = self.posting.answer(action)
        sent = SendMessage(group, message, parcel.thread, action.reply_to, action.silent)
        try:
            await self._changed_or_sent(action.replaces, sent)
        except ThreadMissing:
            logs.get().info("thread_missing")
        return NOTHING

    async def _changed_or_sent(self, replaces: int | None, sent: SendMessage) -> None:
        """The message that is changed may be gone: then a new one comes, in the same thread."""
        group, decorates = sent.chat, sent.silent
        if replaces is not None:
            try:
                await self.performing.group(EditMessage(group, replaces, sent.message), group, decorates=decorates)
            except MessageGone:
                logs.get().info("message_gone")
            else:
                return
        await self.performing.group(sent, group, decorates=decorates)

    async def _in_thread(self, parcel: Parcel, action: Posted, record: Record) -> Sent:
        """A thread that somebody deleted is opened anew, once, under the same alias; one that is shut is opened."""
        group = self.desk.group(record)
        there = There(record, group, await self.threads.of_case(record, group))
        try:
            return await self._posted(parcel, action, there)
        except ThreadShut:
            await self.threads.open_up(there.thread, group)
            return await self._posted(parcel, action, there)
        except ThreadMissing:
            logs.get().warning("thread_missing", case=record.id)
        if record.chat is None or only_changes_the_card(action):
            return NOTHING  # what comes next in the lane of the case opens the thread, with the card as it is then
        try:
            again = There(record, group, await self.threads.of_case(record, group, again=True))
            return NOTHING if is_card(action) else await self._posted(parcel, action, again)
        except ThreadMissing:
            raise Trouble("The thread of a case is gone as soon as it is opened.") from None

    async def _posted(self, parcel: Parcel, action: Posted, there: There) -> Sent:
        match action:
            case ShowAtDesk():
                return await self._shown(action, there)
            case CopyToDesk():
                return await self._copied(parcel, action, there)
            case EditAtDesk():
                return await self._edited(parcel, action, there)
            case _:
                assert_never(action)

    async def _shown(self, action: ShowAtDesk, there: There) -> Sent:
        if is_card(action):
            return await self._card(action, there)
        message = self.posting.shown(action, there.record.id, there.record.case)
        sent = SendMessage(there.group, message, there.thread, action.reply_to, action.silent)
        await self._changed_or_sent(action.replaces, sent)
        return NOTHING

    async def _card(self, action: ShowAtDesk, there: There) -> Sent:
        """The card is one message; it is sent once and changed when the state of the case changes."""
        record = there.record
        if action.replaces is None:
            await self.threads.card(record, there.group, there.thread)
        elif record.card is not None:
            message = self.posting.shown(action, record.id, record.case)
            try:
                call = EditMessage(there.group, record.card, message)
                await self.performing.group(call, there.group, decorates=record.case.status == "held")
            except MessageGone:
                await self.threads.card(record, there.group, there.thread)
        return NOTHING

    async def _copied(self, parcel: Parcel, action: CopyToDesk, there: There) -> Sent:
        ids, group, case = action.message_ids, there.group, there.record.id
        if len(ids) > 1:
            album = CopyMessages(group, parcel.chat, ids, there.thread)
            copies = await self.performing.copies(album, to_group=True)
        else:
            answered = await self._at_desk(case, action.reply_to)
            quote = action.quote if answered else ""
            call = CopyMessage(group, parcel.chat, ids[0], there.thread, answered, quote)
            copy = await self.performing.group(call, group)
            copies = (copy,) if copy is not None else ()
        if len(copies) < len(ids):
            return Sent(tells="not_passed_on")
        pairs = tuple(zip(ids, copies, strict=True))
        return Sent((partial(relayed.add, case=case, pairs=pairs, from_client=True),))

    async def _edited(self, parcel: Parcel, action: EditAtDesk, there: There) -> Sent:
        """In place; what cannot be changed there, other media say, comes once more as it is now."""
        number = await self._at_desk(there.record.id, action.message_id)
        if number is None and action.caption:
            return NOTHING  # a picture that the client kept back must not come here with its new caption
        if number is not None and action.html and await self._changed_in_place(action, number, there.group):
            return NOTHING
        said = await self._copied(parcel, CopyToDesk((action.message_id,), action.message_id), there)
        return Sent(said.notes, said.tells or "edited", number)

    async def _changed_in_place(self, action: EditAtDesk, number: int, group: int) -> bool:
        call: Call = EditMessage(group, number, Message(action.html))
        if action.caption:
            call = EditCaption(group, number, action.html)
        await self.performing.budget.room(group, decorates=False)
        self.performing.budget.spend(group)
        try:
            await self.performing.channel.perform(call)
        except NothingToDo:
            return not action.caption  # under media it may be the media that were changed
        except (MessageGone, Refused):
            return False
        return True

    async def _changed(self, action: ChangeThread, record: Record, group: int) -> Sent:
        """Close, open or delete the thread; one that is gone is as good as deleted."""
        if record.thread is None:
            return NOTHING
        calls: dict[str, Call] = {
            "close": CloseThread(group, record.thread),
            "reopen": ReopenThread(group, record.thread),
            "delete": DeleteThread(group, record.thread),
        }
        try:
            await self.performing.group(calls[action.what], group)
        except ThreadMissing:
            logs.get().info("thread_missing", case=record.id)
        except Refused:
            logs.get().error("thread_not_changed", case=record.id, kind=action.what)
            if action.what == "delete":
                return await self._not_deleted(record, group)
        if action.what != "delete":
            return NOTHING
        forgotten = partial(relayed.forget, case=record.id)
        return Sent((forgotten, partial(cases.set_thread, number=record.id, thread=None)))

    async def _not_deleted(self, record: Record, group: int) -> Sent:
        """The bot may not delete there: a person has to, and is told which thread."""
        news = Announce(Sentence("please_delete"), DESK_LANGUAGE)
        await self.threads.news(group, self.posting.news(news, record.id))
        return Sent((partial(relayed.forget, case=record.id),))

    def _now(self, parcel: Parcel) -> int:
        """The group may have got another number since this was queued."""
        return self.desk.casework.desks.now(parcel.chat)

    async def _at_desk(self, case: int, message: int | None) -> int | None:
        if message is None:
            return None
        async with self.desk.service.database.transaction() as tx:
            return await relayed.at_desk(tx, case, message)
