"""Counters add up, and say nothing of anybody."""

from collections import Counter
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select

from bot.conversation.state import Count
from bot.storage.database import Database
from bot.storage.tables import COUNTS
from bot.usage import counts
from tests.builders import TODAY
from tests.tallied import tallied

Row = tuple[int, str, str, str]


async def counted(database: Database) -> dict[Row, int]:
    async with database.transaction() as tx:
        rows = (await tx.execute(select(COUNTS))).all()
    return {((row.day - TODAY).days, row.kind, row.subject, row.language): row.n for row in rows}


async def test_nothing_to_count_leaves_nothing(database: Database) -> None:
    async with database.transaction() as tx:
        await counts.add(tx, [])
    assert await counted(database) == {}


async def test_the_same_thing_twice_in_one_turn_counts_twice(database: Database) -> None:
    async with database.transaction() as tx:
        await counts.add(tx, tallied([Count("topic", "asylum-facts")] * 2 + [Count("started")], "sq", TODAY))
    assert await counted(database) == {(0, "topic", "asylum-facts", "sq"): 2, (0, "started", "", "sq"): 1}


kinds = st.sampled_from([Count("topic", "a"), Count("topic", "b"), Count("started"), Count("danger", "held")])
turns = st.lists(st.tuples(st.lists(kinds, max_size=4), st.sampled_from(["sq", "en"]), st.integers(0, 2)), max_size=8)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(turns)
async def test_all_that_happened_adds_up(database: Database, turns: list[tuple[list[Count], str, int]]) -> None:
    """Each example clears the table of the one before."""
    expected: Counter[Row] = Counter()
    async with database.transaction() as tx:
        await tx.execute(delete(COUNTS))
        for happened, language, day in turns:
            await counts.add(tx, tallied(happened, language, TODAY + timedelta(days=day)))
            expected.update((day, count.kind, count.subject, language) for count in happened)
    assert await counted(database) == expected
