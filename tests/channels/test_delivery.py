"""From the outbox to Telegram: what passes is waited out, what does not is told, and nothing is lost or sent twice."""

from itertools import count

import pytest
from sqlalchemy import Connection, event
from sqlalchemy.exc import OperationalError

from bot.channels.budget import Budget
from bot.channels.calls import (
    Call,
    CopyMessage,
    CreateThread,
    DeleteMessages,
    EditMessage,
    React,
    SendMessage,
)
from bot.channels.errors import ChatMoved, NotInGroup, Refused, Throttled, Trouble, Unreachable
from bot.conversation.case_views import Notice
from bot.conversation.events import ClientReturned, Started, TextWritten
from bot.conversation.views import Menu
from bot.desk.events import Commanded, Rewritten, Said
from bot.desk.views import Sentence
from bot.desk_setting import Desk
from bot.errors import ChannelError
from bot.rendering.views import render
from bot.storage.database import Database
from tests.channels.delivering import Delivering, delivering
from tests.channels.fake_telegram import Telegram
from tests.stage import CHAT, GROUP, NEIGHBOUR, tap

MOVED = -1009009009009
BLOCKED = Unreachable("Forbidden: bot was blocked by the user")
KICKED = NotInGroup("Forbidden: bot was kicked from the supergroup chat")


def shown(play: Delivering, view: Menu | Notice, language: str = "sq") -> str:
    return render(view, language, play.posting.context()).html


def to_client(play: Delivering) -> list[str]:
    return [call.message.html for call in play.done(SendMessage, CHAT)]


async def test_what_was_sent_is_gone_from_the_outbox(play: Delivering) -> None:
    await play.client(Started())
    assert await play.left_over() == []
    assert len(to_client(play)) == 1


@pytest.mark.parametrize("fault", [Throttled(0.01), Trouble("away")], ids=["slowed down", "away"])
async def test_what_passes_is_waited_out_and_then_sent_once(play: Delivering, fault: ChannelError) -> None:
    play.telegram.refuses(SendMessage, fault)
    await play.client(Started())
    assert len(to_client(play)) == 1
    assert await play.left_over() == []


async def test_one_client_who_has_to_wait_holds_up_no_other(play: Delivering) -> None:
    play.telegram.refuses(SendMessage, Throttled(0.5), chat=CHAT)
    play.delivery.put(await play.stage.client(Started()))
    play.delivery.put(await play.stage.client(Started(), NEIGHBOUR))
    await play.quiet()
    assert [call.chat for call in play.done(SendMessage)] == [NEIGHBOUR, CHAT]


async def test_words_that_telegram_cannot_parse_go_without_markup(play: Delivering) -> None:
    play.telegram.refuses(SendMessage, Refused("Bad Request: can't parse entities"))
    await play.client(tap("topic", "asylum-facts"))
    (sent,) = to_client(play)
    assert "<b>" not in sent
    assert "Asylum facts" in sent


async def test_an_answer_that_cannot_be_sent_leaves_nobody_in_silence(play: Delivering) -> None:
    play.telegram.refuses(SendMessage, Refused("no"), Refused("no"))
    await play.client(Started())
    assert to_client(play) == [shown(play, Menu("failed"))]


async def test_if_that_cannot_be_sent_either_it_is_let_go(play: Delivering) -> None:
    play.telegram.refuses(SendMessage, *(Refused("no") for _ in range(4)))
    await play.client(Started())
    assert to_client(play) == []
    assert await play.left_over() == []


async def test_a_bug_in_one_parcel_stops_no_other(database: Database) -> None:
    class Broken(Telegram):
        async def perform(self, call: Call) -> int | None:
            if isinstance(call, CopyMessage):
                raise ZeroDivisionError
            return await super().perform(call)

    play = delivering(database, telegram=Broken())
    case = await play.a_case()
    await play.say(31)
    assert play.written(await play.thread()) == [play.sentence(Sentence("not_copied"), case)]


async def test_a_group_that_removed_the_bot_says_nothing_of_the_client(play: Delivering) -> None:
    case = await play.a_case()
    play.telegram.refuses(CopyMessage, KICKED, chat=CHAT)
    await play.say(31)
    assert play.written(await play.thread()) == [play.sentence(Sentence("not_copied"), case)]
    conversation = await play.stage.remembered()
    assert conversation is not None
    assert conversation.reachable


async def test_a_word_that_meets_a_group_with_another_number_goes_out_under_the_new_one(play: Delivering) -> None:
    await play.a_case()
    play.telegram.refuses(CopyMessage, ChatMoved(-1_002_000_000_777), chat=CHAT)
    await play.say(31)
    assert [call.from_chat for call in play.done(CopyMessage, CHAT)] == [-1_002_000_000_777]


async def test_what_could_not_be_done_for_the_counsellor_is_told_under_the_message_it_is_about(
    play: Delivering,
) -> None:
    case = await play.a_case()
    await play.say(31)
    play.forget_calls()
    play.telegram.refuses(EditMessage, *(Refused("no") for _ in range(2)), chat=CHAT)
    await play.at_desk(Rewritten(31, "Tjetër", "Tjetër"))
    play.telegram.refuses(DeleteMessages, Unreachable("gone"))
    await play.at_desk(Commanded("undo", 34, reply_to=31))
    told = [(call.message.html, call.reply_to) for call in play.done(SendMessage, GROUP)]
    assert told[0] == (play.sentence(Sentence("not_edited"), case), 31)
    assert told[1][0] == play.sentence(Sentence("not_reached"), case)


async def test_a_message_of_the_client_that_cannot_be_copied_is_told_in_the_thread(play: Delivering) -> None:
    case = await play.a_case()
    play.telegram.refuses(CopyMessage, Refused("Bad Request: message to copy not found"))
    await play.client(TextWritten("Dhe ku?", 41))
    assert play.written(await play.thread()) == [play.sentence(Sentence("not_passed_on"), case)]
    assert to_client(play) == []


async def test_a_client_who_stopped_the_bot_is_out_of_reach_and_the_counsellor_knows(play: Delivering) -> None:
    case = await play.a_case()
    play.telegram.refuses(CopyMessage, BLOCKED)
    await play.say(31)
    said = [(call.message.html, call.reply_to) for call in play.done(SendMessage, GROUP)]
    assert said == [
        (play.sentence(Sentence("not_reached"), case), 31),
        (play.sentence(Sentence("unreachable"), case), None),
    ]
    assert play.done(React) == []
    remembered = await play.stage.remembered()
    assert remembered is not None
    assert not remembered.reachable
    await play.client(ClientReturned())
    assert play.written(await play.thread())[-1] == play.sentence(Sentence("back"), case)


async def test_a_database_that_is_away_in_between_does_not_make_it_told_twice(play: Delivering) -> None:
    case, thread = await play.a_case(), await play.thread()
    play.telegram.refuses(CopyMessage, BLOCKED)
    reply = await play.stage.at_desk(Said((31,), "Mirë."), thread=thread)
    begun = count(1)

    def away(_connection: Connection) -> None:
        # First the group is looked up, then the sentence is written down; what comes after that fails twice.
        if next(begun) in {3, 4}:
            raise OperationalError("", None, Exception("away"))

    engine = play.stage.database.engine
    event.listen(getattr(engine, "sync_engine", engine), "begin", away)
    play.delivery.put(reply.outgoing)
    await play.quiet()
    assert play.written(thread) == [
        play.sentence(Sentence("not_reached"), case),
        play.sentence(Sentence("unreachable"), case),
    ]
    assert next(begun) > 4


async def test_a_desk_that_cannot_be_reached_is_waited_for_and_the_client_hears_it_once(play: Delivering) -> None:
    await play.a_case()
    play.telegram.refuses(CopyMessage, KICKED, KICKED)
    await play.client(TextWritten("Dhe ku?", 41))
    assert [call.message_id for call in play.done(CopyMessage, GROUP)] == [41]
    assert to_client(play) == [shown(play, Notice("desk_away"))]
    play.telegram.refuses(CopyMessage, KICKED)
    await play.client(TextWritten("Alo?", 42))
    assert len(to_client(play)) == 1, "once a case"


async def test_a_client_hears_it_in_the_language_they_speak_now(play: Delivering) -> None:
    await play.a_case()
    await play.client(tap("lang", "en"))
    play.forget_calls()
    play.telegram.refuses(CopyMessage, KICKED)
    await play.client(TextWritten("And where?", 41))
    assert shown(play, Notice("desk_away"), "en") in to_client(play)


async def test_a_group_that_moved_is_followed_and_is_the_same_desk_afterwards(play: Delivering) -> None:
    await play.a_case()
    thread = await play.thread()
    play.telegram.threads[MOVED, thread] = "open"
    play.telegram.refuses(CopyMessage, ChatMoved(MOVED))
    await play.client(TextWritten("Dhe ku?", 41))
    assert play.done(CopyMessage) == [CopyMessage(MOVED, CHAT, 41, thread)]
    done = await play.stage.at_desk(Commanded("case", 33), thread=thread, group=MOVED)
    play.delivery.put(done.outgoing)
    await play.quiet()
    assert [call.chat for call in play.done(SendMessage)][-1] == MOVED


async def test_news_and_answers_that_waited_follow_the_group_too(play: Delivering) -> None:
    class Upgraded(Telegram):
        async def perform(self, call: Call) -> int | None:
            if getattr(call, "chat", None) == GROUP:
                raise ChatMoved(MOVED)
            return await super().perform(call)

    moved = delivering(play.stage.database, telegram=Upgraded())
    moved.delivery.put((await moved.stage.command("queue")).outgoing)
    moved.delivery.put(await moved.delivery.standing.lost(await moved.stage.take_in(), -1, "desk_lost"))
    await moved.quiet()
    assert {getattr(call, "chat", None) for call in moved.telegram.done} == {MOVED}
    assert [call.message.html for call in moved.done(SendMessage) if call.thread is not None] == [
        moved.sentence(Sentence("desk_lost"))
    ]


async def test_without_a_desk_there_is_no_place_for_news(database: Database) -> None:
    assert delivering(database, ()).delivery.news_of_first is None


async def test_the_first_desk_has_the_news_of_all(database: Database) -> None:
    play = delivering(database, (Desk(GROUP), Desk(GROUP - 1)))
    tell = play.delivery.news_of_first
    assert tell is not None
    await tell(render(Menu(), "sq", play.posting.context()))
    assert {getattr(call, "chat", None) for call in play.telegram.done} == {GROUP}


async def test_a_group_that_takes_nothing_for_a_while_does_not_keep_the_counsellor_s_words_from_the_client(
    database: Database,
) -> None:
    budget = Budget()
    play = delivering(database, budget=budget)
    await play.a_case()
    budget.refused(GROUP, 60)
    await play.say(31)
    await play.say(32)
    assert [call.message_id for call in play.done(CopyMessage, CHAT)] == [31, 32]
    assert [call.message_id for call in play.done(React)] == [31, 32]
    await play.delivery.lanes.stop(0)


async def test_what_was_queued_before_a_restart_goes_out_after_it_in_order(play: Delivering) -> None:
    await play.a_case()
    for number in range(41, 46):
        await play.stage.client(TextWritten("Dhe ku?", number))
    again = delivering(play.stage.database, telegram=play.telegram)
    again.delivery.put(await play.left_over())
    await again.quiet()
    assert [call.message_id for call in play.done(CopyMessage)] == [41, 42, 43, 44, 45]
    assert await play.left_over() == []
    assert play.done(CreateThread) == []
