"""One turn at the desk on a real database: whole and once, with the client's chat, and none of anybody else's."""

import pytest
from sqlalchemy import event as sqlalchemy_event

from bot.conversation.actions import CopyToDesk, Show
from bot.conversation.case_views import Notice
from bot.conversation.events import CommandGiven, MediaSent, TextWritten
from bot.desk.actions import ChangeThread, CopyToClient, ShowAtDesk
from bot.desk.events import Commanded, Pressed, Said, ThreadClosed, ThreadReopened, TimePassed
from bot.desk.taps import DeskTap
from bot.desk.views import Help, Queue, Sentence
from bot.desk_service import NOTHING, DeskService, Person, Where
from bot.storage import conversations, counsellors, outbox
from bot.storage.counsellors import Counsellor
from bot.storage.database import Database
from tests.builders import a_conversation, some_town_and_its_services
from tests.fakes import Canned
from tests.stage import (
    BESNIK,
    CHAT,
    GROUP,
    KEY,
    MIRA,
    NEIGHBOUR,
    THREAD,
    VAULT,
    Stage,
    actions,
    colleague,
    key_of,
    staged,
    tap,
)

HOUR = 3600


@pytest.fixture
def stage(database: Database) -> Stage:
    return staged(database, Canned().knowledge(some_town_and_its_services()))


async def counsellor(stage: Stage, number: int) -> Counsellor | None:
    async with stage.database.transaction() as tx:
        return await counsellors.get(tx, VAULT, counsellors.key_of(VAULT, number))


async def status(stage: Stage) -> tuple[str, str]:
    """Of the case, and what the client's chat knows of it."""
    conversation = await stage.remembered()
    return (await stage.record()).case.status, conversation.case if conversation else ""


async def test_a_case_that_is_claimed_is_held_and_the_client_is_told(stage: Stage) -> None:
    case = await stage.open_case()
    done = await stage.press("claim")
    assert done.toast == Sentence("claimed")
    assert Show(Notice("case_held"), "sq") in actions(done.outgoing)
    assert (await stage.record()).case.holder == colleague(MIRA)
    assert await status(stage) == ("held", "held")
    assert await stage.deeds(case) == [("opened", None), ("claimed", key_of(MIRA))]


async def test_only_the_words_of_who_has_the_case_go_to_the_client_and_only_to_theirs(stage: Stage) -> None:
    await stage.open_case()
    theirs = await stage.open_case(NEIGHBOUR, THREAD + 1)
    assert actions((await stage.say(7)).outgoing) == [ShowAtDesk(Sentence("unclaimed"), "sq", reply_to=7)]
    for thread, by in ((THREAD, MIRA), (THREAD + 1, BESNIK)):
        await stage.at_desk(Pressed(DeskTap("claim"), 60), by, thread)
    (sent,) = (await stage.at_desk(Said((8,), "Mirë."), BESNIK, THREAD + 1)).outgoing
    assert (sent.parcel.chat, sent.lane, sent.parcel.case) == (NEIGHBOUR, VAULT.chat_key(NEIGHBOUR), theirs)
    not_theirs = (await stage.say(9, by=BESNIK)).outgoing
    assert actions(not_theirs) == [ShowAtDesk(Sentence("not_yours", "Mira"), "sq", reply_to=9)]


async def test_an_update_of_the_desk_is_applied_once(stage: Stage) -> None:
    await stage.open_case()
    await stage.press("claim")
    came, where, said = await stage.take_in(GROUP), Where(GROUP, THREAD), Said((7,), "Mirë.")
    assert actions((await stage.desk.turn(came, where, said, MIRA)).outgoing) == [CopyToClient((7,))]
    before = await stage.rows()
    assert await stage.desk.turn(came, where, said, MIRA) == NOTHING
    assert await stage.rows() == before


@pytest.mark.parametrize("button", ["claim", "close", "urgent", "queue"])
async def test_a_turn_at_the_desk_is_one_commit(stage: Stage, button: str) -> None:
    await stage.open_case()
    came = await stage.take_in(GROUP)
    engine = stage.database.engine
    writes: list[object] = []
    sqlalchemy_event.listen(
        getattr(engine, "sync_engine", engine),
        "before_cursor_execute",
        lambda *said: None if said[2].startswith(("SELECT", "BEGIN")) else writes.append(said[2]),
    )
    commits: list[int] = []
    sqlalchemy_event.listen(getattr(engine, "sync_engine", engine), "commit", lambda _: commits.append(len(writes)))
    tapped = Pressed(DeskTap(button, "informed"), 60)  # type: ignore[arg-type]  # each is the name of a tap
    await stage.desk.turn(came, Where(GROUP, THREAD), tapped, MIRA)
    assert len([at for at, before in zip(commits, [0, *commits], strict=False) if at > before]) == 1


async def test_a_thread_that_is_no_case_s_is_none_of_our_business(stage: Stage) -> None:
    await stage.open_case()
    before = await stage.rows()
    for event in (Said((7,), "Kush vjen nesër?"), ThreadClosed(), Pressed(DeskTap("claim"), 60)):
        assert (await stage.at_desk(event, thread=THREAD + 5)).outgoing == ()
    after = await stage.rows()
    assert after["inbox"] == []
    same = ("cases", "conversations", "outbox", "trail", "relayed")
    assert {name: after[name] for name in same} == {name: before[name] for name in same}


async def test_what_is_said_in_general_reaches_nobody(stage: Stage) -> None:
    await stage.open_case()
    await stage.press("claim")
    assert (await stage.at_desk(Said((7,), "Mirë."), MIRA, None)).outgoing == ()


async def test_a_group_that_is_no_desk_is_none_of_our_business(stage: Stage) -> None:
    await stage.open_case()
    assert await stage.at_desk(Said((7,), "Mirë."), group=GROUP - 1) == NOTHING


async def test_an_anonymous_administrator_can_claim_nothing(stage: Stage) -> None:
    await stage.open_case()
    assert (await stage.press("claim", by=None)).toast == Sentence("anonymous")
    assert await stage.command("queue") != NOTHING
    assert await stage.at_desk(Commanded("queue", 61), None, None) == NOTHING
    assert await status(stage) == ("waiting", "open")


async def test_the_client_s_chat_follows_what_becomes_of_the_case(stage: Stage) -> None:
    await stage.open_case()
    followed = []
    for press in (("claim", ""), ("release", ""), ("claim", ""), ("close", "informed"), ("reopen", "")):
        await stage.press(*press)
        followed.append(await status(stage))
    assert followed == [("held", "held"), ("waiting", "open"), ("held", "held"), ("closed", "none"), ("held", "held")]


async def test_a_client_whose_conversation_was_forgotten_is_led_to_the_counsellor_all_the_same(stage: Stage) -> None:
    """A closed case may be kept for longer than a conversation; who opens it again must be heard by the client."""
    await stage.open_case()
    await stage.press("claim")
    await stage.press("close", "informed")
    async with stage.database.transaction() as tx:
        await conversations.forget(tx, KEY)
    await stage.press("reopen")
    assert await status(stage) == ("held", "held")
    assert actions(await stage.client(TextWritten("po", 43))) == [CopyToDesk((43,))]


async def test_who_has_left_in_a_hurry_is_not_remembered_again_when_the_desk_goes_on(stage: Stage) -> None:
    await stage.open_case()
    await stage.press("claim")
    await stage.client(tap("exit"))
    for name in ("reopen", "claim", "case"):
        await stage.press(name)
    await stage.say(9)
    assert await stage.remembered() is None
    assert (await stage.record()).case.ended == "left"


async def test_a_closed_thread_closes_the_case_whoever_did_it_and_an_open_one_opens_it(stage: Stage) -> None:
    case = await stage.open_case()
    closed = await stage.at_desk(ThreadClosed(), None)
    assert Show(Notice("case_closed"), "sq") in actions(closed.outgoing)
    assert await status(stage) == ("closed", "none")
    assert ChangeThread("close") in actions((await stage.at_desk(ThreadReopened(), None)).outgoing)
    await stage.at_desk(ThreadReopened(), BESNIK)
    assert await status(stage) == ("held", "held")
    assert [deed for deed, _ in await stage.deeds(case)] == ["opened", "closed", "reopened"]


async def test_the_thread_of_a_case_that_leads_to_nobody_answers_kindly_and_writes_to_nobody(stage: Stage) -> None:
    case = await stage.open_case()
    await stage.client(tap("erase"))
    await stage.send_all()
    before = (await stage.rows())["cases"]
    said, pressed = await stage.say(9), await stage.press("claim")
    assert actions(said.outgoing) == [ShowAtDesk(Sentence("closed"), "sq", reply_to=9)]
    assert pressed.toast == Sentence("closed")
    assert not [each for each in (*said.outgoing, *pressed.outgoing) if not each.parcel.for_desk]
    assert {each.parcel.case for each in (*said.outgoing, *pressed.outgoing)} == {case}
    assert (await stage.rows())["cases"] == before


async def test_a_counsellor_is_remembered_by_their_newest_name_at_the_desk_where_they_are(stage: Stage) -> None:
    await stage.open_case()
    await stage.say(7)
    here, today = VAULT.chat_key(GROUP).hex(), stage.service.casework.now // 86400
    assert await counsellor(stage, MIRA.number) == Counsellor(MIRA.number, "Mira", here, seen=today)
    stage.clock.advance(days=3)
    await stage.at_desk(Said((8,), "//"), Person(MIRA.number, "Mirela"))
    assert await counsellor(stage, MIRA.number) == Counsellor(MIRA.number, "Mirela", here, seen=today + 3)


async def test_duty_and_language_are_each_counsellor_s_own_and_stay(stage: Stage) -> None:
    await stage.open_case()
    on = await stage.command("duty")
    chosen = await stage.command("language", "en")
    assert actions(on.outgoing) == [ShowAtDesk(Sentence("duty_on", "Mira"), "sq", reply_to=61)]
    assert actions(chosen.outgoing) == [ShowAtDesk(Sentence("language"), "en", reply_to=61)]
    known = await counsellor(stage, MIRA.number)
    assert known is not None
    assert (known.language, known.duty) == ("en", stage.service.casework.now + 12 * HOUR)
    await stage.press("claim")
    assert (await stage.record()).case.holder == colleague(MIRA, "en")
    off = await stage.command("duty", "off")
    assert actions(off.outgoing) == [ShowAtDesk(Sentence("duty_off", "Mira"), "en", reply_to=61)]


async def test_the_queue_is_shown_where_it_was_asked_for_with_what_waits_and_who_is_on_duty(stage: Stage) -> None:
    first, second = await stage.open_case(), await stage.open_case(NEIGHBOUR, THREAD + 1)
    await stage.command("duty", by=BESNIK)
    stage.clock.advance(minutes=7)
    (shown,) = (await DeskService(stage.service, lambda group: group + 3 - GROUP).turn(
        await stage.take_in(GROUP), Where(GROUP, THREAD), Commanded("queue", 61), MIRA
    )).outgoing  # fmt: skip
    view = shown.parcel.action.view if isinstance(shown.parcel.action, ShowAtDesk) else None
    assert isinstance(view, Queue)
    assert [(one.case, one.thread, one.minutes) for one in view.cases] == [(first, THREAD, 7), (second, THREAD + 1, 7)]
    assert (view.on_duty, view.used) == (("Besnik",), 3)
    assert (shown.parcel.chat, shown.parcel.case, shown.parcel.thread) == (GROUP, None, THREAD)
    assert shown.lane == VAULT.chat_key(GROUP, THREAD)


async def test_help_is_given_in_general_too(stage: Stage) -> None:
    (shown,) = (await stage.command("help")).outgoing
    assert (shown.parcel.action, shown.parcel.thread) == (ShowAtDesk(Help(), "sq", reply_to=61), None)


async def test_a_case_can_be_handed_to_whoever_was_seen_at_the_desk(stage: Stage) -> None:
    case = await stage.open_case()
    await stage.command("help", by=BESNIK)
    await stage.press("claim")
    done = await stage.press("hand", key_of(BESNIK).hex())
    assert (await stage.record()).case.holder == colleague(BESNIK)
    assert Show(Notice("case_passed"), "sq") in actions(done.outgoing)
    assert (await stage.deeds(case))[-1] == ("handed", key_of(MIRA))
    assert actions((await stage.say(9)).outgoing) == [ShowAtDesk(Sentence("not_yours", "Besnik"), "sq", reply_to=9)]


async def test_what_the_client_reads_is_in_the_language_that_they_speak_now(stage: Stage) -> None:
    await stage.open_case()
    await stage.client(tap("lang", "en"))
    assert Show(Notice("case_held"), "en") in actions((await stage.press("claim")).outgoing)


async def test_a_sentence_about_a_parcel_comes_into_its_thread_and_the_parcel_is_gone(stage: Stage) -> None:
    case = await stage.open_case()
    await stage.press("claim")
    await stage.send_all()
    (reply,) = (await stage.say(7)).outgoing
    (told,) = await stage.desk.tell(reply, Sentence("not_copied"), 7)
    assert (told.parcel.action, told.parcel.case) == (ShowAtDesk(Sentence("not_copied"), "sq", reply_to=7), case)
    assert told.lane == stage.service.casework.case_lane(case)
    assert await stage.waiting() == [told]


async def test_what_is_noted_with_a_sentence_is_noted_in_the_same_commit(stage: Stage) -> None:
    await stage.open_case()
    await stage.press("claim")
    (reply,) = (await stage.say(7)).outgoing
    before = await stage.rows()

    async def fails(_tx: object) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await stage.desk.tell(reply, Sentence("taken_back"), 7, [fails])
    assert await stage.rows() == before


async def test_nothing_is_told_of_a_parcel_of_no_case_nor_of_a_closed_one(stage: Stage) -> None:
    (shown,) = await stage.client(CommandGiven("menu"))
    assert await stage.desk.tell(shown, Sentence("not_copied"), None) == ()
    await stage.open_case()
    await stage.press("claim")
    (reply,) = (await stage.say(7)).outgoing
    await stage.client(tap("end"))
    assert await stage.desk.tell(reply, Sentence("not_copied"), 7) == ()
    async with stage.database.transaction() as tx:
        assert reply not in await outbox.waiting(tx, VAULT)


async def test_a_client_is_told_once_that_the_desk_cannot_be_reached(stage: Stage) -> None:
    case = await stage.open_case()
    (told,) = await stage.desk.unheard(case)
    assert (told.parcel.action, told.lane) == (Show(Notice("desk_away"), "sq"), KEY)
    assert await stage.desk.unheard(case) == ()
    assert await stage.desk.unheard(case + 1) == ()
    await stage.client(tap("end"))
    assert await stage.desk.unheard(case) == ()


async def test_media_and_its_consent_lead_to_the_thread(stage: Stage) -> None:
    await stage.open_case()
    assert CopyToDesk((40,)) not in actions(await stage.client(MediaSent("photo", (40,))))
    assert CopyToDesk((40,)) in actions(await stage.client(tap("share", "40")))


@pytest.mark.parametrize("event", [Said((7,), "Mirë."), Pressed(DeskTap("close", "informed"), 60), TimePassed()])
async def test_a_case_whose_thread_was_closed_stays_closed(stage: Stage, event: Said | Pressed | TimePassed) -> None:
    await stage.open_case()
    await stage.at_desk(ThreadClosed(), MIRA)
    done = await stage.at_desk(event)
    assert not [each for each in done.outgoing if each.parcel.chat == CHAT and not each.parcel.for_desk]
    assert ChangeThread("close") not in actions(done.outgoing)
    assert await status(stage) == ("closed", "none")
    assert await stage.remembered() == a_conversation()
