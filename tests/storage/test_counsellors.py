"""Counsellors: found by a key that names nobody, and nothing of them can be read."""

from dataclasses import replace

import pytest
from sqlalchemy import insert, select

from bot.errors import SecretKeyError
from bot.storage import counsellors
from bot.storage.counsellors import Counsellor, key_of
from bot.storage.database import Database
from bot.storage.tables import COUNSELLORS
from tests.storage.storing import OTHER_VAULT, VAULT

MIRA, BESNIK = Counsellor(700100200301, "Mira", "aa" * 16, "en", 1_795_338_000), Counsellor(700100200302, "Besnik")


async def put(database: Database, *people: Counsellor) -> None:
    async with database.transaction() as tx:
        for one in people:
            await counsellors.put(tx, VAULT, key_of(VAULT, one.number), one)


async def test_a_counsellor_is_found_as_they_were_stored_last(database: Database) -> None:
    later = replace(MIRA, language="sq", duty=0)
    await put(database, MIRA, BESNIK, later)
    async with database.transaction() as tx:
        assert await counsellors.get(tx, VAULT, key_of(VAULT, MIRA.number)) == later
        assert await counsellors.get(tx, VAULT, key_of(VAULT, 1)) is None
        everyone = await counsellors.everyone(tx, VAULT)
    assert everyone == {key_of(VAULT, one.number): one for one in (later, BESNIK)}


def test_a_counsellor_s_key_is_not_that_of_their_own_chat_with_the_bot() -> None:
    assert key_of(VAULT, MIRA.number) != VAULT.chat_key(MIRA.number)


async def test_nothing_of_a_counsellor_can_be_read(database: Database) -> None:
    await put(database, MIRA)
    async with database.transaction() as tx:
        row = (await tx.execute(select(COUNSELLORS))).one()
        assert not [said for said in (b"Mira", b"%d" % MIRA.number) if said in row.key + row.sealed]
        with pytest.raises(SecretKeyError):
            await counsellors.everyone(tx, OTHER_VAULT)


async def test_what_is_moved_to_another_counsellor_does_not_open(database: Database) -> None:
    await put(database, MIRA)
    async with database.transaction() as tx:
        sealed = (await tx.execute(select(COUNSELLORS.c.sealed))).scalar_one()
        await tx.execute(insert(COUNSELLORS), {"key": key_of(VAULT, BESNIK.number), "sealed": sealed})
        with pytest.raises(SecretKeyError):
            await counsellors.get(tx, VAULT, key_of(VAULT, BESNIK.number))


@pytest.mark.parametrize(("ago", "kept"), [(0, True), (90, True), (91, False), (400, False)])
async def test_whoever_was_not_seen_at_the_desk_for_long_is_forgotten(database: Database, ago: int, kept: bool) -> None:  # noqa: FBT001 -- a column of the table
    today = 20_779
    await put(database, replace(MIRA, seen=today - ago), replace(BESNIK, seen=today))
    async with database.transaction() as tx:
        await counsellors.forget_old(tx, VAULT, today)
        left = {one.name for one in (await counsellors.everyone(tx, VAULT)).values()}
    assert left == ({"Mira", "Besnik"} if kept else {"Besnik"})
