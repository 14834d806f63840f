"""One turn: lock the chat, load, advance, save and count and queue, commit."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from weakref import WeakValueDictionary

from bot.conversation.actions import Action, CloseCase, CopyToClient, CopyToDesk, Forget, OpenCase, TellDesk
from bot.conversation.advance import advance
from bot.conversation.events import Event, TurnFailed
from bot.conversation.knowledge import Knowledge
from bot.conversation.state import Conversation
from bot.conversation.turn import Turn
from bot.storage import cases, conversations, inbox, outbox
from bot.storage.database import Database
from bot.storage.outbox import Outgoing, Parcel
from bot.storage.transaction import Transaction
from bot.storage.vault import Vault
from bot.usage import counts, unclear

AT_DESK = (OpenCase, CopyToDesk, TellDesk, CloseCase)
"""Actions that go to the thread of a case; the others go to the client."""


@dataclass
class Service:
    """Turns events into what is stored and what is to be sent; knows no channel."""

    database: Database
    vault: Vault
    knowledge: Knowledge
    clock: Callable[[], datetime]
    default_language: str = "sq"
    _locks: WeakValueDictionary[bytes, asyncio.Lock] = field(default_factory=WeakValueDictionary)

    async def client_turn(self, update_id: int, chat: int, event: Event, hint: str | None = None) -> list[Outgoing]:
        """Something that a client did. The update is gone from the inbox with the same commit."""
        key = self.vault.chat_key(chat)
        async with self._lock(key), self.database.transaction() as tx:
            if not await inbox.done(tx, update_id):
                return []
            return await self._turn(tx, update_id, chat, event, hint)

    async def desk_turn(self, update_id: int, thread: int, event: Event) -> list[Outgoing]:
        """Something that a counsellor did in a thread; one that is no case's thread is none of our business."""
        async with self.database.transaction() as tx:
            case = await cases.of_thread(tx, self.vault, thread)
            if case is None or case.chat is None:
                return await self._to_closed(tx, update_id, case)
        key = self.vault.chat_key(case.chat)
        async with self._lock(key), self.database.transaction() as tx:
            if not await inbox.done(tx, update_id):
                return []
            return await self._turn(tx, update_id, case.chat, event, None)

    async def learnt(self, row: int, chat: int, event: Event) -> list[Outgoing]:
        """What delivery learnt about a client (unreachable, say); the parcel that taught it is gone with the commit."""
        key = self.vault.chat_key(chat)
        async with self._lock(key), self.database.transaction() as tx:
            await outbox.sent(tx, row)
            return await self._turn(tx, -row, chat, event, None)

    async def apologise(self, update_id: int, chat: int) -> list[Outgoing]:
        """An update of this client was set aside: they hear of it, and get the menu."""
        async with self._lock(self.vault.chat_key(chat)), self.database.transaction() as tx:
            return await self._turn(tx, update_id, chat, TurnFailed(), None)

    async def tell_desk(self, row: int, parcel: Parcel, note: TellDesk) -> list[Outgoing]:
        """A note about the case of a parcel that failed; the parcel is gone with the commit."""
        if parcel.case is None:
            return []
        async with self.database.transaction() as tx:
            await outbox.sent(tx, row)
            lane = self.case_lane(parcel.case)
            return await outbox.put(tx, self.vault, -row, [(lane, Parcel(parcel.chat, note, parcel.case))])

    async def _to_closed(self, tx: Transaction, update_id: int, case: cases.Case | None) -> list[Outgoing]:
        if not await inbox.done(tx, update_id) or case is None:
            return []
        lane = self.case_lane(case.id)
        return await outbox.put(tx, self.vault, update_id, [(lane, Parcel(0, TellDesk("closed"), case.id))])

    async def _turn(self, tx: Transaction, update_id: int, chat: int, event: Event, hint: str | None) -> list[Outgoing]:
        key, now = self.vault.chat_key(chat), self.clock()
        stored = await conversations.load(tx, self.vault, key)
        before = stored or self._new(hint)
        turn = advance(before, event, self.knowledge, now)
        parcels = await self._parcels(tx, chat, turn, now)
        # Whoever deletes all and then stops the bot must not be remembered for stopping it.
        gone = stored is None and not turn.conversation.reachable
        if any(isinstance(action, Forget) for action in turn.actions):
            await conversations.forget(tx, key)
            await inbox.forget_set_aside(tx, key)
        elif not gone and (turn.conversation != before or turn.counts):
            await conversations.save(tx, self.vault, key, turn.conversation, now.date())
        await counts.add(tx, turn.counts, turn.conversation.language, now.date())
        await unclear.add(tx, self.vault, key, (turn.conversation.language, turn.unclear), now.date())
        return await outbox.put(tx, self.vault, update_id, parcels)

    def _new(self, hint: str | None) -> Conversation:
        """Somebody new: in the language of their Telegram if it is one of ours."""
        spoken = hint if hint in self.knowledge.packs.languages else self.default_language
        return Conversation(language=spoken or self.default_language)

    async def _parcels(self, tx: Transaction, chat: int, turn: Turn, now: datetime) -> list[tuple[bytes, Parcel]]:
        """Each action with its address: the client's lane, or the lane of the case."""
        key = self.vault.chat_key(chat)
        case: int | None = None
        parcels = []
        for action in turn.actions:
            if isinstance(action, Forget):
                continue
            if isinstance(action, (*AT_DESK, CopyToClient)) and case is None:
                case = await self._case(tx, chat, action, now)
            parcels.append(self._addressed(key, chat, action, case))
            if isinstance(action, CloseCase) and case is not None:
                await cases.close_case(tx, case, now.date())
        return [parcel for parcel in parcels if parcel is not None]

    async def _case(self, tx: Transaction, chat: int, action: Action, now: datetime) -> int | None:
        if isinstance(action, OpenCase):
            return await cases.open_case(tx, self.vault, chat, now.date())
        found = await cases.of_chat(tx, self.vault, self.vault.chat_key(chat))
        return found.id if found else None

    def _addressed(self, key: bytes, chat: int, action: Action, case: int | None) -> tuple[bytes, Parcel] | None:
        if isinstance(action, AT_DESK):
            return (self.case_lane(case), Parcel(chat, action, case)) if case is not None else None
        return key, Parcel(chat, action, case if isinstance(action, CopyToClient) else None)

    def case_lane(self, case: int) -> bytes:
        """The lane of a case at the desk: everything for one thread, in order."""
        return self.vault.chat_key(-1, case)

    def _lock(self, key: bytes) -> asyncio.Lock:
        """One turn at a time for a chat: the lock comes before the load, so that quick taps cannot overtake."""
        lock = self._locks.get(key)
        if lock is None:
            lock = self._locks[key] = asyncio.Lock()
        return lock
