"""One turn of a client on a real database: applied whole and once, in order, addressed to the right lane."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import event as sqlalchemy_event
from sqlalchemy import select

from bot.conversation.actions import Alert, CopyToDesk, EditAtDesk, Forget, Show, Wipe
from bot.conversation.case_views import CaseWaits, Notice
from bot.conversation.events import (
    ClientBlocked,
    ClientReturned,
    CommandGiven,
    MediaSent,
    MessageEdited,
    Started,
    TextWritten,
)
from bot.conversation.knowledge import Knowledge
from bot.conversation.views import Choice, Menu, Welcome
from bot.desk.actions import ChangeThread, ShowAtDesk
from bot.desk.cards import THE_CARD
from bot.desk.views import CaseCard, Sentence
from bot.search.answer import Found
from bot.search.signals import SignalFound
from bot.service import Came
from bot.storage import inbox, outbox, traces
from bot.storage.database import Database
from bot.storage.inbox import Waiting
from bot.storage.tables import CONVERSATIONS, COUNTS, INBOX, OUTBOX
from tests.builders import TODAY, a_conversation, some_town_and_its_services
from tests.fakes import Canned, CannedFinder
from tests.stage import CHAT, GROUP, KEY, NEIGHBOUR, THREAD, VAULT, Stage, actions, staged, tap

IN_DANGER = {"they hold me": (SignalFound("held", "now"),)}


@pytest.fixture
def stage(database: Database) -> Stage:
    return staged(database, Canned(signals=IN_DANGER).knowledge(some_town_and_its_services()))


async def test_a_turn_is_remembered_counted_and_queued(stage: Stage) -> None:
    queued = await stage.client(Started("asylum-facts"))
    assert await stage.remembered() == a_conversation(subject="asylum-facts", shown=("asylum-facts",))
    assert await stage.counted() == {("topic", "asylum-facts"): 1, ("started", "asylum-facts"): 1}
    assert [(each.lane, each.parcel.chat, each.parcel.case) for each in queued] == [(KEY, CHAT, None)]
    async with stage.database.transaction() as tx:
        assert await outbox.waiting(tx, VAULT) == queued
        assert await inbox.waiting(tx, VAULT) == []


@pytest.mark.parametrize("button", ["accept", "erase", "exit", "end"])
@pytest.mark.parametrize("before", [None, "case"], ids=["alone", "in a case"])
async def test_a_turn_of_a_client_is_one_commit(stage: Stage, before: str | None, button: str) -> None:
    if before:
        await stage.open_case()
    came = await stage.take_in()
    commits: list[object] = []
    sqlalchemy_event.listen(
        getattr(stage.database.engine, "sync_engine", stage.database.engine), "commit", commits.append
    )
    await stage.service.client_turn(came, CHAT, tap(button))  # type: ignore[arg-type]  # each is the name of a tap
    assert len(commits) == 1


async def test_a_turn_that_fails_changes_nothing_and_the_update_waits_on(database: Database) -> None:
    class Broken(CannedFinder):
        def find(self, text: str, language: str | None) -> Found:  # noqa: ARG002 -- the real one's form
            raise ZeroDivisionError

    whole = Canned().knowledge()
    knowledge = Knowledge(whole.packs, Broken({}), whole.identifier, whole.signals, desk=True)
    stage = staged(database, knowledge)
    await stage.client(Started())
    came = await stage.take_in()
    before = await stage.rows()
    with pytest.raises(ZeroDivisionError):
        await stage.service.client_turn(came, CHAT, TextWritten("azil?", 40))
    assert await stage.rows() == before
    assert [row[0] for row in before["inbox"]] == [came.first]


async def test_the_same_update_again_changes_nothing(stage: Stage) -> None:
    await stage.open_case()
    came = await stage.take_in()
    assert actions(await stage.service.client_turn(came, CHAT, TextWritten("azil?", 40))) == [CopyToDesk((40,))]
    before = await stage.rows()
    assert await stage.service.client_turn(came, CHAT, TextWritten("azil?", 40)) == []
    assert await stage.rows() == before


async def test_the_updates_of_an_album_are_handled_in_one_turn(stage: Stage) -> None:
    await stage.open_case()
    parts = [await stage.take_in() for _ in range(3)]
    came = Came(tuple(part.first for part in parts), (40, 41, 42))
    album = MediaSent("document", (40, 41, 42))
    assert actions(await stage.service.client_turn(came, CHAT, album)) == [CopyToDesk((40, 41, 42))]
    rows = await stage.rows()
    assert rows["inbox"] == []
    assert [row[1] for row in rows["traces"]] == [40, 41, 42]


async def test_what_changes_nothing_is_not_stored_again(stage: Stage) -> None:
    assert actions(await stage.client(CommandGiven("menu"))) == [Show(Menu(), "sq")]
    before = (await stage.rows())["conversations"]
    await stage.client(CommandGiven("menu"))
    assert (await stage.rows())["conversations"] == before


@pytest.mark.parametrize(("hint", "language"), [("en", "en"), ("sq", "sq"), ("de", "sq"), (None, "sq")])
async def test_somebody_new_is_greeted_in_the_language_of_their_telegram_if_we_speak_it(
    stage: Stage, hint: str | None, language: str
) -> None:
    assert actions(await stage.client(Started(), hint=hint)) == [Show(Welcome(), language)]


async def test_whoever_is_known_keeps_the_language_they_chose(stage: Stage) -> None:
    await stage.client(tap("lang", "en"))
    assert actions(await stage.client(Started(), hint="sq")) == [Show(Welcome(), "en")]


async def test_two_quick_taps_are_taken_in_the_order_in_which_they_came(stage: Stage) -> None:
    first, second = await stage.take_in(), await stage.take_in()
    shown = await asyncio.gather(
        stage.service.client_turn(first, CHAT, TextWritten("qwx", 40)),
        stage.service.client_turn(second, CHAT, TextWritten("qwx", 41)),
    )
    assert [actions(each) for each in shown] == [[Show(Choice(()), "sq")], [Show(Choice((), again=True), "sq")]]
    conversation = await stage.remembered()
    assert conversation is not None
    assert conversation.unsure == 2


async def test_many_at_once_do_not_lose_each_other_s_turns(stage: Stage) -> None:
    chats = [CHAT + number % 3 for number in range(15)]
    updates = [await stage.take_in(chat) for chat in chats]
    turns = zip(updates, chats, strict=True)
    await asyncio.gather(*(stage.service.client_turn(came, chat, TextWritten("qwx", 40)) for came, chat in turns))
    assert await stage.counted() == {("asked", "unsure"): 15}
    for chat in set(chats):
        conversation = await stage.remembered(chat)
        assert conversation is not None
        assert conversation.unsure == 5


async def test_a_case_is_opened_in_a_lane_of_its_own_at_the_desk(stage: Stage) -> None:
    shown, card = await stage.client(tap("accept"))
    assert shown.parcel.action == Show(CaseWaits(0), "sq", 40)
    assert (shown.lane, shown.parcel.chat, shown.parcel.case) == (KEY, CHAT, None)
    case = (await stage.record()).id
    assert isinstance(card.parcel.action, ShowAtDesk)
    assert isinstance(card.parcel.action.view, CaseCard)
    assert (card.parcel.case, card.lane) == (case, stage.service.casework.case_lane(case))
    assert card.lane != KEY


async def test_each_case_has_its_own_lane_and_its_own_client(stage: Stage) -> None:
    ours, theirs = await stage.open_case(), await stage.open_case(NEIGHBOUR, THREAD + 1)
    (of_us,) = await stage.client(TextWritten("azil?", 40))
    (of_them,) = await stage.client(TextWritten("azil?", 40), NEIGHBOUR)
    lane = stage.service.casework.case_lane
    assert (of_us.parcel.case, of_us.parcel.chat, of_us.lane) == (ours, CHAT, lane(ours))
    assert (of_them.parcel.case, of_them.parcel.chat, of_them.lane) == (theirs, NEIGHBOUR, lane(theirs))


async def test_an_edit_and_an_answer_go_to_the_desk_with_what_they_say(stage: Stage) -> None:
    await stage.open_case()
    edited = await stage.client(MessageEdited(40, "azil", "<b>azil</b>"))
    answered = await stage.client(TextWritten("po", 41, reply_to=39, quote="azil"))
    assert actions([*edited, *answered]) == [EditAtDesk(40, "<b>azil</b>"), CopyToDesk((41,), 39, "azil")]


async def test_danger_outside_of_a_case_is_told_to_the_group_in_a_lane_of_its_own(stage: Stage) -> None:
    _, alarm = await stage.client(TextWritten("they hold me", 40))
    assert alarm.parcel.action == Alert("held", "sq")
    assert (alarm.lane, alarm.parcel.chat, alarm.parcel.case) == (VAULT.chat_key(GROUP), GROUP, None)


async def test_danger_in_a_case_makes_it_urgent_and_the_words_go_along(stage: Stage) -> None:
    case = await stage.open_case()
    queued = actions(await stage.client(TextWritten("they hold me", 40)))
    assert CopyToDesk((40,)) in queued
    assert ShowAtDesk(Sentence("danger", about="held"), "sq") in queued
    assert (await stage.record()).case.urgent
    assert await stage.deeds(case) == [("opened", None), ("urgent", None)]


async def test_a_case_that_the_client_ends_still_leads_to_them(stage: Stage) -> None:
    case = await stage.open_case()
    queued = actions(await stage.client(tap("end")))
    assert queued[0] == Show(Notice("case_ended"), "sq", 40)
    assert ChangeThread("close") in queued
    record = await stage.record()
    assert (record.id, record.chat, record.thread) == (case, CHAT, THREAD)
    assert (record.case.status, record.case.ended) == ("closed", "client")
    assert await stage.remembered() == a_conversation()


async def test_who_asks_again_soon_comes_back_into_the_same_thread(stage: Stage) -> None:
    first = await stage.open_case()
    await stage.client(tap("end"))
    stage.clock.advance(days=13)
    queued = actions(await stage.client(tap("accept")))
    record = await stage.record()
    assert (record.id, record.thread, record.case.status) == (first, THREAD, "waiting")
    assert ChangeThread("reopen") in queued
    assert ShowAtDesk(Sentence("back_again"), "sq") in queued


async def test_who_asks_again_after_the_case_was_forgotten_gets_another_one(stage: Stage) -> None:
    first = await stage.open_case()
    await stage.client(tap("end"))
    stage.clock.advance(days=14)
    await stage.look()
    assert await stage.open_case(thread=THREAD + 1) != first


async def test_who_deletes_leaves_no_row(stage: Stage) -> None:
    await stage.client(Started("asylum-facts"))
    await stage.client(TextWritten("azil?", 39))
    await stage.open_case()
    async with stage.database.transaction() as tx:
        await inbox.put(tx, VAULT, [Waiting(900, KEY, b"broken"), Waiting(901, VAULT.chat_key(NEIGHBOUR), b"")], TODAY)
        await inbox.set_aside(tx, 900)
        await inbox.set_aside(tx, 901)
    queued = await stage.client(tap("erase"))
    assert actions(queued)[-1] == Show(Notice("deleted"), "sq", 40)
    assert not [each for each in queued if isinstance(each.parcel.action, Forget) or each.parcel.traced]
    await stage.send_all()
    rows = await stage.rows()
    assert rows["conversations"] == rows["outbox"] == rows["traces"] == []
    assert [row[0] for row in rows["inbox"]] == [901]
    assert not any(KEY in row for table in rows.values() for row in table)


async def test_who_leaves_in_a_hurry_is_forgotten_but_for_what_is_to_be_wiped(stage: Stage) -> None:
    await stage.client(Started("asylum-facts"))
    await stage.client(TextWritten("azil?", 39))
    queued = await stage.client(tap("exit"))
    assert actions(queued) == [Wipe(), Show(Notice("left"), "sq", silent=True)]
    assert not any(each.parcel.traced for each in queued)
    assert await stage.remembered() is None
    async with stage.database.transaction() as tx:
        assert await traces.of_chat(tx, KEY) == [39]


@pytest.mark.parametrize("button", ["erase", "exit"])
async def test_who_deletes_all_and_stops_the_bot_is_not_remembered_for_it(stage: Stage, button: str) -> None:
    await stage.client(Started())
    await stage.client(tap(button))  # type: ignore[arg-type]  # both are names of taps
    await stage.client(ClientBlocked())
    assert await stage.remembered() is None
    assert (await stage.counted())["blocked", ""] == 1


async def test_who_stops_the_bot_is_remembered_as_out_of_reach_until_they_return(stage: Stage) -> None:
    await stage.client(Started())
    await stage.client(ClientBlocked())
    assert await stage.remembered() == a_conversation(reachable=False)
    await stage.client(ClientReturned())
    assert await stage.remembered() == a_conversation()


async def test_what_delivery_learns_is_a_turn_and_its_parcel_is_gone(stage: Stage) -> None:
    case = await stage.open_case()
    await stage.press("claim")
    await stage.send_all()
    (reply,) = (await stage.say(7)).outgoing
    (told,) = await stage.service.learnt(reply.id, CHAT, ClientBlocked())
    assert (told.parcel.action, told.parcel.case) == (ShowAtDesk(Sentence("unreachable"), "sq"), case)
    assert await stage.waiting() == [told]


async def test_whoever_s_update_was_set_aside_hears_of_it(stage: Stage) -> None:
    came = await stage.take_in()
    async with stage.database.transaction() as tx:
        await inbox.set_aside(tx, came.first)
    assert actions(await stage.service.apologise(came.first, CHAT)) == [Show(Menu("failed"), "sq")]
    async with stage.database.transaction() as tx:
        assert (await tx.execute(select(INBOX.c.set_aside))).scalars().all() == [True]


async def test_what_is_counted_has_the_day_of_the_clock(stage: Stage) -> None:
    await stage.client(Started())
    stage.clock.advance(days=1)
    await stage.client(Started())
    async with stage.database.transaction() as tx:
        counted = select(COUNTS.c.day, COUNTS.c.n).where(COUNTS.c.kind == "started").order_by(COUNTS.c.day)
        rows = (await tx.execute(counted)).all()
        touched = (await tx.execute(select(CONVERSATIONS.c.touched))).scalar_one()
    assert [tuple(row) for row in rows] == [(TODAY, 1), (TODAY + timedelta(days=1), 1)]
    assert touched == TODAY + timedelta(days=1)


async def test_people_and_hours_are_counted_by_the_month_and_each_of_them_once(stage: Stage) -> None:
    for chat in (CHAT, CHAT, NEIGHBOUR):
        await stage.client(tap("topic", "asylum-facts"), chat)
    async with stage.database.transaction() as tx:
        rows = (await tx.execute(select(COUNTS).where(COUNTS.c.kind.in_(["people", "hour"])))).all()
    assert {(row.day, row.kind, row.subject, row.n) for row in rows} == {
        (TODAY.replace(day=1), "people", "reached", 2),
        (TODAY.replace(day=1), "people", "topic", 2),
        (TODAY.replace(day=1), "hour", "10", 3),
    }


async def test_what_a_poster_led_to_is_counted_under_it_and_the_next_turn_is_not(stage: Stage) -> None:
    await stage.client(Started("asylum-facts_kukes"))
    await stage.client(tap("topic", "asylum-facts"))
    async with stage.database.transaction() as tx:
        rows = (await tx.execute(select(COUNTS).where(COUNTS.c.kind == "topic"))).all()
    assert sorted((row.campaign, row.n) for row in rows) == [("", 1), ("asylum-facts_kukes", 1)]


async def test_whoever_has_everything_deleted_leaves_nothing_of_what_was_counted(stage: Stage) -> None:
    await stage.client(tap("topic", "asylum-facts"))
    told = await stage.told()
    assert told is not None
    assert (told.quarter, told.did) == ("2026-Q4", ("reached", "topic"))
    await stage.client(tap("erase"))
    assert await stage.told() is None


async def test_the_look_of_a_card_never_holds_up_the_words_of_its_case(stage: Stage) -> None:
    case = await stage.open_case()
    await stage.client(tap("end"))
    async with stage.database.transaction() as tx:
        rows = {row.lane for row in await tx.execute(select(OUTBOX))}
        (card,) = [
            each for each in await outbox.waiting(tx, VAULT) if getattr(each.parcel.action, "replaces", 0) == THE_CARD
        ]
    assert card.lane in rows - {KEY, stage.service.casework.case_lane(case)}
