"""The audit trail: what was done to a case, in order, and it outlives the case."""

from typing import get_args

from bot.desk.case import Status
from bot.desk.turn import Deed
from bot.storage import cases, trail
from bot.storage.database import Database
from bot.storage.tables import CASES, TRAIL
from bot.storage.trail import Step
from tests.storage.storing import CHAT, TODAY, VAULT

CASE, OTHER = 7, 8
MIRA = b"m" * 16


async def test_the_deeds_of_a_case_are_kept_in_order(database: Database) -> None:
    async with database.transaction() as tx:
        await trail.add(tx, CASE, ("opened",), None, 100)
        await trail.add(tx, OTHER, ("opened",), None, 100)
        await trail.add(tx, CASE, ("claimed", "urgent"), MIRA, 160)
        await trail.add(tx, CASE, (), MIRA, 170)
        assert await trail.of_case(tx, CASE) == [
            Step(100, "opened", None),
            Step(160, "claimed", MIRA),
            Step(160, "urgent", MIRA),
        ]


async def test_the_trail_is_there_when_the_case_leads_to_nobody_any_more(database: Database) -> None:
    async with database.transaction() as tx:
        case = await cases.open_case(tx, VAULT, CHAT, b"desk", TODAY)
        await trail.add(tx, case, ("opened", "erased"), None, 100)
        await cases.unlink(tx, case, TODAY)
        assert [step.deed for step in await trail.of_case(tx, case)] == ["opened", "erased"]


def test_every_deed_and_every_status_has_room_in_its_column() -> None:
    """SQLite takes any length, PostgreSQL refuses the turn."""
    assert max(map(len, get_args(Deed))) <= getattr(TRAIL.c.deed.type, "length", 0)
    assert max(map(len, get_args(Status))) <= getattr(CASES.c.status.type, "length", 0)
