"""Which message is which: of one case only, in both directions, and gone with the case."""

from sqlalchemy import select

from bot.storage import cases, relayed
from bot.storage.database import Database
from bot.storage.tables import RELAYED
from tests.storage.storing import CHAT, TODAY, VAULT

CASE, OTHER = 7, 8


async def add(database: Database, *pairs: tuple[int, int], case: int = CASE, from_client: bool = False) -> None:
    async with database.transaction() as tx:
        await relayed.add(tx, case, pairs, from_client=from_client)


async def test_a_message_is_found_on_the_other_side(database: Database) -> None:
    await add(database, (40, 901), (41, 902), from_client=True)
    await add(database, (42, 903))
    async with database.transaction() as tx:
        assert [await relayed.at_desk(tx, CASE, number) for number in (40, 41, 42, 43)] == [901, 902, 903, None]
        assert [await relayed.at_client(tx, CASE, number) for number in (901, 903, 40)] == [40, 42, None]


async def test_a_message_of_another_case_is_never_found(database: Database) -> None:
    """Two clients' chats count their messages alike."""
    await add(database, (40, 901), case=OTHER)
    async with database.transaction() as tx:
        assert await relayed.at_desk(tx, CASE, 40) is None
        assert await relayed.at_client(tx, CASE, 901) is None
        assert await relayed.sent_as(tx, CASE, 901) is None
        assert await relayed.last_sent(tx, CASE) is None


async def test_the_newest_copy_of_a_message_is_the_one_that_is_meant(database: Database) -> None:
    await add(database, (40, 901), (40, 950), (40, 920), from_client=True)
    async with database.transaction() as tx:
        assert await relayed.at_desk(tx, CASE, 40) == 950


async def test_the_same_pair_twice_is_one(database: Database) -> None:
    await add(database, (40, 901))
    await add(database, (40, 901))
    async with database.transaction() as tx:
        assert await relayed.all_at_desk(tx, CASE) == [901]


async def test_nothing_to_add_is_nothing_added(database: Database) -> None:
    await add(database)
    async with database.transaction() as tx:
        assert await relayed.all_at_desk(tx, CASE) == []


async def test_only_what_a_counsellor_wrote_can_be_taken_back(database: Database) -> None:
    await add(database, (40, 905), from_client=True)
    async with database.transaction() as tx:
        assert await relayed.last_sent(tx, CASE) is None
        assert await relayed.sent_as(tx, CASE, 905) is None
    await add(database, (41, 901), (42, 903))
    async with database.transaction() as tx:
        assert await relayed.last_sent(tx, CASE) == 903
        assert await relayed.sent_as(tx, CASE, 903) == 42
        await relayed.gone(tx, CASE, 903)
        assert await relayed.last_sent(tx, CASE) == 901
        assert await relayed.at_client(tx, CASE, 903) is None


async def test_what_is_forgotten_of_a_case_leaves_that_of_others(database: Database) -> None:
    await add(database, (40, 901), (41, 902))
    await add(database, (40, 901), case=OTHER)
    async with database.transaction() as tx:
        await relayed.forget(tx, CASE)
        assert [row.case_id for row in await tx.execute(select(RELAYED))] == [OTHER]


async def test_what_came_too_late_for_a_case_that_is_unlinked_is_forgotten_too(database: Database) -> None:
    """A copy that was on its way while the client deleted everything is written down after that."""
    async with database.transaction() as tx:
        gone, there = [await cases.open_case(tx, VAULT, chat, b"desk", TODAY) for chat in (CHAT, CHAT + 1)]
        await cases.unlink(tx, gone, TODAY)
    await add(database, (40, 901), case=gone)
    await add(database, (40, 901), case=there)
    async with database.transaction() as tx:
        await relayed.forget_unlinked(tx)
        assert [row.case_id for row in await tx.execute(select(RELAYED))] == [there]
