"""What reaches a client's chat: once, as it was written, and what is remembered of it."""

import pytest

from bot.channels.calls import (
    CopyMessage,
    CopyMessages,
    DeleteMessages,
    EditCaption,
    EditMessage,
    React,
    SendMessage,
    SendVenue,
)
from bot.channels.errors import MessageGone, NothingToDo, Refused, Throttled
from bot.conversation.events import CommandGiven, MediaSent, Started, TextWritten
from bot.desk.events import Commanded, Rewritten
from bot.desk.views import Sentence, Told
from bot.errors import ChannelError
from bot.rendering.message import Message
from bot.storage import traces
from tests.channels.delivering import Delivering
from tests.channels.fake_telegram import FIRST_ID
from tests.stage import CHAT, GROUP, KEY, tap

REFUSED = Refused("Telegram refused (400): Bad Request: message can't be deleted")


async def test_what_is_shown_is_remembered_for_the_quick_exit(play: Delivering) -> None:
    await play.client(Started())
    (shown,) = play.done(SendMessage, CHAT)
    assert (shown.silent, shown.thread) == (False, None)
    assert await play.traced() == [FIRST_ID]


async def test_a_press_changes_the_message_it_stood_on_and_leaves_no_second_trace(play: Delivering) -> None:
    play.telegram.places[CHAT, 40] = None
    await play.client(tap("topic", "asylum-facts"))
    assert [type(call) for call in play.done(chat=CHAT)] == [EditMessage]
    assert await play.traced() == []


async def test_where_the_message_to_change_is_gone_a_new_one_comes_and_is_remembered(play: Delivering) -> None:
    await play.client(tap("topic", "asylum-facts"))
    assert [type(call) for call in play.done(chat=CHAT)] == [SendMessage]
    assert await play.traced() == [FIRST_ID]


async def test_what_is_so_already_is_as_good_as_done(play: Delivering) -> None:
    play.telegram.refuses(EditMessage, NothingToDo())
    await play.client(tap("menu"))
    assert play.done(chat=CHAT) == []
    assert await play.left_over() == []


async def test_a_place_is_sent_as_one_and_remembered(play: Delivering) -> None:
    await play.client(tap("map", "al_office_door"))
    assert len(play.done(SendVenue, CHAT)) == 1
    assert FIRST_ID in await play.traced()


async def test_what_the_counsellor_writes_is_copied_remembered_and_only_then_signed(play: Delivering) -> None:
    await play.a_case()
    await play.say(31)
    (copied,) = play.done(CopyMessage)
    assert copied == CopyMessage(CHAT, GROUP, 31)
    assert [type(call) for call in play.telegram.done] == [CopyMessage, React]
    assert play.done(React) == [React(GROUP, 31, "👍")]
    ((at_client, at_desk, from_client),) = await play.relayed()
    assert (at_desk, from_client) == (31, False)
    assert at_client in await play.traced()


async def test_what_did_not_arrive_bears_no_sign(play: Delivering) -> None:
    case = await play.a_case()
    play.telegram.refuses(CopyMessage, Refused("no"))
    await play.say(31)
    assert play.done(React) == []
    assert await play.relayed() == set()
    assert play.written(await play.thread()) == [play.sentence(Sentence("not_copied"), case)]
    assert play.done(SendMessage, GROUP)[0].reply_to == 31


async def test_a_sign_that_cannot_be_given_changes_nothing(play: Delivering) -> None:
    await play.a_case()
    play.telegram.refuses(React, Throttled(60))
    await play.say(31)
    assert len(play.done(CopyMessage)) == 1
    assert await play.left_over() == []
    assert play.written(await play.thread()) == []


async def test_an_answer_to_what_the_client_wrote_stays_an_answer_with_its_quote(play: Delivering) -> None:
    await play.a_case()
    await play.client(TextWritten("Si mund të kërkoj azil? Dhe ku?", 41))
    (pair,) = await play.relayed()
    assert pair[0] == 41
    await play.say(31, reply_to=pair[1], quote="Dhe ku?")
    assert play.done(CopyMessage, CHAT) == [CopyMessage(CHAT, GROUP, 31, reply_to=41, quote="Dhe ku?")]


async def test_an_answer_to_what_the_client_has_not_is_no_answer(play: Delivering) -> None:
    await play.a_case()
    await play.say(31, reply_to=29, quote="Rasti")
    assert play.done(CopyMessage, CHAT) == [CopyMessage(CHAT, GROUP, 31)]


async def test_a_quote_that_no_longer_stands_there_is_left_out(play: Delivering) -> None:
    await play.a_case()
    await play.client(TextWritten("Dhe ku?", 41))
    ((_, copy, _),) = await play.relayed()
    play.telegram.refuses(CopyMessage, Refused("Bad Request: QUOTE_TEXT_INVALID"), chat=CHAT)
    await play.say(31, reply_to=copy, quote="Dhe ku?")
    assert play.done(CopyMessage, CHAT) == [CopyMessage(CHAT, GROUP, 31, reply_to=41)]
    assert play.done(React) == [React(GROUP, 31, "👍")]


async def test_an_album_stays_one_and_each_part_is_remembered(play: Delivering) -> None:
    await play.a_case()
    await play.say(31, 32, 33)
    assert play.done(CopyMessages) == [CopyMessages(CHAT, GROUP, (31, 32, 33))]
    assert {(at_desk, client) for _, at_desk, client in await play.relayed()} == {
        (31, False),
        (32, False),
        (33, False),
    }
    assert play.done(React) == [React(GROUP, 31, "👍")]


async def test_an_album_cut_short_is_told_and_bears_no_sign(play: Delivering) -> None:
    case = await play.a_case()
    before = await play.traced()
    play.telegram.uncopied = 1
    await play.say(31, 32, 33)
    assert play.done(React) == []
    assert play.written(await play.thread()) == [play.sentence(Sentence("not_copied"), case)]
    assert len(await play.traced()) == len(before) + 2


async def test_what_the_counsellor_corrects_is_corrected_at_the_client(play: Delivering) -> None:
    await play.a_case()
    await play.say(31)
    ((at_client, _, _),) = await play.relayed()
    await play.at_desk(Rewritten(31, "Mirë", "<b>Mirë</b>"))
    assert play.done(EditMessage, CHAT) == [EditMessage(CHAT, at_client, Message("<b>Mirë</b>"))]
    await play.at_desk(Rewritten(31, "Shihni", "<i>Shihni</i>", caption=True))
    assert play.done(EditCaption, CHAT) == [EditCaption(CHAT, at_client, "<i>Shihni</i>")]


async def test_what_the_client_does_not_have_cannot_be_corrected_there(play: Delivering) -> None:
    await play.a_case()
    await play.say(31, words="// e njoh")
    await play.at_desk(Rewritten(31, "e njoh", "e njoh"))
    assert play.done(chat=CHAT) == []
    assert play.written(await play.thread()) == []


async def test_a_correction_that_changes_nothing_worries_nobody(play: Delivering) -> None:
    await play.a_case()
    await play.say(31)
    play.telegram.refuses(EditMessage, NothingToDo(), chat=CHAT)
    await play.at_desk(Rewritten(31, "Mirë", "Mirë"))
    assert play.written(await play.thread()) == []


@pytest.mark.parametrize("fault", [MessageGone, Refused])
async def test_a_correction_that_cannot_be_made_is_told_and_not_sent_as_a_new_message(
    play: Delivering, fault: type[ChannelError]
) -> None:
    case = await play.a_case()
    await play.say(31)
    play.telegram.refuses(EditMessage, fault("no"), fault("no"), chat=CHAT)
    await play.at_desk(Rewritten(31, "Tjetër", "Tjetër"))
    assert play.done(SendMessage, CHAT) == []
    assert play.written(await play.thread()) == [play.sentence(Sentence("not_edited"), case)]
    assert play.done(SendMessage, GROUP)[0].reply_to == 31


async def test_the_last_word_is_taken_back_then_the_one_before(play: Delivering) -> None:
    case = await play.a_case()
    await play.say(31)
    await play.say(33)
    client_has = {at_desk: at_client for at_client, at_desk, _ in await play.relayed()}
    await play.at_desk(Commanded("undo", 34))
    await play.at_desk(Commanded("undo", 35))
    await play.at_desk(Commanded("undo", 36))
    assert play.done(DeleteMessages, CHAT) == [
        DeleteMessages(CHAT, (client_has[33],)),
        DeleteMessages(CHAT, (client_has[31],)),
    ]
    said: list[Told] = ["taken_back", "taken_back", "nothing_to_take_back"]
    assert play.written(await play.thread()) == [play.sentence(Sentence(what), case) for what in said]
    assert [call.reply_to for call in play.done(SendMessage, GROUP)] == [33, 31, 36]
    assert await play.relayed() == set()


async def test_the_word_that_is_answered_is_the_one_that_is_taken_back(play: Delivering) -> None:
    await play.a_case()
    await play.say(31)
    await play.say(33)
    client_has = {at_desk: at_client for at_client, at_desk, _ in await play.relayed()}
    await play.at_desk(Commanded("undo", 34, reply_to=31))
    assert play.done(DeleteMessages, CHAT) == [DeleteMessages(CHAT, (client_has[31],))]


async def test_what_the_client_wrote_is_not_for_a_counsellor_to_delete(play: Delivering) -> None:
    case = await play.a_case()
    await play.client(TextWritten("Dhe ku?", 41))
    ((_, copy, _),) = await play.relayed()
    await play.at_desk(Commanded("undo", 34, reply_to=copy))
    assert play.done(DeleteMessages) == []
    assert play.written(await play.thread()) == [play.sentence(Sentence("nothing_to_take_back"), case)]


async def test_what_telegram_no_longer_deletes_the_client_still_has(play: Delivering) -> None:
    case = await play.a_case()
    await play.say(31)
    before = await play.relayed()
    play.telegram.refuses(DeleteMessages, REFUSED)
    await play.at_desk(Commanded("undo", 34))
    assert play.written(await play.thread()) == [play.sentence(Sentence("too_old"), case)]
    assert await play.relayed() == before


async def remember(play: Delivering, *numbers: int) -> None:
    async with play.stage.database.transaction() as tx:
        await traces.add(tx, KEY, numbers, play.stage.clock())


async def test_leaving_wipes_both_sides_a_hundred_at_a_time_and_leaves_one_silent_line(play: Delivering) -> None:
    await remember(play, *range(1, 251))
    await play.client(CommandGiven("exit"))
    wiped = play.done(DeleteMessages, CHAT)
    assert [len(call.message_ids) for call in wiped] == [100, 100, 50]
    assert [number for call in wiped for number in call.message_ids] == list(range(1, 251))
    (line,) = play.done(SendMessage, CHAT)
    assert line.silent
    assert await play.traced() == []


@pytest.mark.parametrize("fault", [Refused, MessageGone])
async def test_one_message_that_cannot_be_deleted_keeps_no_other_one(
    play: Delivering, fault: type[ChannelError]
) -> None:
    await remember(play, *range(1, 105))
    play.telegram.refuses(DeleteMessages, fault("all"), fault("the first"))
    await play.client(CommandGiven("exit"))
    wiped = [call.message_ids for call in play.done(DeleteMessages, CHAT)]
    assert wiped == [*((number,) for number in range(2, 101)), (101, 102, 103, 104)]
    assert len(play.done(SendMessage, CHAT)) == 1
    assert await play.traced() == []


async def test_a_wipe_that_telegram_slows_down_is_finished(play: Delivering) -> None:
    await remember(play, *range(1, 151))
    play.telegram.refuses(DeleteMessages, Throttled(0.01))
    await play.client(CommandGiven("exit"))
    assert {number for call in play.done(DeleteMessages) for number in call.message_ids} == set(range(1, 151))


async def test_whoever_has_everything_deleted_leaves_no_trace_behind(play: Delivering) -> None:
    await play.client(Started())
    await play.client(tap("erase"))
    assert len(play.done(chat=CHAT)) == 2
    assert await play.traced() == []


async def test_what_the_client_sent_and_got_is_wiped_with_the_counsellor_s_words(play: Delivering) -> None:
    await play.a_case()
    await play.client(MediaSent("voice", (43,)))
    await play.say(31)
    before = await play.traced()
    assert {at_client for at_client, _, client in await play.relayed() if not client} <= set(before)
    play.forget_calls()
    await play.client(CommandGiven("exit"))
    (wiped,) = play.done(DeleteMessages, CHAT)
    assert list(wiped.message_ids) == before
