"""Reminders, from the wish to the day: kept in the commit of the turn, carried out once, gone with the client."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event as sqlalchemy_event
from sqlalchemy import select

from bot.conversation.actions import DropReminder, Forget, Remind, Show
from bot.conversation.events import ClientBlocked
from bot.conversation.guide_views import Checklist, Reminder
from bot.conversation.turn import Turn
from bot.errors import SecretKeyError
from bot.reminding import FURTHEST, follow, morning
from bot.storage import conversations, reminders
from bot.storage.database import Database
from bot.storage.outbox import Outgoing
from bot.storage.tables import CONVERSATIONS
from tests.builders import TODAY, a_conversation
from tests.fakes import Canned
from tests.reminding import KEPT, LIST, all_wishes, due_now, keeps_a_list, packs_with_a_list, wishes
from tests.stage import CHAT, KEY, NEIGHBOUR, VAULT, Stage, actions, staged, tap

WISHED = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
"""Ten in the morning in Albania, as the clock of the stage has it."""
DUE = int(datetime(2026, 11, 25, 8, 0, tzinfo=UTC).timestamp())
"""Three days later, at nine in Albania."""


@pytest.fixture
async def stage(database: Database) -> Stage:
    made = staged(database, Canned().knowledge(packs_with_a_list()))
    await keeps_a_list(made)
    return made


async def reminded(stage: Stage) -> list[Outgoing]:
    """Everything that is due, once."""
    return [outgoing for wish in await due_now(stage) for outgoing in await stage.service.reminded(wish)]


def shown(outgoing: list[Outgoing]) -> list[Any]:
    return [action.view for action in actions(outgoing) if isinstance(action, Show)]


async def touched(stage: Stage) -> Any:
    async with stage.database.transaction() as tx:
        return (await tx.execute(select(CONVERSATIONS.c.touched))).scalar_one()


@pytest.mark.parametrize(
    ("wished", "days", "comes"),
    [
        (WISHED, 3, datetime(2026, 11, 25, 8, 0, tzinfo=UTC)),
        (datetime(2026, 11, 22, 6, 30, tzinfo=UTC), 1, datetime(2026, 11, 23, 8, 0, tzinfo=UTC)),
        (datetime(2026, 11, 22, 22, 59, tzinfo=UTC), 1, datetime(2026, 11, 23, 8, 0, tzinfo=UTC)),
        (datetime(2026, 11, 22, 23, 1, tzinfo=UTC), 1, datetime(2026, 11, 24, 8, 0, tzinfo=UTC)),
        (datetime(2027, 3, 26, 9, 0, tzinfo=UTC), 3, datetime(2027, 3, 29, 7, 0, tzinfo=UTC)),
        (datetime(2026, 10, 23, 9, 0, tzinfo=UTC), 3, datetime(2026, 10, 26, 8, 0, tzinfo=UTC)),
        (WISHED, 0, datetime(2026, 11, 23, 8, 0, tzinfo=UTC)),
        (WISHED, -5, datetime(2026, 11, 23, 8, 0, tzinfo=UTC)),
        (WISHED, 10**9, datetime(2027, 2, 19, 8, 0, tzinfo=UTC)),
    ],
    ids=["winter", "early", "before midnight there", "after it", "into summer", "into winter", "0", "-5", "too far"],
)
def test_a_reminder_comes_at_nine_in_albania_and_never_at_night(wished: datetime, days: int, comes: datetime) -> None:
    assert morning(wished, days) == comes.timestamp()


@pytest.mark.parametrize("hour", [0, 9, 22, 23])
def test_the_furthest_one_comes_while_its_conversation_is_still_kept(hour: int) -> None:
    wished = WISHED.replace(hour=hour)
    due = datetime.fromtimestamp(morning(wished, FURTHEST), UTC).date()
    assert due - timedelta(days=90) <= wished.date()


async def test_a_wish_is_kept_until_its_day_and_nothing_is_sent_for_it_but_the_answer(stage: Stage) -> None:
    queued = await wishes(stage)
    assert shown(queued) == [Checklist(LIST, KEPT.items, KEPT.ticked, note="reminder_set", days=3)]
    assert len(queued) == 1
    (wish,) = await all_wishes(stage)
    assert (wish.guide, wish.at, wish.chat(VAULT)) == (LIST, DUE, CHAT)


async def test_another_wish_for_the_same_list_takes_the_place_of_the_first(stage: Stage) -> None:
    await wishes(stage, 3)
    await wishes(stage, 30)
    assert [wish.at for wish in await all_wishes(stage)] == [morning(WISHED, 30)]


async def test_whoever_wants_none_after_all_gets_none(stage: Stage) -> None:
    await wishes(stage)
    await wishes(stage, 0)
    assert await all_wishes(stage) == []


async def test_a_list_that_is_deleted_takes_its_reminder_along(stage: Stage) -> None:
    await wishes(stage)
    await stage.client(tap("forget", LIST, "yes"))
    assert await all_wishes(stage) == []


@pytest.mark.parametrize("button", ["erase", "exit"])
async def test_whoever_deletes_everything_or_leaves_in_a_hurry_is_reminded_of_nothing(
    stage: Stage, button: str
) -> None:
    await keeps_a_list(stage, NEIGHBOUR)
    await wishes(stage)
    await wishes(stage, chat=NEIGHBOUR)
    await stage.client(tap(button))  # type: ignore[arg-type]  # both are names of taps
    assert [wish.chat(VAULT) for wish in await all_wishes(stage)] == [NEIGHBOUR]
    stage.clock.advance(days=3)
    assert [each.parcel.chat for each in await reminded(stage)] == [NEIGHBOUR]


async def test_whoever_stops_the_bot_loses_their_wish_and_gets_nothing_when_they_return(stage: Stage) -> None:
    await wishes(stage)
    await stage.client(ClientBlocked())
    assert await all_wishes(stage) == []


async def test_a_reminder_that_reaches_nobody_is_the_last_one(stage: Stage) -> None:
    """Delivery learns that the client stopped the bot."""
    await wishes(stage, 3)
    stage.clock.advance(days=3)
    (sent,) = await reminded(stage)
    await wishes(stage, 7)
    await stage.service.learnt(sent.id, CHAT, ClientBlocked())
    assert await all_wishes(stage) == []


async def test_it_comes_on_its_day_at_nine_and_not_a_second_sooner(stage: Stage) -> None:
    await wishes(stage)
    await stage.send_all()
    stage.clock.now = datetime.fromtimestamp(DUE - 1, UTC)
    assert await reminded(stage) == []
    stage.clock.advance(seconds=1)
    queued = await reminded(stage)
    assert shown(queued) == [Reminder(LIST)]
    assert [(each.lane, each.parcel.chat, each.parcel.case, each.parcel.traced) for each in queued] == [
        (KEY, CHAT, None, True)
    ]
    assert await stage.waiting() == queued


async def test_it_comes_once(stage: Stage) -> None:
    await wishes(stage)
    stage.clock.advance(days=3)
    (wish,) = await due_now(stage)
    assert len(await stage.service.reminded(wish)) == 1
    assert await stage.service.reminded(wish) == []
    assert await all_wishes(stage) == []


async def test_two_who_look_at_the_same_moment_remind_once(stage: Stage) -> None:
    await wishes(stage)
    stage.clock.advance(days=3)
    (wish,) = await due_now(stage)
    other = stage.restarted()
    queued = await asyncio.gather(stage.service.reminded(wish), other.service.reminded(wish))
    assert sorted(map(len, queued)) == [0, 1]


async def test_it_survives_a_restart(stage: Stage) -> None:
    await wishes(stage)
    again = stage.restarted()
    again.clock.advance(days=3)
    assert shown(await reminded(again)) == [Reminder(LIST)]
    assert await reminded(stage) == []


async def test_several_of_one_client_come_all(stage: Stage) -> None:
    """Each is queued under a number of its own."""
    await wishes(stage)
    async with stage.database.transaction() as tx:
        await reminders.put(tx, VAULT, CHAT, "gone", DUE)
    await keeps_a_list(stage, NEIGHBOUR)
    await wishes(stage, chat=NEIGHBOUR)
    stage.clock.advance(days=3)
    assert sorted(each.parcel.chat for each in await reminded(stage)) == [CHAT, NEIGHBOUR]
    assert await all_wishes(stage) == []


async def test_a_reminder_is_one_commit(stage: Stage) -> None:
    await wishes(stage)
    stage.clock.advance(days=3)
    (wish,) = await due_now(stage)
    commits: list[object] = []
    engine = stage.database.engine
    sqlalchemy_event.listen(getattr(engine, "sync_engine", engine), "commit", commits.append)
    await stage.service.reminded(wish)
    assert len(commits) == 1


class Broken(dict[str, Any]):
    """Guides that cannot be looked at."""

    def __contains__(self, name: object) -> bool:
        raise ZeroDivisionError


async def test_one_that_breaks_changes_nothing_and_can_be_put_off_until_the_next_morning(stage: Stage) -> None:
    await wishes(stage)
    stage.clock.advance(days=3)
    broken: Mapping[str, Any] = Broken()
    packs = replace(packs_with_a_list(), guides=broken)
    other = staged(stage.database, Canned().knowledge(packs))
    other.clock.now = stage.clock.now
    before = await stage.rows()
    (wish,) = await due_now(stage)
    with pytest.raises(ZeroDivisionError):
        await other.service.reminded(wish)
    assert await stage.rows() == before
    await other.service.not_reminded(wish)
    assert [each.at - wish.at for each in await all_wishes(stage)] == [24 * 60 * 60]
    stage.clock.advance(days=1)
    assert shown(await reminded(stage)) == [Reminder(LIST)]


async def test_one_that_does_not_open_is_no_turn(stage: Stage) -> None:
    await wishes(stage)
    (wish,) = await all_wishes(stage)
    with pytest.raises(SecretKeyError):
        await stage.service.reminded(replace(wish, address=b"damaged"))
    assert await all_wishes(stage) == [wish]


async def test_one_that_breaks_is_not_tried_for_ever_but_ends_with_the_conversation(stage: Stage) -> None:
    await wishes(stage)
    await keeps_a_list(stage, NEIGHBOUR)
    await wishes(stage, 30, NEIGHBOUR)
    async with stage.database.transaction() as tx:
        await conversations.forget(tx, KEY)
    stage.clock.advance(days=3)
    (wish,) = await due_now(stage)
    await stage.service.not_reminded(wish)
    assert [each.chat(VAULT) for each in await all_wishes(stage)] == [NEIGHBOUR]


async def test_where_the_conversation_is_forgotten_nothing_is_sent_and_the_wish_is_gone(stage: Stage) -> None:
    await wishes(stage)
    await stage.send_all()
    async with stage.database.transaction() as tx:
        await conversations.forget(tx, KEY)
    stage.clock.advance(days=3)
    assert await reminded(stage) == []
    assert (await stage.waiting(), await all_wishes(stage), await stage.remembered()) == ([], [], None)


async def test_a_reminder_is_no_sign_of_life_and_puts_off_no_forgetting(stage: Stage) -> None:
    await wishes(stage)
    stage.clock.advance(days=3)
    await reminded(stage)
    assert await touched(stage) == TODAY
    assert (await stage.counted())["reminded", LIST] == 1


async def test_a_wish_is_one_so_that_its_day_finds_the_conversation(stage: Stage) -> None:
    stage.clock.advance(days=80)
    await wishes(stage, 30)
    assert await touched(stage) == TODAY + timedelta(days=80)


async def test_what_a_turn_wants_of_reminders_is_done_in_the_order_in_which_it_says_so(stage: Stage) -> None:
    known = a_conversation()
    turns = [
        Turn(known, (Remind("return", 3), DropReminder("return"), Remind("papers", 3))),
        Turn(known, (Remind("papers", 7), Remind("wages", 1))),
    ]
    async with stage.database.transaction() as tx:
        for turn in turns:
            await follow(tx, VAULT, CHAT, turn, WISHED)
    assert [(wish.guide, wish.at) for wish in await all_wishes(stage)] == [
        ("wages", morning(WISHED, 1)),
        ("papers", morning(WISHED, 7)),
    ]


@pytest.mark.parametrize(
    "turn",
    [
        Turn(a_conversation(), (Forget(), Remind("papers", 3))),
        Turn(a_conversation(reachable=False), (Remind(LIST, 3),)),
    ],
    ids=["forgotten", "out of reach"],
)
async def test_whoever_is_forgotten_or_out_of_reach_can_wish_for_nothing(stage: Stage, turn: Turn) -> None:
    await wishes(stage)
    async with stage.database.transaction() as tx:
        await follow(tx, VAULT, CHAT, turn, WISHED)
    assert await all_wishes(stage) == []
