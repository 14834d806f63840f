"""The outbox: in order, each parcel once, nobody can read it, and gone when it is sent."""

from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from bot.conversation.actions import Action, Alert, CopyToDesk, EditAtDesk, Show, ShowOnMap, Wipe
from bot.conversation.case_views import AskShare, CaseWaits, Notice, ReferralAsked, ReferralReached, Reply
from bot.conversation.views import Danger, HelpersFor, Menu, Services, TopicShown, View
from bot.desk.actions import Announce, ChangeThread, CopyToClient, DeskAction, EditAtClient, ShowAtDesk, TakeBack
from bot.desk.case import Case, Colleague, FollowUp
from bot.desk.console import AnswerAsker, ConsoleAction, LetIn
from bot.desk.views import CaseCard, ChooseColleague, DeskView, Queue, QueuedCase, Sentence
from bot.directory.offer import Offer
from bot.errors import SecretKeyError
from bot.storage import outbox
from bot.storage.database import Database
from bot.storage.outbox import SHAPE, Outgoing, Parcel
from bot.storage.tables import OUTBOX
from tests.storage.storing import CHAT, KEY, OTHER_VAULT, VAULT

DESK_LANE = VAULT.chat_key(-1, 7)
VIEWS = (
    Menu("button"),
    TopicShown("asylum-facts", "steps", "sq"),
    Danger("held", None, desk=True),
    HelpersFor("asylum-facts", "kukes", (Offer("al_office", 2.5), Offer("al_line"))),
    Services("kukes", None, (Offer("al_office", 0.0),), ("legal_aid",), 3, 9, abroad=True),
    CaseWaits(3, 1_795_338_000, lines=True),
    AskShare("face", (40, 41)),
    Reply("greeting"),
    ReferralAsked("al_office"),
    ReferralReached("al_office"),
    Notice("left"),
)
MIRA = Colleague("6d" * 16, "Mira")
CASE = Case("sq", 1_795_338_000, "kukes", status="held", holder=MIRA, follow_ups=(FollowUp("al_office", 1),))
OF_CLIENTS = (ShowOnMap("al_office", "sq"), Wipe())
FROM_DESK = (CopyToClient((41, 42), 40, "a passage"), EditAtClient(41, "<b>asylum</b>"), TakeBack(None, 43))
AT_DESK = (
    CopyToDesk((40, 41), 39, "a passage"),
    EditAtDesk(40, "<i>asylum</i>", caption=True),
    ShowAtDesk(CaseCard(CASE), "sq", -1, silent=True),
    ShowAtDesk(ChooseColleague((MIRA,)), "en", reply_to=44),
    ShowAtDesk(Queue((QueuedCase(7, None, 3, CASE),), ("Mira",), 12), "sq"),
    ChangeThread("delete"),
    Announce(Sentence("on_duty", "Mira", "al_office", 9, (700100200301,)), "sq"),
    Alert("held", "sq", "kukes", "AL"),
)
FOR_CONSOLE = (LetIn(700100200301, -1002183746501, "editor", "en", 44), AnswerAsker("ended", "sq", 44, 3, "udha_bot"))
PARCELS = (
    *((KEY, Parcel(CHAT, Show(view, "en", 40))) for view in VIEWS),
    *((KEY, Parcel(CHAT, action, traced=False)) for action in OF_CLIENTS),
    *((KEY, Parcel(CHAT, action, 7)) for action in FROM_DESK),
    *((DESK_LANE, Parcel(CHAT, action, 7, 77)) for action in AT_DESK),
    *((DESK_LANE, Parcel(CHAT, action, thread=77)) for action in FOR_CONSOLE),
)


async def put(database: Database, update_id: int, *parcels: tuple[bytes, Parcel]) -> list[Outgoing]:
    async with database.transaction() as tx:
        return await outbox.put(tx, VAULT, update_id, parcels)


async def waiting(database: Database) -> list[Outgoing]:
    async with database.transaction() as tx:
        return await outbox.waiting(tx, VAULT)


async def test_what_was_put_in_waits_unchanged_and_in_order(database: Database) -> None:
    queued = await put(database, 1, *PARCELS)
    assert [(outgoing.lane, outgoing.parcel) for outgoing in queued] == list(PARCELS)
    assert await waiting(database) == queued


@pytest.mark.parametrize("count", [0, 1, 2])
async def test_any_number_of_parcels_can_be_put_in(database: Database, count: int) -> None:
    assert len(await put(database, 1, *PARCELS[:count])) == count
    assert len(await waiting(database)) == count


async def test_later_turns_come_after_earlier_ones(database: Database) -> None:
    first, second = await put(database, 9, *PARCELS[:3]), await put(database, 2, *PARCELS[3:])
    assert await waiting(database) == [*first, *second]


async def test_what_was_sent_is_gone(database: Database) -> None:
    first, second = await put(database, 1, *PARCELS[:2])
    async with database.transaction() as tx:
        await outbox.sent(tx, first.id)
    assert await waiting(database) == [second]


async def test_a_number_is_not_given_a_second_time(database: Database) -> None:
    (first,) = await put(database, 1, PARCELS[0])
    async with database.transaction() as tx:
        await outbox.sent(tx, first.id)
    (second,) = await put(database, 2, PARCELS[0])
    assert second.id > first.id


async def test_a_turn_cannot_be_queued_twice(database: Database) -> None:
    await put(database, 1, *PARCELS[:2])
    with pytest.raises(IntegrityError):
        await put(database, 1, *PARCELS[:2])
    assert len(await waiting(database)) == 2


async def test_a_parcel_that_waits_cannot_be_read(database: Database) -> None:
    await put(database, 1, *PARCELS)
    async with database.transaction() as tx:
        sealed = (await tx.execute(select(OUTBOX.c.sealed))).scalars().all()
    assert not any(b"%d" % CHAT in each or b"asylum" in each for each in sealed)


async def test_a_parcel_does_not_open_with_another_secret(database: Database) -> None:
    await put(database, 1, PARCELS[0])
    with pytest.raises(SecretKeyError):
        async with database.transaction() as tx:
            await outbox.waiting(tx, OTHER_VAULT)


async def test_a_parcel_moved_to_another_lane_does_not_open(database: Database) -> None:
    await put(database, 1, PARCELS[0])
    async with database.transaction() as tx:
        sealed = (await tx.execute(select(OUTBOX.c.sealed))).scalar_one()
        await tx.execute(insert(OUTBOX), {"update_id": 2, "n": 0, "lane": DESK_LANE, "sealed": sealed})
    with pytest.raises(SecretKeyError):
        await waiting(database)


FAR = st.floats(0, 20_038)
"""Kilometres: half the way round the Earth."""
st.register_type_strategy(float, FAR)
st.register_type_strategy(Offer, st.builds(Offer, st.text(), st.none() | FAR))
"""No two places are farther apart than half the way round the earth (km)."""
KINDS = sorted({*get_args(Action), *get_args(DeskAction), *get_args(ConsoleAction)}, key=lambda kind: kind.__name__)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.data())
def test_every_action_there_can_be_survives_the_storage(kind: type[Any], data: st.DataObject) -> None:
    numbers = st.none() | st.integers()
    parcel = data.draw(st.builds(Parcel, st.integers(), st.from_type(kind), numbers, numbers, st.booleans()))
    assert SHAPE.validate_json(SHAPE.dump_json(parcel)) == parcel


@pytest.mark.parametrize("view", [*get_args(View), *get_args(DeskView)])
@given(st.data())
def test_every_view_there_can_be_survives_the_storage(view: type[Any], data: st.DataObject) -> None:
    shown = data.draw(st.from_type(view))
    action = Show(shown, "sq") if view in get_args(View) else ShowAtDesk(shown, "sq")
    parcel = Parcel(CHAT, action)
    assert SHAPE.validate_json(SHAPE.dump_json(parcel)) == parcel


def test_no_two_actions_have_the_same_name_in_the_storage() -> None:
    assert len({kind.kind for kind in KINDS}) == len(KINDS)


def test_only_what_is_done_in_a_group_of_counsellors_is_for_the_desk() -> None:
    assert [action for action in (*OF_CLIENTS, *FROM_DESK) if Parcel(CHAT, action).for_desk] == []
    assert [action for action in AT_DESK if not Parcel(CHAT, action).for_desk] == []


WRITTEN_BEFORE = (
    b'{"chat": 1, "action": {"kind": "to_desk", "message_id": 40}, "case": 7}',
    b'{"chat": 1, "action": {"kind": "show", "language": "sq", "view": {"kind": "notice", "what": "case_opened"}}}',
    b'{"chat": 1, "action": {"kind": "close_case"}, "case": 7}',
)


async def test_what_another_version_left_unsent_keeps_nothing_else_from_being_sent(database: Database) -> None:
    """Without this the bot would not start again after an update."""
    async with database.transaction() as tx:
        for n, parcel in enumerate(WRITTEN_BEFORE):
            sealed = VAULT.seal(parcel, outbox.PURPOSE + KEY)
            await tx.execute(insert(OUTBOX), {"update_id": 1, "n": n, "lane": KEY, "sealed": sealed})
    queued = await put(database, 2, *PARCELS)
    assert await waiting(database) == queued
    async with database.transaction() as tx:
        assert len((await tx.execute(select(OUTBOX))).all()) == len(queued)
