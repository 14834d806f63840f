"""Which people a turn counts: in the same commit, once a quarter, and nobody because they had everything deleted."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest
from sqlalchemy import event as sqlalchemy_event
from sqlalchemy import select, update

from bot.channels.punctual import Punctual
from bot.conversation.actions import CopyToDesk, Forget
from bot.conversation.events import (
    ButtonPressed,
    ClientBlocked,
    ClientReturned,
    CommandGiven,
    Event,
    LocationShared,
    MediaSent,
    MessageEdited,
    ReminderDue,
    Started,
    TextWritten,
    TurnFailed,
)
from bot.conversation.state import Count
from bot.conversation.turn import Turn
from bot.counting import REMEMBERED, Counting, did, firsts
from bot.storage.database import Database
from bot.storage.tables import PEOPLE, PERIOD_KEYS, SKETCHES
from bot.storage.transaction import Transaction
from bot.usage import people
from bot.usage.people import Quarter, Sketches, What
from tests.builders import TODAY, a_conversation, some_town_and_its_services
from tests.fakes import Canned
from tests.stage import CHAT, NEIGHBOUR, VAULT, Stage, staged, tap

HERE = {What.REACHED}


@pytest.fixture
def stage(database: Database) -> Stage:
    return staged(database, Canned().knowledge(some_town_and_its_services()))


async def numbers(stage: Stage) -> dict[str, int]:
    async with stage.database.transaction() as tx:
        return {each.what: each.n for each in await people.so_far(tx, Quarter.of(stage.clock().date()))}


def after(*counts: Count, case: str = "none") -> Turn:
    return Turn(a_conversation(case=case), counts=counts)


@pytest.mark.parametrize(
    ("counts", "more"),
    [
        ((), ()),
        ((Count("started"), Count("asked", "unsure")), ()),
        ((Count("topic", "asylum-facts"), Count("topic", "visas")), (What.TOPIC,)),
        ((Count("guide_result", "work:1:good"),), (What.GUIDE,)),
        ((Count("guide_begun", "work:1"), Count("guide_left", "work")), ()),
        ((Count("quiz_half", "quiz:1:a:4"),), ()),
        ((Count("quiz_gain", "quiz:1:3>4:a"), Count("quiz_gain_by", "quiz:gender=man:+1")), (What.QUIZ, What.GAINED)),
        ((Count("quiz_gain", "quiz:1:3>3:b"),), (What.QUIZ,)),
        ((Count("quiz_gain", "quiz:1:9>10:b"),), (What.QUIZ, What.GAINED)),
        ((Count("quiz_gain", "quiz:1:10>9:b"),), (What.QUIZ,)),
        ((Count("service", "al_office"), Count("services", "work")), (What.SERVICE,)),
        ((Count("referred", "al_office"),), (What.REFERRED, What.SERVICE)),
    ],
    ids=str,
)
def test_what_is_counted_of_things_tells_what_the_client_did(counts: Iterable[Count], more: Iterable[What]) -> None:
    assert did(Started(), after(*counts)) == HERE | set(more)


THIS = Quarter(2026, 4)


def test_what_somebody_does_for_the_first_time_in_the_quarter_counts_them_once() -> None:
    first = firsts(after(Count("topic", "visas")), frozenset({What.REACHED, What.TOPIC}), THIS)
    assert first.counts == (Count("topic", "visas"), Count("people", "reached"), Count("people", "topic"))
    more = frozenset({What.REACHED, What.TOPIC, What.SERVICE})
    again = firsts(replace(first, counts=(Count("service", "al_office"),)), more, THIS)
    assert again.counts == (Count("service", "al_office"), Count("people", "service"))
    assert not firsts(replace(again, counts=()), more, THIS).counts


def test_a_new_quarter_counts_everybody_anew_and_remembers_nothing_of_the_last() -> None:
    first = firsts(after(), frozenset({What.REACHED, What.TOPIC}), THIS)
    later = firsts(replace(first, counts=()), frozenset({What.REACHED}), Quarter(2027, 1))
    assert later.counts == (Count("people", "reached"),)
    assert (later.conversation.quarter, later.conversation.did) == ("2027-Q1", ("reached",))


def test_whoever_takes_a_quiz_again_in_the_same_quarter_counts_as_one_who_does_it_again() -> None:
    pair = (Count("quiz_gain", "know:1:3>7:a"), Count("quiz_gain_by", "know:gender=woman:+3"))
    done = frozenset({What.REACHED, What.QUIZ})
    first = firsts(after(*pair), done, THIS)
    assert first.counts[:2] == pair
    assert firsts(replace(first, counts=pair), done, THIS).counts == (
        Count("quiz_gain_again", "know:1:3>7:a"),
        Count("quiz_gain_by_again", "know:gender=woman:+3"),
    )
    other = (Count("quiz_gain", "rumours:1:3>7:a"),)
    assert firsts(replace(first, counts=other), done, THIS).counts == other, "another quiz"
    assert firsts(replace(first, counts=pair), done, Quarter(2027, 1)).counts[:2] == pair, "another quarter"


def test_whoever_tells_where_they_are_is_counted_there_once_and_with_whatever_turn_it_was() -> None:
    nowhere = firsts(after(), frozenset({What.REACHED}), THIS)
    assert nowhere.counts == (Count("people", "reached"),)
    there = replace(nowhere, conversation=replace(nowhere.conversation, country="DE"), counts=())
    told = firsts(there, frozenset({What.REACHED}), THIS)
    assert told.counts == (Count("people", "placed"),)
    moved = replace(told, conversation=replace(told.conversation, country="XK"), counts=())
    assert not firsts(moved, frozenset({What.REACHED}), THIS).counts


def test_what_the_client_did_not_do_is_not_remembered_of_them() -> None:
    turn = after(Count("topic", "visas"))
    assert firsts(turn, frozenset(), THIS) is turn


def test_whoever_writes_while_a_counsellor_has_the_case_talks_with_one() -> None:
    writing = TextWritten("azil?", 40)
    passed_on = {case: after(case=case).then(CopyToDesk((40,))) for case in ("open", "held")}
    assert did(writing, passed_on["held"]) == {What.REACHED, What.PERSON}
    assert did(writing, passed_on["open"]) == HERE, "nobody has the case yet"
    assert did(tap("topic", "visas"), after(case="held")) == HERE, "nothing was said to the counsellor"


@pytest.mark.parametrize(
    "event",
    [
        Started(),
        CommandGiven("menu"),
        TextWritten("azil?", 40),
        ButtonPressed(None, 40),
        LocationShared(42.0, 20.0, 40),
        MediaSent("photo", (40,)),
        MessageEdited(40, "azil"),
    ],
    ids=lambda event: type(event).__name__,
)
def test_whoever_writes_or_taps_is_reached(event: Event) -> None:
    assert did(event, after()) == HERE
    assert did(event, after(Count("deleted")).then(Forget())) == set(), "not by having everything deleted"


@pytest.mark.parametrize("event", [ClientBlocked(), ClientReturned(), ReminderDue("papers"), TurnFailed()], ids=str)
def test_what_the_client_did_not_do_reaches_nobody(event: Event) -> None:
    assert did(event, after(Count("topic", "asylum-facts"))) == set()


async def test_whoever_did_something_is_counted_with_the_turn(stage: Stage) -> None:
    await stage.client(CommandGiven("menu"), NEIGHBOUR)
    await stage.client(Started("asylum-facts"))
    await stage.client(Started("asylum-facts"))
    assert await numbers(stage) == {"reached": 2, "topic": 1}


async def test_a_talk_with_a_counsellor_is_counted(stage: Stage) -> None:
    await stage.open_case()
    await stage.client(TextWritten("azil?", 40))
    assert await numbers(stage) == {"reached": 1}
    await stage.press("claim")
    await stage.client(TextWritten("azil?", 41))
    assert await numbers(stage) == {"reached": 1, "person": 1}


async def test_whoever_has_everything_deleted_is_not_counted_for_that(stage: Stage) -> None:
    for button in ("erase", "exit"):
        await stage.client(tap(button))
    rows = await stage.rows()
    assert (rows["sketches"], rows["period_keys"]) == ([], [])


async def test_a_restart_counts_nobody_again(stage: Stage) -> None:
    for _ in range(3):
        await stage.client(Started("asylum-facts"))
        stage = stage.restarted()
    assert await numbers(stage) == {"reached": 1, "topic": 1}


async def test_a_turn_that_was_rolled_back_counts_nobody_and_the_next_one_does(stage: Stage) -> None:
    counting, key = stage.service.counting, VAULT.chat_key(CHAT)
    with pytest.raises(ZeroDivisionError):
        await _put_and_fail(stage, counting, key)
    assert await numbers(stage) == {}
    await stage.client(CommandGiven("menu"))
    assert await numbers(stage) == {"reached": 1}


async def _put_and_fail(stage: Stage, counting: Counting, key: bytes) -> None:
    async with stage.database.transaction() as tx:
        await counting.follow(tx, key, frozenset(HERE), TODAY)
        raise ZeroDivisionError


async def test_what_is_in_already_is_asked_for_once_more_and_then_never_again(stage: Stage) -> None:
    asked: list[str] = []

    def note(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
        asked.extend(name for name in ("sketches", "period_keys") if name in statement)

    sqlalchemy_event.listen(
        getattr(stage.database.engine, "sync_engine", stage.database.engine), "before_cursor_execute", note
    )
    noted = []
    for _ in range(4):
        await stage.client(CommandGiven("menu"))
        noted.append(len(asked))
        asked.clear()
    assert noted[0] > noted[1] == 2
    assert noted[2:] == [0, 0]


@dataclass(frozen=True)
class Full(Sketches):
    """Everybody is in already; notes who is asked for."""

    asked: list[bytes] = field(default_factory=list)

    async def put(self, _tx: Transaction, _period: Quarter, chat_key: bytes, did: Collection[What]) -> Collection[What]:
        self.asked.append(chat_key)
        return did


async def test_a_process_remembers_so_many_chats_and_asks_again_for_those_longest_unheard_of(
    database: Database,
) -> None:
    full = Full(VAULT)
    counting = Counting(full)
    chats = [b"%d" % number for number in range(REMEMBERED)]
    async with database.transaction() as tx:
        for key in (*chats, chats[0], b"another", chats[0], chats[1]):
            await counting.follow(tx, key, frozenset(HERE), TODAY)
    assert full.asked == [*chats, b"another", chats[1]]


async def test_a_sketch_that_is_damaged_leaves_nobody_without_an_answer(stage: Stage) -> None:
    await stage.client(CommandGiven("menu"))
    async with stage.database.transaction() as tx:
        await tx.execute(update(SKETCHES).values(sketch=b"damaged"))
    assert await stage.client(CommandGiven("menu"), NEIGHBOUR) != []


async def test_the_first_look_of_a_new_quarter_writes_the_numbers_down_and_destroys_the_rest(stage: Stage) -> None:
    await stage.client(Started("asylum-facts"))
    punctual = Punctual(stage.desk, lambda _: None)
    stage.clock.advance(days=39, hours=14)
    assert str(stage.clock()) == "2026-12-31 23:00:00+00:00"
    await punctual.look()
    assert await numbers(stage) == {"reached": 1, "topic": 1}
    stage.clock.advance(hours=1)
    await stage.client(CommandGiven("menu"))
    await punctual.look()
    assert await numbers(stage) == {"reached": 1}
    async with stage.database.transaction() as tx:
        assert [row.period for row in await tx.execute(select(PERIOD_KEYS))] == ["2027-Q1"]
        rows = (await tx.execute(select(PEOPLE).where(PEOPLE.c.n > 0).order_by(PEOPLE.c.what))).all()
    assert [(row.period, row.what, row.n) for row in rows] == [("2026-Q4", "reached", 1), ("2026-Q4", "topic", 1)]


async def test_a_turn_of_the_old_quarter_that_ends_in_the_new_one_leaves_nobody_out_of_that(
    database: Database,
) -> None:
    """As two turns meet on PostgreSQL, where they run side by side."""
    old = Quarter.of(TODAY)
    new, key = Quarter.of(old.last + timedelta(days=1)), VAULT.chat_key(CHAT)

    class Slow(Sketches):
        """While it puts in somebody of the old quarter, another turn begins the new one."""

        async def put(
            self, tx: Transaction, period: Quarter, chat_key: bytes, did: Collection[What]
        ) -> Collection[What]:
            if period == old:
                await counting.follow(tx, VAULT.chat_key(NEIGHBOUR), frozenset(did), new.first)
            return await super().put(tx, period, chat_key, did)

    counting = Counting(Slow(VAULT))
    async with database.transaction() as tx:
        await Sketches(VAULT).put(tx, old, key, HERE)
        await counting.follow(tx, key, frozenset(HERE), old.last)
        await counting.follow(tx, key, frozenset(HERE), new.first)
        assert [(each.what, each.n) for each in await people.so_far(tx, new)] == [("reached", 2)]
