"""What is due is done when it is due: once, in time, after a restart, and whatever else breaks."""

import asyncio
from dataclasses import dataclass, field

from sqlalchemy import select, update

from bot.channels.calls import CloseThread, DeleteThread, SendMessage
from bot.channels.punctual import AT_ONCE, Punctual
from bot.conversation.case_views import CaseWaits, ReferralReached
from bot.conversation.guide_views import Reminder
from bot.desk.views import Sentence
from bot.rendering.views import render
from bot.storage.database import Database
from bot.storage.outbox import Outgoing
from bot.storage.tables import CASES, REMINDERS
from tests.channels.delivering import Delivering, delivering
from tests.fakes import Canned
from tests.reminding import LIST, all_wishes, keeps_a_list, packs_with_a_list, wishes
from tests.stage import CHAT, GROUP, KEY, NEIGHBOUR, Stage, actions, staged, tap


def punctual(play: Delivering) -> Punctual:
    return Punctual(play.stage.desk, play.delivery.put)


async def minutes_later(play: Delivering, minutes: float) -> None:
    play.stage.clock.advance(minutes=minutes)
    await punctual(play).look()
    await play.quiet()


def shown(play: Delivering, view: CaseWaits | ReferralReached) -> str:
    return render(view, "sq", play.posting.context()).html


async def test_the_desk_is_called_again_and_again_and_at_last_the_client_gets_lines_to_call(play: Delivering) -> None:
    case = await play.a_waiting_case()
    thread = await play.thread()
    play.forget_calls()
    for _ in range(60):
        await minutes_later(play, 1)
    assert play.written(thread) == [
        play.sentence(Sentence("second_call", number=5), case),
        play.sentence(Sentence("on_duty", number=10), case),
        play.sentence(Sentence("on_duty", number=15), case),
        play.sentence(Sentence("partner"), case),
    ]
    to_client = [(call.message.html, call.silent) for call in play.done(SendMessage, CHAT)]
    assert to_client == [
        (shown(play, CaseWaits(0, lines=True)), False),
        (shown(play, CaseWaits(0, sign=True)), True),
    ]


async def test_looking_often_does_nothing_twice(play: Delivering) -> None:
    await play.a_waiting_case()
    play.forget_calls()
    for _ in range(5):
        await minutes_later(play, 0)
    assert play.done() == []
    for _ in range(3):
        await minutes_later(play, 5 / 3)
        await minutes_later(play, 0)
    assert len(play.done(SendMessage, GROUP)) == 1


async def test_after_a_long_stop_only_the_last_call_of_several_is_made(play: Delivering) -> None:
    await play.a_waiting_case()
    play.forget_calls()
    play.stage.clock.advance(hours=10)
    again = delivering(play.stage.database, telegram=play.telegram)
    again.stage.clock.now = play.stage.clock.now
    await punctual(again).look()
    await again.quiet()
    await punctual(again).look()
    await again.quiet()
    assert [call.silent for call in play.done(SendMessage, CHAT)] == [False], "the lines; no sign of life beside them"
    said = play.written(await play.thread())
    assert len(said) == 2, "the colleague on duty, and that the client has the lines of partners"


async def test_a_case_that_somebody_has_is_called_for_no_more(play: Delivering) -> None:
    await play.a_case()
    for _ in range(10):
        await minutes_later(play, 30)
    assert play.done() == []


async def test_what_was_put_off_comes_back_on_time(play: Delivering) -> None:
    case = await play.a_case()
    await play.press("snooze", "1")
    play.forget_calls()
    await minutes_later(play, 59)
    assert play.written(await play.thread()) == []
    await minutes_later(play, 1)
    assert play.written(await play.thread()) == [play.sentence(Sentence("awake", "Mira"), case)]


async def test_a_week_after_a_referral_the_client_is_asked_without_a_sound_whether_it_helped(play: Delivering) -> None:
    await play.a_case()
    await play.client(tap("refer", "yes", "al_office"))
    play.forget_calls()
    await minutes_later(play, 7 * 24 * 60 - 1)
    assert play.done(chat=CHAT) == []
    await minutes_later(play, 1)
    (asked,) = play.done(SendMessage, CHAT)
    assert (asked.message.html, asked.silent) == (shown(play, ReferralReached("al_office")), True)


async def test_a_closed_case_is_forgotten_on_its_day_with_its_thread(play: Delivering) -> None:
    await play.a_case()
    thread = await play.thread()
    await play.press("close", "informed")
    await minutes_later(play, 14 * 24 * 60 - 1)
    assert play.done(CloseThread) == [CloseThread(GROUP, thread)]
    assert play.done(DeleteThread) == []
    await minutes_later(play, 1)
    assert play.done(DeleteThread) == [DeleteThread(GROUP, thread)]
    assert await play.stage.found() is None
    play.forget_calls()
    await minutes_later(play, 60 * 24 * 365)
    assert play.done() == []


async def test_a_case_that_cannot_be_read_keeps_no_other_one_waiting(play: Delivering) -> None:
    broken = await play.a_waiting_case()
    async with play.stage.database.transaction() as tx:
        await tx.execute(update(CASES).where(CASES.c.id == broken).values(sealed=b"written with another key", due=1))
    await play.client(tap("accept"), NEIGHBOUR)
    play.forget_calls()
    await minutes_later(play, 5)
    (called,) = play.done(SendMessage, GROUP)
    assert called.thread == (await play.stage.record(NEIGHBOUR)).thread


@dataclass
class Morning:
    """A stage where clients have lists, and what is put on its way there."""

    stage: Stage
    put: list[Outgoing] = field(default_factory=list)

    async def look(self, **later: float) -> list[Outgoing]:
        """What is put on its way then."""
        self.stage.clock.advance(**later)
        self.put.clear()
        await Punctual(self.stage.desk, self.put.extend).look()
        return self.put

    async def wished(self, *chats: int) -> None:
        for chat in chats:
            await keeps_a_list(self.stage, chat)
            await wishes(self.stage, 3, chat)
        await self.stage.send_all()


def the_morning(database: Database) -> Morning:
    return Morning(staged(database, Canned().knowledge(packs_with_a_list())))


async def test_whoever_wished_is_reminded_on_the_day_and_once(database: Database) -> None:
    morning = the_morning(database)
    await morning.wished(CHAT)
    assert await morning.look(days=2, hours=22) == []
    reminded = await morning.look(hours=1)
    assert [getattr(action, "view", None) for action in actions(reminded)] == [Reminder(LIST)]
    assert await morning.look(days=30) == []


async def test_a_reminder_that_breaks_keeps_no_other_one_waiting_and_comes_again_the_next_morning(
    database: Database,
) -> None:
    morning = the_morning(database)
    await morning.wished(CHAT, NEIGHBOUR)
    async with database.transaction() as tx:
        ours = REMINDERS.c.chat_key == KEY
        whole = (await tx.execute(select(REMINDERS.c.address).where(ours))).scalar_one()
        await tx.execute(update(REMINDERS).where(ours).values(address=b"damaged", due=1))
    assert [each.parcel.chat for each in await morning.look(days=3)] == [NEIGHBOUR]
    async with database.transaction() as tx:
        await tx.execute(update(REMINDERS).where(ours).values(address=whole))
    assert await morning.look(hours=1) == []
    assert [each.parcel.chat for each in await morning.look(days=1)] == [CHAT]


async def test_many_are_reminded_little_by_little_so_that_nobody_who_writes_has_to_wait(database: Database) -> None:
    morning = the_morning(database)
    chats = range(CHAT, CHAT + AT_ONCE + 2)
    await morning.wished(*chats)
    first = [each.parcel.chat for each in await morning.look(days=3)]
    second = [each.parcel.chat for each in await morning.look(seconds=5)]
    assert (len(first), len(second)) == (AT_ONCE, 2)
    assert sorted([*first, *second]) == list(chats)
    assert await all_wishes(morning.stage) == []


async def test_a_case_that_breaks_keeps_no_reminder_waiting(database: Database) -> None:
    morning = the_morning(database)
    await morning.wished(CHAT)
    case = await morning.stage.open_case(NEIGHBOUR)
    async with database.transaction() as tx:
        await tx.execute(update(CASES).where(CASES.c.id == case).values(sealed=b"written with another key", due=1))
    assert [each.parcel.chat for each in await morning.look(days=3)] == [CHAT]


async def test_it_goes_on_looking_until_it_is_stopped(play: Delivering) -> None:
    await play.a_waiting_case()
    play.forget_calls()
    play.stage.clock.advance(minutes=5)
    running = asyncio.create_task(punctual(play).run())
    await asyncio.sleep(0.1)
    await play.quiet()
    assert not running.done()
    running.cancel()
    assert len(play.done(SendMessage, GROUP)) == 1
