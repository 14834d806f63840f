"""What is due is done when it is due: once, in time, after a restart, and whatever else breaks."""

import asyncio

from sqlalchemy import update

from bot.channels.calls import CloseThread, DeleteThread, SendMessage
from bot.channels.punctual import Punctual
from bot.conversation.case_views import CaseWaits, ReferralReached
from bot.desk.views import Sentence
from bot.rendering.views import render
from bot.storage.tables import CASES
from tests.channels.delivering import Delivering, delivering
from tests.stage import CHAT, GROUP, NEIGHBOUR, tap


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
