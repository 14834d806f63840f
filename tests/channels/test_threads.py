"""The thread of a desk's own news, and a desk where the bot may not open any."""

import asyncio

import pytest

from bot.channels.calls import Call, CopyMessage, CreateThread, SendMessage
from bot.channels.errors import Refused, ThreadShut, Trouble
from bot.channels.threads import NEWS
from bot.conversation.events import TextWritten
from bot.desk.views import Sentence
from bot.rendering.message import Message
from bot.storage.database import Database
from tests.channels.delivering import Delivering, delivering, eventually
from tests.channels.fake_telegram import Telegram
from tests.stage import CHAT, GROUP, tap

HELLO, LATER = Message("Sot ka tre gjëra"), Message("Sot s'ka gjë")
MAY_NOT = Refused("Bad Request: not enough rights to create a topic")


def in_threads(play: Delivering) -> list[tuple[str, int | None]]:
    return [(call.message.html, call.thread) for call in play.done(SendMessage, GROUP)]


async def test_news_have_one_thread_for_good(play: Delivering) -> None:
    await play.delivery.threads.news(GROUP, HELLO)
    await play.delivery.threads.news(GROUP, LATER)
    ((_, thread),) = play.telegram.threads
    assert play.done(CreateThread) == [CreateThread(GROUP, NEWS)]
    assert in_threads(play) == [(HELLO.html, thread), (LATER.html, thread)]


async def test_the_thread_of_the_news_is_known_after_a_restart(play: Delivering) -> None:
    await play.delivery.threads.news(GROUP, HELLO)
    again = delivering(play.stage.database, telegram=play.telegram)
    await again.delivery.threads.news(GROUP, LATER)
    assert len(play.done(CreateThread)) == 1


async def test_two_news_at_once_do_not_open_two_threads(play: Delivering) -> None:
    threads = play.delivery.threads
    await asyncio.gather(*(threads.news(GROUP, HELLO) for _ in range(5)), threads.news(GROUP - 1, HELLO))
    assert play.done(CreateThread, GROUP) == [CreateThread(GROUP, NEWS)]
    assert play.done(CreateThread, GROUP - 1) == [CreateThread(GROUP - 1, NEWS)]


async def test_one_desk_that_takes_nothing_holds_up_no_other_desk_s_news(database: Database) -> None:
    gate = asyncio.Event()

    class Slow(Telegram):
        async def perform(self, call: Call) -> int | None:
            if getattr(call, "chat", None) == GROUP:
                await gate.wait()
            return await super().perform(call)

    play = delivering(database, telegram=Slow())
    waits = asyncio.create_task(play.delivery.threads.news(GROUP, HELLO))
    await asyncio.wait_for(play.delivery.threads.news(GROUP - 1, HELLO), 2)
    gate.set()
    await waits


async def test_a_thread_of_the_news_that_was_deleted_is_opened_anew(play: Delivering) -> None:
    await play.delivery.threads.news(GROUP, HELLO)
    ((_, gone),) = play.telegram.threads
    play.telegram.somebody_deletes_thread(GROUP, gone)
    await play.delivery.threads.news(GROUP, LATER)
    await play.delivery.threads.news(GROUP, LATER)
    ((_, again),) = play.telegram.threads
    assert in_threads(play)[1:] == [(LATER.html, again)] * 2


@pytest.mark.parametrize("kind", [CreateThread, SendMessage])
async def test_where_there_can_be_no_thread_news_stand_in_general(play: Delivering, kind: type[Call]) -> None:
    fault = MAY_NOT if kind is CreateThread else ThreadShut("TOPIC_CLOSED")
    play.telegram.refuses(kind, fault)
    await play.delivery.threads.news(GROUP, HELLO)
    assert in_threads(play) == [(HELLO.html, None)]


async def test_a_desk_without_the_right_hears_it_once_and_the_words_wait(play: Delivering) -> None:
    """Each try takes half a second longer; two are enough to see that it is not told again."""
    play.telegram.refuses(CreateThread, MAY_NOT, MAY_NOT)
    await play.client(tap("accept"))
    thread = await play.thread()
    assert play.written(None) == [play.sentence(Sentence("no_threads"))]
    assert len(play.written(thread)) == 1
    told = [call.message.html for call in play.done(SendMessage, CHAT)]
    assert len(told) == 2, "that the case waits, and once that the counsellors cannot be reached"


async def test_it_is_told_again_when_the_right_was_there_and_is_lost_again(play: Delivering) -> None:
    play.telegram.refuses(CreateThread, MAY_NOT)
    await play.client(tap("accept"))
    play.telegram.somebody_deletes_thread(GROUP, await play.thread())
    play.telegram.refuses(CreateThread, MAY_NOT)
    await play.client(TextWritten("Dhe ku?", 41))
    assert play.written(None) == [play.sentence(Sentence("no_threads"))] * 2
    assert len(play.done(CopyMessage, GROUP)) == 1


async def test_a_desk_that_cannot_even_be_told_is_waited_for(play: Delivering) -> None:
    play.telegram.refuses(CreateThread, MAY_NOT)
    play.telegram.refuses(SendMessage, Trouble("away"), chat=GROUP)
    await play.client(tap("accept"))
    assert len(play.written(await play.thread())) == 1


async def test_a_thread_that_telegram_did_not_name_is_asked_for_again(database: Database) -> None:
    class Vague(Telegram):
        vague = True

        async def perform(self, call: Call) -> int | None:
            answer = await super().perform(call)
            if isinstance(call, CreateThread) and self.vague:
                self.vague = False
                return None
            return answer

    play = delivering(database, telegram=Vague())
    await play.client(tap("accept"))
    await eventually(lambda: play.delivery.lanes.pending == 0)
    assert len(play.written(await play.thread())) == 1
