"""Ways into the console: used once, over in time, ended at once, and nobody can read whose they are."""

import asyncio

import pytest
from sqlalchemy import select, update

from bot.errors import SecretKeyError
from bot.storage import console_access
from bot.storage.console_access import IDLE, LINK, LONGEST, MOST, STEP, Pass, Session
from bot.storage.database import Database
from bot.storage.tables import CONSOLE_LINKS, CONSOLE_SESSIONS
from tests.storage.storing import OTHER_VAULT, VAULT

NOW = 1_795_338_000
DESK, OTHER_DESK = -1002183746501, -1002183746502
MIRA = Pass(700100200301, DESK, "manager", "en")
BESNIK = Pass(700100200302, DESK, "editor", "sq")


async def a_link(database: Database, holder: Pass = MIRA, now: int = NOW) -> str:
    async with database.transaction() as tx:
        return await console_access.make_link(tx, VAULT, holder, now)


async def opened(database: Database, token: str, now: int = NOW) -> Pass | None:
    async with database.transaction() as tx:
        return await console_access.opened_by(tx, VAULT, token, now)


async def taken(database: Database, token: str, now: int = NOW) -> bool:
    async with database.transaction() as tx:
        return await console_access.take_link(tx, VAULT, token, now)


async def a_session(database: Database, holder: Pass = MIRA, now: int = NOW) -> str:
    async with database.transaction() as tx:
        return await console_access.begin(tx, VAULT, holder, "a browser", now)


async def found(database: Database, cookie: str, now: int = NOW) -> Session | None:
    async with database.transaction() as tx:
        return await console_access.session_of(tx, VAULT, cookie, now)


async def used(database: Database, cookie: str, now: int) -> Session | None:
    """As a page uses it."""
    async with database.transaction() as tx:
        session = await console_access.session_of(tx, VAULT, cookie, now)
        if session is not None:
            await console_access.prolong(tx, session, now)
        return session


async def ended(database: Database, person: int, desk: int | None = None) -> int:
    async with database.transaction() as tx:
        return await console_access.end_of(tx, VAULT, person, desk, now=NOW)


async def test_a_link_lets_in_once_whoever_asked_for_it(database: Database) -> None:
    token = await a_link(database)
    assert await opened(database, token) == MIRA
    assert await opened(database, token) == MIRA, "looking uses nothing up"
    assert await taken(database, token)
    assert not await taken(database, token)
    assert await opened(database, token) is None


async def test_of_two_at_once_one_gets_the_link(database: Database) -> None:
    token = await a_link(database)
    assert sorted(await asyncio.gather(*(taken(database, token) for _ in range(5)))) == [False] * 4 + [True]


async def test_a_link_is_over_after_ten_minutes(database: Database) -> None:
    token = await a_link(database)
    assert await opened(database, token, NOW + LINK - 1) == MIRA
    assert await opened(database, token, NOW + LINK) is None
    assert not await taken(database, token, NOW + LINK)


@pytest.mark.parametrize("guess", ["", "x", "A" * 43])
async def test_a_guess_opens_nothing(database: Database, guess: str) -> None:
    await a_link(database)
    await a_session(database)
    assert await opened(database, guess) is None
    assert not await taken(database, guess)
    assert await found(database, guess) is None


async def test_a_link_is_no_cookie_and_a_cookie_no_link(database: Database) -> None:
    token, cookie = await a_link(database), await a_session(database)
    assert await found(database, token) is None
    assert await opened(database, cookie) is None


async def test_a_session_lasts_while_somebody_works_with_it_and_a_working_day_at_most(database: Database) -> None:
    cookie, now = await a_session(database), NOW
    while now < NOW + LONGEST - IDLE:
        now += IDLE - STEP
        assert await used(database, cookie, now) is not None
    assert await used(database, cookie, NOW + LONGEST - 1) is not None
    assert await found(database, cookie, NOW + LONGEST) is None


async def test_a_session_that_nobody_uses_is_over_after_half_an_hour(database: Database) -> None:
    cookie = await a_session(database)
    assert await used(database, cookie, NOW + STEP - 1) is not None, "too soon to be written again"
    assert await found(database, cookie, NOW + IDLE - 1) is not None
    assert await found(database, cookie, NOW + IDLE) is None


async def test_ending_takes_all_sessions_and_links_of_one_person_and_nobody_else_s(database: Database) -> None:
    links = [await a_link(database), await a_link(database, Pass(MIRA.person, OTHER_DESK, "editor"))]
    cookies = [await a_session(database), await a_session(database)]
    theirs_link, theirs = await a_link(database, BESNIK), await a_session(database, BESNIK)
    assert await ended(database, MIRA.person) == 4
    assert [await opened(database, each) for each in links] == [None, None]
    assert [await found(database, each) for each in cookies] == [None, None]
    assert await opened(database, theirs_link) == BESNIK
    assert await found(database, theirs) is not None
    assert await ended(database, MIRA.person) == 0


async def test_who_leaves_one_desk_keeps_what_they_have_from_another(database: Database) -> None:
    cookie = await a_session(database, Pass(MIRA.person, OTHER_DESK, "manager"))
    await a_session(database)
    assert await ended(database, MIRA.person, DESK) == 1
    assert await found(database, cookie) is not None


async def test_what_is_over_does_not_count_as_ended(database: Database) -> None:
    await a_link(database, now=NOW - LINK)
    await a_session(database, now=NOW - IDLE)
    assert await ended(database, MIRA.person) == 0


async def test_a_desk_sees_and_ends_the_sessions_of_its_own_administrators(database: Database) -> None:
    elsewhere = await a_session(database, Pass(MIRA.person, OTHER_DESK, "manager"))
    await a_session(database, now=NOW - 60)
    await a_session(database, BESNIK)
    async with database.transaction() as tx:
        seen = await console_access.sessions_at(tx, VAULT, DESK, NOW)
    assert [(each.holder.role, each.began) for each in seen] == [("editor", NOW), ("manager", NOW - 60)]
    async with database.transaction() as tx:
        assert await console_access.end_at(tx, VAULT, DESK, now=NOW) == 2
        assert await console_access.sessions_at(tx, VAULT, DESK, NOW) == []
    assert await found(database, elsewhere) is not None


async def test_one_too_many_ends_the_oldest(database: Database) -> None:
    links = [await a_link(database, now=NOW + at) for at in range(MOST + 1)]
    cookies = [await a_session(database, now=NOW + at) for at in range(MOST + 1)]
    later = NOW + MOST
    assert [await opened(database, each, later) is None for each in links] == [True] + [False] * MOST
    assert [await found(database, each, later) is None for each in cookies] == [True] + [False] * MOST


async def test_what_is_over_is_forgotten(database: Database) -> None:
    await a_link(database)
    await a_session(database)
    async with database.transaction() as tx:
        await console_access.forget_old(tx, NOW + LINK)
        assert (await tx.execute(select(CONSOLE_LINKS))).all() == []
        assert len((await tx.execute(select(CONSOLE_SESSIONS))).all()) == 1
        await console_access.forget_old(tx, NOW + IDLE)
        assert (await tx.execute(select(CONSOLE_SESSIONS))).all() == []


async def test_neither_secret_nor_person_can_be_read_nor_moved_to_another_row(database: Database) -> None:
    token, cookie = await a_link(database), await a_session(database)
    other = await a_link(database, BESNIK)
    async with database.transaction() as tx:
        rows = [*await tx.execute(select(CONSOLE_LINKS)), *await tx.execute(select(CONSOLE_SESSIONS))]
        stored = b"\0".join(bytes(value) for row in rows for value in (row.mark, row.sealed))
        for secret in (token, cookie, other, str(MIRA.person), str(DESK), "manager"):
            assert secret.encode() not in stored
        with pytest.raises(SecretKeyError):
            await console_access.end_of(tx, OTHER_VAULT, MIRA.person, now=NOW)
        mine = next(row for row in rows if row.mark == VAULT.mark(console_access.OF_LINK, token.encode()))
        await tx.execute(update(CONSOLE_LINKS).where(CONSOLE_LINKS.c.mark != mine.mark).values(sealed=mine.sealed))
        with pytest.raises(SecretKeyError):
            await console_access.opened_by(tx, VAULT, other, NOW)
