"""One turn at the desk: what a counsellor did, or what time brought, to a case or to no case at all."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.casework import Addressed, Casework, language_of
from bot.conversation.actions import Show
from bot.conversation.case_views import Notice
from bot.conversation.state import Conversation
from bot.desk.actions import ShowAtDesk
from bot.desk.advance import advance
from bot.desk.case import DESK_LANGUAGE, Case, Colleague
from bot.desk.events import DeskEvent, TimePassed
from bot.desk.outside import Outside, is_outside, outside
from bot.desk.turn import CaseTurn
from bot.desk.views import QueuedCase, Sentence
from bot.desk_setting import Desk
from bot.service import AS_THE_CLIENT_SEES_IT, Came, Service, of_no_update, taken
from bot.storage import cases, conversations, counsellors, outbox
from bot.storage.cases import Record
from bot.storage.counsellors import Counsellor
from bot.storage.outbox import Outgoing, Parcel
from bot.storage.transaction import Transaction
from bot.usage import counts


@dataclass(frozen=True)
class Person:
    """A counsellor as Telegram names them: their number and first name."""

    number: int
    name: str


@dataclass(frozen=True)
class Where:
    """A group of counsellors, and the thread in it; None is General."""

    group: int
    thread: int | None


@dataclass(frozen=True)
class Done:
    """What is to be sent, and what the one who pressed is told at once, in their language."""

    outgoing: Sequence[Outgoing] = ()
    toast: Sentence | None = None
    language: str = DESK_LANGUAGE


NOTHING: Final = Done()
DAY: Final = 86400
Noting = Callable[[Transaction], Awaitable[None]]


def nothing_used(_group: int) -> int:
    return 0


@dataclass
class DeskService:
    """The same road as a client's: lock, load, advance, save and queue, commit. The client's chat is what is locked."""

    service: Service
    used: Callable[[int], int] = nothing_used
    """How many messages went to a group within the last minute (bot.channels.budget)."""

    @property
    def casework(self) -> Casework:
        return self.service.casework

    async def turn(self, came: Came, where: Where, event: DeskEvent, by: Person | None) -> Done:
        """Something that somebody did at the desk; where there is no case, most is none of our business."""
        desk = self.casework.desks.of_group(where.group)
        if desk is None:
            return NOTHING
        async with self.service.database.transaction() as tx:
            record = await self._record(tx, desk, where)
        if record is None or is_outside(event, in_case=True):
            return await self._outside(came, where, event, by)
        if record.chat is None:
            return await self._in_case(came, (desk, record), event, by)
        async with self.service.lock(record.chat):
            return await self._in_case(came, (desk, record), event, by)

    async def time_passed(self, number: int) -> Sequence[Outgoing]:
        """Something of this case is due."""
        async with self.service.database.transaction() as tx:
            record = await cases.by_id(tx, self.service.vault, number)
        if record is None or record.chat is None:
            return ()
        desk = self.casework.desk_of(record)
        async with self.service.lock(record.chat):
            return (await self._in_case(None, (desk, record), TimePassed(), None)).outgoing

    def group(self, record: Record | None) -> int:
        """Under which number Telegram knows the group of this case now."""
        desk = self.casework.desks.named(record.desk if record else None)
        return self.casework.desks.number(desk) if desk else 0

    async def tell(
        self, sent: Outgoing, sentence: Sentence, answers: int | None, noted: Sequence[Noting] = ()
    ) -> Sequence[Outgoing]:
        """A sentence in the thread about a parcel; what is to be noted of it, in the commit that marks it sent."""
        vault = self.service.vault
        async with self.service.database.transaction() as tx:
            await outbox.sent(tx, sent.id)
            for note in noted:
                await note(tx)
            record = await cases.by_id(tx, vault, sent.parcel.case or 0)
            desk = self.casework.desks.named(record.desk) if record else None
            if record is None or desk is None or not record.case.is_open:
                return ()
            told = ShowAtDesk(sentence, record.case.desk_language, reply_to=answers)
            return await outbox.put(tx, vault, -(1 << 48) - sent.id, [self.casework.addressed(record, told, desk)])

    async def unheard(self, number: int) -> Sequence[Outgoing]:
        """The desk cannot be reached: the client is told, once, and given the lines to call."""
        vault = self.service.vault
        async with self.service.database.transaction() as tx:
            before = await cases.by_id(tx, vault, number)
            if before is None or before.chat is None:
                return ()
            language = await self._spoken(tx, before)
            record = await cases.by_id(tx, vault, number, lock=True)
            if record is None or record.chat is None or record.case.unheard or not record.case.is_open:
                return ()
            told = replace(record.case, unheard=True)
            turn = CaseTurn(told, (Show(Notice("desk_away"), language),))
            parcels = await self.casework.applied(tx, record, turn, None)
            return await outbox.put(tx, vault, of_no_update(), parcels)

    async def _spoken(self, tx: Transaction, record: Record) -> str:
        conversation = await self._conversation(tx, record)
        return conversation.language if conversation else record.case.language

    async def _record(self, tx: Transaction, desk: Desk, where: Where) -> Record | None:
        if where.thread is None:
            return None
        desks = self.casework.desks
        record = await cases.of_thread(tx, self.service.vault, desks.key(desk), where.thread)
        # A case of the time when there was one desk is the first one's, whoever has a thread with the same number.
        return record if record is not None and desks.named(record.desk) == desk else None

    async def _in_case(self, came: Came | None, at: tuple[Desk, Record], event: DeskEvent, by: Person | None) -> Done:
        desk, before = at
        vault = self.service.vault
        async with self.service.database.transaction() as tx:
            if came is not None and not await taken(tx, came):
                return NOTHING
            colleague = await self._colleague(tx, desk, by)
            conversation = await self._conversation(tx, before)
            record = await cases.by_id(tx, vault, before.id, lock=True) or before
            spoken = conversation.language if conversation else record.case.language
            known = await self.casework.known(tx, desk, spoken, record.id)
            turn = advance(record.case, event, colleague, known)
            parcels = await self.casework.applied(tx, record, turn, colleague)
            await self._follow(tx, record, turn, conversation)
            of = conversation or Conversation(spoken)
            await counts.add(tx, self.service.tally.rows(turn.counts, of, self.service.clock()))
            update_id = came.first if came is not None else of_no_update()
            outgoing = await outbox.put(tx, vault, update_id, parcels)
        return Done(outgoing, turn.toast, colleague.language if colleague else DESK_LANGUAGE)

    async def _conversation(self, tx: Transaction, record: Record) -> Conversation | None:
        """In this order everywhere: first the conversation is locked, then the case."""
        if record.chat is None:
            return None
        return await conversations.load(tx, self.service.vault, self.service.vault.chat_key(record.chat))

    async def _follow(self, tx: Transaction, record: Record, turn: CaseTurn, conversation: Conversation | None) -> None:
        """The client's chat knows whether somebody has the case, and nothing else of it.

        A closed case may outlive what was remembered of the chat; where it is opened again that begins anew.
        """
        if record.chat is None or turn.case.status == record.case.status:
            return
        if conversation is None and not turn.case.is_open:
            return
        before = conversation or Conversation(record.case.language)
        now = replace(before, case=AS_THE_CLIENT_SEES_IT[turn.case.status])
        key = self.service.vault.chat_key(record.chat)
        await conversations.save(tx, self.service.vault, key, now, self.service.clock().date())

    async def _colleague(self, tx: Transaction, desk: Desk, by: Person | None) -> Colleague | None:
        """Remember who counsels at this desk, so that a case can be handed to them by name."""
        if by is None:
            return None
        vault, here = self.service.vault, self.casework.desks.key(desk).hex()
        key = counsellors.key_of(vault, by.number)
        known = await counsellors.get(tx, vault, key) or Counsellor(by.number, by.name)
        now = replace(known, name=by.name, desk=here, seen=self.casework.now // DAY)
        if now != known or not known.desk:
            await counsellors.put(tx, vault, key, now)
        return Colleague(key.hex(), now.name, now.language or language_of(desk), now.number)

    async def _outside(self, came: Came, where: Where, event: DeskEvent, by: Person | None) -> Done:
        """Commands and buttons that need no case: the queue, duty, help, a look at what there is to send."""
        desk = self.casework.desks.of_group(where.group)
        async with self.service.database.transaction() as tx:
            if not await taken(tx, came) or desk is None or by is None:
                return NOTHING
            colleague = await self._colleague(tx, desk, by)
            if colleague is None or not is_outside(event, in_case=False):
                return NOTHING
            known = await self.casework.known(tx, desk, DESK_LANGUAGE)
            answer = outside(event, colleague, known, await self._queued(tx, desk), self.used(where.group))
            await self._changed(tx, colleague, answer)
            group = Parcel(where.group, ShowAtDesk(answer.view, answer.language, answer.replaces, answer.reply_to))
            lane = self.service.vault.chat_key(where.group, where.thread or 0)
            parcels: list[Addressed] = [(lane, replace(group, thread=where.thread))]
            outgoing = await outbox.put(tx, self.service.vault, came.first, parcels)
        return Done(outgoing, None, answer.language)

    async def _changed(self, tx: Transaction, colleague: Colleague, answer: Outside) -> None:
        """What a counsellor chose for themselves: a language, being on duty."""
        if answer.duty is None and answer.chosen is None:
            return
        key, vault = bytes.fromhex(colleague.key), self.service.vault
        known = await counsellors.get(tx, vault, key)
        if known is not None:
            duty = known.duty if answer.duty is None else answer.duty
            language = known.language if answer.chosen is None else answer.chosen
            await counsellors.put(tx, vault, key, replace(known, duty=duty, language=language))

    async def _queued(self, tx: Transaction, desk: Desk) -> tuple[QueuedCase, ...]:
        now, desks = self.casework.now, self.casework.desks
        found = [one for one in await cases.not_closed(tx, self.service.vault) if desks.named(one.desk) == desk]
        return tuple(QueuedCase(one.id, one.thread, _minutes(one.case, now), one.case) for one in found)


def _minutes(case: Case, now: int) -> int:
    return max(0, now - case.opened) // 60
