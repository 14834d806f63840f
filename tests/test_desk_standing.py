"""Groups of counsellors that move or are lost: remembered over a restart, and another desk hears of it."""

import pytest
from sqlalchemy import select

from bot.desk.actions import Announce
from bot.desk.views import Sentence
from bot.desk_setting import Desk
from bot.desk_standing import Standing
from bot.desks import Desks
from bot.service import Came
from bot.storage import inbox, outbox
from bot.storage.database import Database
from bot.storage.inbox import Waiting
from bot.storage.tables import KEPT
from tests.builders import TODAY
from tests.stage import VAULT

ONE, OTHER, THIRD = Desk(-1002183746501), Desk(-1002183746502), Desk(-1002183746503)
NEW = -1003183746509


def standing(database: Database, *desks: Desk) -> Standing:
    return Standing(database, Desks(desks, VAULT))


async def came(database: Database, update_id: int = 5) -> Came:
    async with database.transaction() as tx:
        await inbox.put(tx, VAULT, [Waiting(update_id, b"lane", b"{}")], TODAY)
    return Came((update_id,))


async def test_where_a_group_moved_to_is_known_after_a_restart(database: Database) -> None:
    before = standing(database, ONE, OTHER)
    await before.moved(await came(database), OTHER.chat, NEW)
    again = standing(database, ONE, OTHER)
    assert again.desks.number(OTHER) == OTHER.chat
    await again.remember_moves()
    for each in (before, again):
        assert (each.desks.number(OTHER), each.desks.number(ONE)) == (NEW, ONE.chat)
        assert each.desks.of_group(NEW) == OTHER


async def test_a_second_move_is_remembered_as_well(database: Database) -> None:
    before = standing(database, ONE)
    await before.moved(Came(()), ONE.chat, NEW)
    await before.moved(Came(()), NEW, NEW - 1)
    again = standing(database, ONE)
    await again.remember_moves()
    assert again.desks.number(ONE) == NEW - 1


async def test_the_new_number_of_a_group_cannot_be_read(database: Database) -> None:
    await standing(database, ONE).moved(Came(()), ONE.chat, NEW)
    async with database.transaction() as tx:
        (value,) = (await tx.execute(select(KEPT.c.value))).scalars()
    assert b"%d" % abs(NEW) not in value


async def test_a_move_is_taken_from_the_inbox(database: Database) -> None:
    await standing(database, ONE).moved(await came(database), ONE.chat, NEW)
    async with database.transaction() as tx:
        assert await inbox.waiting(tx, VAULT) == []


async def test_a_group_that_is_no_desk_moves_nothing(database: Database) -> None:
    one = standing(database, ONE)
    await one.moved(await came(database), -5, NEW)
    await one.remember_moves()
    assert (one.desks.number(ONE), NEW in one.desks) == (ONE.chat, False)


@pytest.mark.parametrize("what", ["desk_lost", "desk_again"])
async def test_every_other_desk_hears_of_one_that_was_lost_or_is_there_again(database: Database, what: str) -> None:
    three = standing(database, ONE, OTHER, THIRD)
    three.desks.moved(THIRD.chat, NEW)
    told = await three.lost(await came(database), ONE.chat, what)  # type: ignore[arg-type]  # both are sentences
    assert [(each.parcel.chat, each.lane) for each in told] == [
        (number, VAULT.chat_key(number)) for number in (OTHER.chat, NEW)
    ]
    assert {each.parcel.action for each in told} == {Announce(Sentence(what), "sq")}  # type: ignore[arg-type]  # the same
    async with database.transaction() as tx:
        assert await outbox.waiting(tx, VAULT) == list(told)
        assert await inbox.waiting(tx, VAULT) == []


async def test_it_is_told_once(database: Database) -> None:
    two, once = standing(database, ONE, OTHER), await came(database)
    await two.lost(once, ONE.chat, "desk_lost")
    assert await two.lost(once, ONE.chat, "desk_lost") == ()
    async with database.transaction() as tx:
        assert len(await outbox.waiting(tx, VAULT)) == 1


async def test_where_there_is_no_other_desk_nobody_is_told(database: Database) -> None:
    assert await standing(database, ONE).lost(await came(database), ONE.chat, "desk_lost") == []
