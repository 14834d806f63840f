"""What reaches the counsellors: into the thread of the case and nowhere else, each thing once."""

import pytest

from bot.channels.calls import (
    CloseThread,
    CopyMessage,
    CopyMessages,
    CreateThread,
    DeleteThread,
    EditCaption,
    EditMessage,
    ReopenThread,
    SendMessage,
)
from bot.channels.errors import MessageGone, NothingToDo, Refused, ThreadShut
from bot.channels.threads import NEWS
from bot.conversation.events import MediaSent, MessageEdited, TextWritten
from bot.desk.alias import alias
from bot.desk.events import Commanded, DeskEvent, Pressed, Said
from bot.desk.taps import DeskTap
from bot.desk.views import CaseCard, Sentence
from bot.errors import ChannelError
from bot.rendering.at_desk import at_desk
from bot.rendering.message import Message
from tests.channels.delivering import Delivering
from tests.stage import CHAT, GROUP, tap


async def card_of(play: Delivering) -> str:
    record = await play.stage.record()
    return at_desk(CaseCard(record.case), record.case.desk_language, play.posting.context(), alias(record.id)).html


async def test_a_case_begins_with_a_thread_that_has_its_alias_and_nothing_else_and_with_the_card(
    play: Delivering,
) -> None:
    number = await play.a_waiting_case()
    assert play.done(CreateThread) == [CreateThread(GROUP, alias(number))]
    record = await play.stage.record()
    assert record.thread is not None
    assert play.written(record.thread) == [await card_of(play)]
    assert record.card is not None
    assert play.telegram.places[GROUP, record.card] == record.thread


async def test_the_card_is_changed_and_never_sent_a_second_time(play: Delivering) -> None:
    await play.a_waiting_case()
    card = (await play.stage.record()).card
    for tapped in (DeskTap("urgent", "on"), DeskTap("claim"), DeskTap("snooze", "4"), DeskTap("release")):
        await play.press(tapped.name, tapped.argument)
        changed = play.done(EditMessage, GROUP)[-1]
        assert (changed.message_id, changed.message.html) == (card, await card_of(play))
    named = [html for html in play.written(await play.thread()) if alias(1) in html]
    assert len(named) == 1


async def test_a_card_that_somebody_deleted_comes_again_in_its_thread(play: Delivering) -> None:
    await play.a_case()
    record = await play.stage.record()
    assert record.card is not None
    del play.telegram.places[GROUP, record.card]
    await play.press("urgent", "on")
    (again,) = play.done(SendMessage, GROUP)
    assert again.thread == record.thread
    assert (await play.stage.record()).card not in {None, record.card}


async def test_the_card_alone_opens_no_thread_and_the_next_word_brings_both(play: Delivering) -> None:
    await play.a_case()
    gone = await play.thread()
    play.telegram.somebody_deletes_thread(GROUP, gone)
    await play.press("urgent", "on")
    assert play.done(CreateThread) == []
    assert await play.left_over() == []
    await play.client(TextWritten("Dhe ku?", 41))
    assert len(play.done(CreateThread)) == 1
    assert play.written(await play.thread())[0] == await card_of(play)


async def test_a_list_of_choices_whose_message_is_gone_comes_anew_in_the_thread(play: Delivering) -> None:
    await play.a_case()
    await play.press("hand")
    (asked,) = play.done(SendMessage, GROUP)
    assert asked.thread == await play.thread()


async def test_what_the_client_writes_is_copied_into_the_thread_and_remembered(play: Delivering) -> None:
    await play.a_case()
    await play.client(TextWritten("Si mund të kërkoj azil?", 41))
    thread = await play.thread()
    assert play.done(CopyMessage) == [CopyMessage(GROUP, CHAT, 41, thread)]
    ((at_client, copy, from_client),) = await play.relayed()
    assert (at_client, from_client) == (41, True)
    assert play.telegram.places[GROUP, copy] == thread


async def test_an_answer_of_the_client_stays_an_answer_with_its_quote(play: Delivering) -> None:
    await play.a_case()
    await play.say(31)
    ((at_client, _, _),) = await play.relayed()
    await play.client(TextWritten("Po", 41, reply_to=at_client, quote="Mirë"))
    await play.client(TextWritten("Jo", 42, reply_to=7, quote="Menuja"))
    thread = await play.thread()
    assert play.done(CopyMessage, GROUP) == [
        CopyMessage(GROUP, CHAT, 41, thread, reply_to=31, quote="Mirë"),
        CopyMessage(GROUP, CHAT, 42, thread),
    ]


async def test_an_album_of_the_client_stays_one(play: Delivering) -> None:
    await play.a_case()
    await play.client(MediaSent("document", (41, 42)))
    assert play.done(CopyMessages) == [CopyMessages(GROUP, CHAT, (41, 42), await play.thread())]
    assert {(at_client, client) for at_client, _, client in await play.relayed()} == {(41, True), (42, True)}


async def test_an_album_of_the_client_that_comes_short_is_told_to_the_counsellor_as_theirs(play: Delivering) -> None:
    case = await play.a_case()
    play.telegram.uncopied = 1
    await play.client(MediaSent("document", (41, 42)))
    assert play.written(await play.thread()) == [play.sentence(Sentence("not_passed_on"), case)]


async def test_what_the_client_changes_is_changed_in_the_thread(play: Delivering) -> None:
    await play.a_case()
    await play.client(TextWritten("Dhe ku", 41))
    ((_, copy, _),) = await play.relayed()
    await play.client(MessageEdited(41, "Dhe ku?", "<b>Dhe</b> ku?"))
    await play.client(MessageEdited(41, "Letra", "Letra", caption=True))
    assert play.done(EditMessage, GROUP) == [EditMessage(GROUP, copy, Message("<b>Dhe</b> ku?"))]
    assert play.done(EditCaption, GROUP) == [EditCaption(GROUP, copy, "Letra")]
    assert len(play.done(CopyMessage)) == 1


@pytest.mark.parametrize(
    ("edit", "fault"),
    [
        (MessageEdited(41), None),
        (MessageEdited(41, "x", "x"), MessageGone("no")),
        (MessageEdited(41, "x", "x"), Refused("no")),
        (MessageEdited(41, "x", "x", caption=True), NothingToDo("so already: it was the picture that changed")),
    ],
    ids=["no words", "gone", "refused", "other media"],
)
async def test_what_cannot_be_changed_there_comes_once_more_as_an_answer_to_what_it_was(
    play: Delivering, edit: MessageEdited, fault: ChannelError | None
) -> None:
    case = await play.a_case()
    await play.client(TextWritten("Dhe ku", 41))
    ((_, first, _),) = await play.relayed()
    if fault is not None:
        play.telegram.refuses((EditMessage, EditCaption), fault)
    await play.client(edit)
    thread = await play.thread()
    assert play.done(CopyMessage)[-1] == CopyMessage(GROUP, CHAT, 41, thread, reply_to=first)
    assert play.written(thread) == [play.sentence(Sentence("edited"), case)]
    assert len(await play.relayed()) == 2


async def test_an_edit_that_changed_no_word_is_not_told(play: Delivering) -> None:
    await play.a_case()
    await play.client(TextWritten("Dhe ku", 41))
    play.telegram.refuses(EditMessage, NothingToDo())
    await play.client(MessageEdited(41, "Dhe ku", "Dhe ku"))
    assert len(play.done(CopyMessage)) == 1
    assert play.written(await play.thread()) == []


async def test_a_thread_that_somebody_deleted_is_opened_once_more_with_the_card_and_the_message(
    play: Delivering,
) -> None:
    case = await play.a_case()
    gone = await play.thread()
    play.telegram.somebody_deletes_thread(GROUP, gone)
    await play.client(TextWritten("Dhe ku?", 41))
    await play.client(TextWritten("E kur?", 42))
    again = await play.thread()
    assert again != gone
    assert play.done(CreateThread) == [CreateThread(GROUP, alias(case))]
    assert play.written(again) == [await card_of(play), play.sentence(Sentence("thread_again"), case)]
    assert [(call.message_id, call.thread) for call in play.done(CopyMessage)] == [(41, again), (42, again)]
    assert play.telegram.places[GROUP, (await play.stage.record()).card or 0] == again


async def test_a_case_that_begins_again_in_a_deleted_thread_has_one_card(play: Delivering) -> None:
    await play.a_case()
    gone = await play.thread()
    await play.press("close", "informed")
    play.telegram.somebody_deletes_thread(GROUP, gone)
    play.forget_calls()
    await play.client(tap("accept"))
    assert play.written(await play.thread()).count(await card_of(play)) == 1
    assert len(play.done(CreateThread)) == 1


async def test_a_thread_that_is_shut_to_the_bot_is_opened_first(play: Delivering) -> None:
    await play.a_case()
    thread = await play.thread()
    play.telegram.threads[GROUP, thread] = "closed"
    play.telegram.refuses(CopyMessage, ThreadShut("TOPIC_CLOSED"))
    await play.client(TextWritten("Dhe ku?", 41))
    assert [type(call) for call in play.done(chat=GROUP)] == [ReopenThread, CopyMessage]
    assert play.done(CreateThread) == []


async def test_where_the_bot_may_not_open_it_the_words_wait_for_somebody_to_give_it_the_right(
    play: Delivering,
) -> None:
    await play.a_case()
    play.telegram.refuses(CopyMessage, ThreadShut("TOPIC_CLOSED"), ThreadShut("TOPIC_CLOSED"))
    play.telegram.refuses(ReopenThread, Refused("not enough rights"), Refused("not enough rights"))
    await play.client(TextWritten("Dhe ku?", 41))
    assert len(play.done(CopyMessage)) == 1
    assert play.written(None) == [play.sentence(Sentence("no_threads"))]


async def test_the_thread_follows_the_case_closed_opened_deleted(play: Delivering) -> None:
    await play.a_case()
    thread = await play.thread()
    await play.press("close", "informed")
    assert play.done(CloseThread) == [CloseThread(GROUP, thread)]
    await play.press("reopen")
    assert play.done(ReopenThread) == [ReopenThread(GROUP, thread)]
    await play.press("close", "informed")
    await play.time_passes(days=14)
    assert play.done(DeleteThread) == [DeleteThread(GROUP, thread)]
    assert play.telegram.threads == {}
    assert await play.relayed() == set()


async def test_closing_what_is_closed_and_deleting_what_is_gone_is_done(play: Delivering) -> None:
    await play.a_case()
    thread = await play.thread()
    play.telegram.threads[GROUP, thread] = "closed"
    await play.press("close", "informed")
    play.telegram.somebody_deletes_thread(GROUP, thread)
    await play.time_passes(days=14)
    assert await play.left_over() == []
    assert play.done(CreateThread) == []


async def test_a_thread_that_the_bot_may_not_delete_is_left_to_a_person(play: Delivering) -> None:
    case, kept = await play.a_case(), await play.thread()
    await play.client(TextWritten("Dhe ku?", 41))
    play.telegram.refuses(DeleteThread, Refused("not enough rights"))
    await play.client(tap("erase"))
    (news,) = [thread for _, thread in play.telegram.threads if thread != kept]
    assert play.sentence(Sentence("please_delete"), case) in play.written(news)
    assert await play.relayed() == set()


@pytest.mark.parametrize(
    "event",
    [Said((31,), "A jeni aty?"), Commanded("case", 31), Pressed(DeskTap("urgent", "on"), 31)],
    ids=["a word", "a command", "a button"],
)
@pytest.mark.parametrize("earlier", [True, False])
async def test_nothing_late_brings_back_the_thread_of_a_case_that_was_deleted(
    play: Delivering, event: DeskEvent, *, earlier: bool
) -> None:
    await play.a_case()
    thread = await play.thread()
    before = (await play.stage.at_desk(event, thread=thread)).outgoing if earlier else ()
    erasing = await play.stage.client(tap("erase"))
    after = () if earlier else (await play.stage.at_desk(event, thread=thread)).outgoing
    play.delivery.put(erasing)
    await play.quiet()
    play.delivery.put([*before, *after])
    await play.quiet()
    assert [call.name for call in play.done(CreateThread)] == [NEWS]
    assert [call.thread for call in play.done(SendMessage, GROUP) if alias(1) not in call.message.html] == []
    assert await play.left_over() == []


@pytest.mark.parametrize("thread", [None, 900])
async def test_an_answer_of_no_case_comes_where_it_was_asked_for(play: Delivering, thread: int | None) -> None:
    if thread is not None:
        play.telegram.threads[GROUP, thread] = "open"
    done = await play.stage.command("queue", thread=thread)
    play.delivery.put(done.outgoing)
    await play.quiet()
    (answer,) = play.done(SendMessage, GROUP)
    assert (answer.thread, answer.reply_to) == (thread, 61)


async def test_an_answer_whose_thread_is_gone_is_not_needed_any_more(play: Delivering) -> None:
    done = await play.stage.command("queue", thread=900)
    play.delivery.put(done.outgoing)
    await play.quiet()
    assert play.done() == []
    assert await play.left_over() == []
