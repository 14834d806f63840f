"""One turn: lock the chat, load, advance, save and count and queue, commit."""

import asyncio
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final, Literal
from weakref import WeakValueDictionary

from bot import reminding
from bot.casework import Addressed, Casework
from bot.conversation.actions import Action, Alert, CaseDeed, DropReminder, Forget, Remind, Wipe
from bot.conversation.advance import advance
from bot.conversation.events import Event, ReminderDue, TurnFailed
from bot.conversation.knowledge import Knowledge
from bot.conversation.state import Conversation, Count
from bot.conversation.turn import Turn
from bot.counting import BY_CLIENT, Counting, did, firsts
from bot.desk.case import Status
from bot.storage import conversations, inbox, outbox, reminders, traces
from bot.storage.database import Database
from bot.storage.outbox import Outgoing, Parcel
from bot.storage.transaction import Transaction
from bot.storage.vault import Vault
from bot.usage import counts, unclear
from bot.usage.people import Quarter, Sketches
from bot.usage.tally import Row, Tally, hour_of

AS_THE_CLIENT_SEES_IT: Final[dict[Status, Literal["none", "open", "held"]]] = {
    "waiting": "open",
    "held": "held",
    "closed": "none",
}
DONE_WITHIN: Final = (Forget, Remind, DropReminder)
"""Actions that the turn itself carries out: nothing is sent for them."""


@dataclass(frozen=True)
class Came:
    """Which updates a turn is for: several parts of one album are one turn. `messages` are those in the chat."""

    update_ids: tuple[int, ...]
    messages: tuple[int, ...] = ()

    @property
    def first(self) -> int:
        return self.update_ids[0] if self.update_ids else 0


@dataclass
class Service:
    """Turns events into what is stored and what is to be sent; knows no channel."""

    database: Database
    vault: Vault
    knowledge: Knowledge
    clock: Callable[[], datetime]
    casework: Casework
    default_language: str = "sq"
    _locks: WeakValueDictionary[bytes, asyncio.Lock] = field(default_factory=WeakValueDictionary)
    counting: Counting = field(init=False)

    def __post_init__(self) -> None:
        self.tally = Tally(self.knowledge.packs)
        self.counting = Counting(Sketches(self.vault))

    async def client_turn(self, came: Came, chat: int, event: Event, hint: str | None = None) -> list[Outgoing]:
        """Something that a client did. The updates are gone from the inbox with the same commit."""
        async with self.lock(chat), self.database.transaction() as tx:
            if not await taken(tx, came):
                return []
            return await self._turn(tx, came, chat, event, hint)

    async def learnt(self, row: int, chat: int, event: Event) -> list[Outgoing]:
        """What delivery learnt about a client (unreachable, say); the parcel that taught it is gone with the commit."""
        async with self.lock(chat), self.database.transaction() as tx:
            await outbox.sent(tx, row)
            return await self._turn(tx, Came((-row,)), chat, event, None)

    async def apologise(self, update_id: int, chat: int) -> list[Outgoing]:
        """An update of this client was set aside: they hear of it, and get the menu."""
        async with self.lock(chat), self.database.transaction() as tx:
            return await self._turn(tx, Came((update_id,)), chat, TurnFailed(), None)

    async def reminded(self, wish: reminders.Due) -> list[Outgoing]:
        """It is time to remind a client of a list. The wish is gone with the same commit, so that it comes once."""
        chat = wish.chat(self.vault)
        async with self.lock(chat), self.database.transaction() as tx:
            # First the conversation is locked, as everywhere; then the wish is taken.
            known = await conversations.load(tx, self.vault, wish.key)
            if not await reminders.take(tx, wish) or known is None:
                return []
            return await self._turn(tx, Came((of_no_update(),)), chat, ReminderDue(wish.guide), None)

    async def quarters_over(self) -> list[Outgoing]:
        """Write down how many people there were in the quarters that are over, and destroy what told it."""
        async with self.database.transaction() as tx:
            await self.counting.close(tx, self.clock().date())
        return []

    async def not_reminded(self, wish: reminders.Due) -> None:
        """Something broke: until the next morning it is in nobody's way, and it ends with the conversation."""
        async with self.database.transaction() as tx:
            await reminders.put_off(tx, wish, reminding.morning(self.clock(), 1))
            await reminders.forget_left(tx)

    async def _turn(self, tx: Transaction, came: Came, chat: int, event: Event, hint: str | None) -> list[Outgoing]:
        key, now = self.vault.chat_key(chat), self.clock()
        stored = await conversations.load(tx, self.vault, key)
        before = stored or self._new(hint)
        turn = advance(before, event, self.knowledge, now)
        done = did(event, turn)
        turn = firsts(turn, done, Quarter.of(now.date()))
        parcels, more = await self._parcels(tx, chat, turn)
        await traces.add(tx, key, came.messages, now)
        await self._remember(tx, key, stored, turn, changed=_is_news(before, event, turn))
        await reminding.follow(tx, self.vault, chat, turn, now)
        await counts.add(tx, self._rows(event, turn, more, now))
        await unclear.add(tx, self.vault, key, (turn.conversation.language, turn.unclear), now.date())
        queued = await outbox.put(tx, self.vault, came.first, parcels)
        await self.counting.follow(tx, key, done, now.date())
        return queued

    def _rows(self, event: Event, turn: Turn, more: Iterable[Count], now: datetime) -> list[Row]:
        hour = (Count("hour", hour_of(now)),) if isinstance(event, BY_CLIENT) else ()
        of_nobody = self.tally.rows(hour, Conversation(""), now)
        return [*self.tally.rows((*turn.counts, *more), turn.conversation, now, turn.campaign), *of_nobody]

    async def _remember(
        self, tx: Transaction, key: bytes, stored: Conversation | None, turn: Turn, *, changed: bool
    ) -> None:
        # Whoever deletes all and then stops the bot must not be remembered for stopping it.
        gone = stored is None and not turn.conversation.reachable
        if any(isinstance(action, Forget) for action in turn.actions):
            await conversations.forget(tx, key)
            await inbox.forget_set_aside(tx, key)
            if not any(isinstance(action, Wipe) for action in turn.actions):
                await traces.forget(tx, key)
        elif not gone and changed:
            await conversations.save(tx, self.vault, key, turn.conversation, self.clock().date())

    def _new(self, hint: str | None) -> Conversation:
        """Somebody new: in the language of their Telegram if it is one of ours."""
        spoken = hint if hint in self.knowledge.packs.languages else self.default_language
        return Conversation(language=spoken or self.default_language)

    async def _parcels(self, tx: Transaction, chat: int, turn: Turn) -> tuple[list[Addressed], tuple[Count, ...]]:
        """Each action with its address; what concerns a case goes through the rules of the desk first."""
        parcels: list[Addressed] = []
        counted: tuple[Count, ...] = ()
        forgotten = any(isinstance(action, Forget) for action in turn.actions)
        for action in turn.actions:
            if isinstance(action, CaseDeed):
                found, more = await self.casework.client_did(tx, chat, action, turn.conversation)
                parcels, counted = [*parcels, *found], (*counted, *more)
            elif not isinstance(action, DONE_WITHIN):
                parcels += await self._addressed(tx, chat, action)
        if forgotten:
            parcels = [(lane, replace(parcel, traced=False)) for lane, parcel in parcels]
        return parcels, counted

    async def _addressed(self, tx: Transaction, chat: int, action: Action) -> Sequence[Addressed]:
        if isinstance(action, Alert):
            return await self.casework.alert(tx, action)
        if isinstance(action, outbox.AT_DESK):
            return await self.casework.for_case(tx, chat, action)
        return [(self.vault.chat_key(chat), Parcel(chat, action))]

    def lock(self, chat: int) -> asyncio.Lock:
        """One turn at a time for a chat: the lock comes before the load, so that quick taps cannot overtake."""
        key = self.vault.chat_key(chat)
        lock = self._locks.get(key)
        if lock is None:
            lock = self._locks[key] = asyncio.Lock()
        return lock


async def taken(tx: Transaction, came: Came) -> bool:
    """Whether these updates waited to be handled; they are gone from the inbox now."""
    return all([await inbox.done(tx, update_id) for update_id in came.update_ids])


def _is_news(before: Conversation, event: Event, turn: Turn) -> bool:
    """Whether the conversation has to be stored, and with it the day on which something was last heard of the client.

    That time has passed is nothing that the client did.
    """
    return turn.conversation != before or (bool(turn.counts) and not isinstance(event, ReminderDue))


def of_no_update() -> int:
    """A number that no update has and nothing else that is queued: nanoseconds, below zero."""
    return -time.time_ns()
