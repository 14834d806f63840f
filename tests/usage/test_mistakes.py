"""What people say is wrong comes out by service and part, with how often it was said."""

from datetime import timedelta

from bot.conversation.state import Count
from bot.storage.database import Database
from bot.usage import counts, mistakes
from bot.usage.mistakes import SHOWN, Mistake
from tests.builders import TODAY
from tests.tallied import tallied


async def test_what_was_said_in_both_languages_and_on_several_days_adds_up(database: Database) -> None:
    async with database.transaction() as tx:
        for language, day in (("sq", TODAY), ("en", TODAY), ("sq", TODAY - timedelta(days=3))):
            await counts.add(tx, tallied([Count("mistake", "al_office:phone")], language, day))
        more = [Count("mistake", "al_office:hours"), Count("service", "al_office")]
        await counts.add(tx, tallied(more, "sq", TODAY))
        found = await mistakes.told(tx, TODAY)
    assert found == [Mistake("al_office", "phone", 3), Mistake("al_office", "hours", 1)]


async def test_what_was_said_long_ago_is_listed_no_more(database: Database) -> None:
    async with database.transaction() as tx:
        await counts.add(tx, tallied([Count("mistake", "al_office:phone")], "sq", TODAY - SHOWN))
        assert await mistakes.told(tx, TODAY)
        assert not await mistakes.told(tx, TODAY + timedelta(days=1))
