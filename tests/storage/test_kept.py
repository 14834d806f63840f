from bot.storage import kept
from bot.storage.database import Database


async def test_a_fact_is_kept_until_another_takes_its_place(database: Database) -> None:
    async with database.transaction() as tx:
        assert await kept.get(tx, "week") is None
        await kept.put(tx, "week", b"1")
        await kept.put(tx, "week", b"2")
        await kept.put(tx, "other", b"3")
    async with database.transaction() as tx:
        assert await kept.get(tx, "week") == b"2"
