"""The rules of the desk on cases that are stored: which desk, when it opens, what is due, what the trail keeps."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert, update

from bot.conversation.actions import Show
from bot.conversation.case_views import CaseWaits, Notice, ReferralReached
from bot.conversation.events import TextWritten
from bot.desk.actions import Announce, ChangeThread, ShowAtDesk
from bot.desk.case import FollowUp
from bot.desk.events import Said
from bot.desk.views import Queue, Sentence
from bot.desk_setting import Desk
from bot.storage import cases, relayed
from bot.storage.database import Database
from bot.storage.tables import CASES
from tests.builders import TODAY, a_service, some_packs
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
    key_of,
    staged,
    tap,
)

OTHER_GROUP = -1002183746502
TWO_DESKS = (Desk(GROUP, ("sq",)), Desk(OTHER_GROUP, ("en",), ("XK",)))
WORKING = "Mo-Fr 08:00-16:00; PH off"
MONDAY_EIGHT = int(datetime(2026, 11, 23, 7, tzinfo=UTC).timestamp())
PACKS = replace(some_packs(services=[a_service("al_office")]), holidays={"AL": frozenset({TODAY + timedelta(days=1)})})


def a_stage(database: Database, *desks: Desk, minutes: int = 5, keep_days: int = 14) -> Stage:
    knowledge = Canned().knowledge(PACKS, desk=bool(desks))
    return staged(database, knowledge, desks, minutes, timedelta(days=keep_days))


@pytest.fixture
def stage(database: Database) -> Stage:
    return a_stage(database, Desk(GROUP))


async def waits(stage: Stage, chat: int = CHAT) -> CaseWaits:
    """What somebody reads who has asked for a person."""
    (shown, *_) = actions(await stage.client(tap("accept"), chat))
    assert isinstance(shown, Show)
    assert isinstance(shown.view, CaseWaits)
    return shown.view


async def test_who_asks_hears_how_many_wait_before_them(stage: Stage) -> None:
    assert [(await waits(stage, CHAT + n)).before for n in range(3)] == [0, 1, 2]
    await stage.client(tap("end"), CHAT)
    await stage.client(tap("erase"), CHAT + 1)
    assert (await waits(stage, CHAT + 3)).before == 1


async def test_a_case_goes_to_the_desk_that_speaks_the_language_and_stays_there(database: Database) -> None:
    stage = a_stage(database, *TWO_DESKS)
    desks = stage.service.casework.desks
    await stage.client(tap("lang", "en"))
    await stage.open_case()
    assert (await stage.record()).desk == desks.key(TWO_DESKS[1])
    await stage.client(tap("lang", "sq"))
    await stage.client(tap("end"))
    await stage.client(tap("accept"))
    assert (await stage.record()).desk == desks.key(TWO_DESKS[1])


async def test_a_thread_is_in_the_language_of_its_desk_until_somebody_who_reads_another_has_the_case(
    database: Database,
) -> None:
    stage = a_stage(database, Desk(GROUP, ("en", "sq")))
    card = actions(await stage.client(tap("accept")))[-1]
    assert isinstance(card, ShowAtDesk)
    assert card.language == "en"
    await stage.open_case(NEIGHBOUR)
    await stage.command("language", "sq")
    said = [each for each in actions((await stage.press("claim")).outgoing) if isinstance(each, ShowAtDesk)]
    assert {each.language for each in said} == {"sq"}


async def test_where_two_desks_would_do_the_one_with_less_to_do_gets_the_case(database: Database) -> None:
    stage = a_stage(database, Desk(GROUP), Desk(OTHER_GROUP))
    went = []
    for chat in range(1, 5):
        await stage.open_case(chat, chat)
        went.append((await stage.record(chat)).desk)
    assert went == [VAULT.chat_key(GROUP), VAULT.chat_key(OTHER_GROUP)] * 2


async def test_each_desk_sees_its_own_cases_and_has_its_own_people(database: Database) -> None:
    stage = a_stage(database, Desk(GROUP), Desk(OTHER_GROUP))
    await stage.open_case(CHAT, THREAD)
    await stage.open_case(NEIGHBOUR, THREAD)
    await stage.at_desk(Said((7,), "//"), MIRA, THREAD, GROUP)
    await stage.at_desk(Said((7,), "//"), BESNIK, THREAD, OTHER_GROUP)
    async with database.transaction() as tx:
        known = [await stage.service.casework.known(tx, desk, "sq") for desk in stage.service.casework.desks.all]
    assert [[one.name for one in each.colleagues] for each in known] == [["Mira"], ["Besnik"]]
    (shown,) = actions((await stage.command("queue", by=BESNIK)).outgoing)
    assert isinstance(shown, ShowAtDesk)
    assert isinstance(shown.view, Queue)
    assert [one.case for one in shown.view.cases] == [(await stage.record(CHAT)).id]


async def test_a_case_of_the_time_of_one_desk_belongs_to_the_first_one_only(database: Database) -> None:
    stage = a_stage(database, Desk(GROUP), Desk(OTHER_GROUP))
    number = await stage.open_case()
    async with database.transaction() as tx:
        await tx.execute(update(CASES).where(CASES.c.id == number).values(desk=None))
    assert (await stage.at_desk(Said((7,), "Mirë."), MIRA, THREAD, OTHER_GROUP)).outgoing == ()
    told = ShowAtDesk(Sentence("unclaimed"), "sq", reply_to=8)
    assert actions((await stage.at_desk(Said((8,), "Mirë."), MIRA, THREAD, GROUP)).outgoing) == [told]


@pytest.mark.parametrize(
    ("at", "hours", "opens"),
    [
        (datetime(2026, 11, 20, 9, tzinfo=UTC), WORKING, None),
        (datetime(2026, 11, 20, 20, tzinfo=UTC), WORKING, MONDAY_EIGHT + 86400),
        (datetime(2026, 11, 24, 6, tzinfo=UTC), WORKING, MONDAY_EIGHT + 86400),
        (datetime(2026, 11, 20, 20, tzinfo=UTC), None, None),
        (datetime(2026, 11, 20, 20, tzinfo=UTC), "24/7", None),
        (datetime(2026, 11, 20, 20, tzinfo=UTC), "whenever", None),
    ],
    ids=["open", "over a holiday", "in the morning", "no hours", "always", "nonsense"],
)
async def test_outside_of_its_hours_it_is_said_when_the_desk_opens(
    database: Database, at: datetime, hours: str | None, opens: int | None
) -> None:
    stage = a_stage(database, Desk(GROUP, (), ("AL",), hours))
    stage.clock.now = at
    assert (await waits(stage)).opens == opens
    assert (await stage.record()).case.begins == (opens or int(at.timestamp()))


async def test_the_desk_is_called_as_often_as_the_settings_say(database: Database) -> None:
    stage, seen = a_stage(database, Desk(GROUP), minutes=20), []
    await stage.open_case()
    for _ in range(90):
        stage.clock.advance(minutes=1)
        told = [each.view.what for each in actions(await stage.look()) if isinstance(each, ShowAtDesk)
                and isinstance(each.view, Sentence)]  # fmt: skip
        seen += [(int((stage.clock.now - START).total_seconds()) // 60, what) for what in told]
    assert seen == [(20, "second_call"), (40, "on_duty"), (60, "on_duty"), (60, "partner")]


START = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


async def test_whoever_is_on_duty_is_called_by_name_until_their_turn_is_over(stage: Stage) -> None:
    await stage.command("duty")
    await stage.command("help", by=BESNIK)
    await stage.open_case()
    stage.clock.advance(minutes=10)
    called = [each.view for each in actions(await stage.look()) if isinstance(each, ShowAtDesk)]
    assert Sentence("on_duty", "Mira", number=10, mentions=(MIRA.number,)) in called
    stage.clock.advance(hours=12)
    async with stage.database.transaction() as tx:
        assert (await stage.service.casework.known(tx, Desk(GROUP), "sq")).on_duty == ()


async def test_a_closed_case_is_forgotten_when_its_days_are_over_and_not_before(database: Database) -> None:
    stage = a_stage(database, Desk(GROUP), keep_days=3)
    case = await stage.open_case()
    await stage.client(tap("end"))
    stage.clock.advance(days=3, seconds=-1)
    await stage.look()
    assert (await stage.record()).id == case
    stage.clock.advance(seconds=1)
    assert actions(await stage.look()) == [ChangeThread("delete")]
    assert await stage.found() is None
    assert await stage.deeds(case) == [("opened", None), ("closed", None), ("erased", None)]
    assert await stage.look() == []


async def test_which_message_was_which_is_forgotten_in_the_same_commit_as_the_chat(stage: Stage) -> None:
    case = await stage.open_case()
    async with stage.database.transaction() as tx:
        await relayed.add(tx, case, [(40, 901)], from_client=True)
    await stage.client(tap("erase"))
    assert (await stage.rows())["relayed"] == []


async def test_who_deletes_everything_long_after_the_case_was_closed_is_forgotten_at_once(stage: Stage) -> None:
    await stage.open_case()
    await stage.press("claim")
    await stage.press("close", "informed")
    stage.clock.advance(days=5)
    queued = actions(await stage.client(tap("erase")))
    assert ChangeThread("delete") in queued
    assert [each.view.what for each in queued if isinstance(each, Announce)] == ["deleted_by_client"]  # type: ignore[union-attr]  # it is a sentence
    assert await stage.found() is None


async def test_where_there_is_no_desk_any_more_what_was_promised_to_clients_is_kept(database: Database) -> None:
    """A pilot ends, UDHA_DESK_CHAT is taken out, and old cases must not lead to their clients for ever."""
    before = a_stage(database, Desk(GROUP))
    for chat, thread in ((CHAT, THREAD), (NEIGHBOUR, THREAD + 1), (CHAT + 5, THREAD + 5)):
        await before.open_case(chat, thread)
    await before.client(tap("end"), CHAT)
    stage = a_stage(database)
    stage.updates = before.updates
    stage.clock.advance(days=14)
    assert not [each for each in await stage.look() if each.parcel.for_desk]
    assert await stage.found(CHAT) is None
    assert actions(await stage.client(tap("erase"), NEIGHBOUR)) == [Show(Notice("deleted"), "sq", 40)]
    assert await stage.found(NEIGHBOUR) is None
    assert actions(await stage.client(tap("end"), CHAT + 5)) == [Show(Notice("case_ended"), "sq", 40)]
    assert (await stage.record(CHAT + 5)).case.ended == "client"


async def test_the_trail_has_who_did_what_and_when(stage: Stage) -> None:
    case = await stage.open_case()
    for name, argument, by in (
        ("claim", "", MIRA), ("urgent", "on", BESNIK), ("take", key_of(MIRA).hex(), BESNIK), ("release", "", BESNIK),
        ("claim", "", MIRA), ("close", "informed", MIRA),
    ):  # fmt: skip
        stage.clock.advance(minutes=1)
        await stage.press(name, argument, by=by)  # type: ignore[arg-type]  # each is the name of a tap
    expected = [None, MIRA, BESNIK, BESNIK, BESNIK, MIRA, MIRA]
    assert [deed for deed, _ in await stage.deeds(case)] == [
        "opened", "claimed", "urgent", "taken", "released", "claimed", "closed"
    ]  # fmt: skip
    assert [by for _, by in await stage.deeds(case)] == [key_of(one) if one else None for one in expected]
    rows = (await stage.rows())["trail"]
    assert [row[2] - rows[0][2] for row in rows] == [0, 60, 120, 180, 240, 300, 360]


async def test_some_days_after_a_referral_the_client_is_asked_once(stage: Stage) -> None:
    await stage.open_case()
    await stage.press("claim")
    await stage.press("refer", "al_office")
    await stage.client(tap("refer", "yes", "al_office"))
    assert (await stage.record()).case.follow_ups == (FollowUp("al_office", stage.service.casework.now + 7 * 86400),)
    stage.clock.advance(days=7)
    assert actions(await stage.look()) == [Show(ReferralReached("al_office"), "sq", silent=True)]
    stage.clock.advance(days=7)
    assert await stage.look() == []


async def test_a_case_of_an_earlier_version_goes_on_with_a_reckoning_that_a_person_can_read(stage: Stage) -> None:
    address = VAULT.seal(b"%d" % CHAT, cases.PURPOSE + KEY)
    row = {"chat_key": KEY, "address": address, "opened_on": TODAY - timedelta(days=2), "thread": THREAD}
    async with stage.database.transaction() as tx:
        await tx.execute(insert(CASES), row)
    assert actions((await stage.say(7)).outgoing) == [ShowAtDesk(Sentence("unclaimed"), "sq", reply_to=7)]
    sentences = [each.view for each in actions(await stage.look()) if isinstance(each, ShowAtDesk)]
    assert Sentence("on_duty", number=2 * 24 * 60 + 9 * 60) in sentences
    await stage.press("claim")
    assert await stage.look() == []
    (shown,) = (await stage.say(8)).outgoing
    assert shown.parcel.chat == CHAT


async def test_words_of_a_client_without_a_case_go_nowhere(stage: Stage) -> None:
    await stage.open_case()
    await stage.client(tap("end"))
    assert not [each for each in await stage.client(TextWritten("azil?", 40)) if each.parcel.for_desk]
