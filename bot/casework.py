"""Applies the rules of the desk to the cases that are stored, within a turn of the service."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from bot.conversation.actions import Action, Alert, CaseDeed
from bot.conversation.knowledge import Knowledge
from bot.conversation.state import Conversation, Count
from bot.desk.actions import Announce, CopyToClient, DeskAction, EditAtClient, ShowAtDesk, TakeBack
from bot.desk.advance import client_did
from bot.desk.cards import THE_CARD
from bot.desk.case import DESK_LANGUAGE, Colleague
from bot.desk.known import DeskKnown, OnDuty
from bot.desk.turn import CaseTurn
from bot.desk.waiting import due
from bot.desk_setting import Desk
from bot.desks import Desks
from bot.opening.hours import opening
from bot.opening.zones import zone_of
from bot.storage import cases, counsellors, relayed, trail
from bot.storage.cases import Record, Saved
from bot.storage.counsellors import Counsellor
from bot.storage.outbox import AT_DESK, Parcel
from bot.storage.transaction import Transaction
from bot.storage.vault import Vault

Addressed = tuple[bytes, Parcel]
BY_CASE: Final = (CopyToClient, EditAtClient, TakeBack)
"""Actions in the client's chat that have to know which message is which."""
HOME: Final = "AL"
"""Whose clock and holidays a desk has that names no country."""
NOWHERE: Final = Desk(0)
"""Stands for the desk of a case once there is none any more: what was promised to the client holds all the same."""


@dataclass
class Casework:
    """`minutes` is how long a call to the desk waits, `keep` how long a closed case still leads to its client."""

    vault: Vault
    knowledge: Knowledge
    clock: Callable[[], datetime]
    desks: Desks
    minutes: int = 5
    keep: timedelta = timedelta(days=14)

    @property
    def now(self) -> int:
        return int(self.clock().timestamp())

    async def known(self, tx: Transaction, desk: Desk, spoken: str, number: int | None = None) -> DeskKnown:
        """What the rules of the desk have to know besides the case with this number."""
        spoken_here = language_of(desk)
        there = {
            key: one
            for key, one in (await counsellors.everyone(tx, self.vault)).items()
            if one.desk == self.desks.key(desk).hex()
        }
        return DeskKnown(
            self.knowledge,
            self.now,
            spoken,
            await cases.waiting_before(tx, self.desks.key(desk), number),
            self._opens(desk),
            self.minutes,
            int(self.keep.total_seconds()),
            tuple(OnDuty(one.number, one.name) for one in there.values() if one.duty > self.now),
            tuple(
                Colleague(key.hex(), one.name, one.language or spoken_here, one.number) for key, one in there.items()
            ),
            spoken_here,
        )

    async def client_did(
        self, tx: Transaction, chat: int, deed: CaseDeed, conversation: Conversation
    ) -> tuple[list[Addressed], tuple[Count, ...]]:
        """What comes of what a client did to their case, stored and addressed."""
        record = await cases.of_chat(tx, self.vault, self.vault.chat_key(chat))
        desk = await self._desk(tx, record, conversation)
        if desk is None:
            return [], ()
        turn = client_did(record.case if record else None, deed, await self.known(tx, desk, conversation.language))
        if turn is None:
            return [], ()
        if record is None:
            number = await cases.open_case(tx, self.vault, chat, self.desks.key(desk), self.clock().date())
            record = Record(number, chat, None, self.desks.key(desk), None, turn.case)
        return await self.applied(tx, record, turn, None), turn.counts

    async def applied(self, tx: Transaction, record: Record, turn: CaseTurn, by: Colleague | None) -> list[Addressed]:
        """The case as it is now is stored, the trail kept; gives what is to be sent, addressed."""
        await trail.add(tx, record.id, turn.deeds, bytes.fromhex(by.key) if by else None, self.now)
        if "erased" in turn.deeds:
            await cases.unlink(tx, record.id, self.clock().date())
            await relayed.forget(tx, record.id)
        elif record.chat is not None:
            now = Saved(turn.case, due(turn.case, self.minutes), self.clock().date())
            await cases.save(tx, self.vault, record.id, now)
        desk, nowhere = self.desk_of(record), AT_DESK if not self.desks else ()
        return [self.addressed(record, action, desk) for action in turn.actions if not isinstance(action, nowhere)]

    def addressed(self, record: Record, action: Action | DeskAction, desk: Desk) -> Addressed:
        """The lane of the case or of the client; what is no case's concern has the lane of the group."""
        if isinstance(action, Announce):
            group = self.desks.number(desk)
            return self.vault.chat_key(group), Parcel(group, action, record.id)
        if isinstance(action, ShowAtDesk) and action.replaces == THE_CARD:
            # Apart: what is merely the look of the case must not hold up the words.
            return self.vault.chat_key(-2, record.id), Parcel(record.chat or 0, action, record.id)
        if isinstance(action, AT_DESK):
            return self.case_lane(record.id), Parcel(record.chat or 0, action, record.id)
        of_case = record.id if isinstance(action, BY_CASE) else None
        return self.vault.chat_key(record.chat or 0), Parcel(record.chat or 0, action, of_case)

    async def for_case(self, tx: Transaction, chat: int, action: Action) -> list[Addressed]:
        """What a client's message means for their open case; nothing where there is none."""
        record = await cases.of_chat(tx, self.vault, self.vault.chat_key(chat))
        desk = self.desks.named(record.desk) if record is not None and record.case.is_open else None
        return [self.addressed(record, action, desk)] if record is not None and desk is not None else []

    async def alert(self, tx: Transaction, alert: Alert) -> list[Addressed]:
        """To the desk where a case of this client would go."""
        if not self.desks:
            return []
        desk = self.desks.chosen(alert.language, alert.country, await cases.load_of_desks(tx))
        group = self.desks.number(desk)
        return [(self.vault.chat_key(group), Parcel(group, alert))]

    def desk_of(self, record: Record) -> Desk:
        return self.desks.named(record.desk) or NOWHERE

    def strayed(self, record: Record) -> bool:
        """Whether its desk has left the settings: its thread is none of those of the desk that it goes to now."""
        desk = self.desks.named(record.desk)
        return record.desk is not None and desk is not None and self.desks.key(desk) != record.desk

    async def moved_here(self, tx: Transaction, record: Record) -> Record:
        """The case at the desk that it goes to now, without a thread."""
        desk = self.desks.named(record.desk)
        key = self.desks.key(desk) if desk else b""
        await cases.move(tx, record.id, key)
        return replace(record, desk=key, thread=None, card=None)

    def case_lane(self, case: int) -> bytes:
        """The lane of a case at the desk: everything for one thread, in order."""
        return self.vault.chat_key(-1, case)

    async def _desk(self, tx: Transaction, record: Record | None, conversation: Conversation) -> Desk | None:
        if record is not None:
            return self.desk_of(record)
        if not self.desks:
            return None
        return self.desks.chosen(conversation.language, conversation.country, await cases.load_of_desks(tx))

    def _opens(self, desk: Desk) -> int | None:
        """When the desk opens, if it is shut now and we know its hours."""
        if desk.hours is None:
            return None
        country = desk.countries[0] if desk.countries else HOME
        holidays = self.knowledge.packs.holidays.get(country, frozenset())
        now = opening(desk.hours, self.clock(), zone_of(country), holidays)
        return int(now.until.timestamp()) if now.state == "closed" and now.until else None


def language_of(desk: Desk) -> str:
    """What is written for nobody in particular there: its first language, else Albanian."""
    return desk.languages[0] if desk.languages else DESK_LANGUAGE


def _colleague(key: bytes, one: Counsellor, spoken: str) -> Colleague:
    return Colleague(key.hex(), one.name, one.language or spoken, one.number)
