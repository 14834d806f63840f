"""Proposals of providers: sealed, few for one service, and gone when they are decided or old."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select, update

from bot.errors import SecretKeyError
from bot.packs.correction import Change, Correction
from bot.storage import proposals
from bot.storage.database import Database
from bot.storage.proposals import KEPT, MOST, Proposal
from bot.storage.tables import PROPOSALS
from tests.storage.storing import OTHER_VAULT, TODAY, VAULT

CORRECTION = Correction(
    changes=(
        Change(field="phones", old=("129",), new=("129", "+355 4 222 3344")),
        Change(field="name", language="sq", old="Zyra", new="Zyra e re"),
        Change(field="women_staff", old=False, new=True),
        Change(field="cost", old="free", new=None),
    ),
    remark="Ask for the first floor.",
)


async def kept(database: Database, service: str = "al_line", on: date = TODAY) -> bool:
    async with database.transaction() as tx:
        return await proposals.put(tx, VAULT, service, CORRECTION, on)


async def waiting(database: Database) -> list[Proposal]:
    async with database.transaction() as tx:
        return await proposals.waiting(tx, VAULT)


async def test_what_a_provider_wants_comes_back_as_it_was_given(database: Database) -> None:
    assert await kept(database)
    (found,) = await waiting(database)
    assert (found.service, found.given_on, found.correction) == ("al_line", TODAY, CORRECTION)
    async with database.transaction() as tx:
        assert await proposals.by_id(tx, VAULT, found.id) == found
        assert await proposals.by_id(tx, VAULT, found.id + 1) is None


async def test_what_is_decided_is_gone_and_its_number_does_not_come_again(database: Database) -> None:
    await kept(database)
    ((first),) = await waiting(database)
    async with database.transaction() as tx:
        assert await proposals.done(tx, first.id)
        assert not await proposals.done(tx, first.id)
    await kept(database)
    ((second),) = await waiting(database)
    assert second.id > first.id


async def test_so_many_wait_for_one_service_and_no_more(database: Database) -> None:
    assert [await kept(database) for _ in range(MOST + 1)] == [True] * MOST + [False]
    assert await kept(database, "al_other")
    assert len(await waiting(database)) == MOST + 1


async def test_one_that_nobody_decides_on_is_forgotten(database: Database) -> None:
    await kept(database, on=TODAY - KEPT - timedelta(days=1))
    await kept(database, on=TODAY - KEPT)
    async with database.transaction() as tx:
        await proposals.forget_old(tx, TODAY)
    assert [each.given_on for each in await waiting(database)] == [TODAY - KEPT]


async def test_it_cannot_be_read_nor_moved_to_another_service(database: Database) -> None:
    await kept(database)
    async with database.transaction() as tx:
        assert b"floor" not in (await tx.execute(select(PROPOSALS.c.sealed))).scalar_one()
        with pytest.raises(SecretKeyError):
            await proposals.waiting(tx, OTHER_VAULT)
        await tx.execute(update(PROPOSALS).values(service="al_other"))
        with pytest.raises(SecretKeyError):
            await proposals.waiting(tx, VAULT)
