"""The outbox: in order, each parcel once, nobody can read it, and gone when it is sent."""

from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from bot.conversation.actions import Action, CloseCase, CopyToClient, CopyToDesk, OpenCase, Show, TellDesk
from bot.conversation.views import Danger, HelpersFor, Menu, Services, TopicShown
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
)
PARCELS = (
    *((KEY, Parcel(CHAT, Show(view, "en", 40))) for view in VIEWS),
    (DESK_LANE, Parcel(CHAT, OpenCase("sq", "kukes", None, "held"), 7)),
    (DESK_LANE, Parcel(CHAT, CopyToDesk(40), 7)),
    (KEY, Parcel(CHAT, CopyToClient(41), 7)),
    (DESK_LANE, Parcel(CHAT, TellDesk("edited"), 7)),
    (DESK_LANE, Parcel(CHAT, CloseCase(), 7)),
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


@given(st.builds(Parcel, st.integers(), st.one_of([st.from_type(kind) for kind in get_args(Action)])))
def test_every_action_there_can_be_survives_the_storage(parcel: Parcel) -> None:
    assert SHAPE.validate_json(SHAPE.dump_json(parcel)) == parcel


def test_only_what_a_counsellor_sees_is_for_the_desk() -> None:
    assert [parcel.for_desk for _, parcel in PARCELS] == [False] * 5 + [True, True, False, True, True]
    assert not replace(PARCELS[0][1], case=None).for_desk
