"""How many people did what: what a turn tells of it, counted once a quarter and put into the sketches."""

from collections import OrderedDict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from bot import logs
from bot.conversation.actions import CopyToDesk, Forget
from bot.conversation.events import (
    ButtonPressed,
    CommandGiven,
    Event,
    LocationShared,
    MediaSent,
    MessageEdited,
    Started,
    TextWritten,
)
from bot.conversation.state import Count
from bot.conversation.turn import Turn
from bot.errors import SecretKeyError, StorageError
from bot.reports.whereabouts import PLACED
from bot.storage.transaction import Transaction
from bot.usage.people import Quarter, Sketches, What

BY_CLIENT: Final = (Started, CommandGiven, TextWritten, ButtonPressed, LocationShared, MediaSent, MessageEdited)
"""That somebody stopped the bot, is reminded or has to be told of a failure is nothing that they did."""

BY_KIND: Final[Mapping[str, What]] = {
    "topic": What.TOPIC,
    "guide_result": What.GUIDE,
    "quiz_gain": What.QUIZ,
    "service": What.SERVICE,
    "referred": What.REFERRED,
}
"""Which of them a count tells of, by its kind."""

ALIKE: Final[Mapping[What, What]] = {What.REFERRED: What.SERVICE}
"""What goes with another one: whoever agrees to a referral is shown the card of the service."""

OF_PEOPLE: Final = frozenset({"quiz_half", "quiz_gain", "quiz_gain_by"})
"""Kinds that count people: whoever takes a quiz again in the same quarter is counted under `_again` instead."""

REMEMBERED: Final = 4096
"""Chats of which a process knows that nothing is left to be put in: about 1 MB."""


def did(event: Event, turn: Turn) -> frozenset[What]:
    """What the client did with this. Nobody is put in by having everything deleted."""
    if not isinstance(event, BY_CLIENT) or any(isinstance(action, Forget) for action in turn.actions):
        return frozenset()
    return frozenset(_told(turn))


def _told(turn: Turn) -> Iterator[What]:
    yield What.REACHED
    for count in turn.counts:
        if (what := BY_KIND.get(count.kind)) is not None:
            yield what
            yield ALIKE.get(what, what)
        if _gained(count):
            yield What.GAINED
    if turn.conversation.case == "held" and any(isinstance(action, CopyToDesk) for action in turn.actions):
        yield What.PERSON


def _gained(count: Count) -> bool:
    """Of a second half its subject has the points before and after, as in `work-abroad:2:3>7:a`."""
    if count.kind != "quiz_gain":
        return False
    before, _, after = count.subject.split(":")[2].partition(">")
    return int(after) > int(before)


def firsts(turn: Turn, done: frozenset[What], period: Quarter) -> Turn:
    """The turn with `people` counted for what this chat did for the first time in the quarter.

    The chat's own sealed conversation remembers that; it goes with it, so that whoever has everything deleted and comes
    again counts again. How many people there were altogether the sketches know.
    """
    if not done:
        return turn
    before = turn.conversation.did if turn.conversation.quarter == str(period) else ()
    somewhere = turn.conversation.place or turn.conversation.country
    new = sorted({*map(str, done), *((PLACED,) if somewhere else ())}.difference(before))
    counts, marks = _first_halves(turn.counts, before)
    people = (Count("people", what) for what in new)
    remembered = (*before, *new, *marks)
    conversation = replace(turn.conversation, quarter=str(period), did=remembered)
    return replace(turn, conversation=conversation, counts=(*counts, *people))


def _first_halves(counts: tuple[Count, ...], before: tuple[str, ...]) -> tuple[tuple[Count, ...], tuple[str, ...]]:
    """What counts people once, under its own kind the first time and under another one afterwards."""
    marks = {count: f"{count.kind}:{count.subject.partition(':')[0]}" for count in counts if count.kind in OF_PEOPLE}
    told = (Count(f"{each.kind}_again", each.subject) if marks.get(each) in before else each for each in counts)
    return tuple(told), tuple(mark for mark in dict.fromkeys(marks.values()) if mark not in before)


@dataclass
class Counting:
    """Puts clients into the sketches of the quarter; what is in already costs a look into memory.

    The memory spares work and decides nothing: whoever is put in again, after a restart or by another process, changes
    nothing (`bot.usage.people`).
    """

    sketches: Sketches
    _period: Quarter | None = None
    _in: OrderedDict[bytes, frozenset[What]] = field(default_factory=OrderedDict)

    async def follow(self, tx: Transaction, chat_key: bytes, done: frozenset[What], today: date) -> None:
        """Put this chat in; the last thing in a turn, for it may take a lock that everybody needs."""
        period = Quarter.of(today)
        if period != self._period:
            self._period = period
            self._in.clear()
        left = done - self._in.get(chat_key, frozenset())
        if left:
            there = await self._put(tx, period, chat_key, left)
            # Another turn may have begun the next quarter meanwhile, of which this one says nothing.
            if period == self._period:
                self._remember(chat_key, there)
        elif done:
            self._in.move_to_end(chat_key)

    async def _put(self, tx: Transaction, period: Quarter, chat_key: bytes, left: frozenset[What]) -> frozenset[What]:
        try:
            return frozenset(await self.sketches.put(tx, period, chat_key, left))
        except (StorageError, SecretKeyError) as fault:
            # That a number is wrong is no reason to leave anybody without an answer.
            logs.get().error("people_not_counted", error=type(fault).__name__)
            return frozenset()

    def _remember(self, chat_key: bytes, there: frozenset[What]) -> None:
        if not there:
            return
        self._in[chat_key] = self._in.get(chat_key, frozenset()) | there
        self._in.move_to_end(chat_key)
        if len(self._in) > REMEMBERED:
            self._in.popitem(last=False)

    async def close(self, tx: Transaction, today: date) -> None:
        """What there is to do when a quarter is over; nothing while it runs."""
        await self.sketches.close(tx, Quarter.of(today))
